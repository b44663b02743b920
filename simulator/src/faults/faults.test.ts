import { answerMessage, verifies } from '../pay/signing.ts';
import { BILLS, KNOWN, testSimulator, transfer, until } from '../testing/harness.ts';
import type { Got, TestSimulator } from '../testing/harness.ts';

const NUMBER = 'GH2026Q30001';
const QUERY = `${BILLS}/out-bill-no/${NUMBER}`;

let sim: TestSimulator;
let openid: string;
beforeEach(async () => {
  sim = await testSimulator();
  ({ openid } = await sim.newPhone());
});
afterEach(async () => {
  await sim.close();
});

const plan = (fault: Record<string, unknown>) => sim.call('POST', '/faults', fault);
const create = () => sim.create(transfer(openid));
const stateNow = async (): Promise<unknown> => (await sim.pay('GET', QUERY)).json['state'];
const held = async (): Promise<unknown[]> => (await sim.call('GET', '/faults')).json['held'] as unknown[];
const isProperlySigned = ({ headers, text }: Got): boolean => {
  const header = (name: string): string => headers.get(name) ?? '';
  const fresh = Math.abs(Date.now() / 1000 - Number(header('wechatpay-timestamp'))) < 300;
  const message = answerMessage(header('wechatpay-timestamp'), header('wechatpay-nonce'), text);
  return fresh && verifies(message, header('wechatpay-signature'), KNOWN.wechatPayPublicKeyPem);
};

describe('faults of an answer', () => {
  it('strike as often as planned and then no more', async () => {
    await plan({ at: 'create', kind: 'error-before-commit', times: 2, status: 503 });
    expect((await create()).status).toBe(503);
    expect((await create()).json['code']).toBe('SYSTEM_ERROR');
    expect((await create()).status).toBe(200);
  });

  it('strike one bill only, and go on until removed when told so', async () => {
    const made = await plan({ at: 'create', kind: 'error-before-commit', times: null, outBillNo: NUMBER });
    expect((await create()).status).toBe(500);
    expect((await create()).status).toBe(500);
    expect((await sim.create(transfer(openid, { out_bill_no: 'OTHER' }))).status).toBe(200);
    expect((await sim.call('DELETE', `/faults/${String(made.json['id'])}`)).status).toBe(204);
    expect((await create()).status).toBe(200);
  });

  it('error-before-commit leaves nothing, error-after-commit leaves a bill', async () => {
    await plan({ at: 'create', kind: 'error-before-commit' });
    await create();
    expect(await stateNow()).toBeUndefined();
    await plan({ at: 'create', kind: 'error-after-commit' });
    expect((await create()).status).toBe(500);
    expect(await stateNow()).toBe('WAIT_USER_CONFIRM');
  });

  it.each(['bad-signature-after-commit', 'no-signature-after-commit', 'stale-timestamp-after-commit', 'sign-test'])(
    '%s cannot be verified, though the bill exists',
    async kind => {
      await plan({ at: 'create', kind });
      const answer = await create();
      expect(answer.status).toBe(200);
      expect(isProperlySigned(answer)).toBe(false);
      expect(isProperlySigned(await create())).toBe(true);
      expect(await stateNow()).toBe('WAIT_USER_CONFIRM');
    },
  );

  it('delay takes its time', async () => {
    await plan({ at: 'query', kind: 'delay', milliseconds: 150 });
    const began = performance.now();
    await sim.pay('GET', QUERY);
    expect(performance.now() - began).toBeGreaterThanOrEqual(145);
  });

  it('hold-after-commit commits and answers only when released', async () => {
    await plan({ at: 'create', kind: 'hold-after-commit' });
    const waiting = create();
    await until(async () => (await held()).length === 1);
    expect(await stateNow()).toBe('WAIT_USER_CONFIRM');
    await sim.call('POST', '/faults/release');
    expect((await waiting).status).toBe(200);
  });

  it('hold-before-commit commits nothing until released', async () => {
    await plan({ at: 'create', kind: 'hold-before-commit' });
    const waiting = create();
    await until(async () => (await held()).length === 1);
    expect(await stateNow()).toBeUndefined();
    await sim.call('DELETE', '/faults');
    expect((await waiting).status).toBe(200);
  });

  it('reset-connection commits, reset-before-commit does not; neither answers', async () => {
    await plan({ at: 'create', kind: 'reset-before-commit' });
    await expect(create()).rejects.toThrow();
    expect(await stateNow()).toBeUndefined();
    await plan({ at: 'create', kind: 'reset-connection' });
    await expect(create()).rejects.toThrow();
    expect(await stateNow()).toBe('WAIT_USER_CONFIRM');
  });

  it('truncated-body breaks off in the middle', async () => {
    await plan({ at: 'create', kind: 'truncated-body' });
    await expect(create()).rejects.toThrow();
    expect(await stateNow()).toBe('WAIT_USER_CONFIRM');
  });

  it('rate-limited answers 429 under changing codes', async () => {
    await plan({ at: 'create', kind: 'rate-limited', times: 3 });
    const answers = [await create(), await create(), await create()];
    expect(answers.map(answer => answer.status)).toEqual([429, 429, 429]);
    expect(new Set(answers.map(answer => answer.json['code'])).size).toBe(3);
  });

  it('not-found-then-found hides an existing bill for a while', async () => {
    await create();
    await plan({ at: 'query', kind: 'not-found-then-found', times: 2 });
    const answers = [await sim.pay('GET', QUERY), await sim.pay('GET', QUERY), await sim.pay('GET', QUERY)];
    expect(answers.map(answer => answer.json['code'] ?? answer.json['state'])).toEqual(['NOT_FOUND', 'NOT_FOUND', 'WAIT_USER_CONFIRM']);
  });

  it('stuck-processing keeps a bill in PROCESSING until released', async () => {
    await plan({ at: 'create', kind: 'stuck-processing' });
    expect((await create()).json['state']).toBe('PROCESSING');
    sim.advance(3_600_000);
    expect(await stateNow()).toBe('PROCESSING');
    await sim.call('POST', '/faults/release');
    expect(await stateNow()).toBe('WAIT_USER_CONFIRM');
  });

  it('strike the platform too', async () => {
    const token = () =>
      sim.call('POST', '/cgi-bin/stable_token', { grant_type: 'client_credential', appid: KNOWN.appid, secret: KNOWN.secret });
    await plan({ at: 'token', kind: 'errcode', errcode: 45009 });
    expect((await token()).json['errcode']).toBe(45009);
    await plan({ at: 'token', kind: 'rate-limited' });
    expect((await token()).json['errcode']).toBe(45011);
    expect((await token()).json['expires_in']).toBe(7200);
  });

  it('are refused when they make no sense', async () => {
    expect((await plan({ at: 'create', kind: 'lost' })).status).toBe(400);
    expect((await plan({ at: 'callback', kind: 'truncated-body' })).status).toBe(400);
    expect((await plan({ at: 'nowhere', kind: 'delay' })).status).toBe(400);
    expect((await plan({ at: 'create', kind: 'delay', colour: 'red' })).status).toBe(400);
  });

  it('are told in the log, with what became of the request', async () => {
    await plan({ at: 'create', kind: 'reset-connection' });
    await create().catch(() => undefined);
    await create();
    await until(async () => ((await sim.call('GET', '/log')).json['requests'] as unknown[]).length === 2);
    expect((await sim.call('GET', '/log')).json['requests']).toMatchObject([
      { method: 'POST', path: BILLS, status: 0, fault: 'reset-connection' },
      { method: 'POST', path: BILLS, status: 200, fault: null },
    ]);
  });
});
