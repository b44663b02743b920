import { createDecipheriv } from 'node:crypto';
import { KNOWN, listen, testSimulator, transfer, until } from '../testing/harness.ts';
import type { Listener, TestSimulator } from '../testing/harness.ts';
import { answerMessage, verifies } from './signing.ts';

let server: Listener;
let sim: TestSimulator;
let phone: { phoneId: string; openid: string };
beforeEach(async () => {
  server = await listen();
  sim = await testSimulator();
  phone = await sim.newPhone();
});
afterEach(async () => {
  await sim.close();
  await server.close();
});

type Received = Listener['received'][number];

const isProperlySigned = (request: Received): boolean => {
  const header = (name: string): string => String(request.headers[name]);
  const message = answerMessage(header('wechatpay-timestamp'), header('wechatpay-nonce'), request.body);
  return (
    header('wechatpay-serial') === KNOWN.wechatPayPublicKeyId &&
    Math.abs(Date.now() / 1000 - Number(header('wechatpay-timestamp'))) < 300 &&
    verifies(message, header('wechatpay-signature'), KNOWN.wechatPayPublicKeyPem)
  );
};

/** Throws when the tag is wrong. */
const opened = (request: Received | undefined): Record<string, unknown> => {
  if (!request) throw new Error('no request');
  const { resource } = JSON.parse(request.body) as { resource: { ciphertext: string; nonce: string; associated_data: string } };
  const bytes = Buffer.from(resource.ciphertext, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', Buffer.from(KNOWN.apiV3Key), Buffer.from(resource.nonce));
  decipher.setAAD(Buffer.from(resource.associated_data)).setAuthTag(bytes.subarray(-16));
  const plain = Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]).toString();
  return JSON.parse(plain) as Record<string, unknown>;
};

/** Creates a bill and lets its payee confirm it. */
const payOut = async (number: string): Promise<void> => {
  const made = (await sim.create(transfer(phone.openid, { out_bill_no: number, notify_url: server.url }))).json;
  await sim.call('POST', `/phones/${phone.phoneId}/transfers/open`, {
    mchId: KNOWN.mchid,
    appId: KNOWN.appid,
    package: made['package_info'],
  });
  await sim.call('POST', `/phones/${phone.phoneId}/transfers/${String(made['transfer_bill_no'])}/confirm`);
};
const callbacks = async () =>
  (await sim.call('GET', '/callbacks')).json['callbacks'] as {
    id: string;
    outBillNo: string;
    state: string;
    attempts: { kind: string; status: number }[];
  }[];
const stateOf = async (number: string) => (await callbacks()).find(one => one.outBillNo === number)?.state;
const fault = (plan: Record<string, unknown>) => sim.call('POST', '/faults', { at: 'callback', ...plan });

describe('a callback', () => {
  it('tells the end of a bill, signed and encrypted', async () => {
    await payOut('C1');
    await until(() => server.received.length === 1);
    const [request] = server.received;
    if (!request) throw new Error('no request');
    expect(isProperlySigned(request)).toBe(true);
    expect(JSON.parse(request.body)).toMatchObject({
      resource_type: 'encrypt-resource',
      event_type: 'MCHTRANSFER.BILL.FINISHED',
      resource: { original_type: 'mch_payment', algorithm: 'AEAD_AES_256_GCM' },
    });
    const plain = opened(request);
    expect(plain).toMatchObject({ out_bill_no: 'C1', state: 'SUCCESS', transfer_amount: 60_000, openid: phone.openid });
    expect(plain['mch_id'] ?? plain['mchid']).toBe(KNOWN.mchid);
    await until(async () => (await stateOf('C1')) === 'delivered');
  });

  it('spells the merchant’s id in both ways over time', async () => {
    const spellings = new Set<string>();
    for (let number = 0; spellings.size < 2 && number < 60; number++) {
      await payOut(`S${String(number)}`);
      await until(() => server.received.length === number + 1);
      const plain = opened(server.received[number]);
      spellings.add('mchid' in plain ? 'mchid' : 'mch_id');
    }
    expect(spellings.size).toBe(2);
  });

  it('comes again, with the same id and a new signature, until it is answered 200 or 204', async () => {
    server.answers.push(500, 401, 204);
    await payOut('C1');
    await until(async () => (await stateOf('C1')) === 'delivered');
    expect(server.received).toHaveLength(3);
    expect(new Set(server.received.map(request => (JSON.parse(request.body) as { id: string }).id)).size).toBe(1);
    expect(new Set(server.received.map(request => request.headers['wechatpay-nonce'])).size).toBe(3);
  });

  it('is given up when the schedule is used up', async () => {
    server.answers.push(500, 500, 500, 500);
    await payOut('C1');
    await until(async () => (await stateOf('C1')) === 'given-up');
    expect(server.received).toHaveLength(4);
  });

  it('reports closing and cancelling as well', async () => {
    await sim.create(transfer(phone.openid, { out_bill_no: 'C1', notify_url: server.url }));
    sim.advance(25 * 3_600_000);
    await until(() => server.received.length === 1);
    expect(opened(server.received[0])).toMatchObject({ state: 'FAIL', fail_reason: 'OVERDUE_CLOSE' });
  });
});

describe('a spoiled callback', () => {
  it('lost: never comes', async () => {
    await fault({ kind: 'lost' });
    await payOut('C1');
    await until(async () => (await stateOf('C1')) === 'lost');
    await payOut('C2');
    await until(async () => (await stateOf('C2')) === 'delivered');
    expect(server.received.map(request => opened(request)['out_bill_no'])).toEqual(['C2']);
  });

  it('late: comes after the time', async () => {
    await fault({ kind: 'late', milliseconds: 200 });
    const began = Date.now();
    await payOut('C1');
    await until(() => server.received.length === 1);
    expect((server.received[0]?.at ?? 0) - began).toBeGreaterThanOrEqual(200);
  });

  it('duplicate: comes twice', async () => {
    await fault({ kind: 'duplicate' });
    await payOut('C1');
    await until(() => server.received.length === 2);
    expect(server.received.every(isProperlySigned)).toBe(true);
  });

  it('out of order: lets a later one pass', async () => {
    await fault({ kind: 'out-of-order', outBillNo: 'C1', milliseconds: 2_500 });
    await payOut('C1');
    await until(async () => (await callbacks()).length === 1);
    await payOut('C2');
    await until(() => server.received.length === 2);
    expect(server.received.map(request => opened(request)['out_bill_no'])).toEqual(['C2', 'C1']);
  });

  it('sign-test: a probe that must fail, then the true one', async () => {
    await fault({ kind: 'sign-test' });
    server.answers.push(401);
    await payOut('C1');
    await until(() => server.received.length === 2);
    expect(String(server.received[0]?.headers['wechatpay-signature'])).toMatch(/^WECHATPAY\/SIGNTEST\//);
    expect(server.received.map(isProperlySigned)).toEqual([false, true]);
    await until(async () => (await stateOf('C1')) === 'delivered');
    expect((await callbacks())[0]?.attempts.map(attempt => attempt.kind)).toEqual(['probe', 'proper']);
  });

  it.each(['bad-signature', 'stale-timestamp'])('%s: fails verification at first', async kind => {
    await fault({ kind });
    server.answers.push(401);
    await payOut('C1');
    await until(() => server.received.length === 2);
    expect(server.received.map(isProperlySigned)).toEqual([false, true]);
  });

  it('tampered: a right signature over a ciphertext whose tag is wrong', async () => {
    await fault({ kind: 'tampered-ciphertext' });
    await payOut('C1');
    await until(() => server.received.length === 1);
    const [request] = server.received;
    if (!request) throw new Error('no request');
    expect(isProperlySigned(request)).toBe(true);
    expect(() => opened(request)).toThrow();
  });

  it('may be about a bill nobody knows, and may be sent once more at will', async () => {
    const plain = { out_bill_no: 'UNKNOWN', transfer_bill_no: '1', state: 'SUCCESS', mch_id: KNOWN.mchid, transfer_amount: 1 };
    const sent = await sim.call('POST', '/callbacks', { mchId: KNOWN.mchid, notifyUrl: server.url, plain });
    expect(sent.status).toBe(201);
    await until(() => server.received.length === 1);
    expect(opened(server.received[0])).toEqual(plain);
    await sim.call('POST', `/callbacks/${String(sent.json['id'])}/again`);
    expect(server.received).toHaveLength(2);
    expect((await sim.call('POST', '/callbacks', { mchId: 'nobody', notifyUrl: server.url, plain })).status).toBe(400);
  });
});
