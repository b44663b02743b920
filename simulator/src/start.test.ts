import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configurationFrom } from './configuration.ts';
import { demonstrationConfig } from './demonstration-config.ts';
import { startSimulator } from './start.ts';
import { BILLS, KNOWN, listen, testSimulator, transfer, until } from './testing/harness.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'simulator-'));
});
afterEach(() => {
  rmSync(directory, { recursive: true });
});

describe('a second start', () => {
  it('finds the same phones, openids, credits, bills, balance, keys and time, in a file only the owner reads', async () => {
    const stateFile = join(directory, 'deep', 'state.json');
    const [merchant] = demonstrationConfig().simulator.merchants ?? [];
    if (!merchant) throw new Error('no merchant');
    const { wechatPayPublicKey: _made, ...keyless } = merchant;
    const options = {
      stateFile,
      apps: [{ appid: KNOWN.appid, secret: 's', originalId: 'gh_1' }],
      merchants: [{ ...keyless, appids: [KNOWN.appid] }],
    };
    const first = await startSimulator(options);
    const key = first.wechatPayPublicKey(merchant.mchid);
    await fetch(`${first.url}/phones`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ phoneNumber: '19900000002', label: '甲' }),
    });
    first.advance(86_400_000);
    const seen = await (await fetch(`${first.url}/phones`)).text();
    await first.close();
    expect(statSync(stateFile).mode & 0o077).toBe(0);

    const second = await startSimulator(options);
    expect(await (await fetch(`${second.url}/phones`)).text()).toBe(seen);
    expect(second.wechatPayPublicKey(merchant.mchid)).toEqual(key);
    const { now } = (await (await fetch(`${second.url}/clock`)).json()) as { now: number };
    expect(now - Date.now()).toBeGreaterThan(86_000_000);
    await second.close();
  });

  it('takes up bills and callbacks where the first left them', async () => {
    const stateFile = join(directory, 'state.json');
    const server = await listen();
    const first = await testSimulator({ stateFile, delivery: { callbackRetryMilliseconds: [60_000] } });
    const phone = await first.newPhone();
    server.answers.push(500);
    await first.create(transfer(phone.openid, { notify_url: server.url }));
    await first.create(transfer(phone.openid, { out_bill_no: 'SECOND' }));
    await first.pay('POST', `${BILLS}/out-bill-no/GH2026Q30001/cancel`);
    await until(() => server.received.length === 1);
    await first.close();

    const second = await testSimulator({ stateFile });
    await until(() => server.received.length === 2);
    expect((await second.pay('GET', `${BILLS}/out-bill-no/GH2026Q30001`)).json['state']).toBe('CANCELLED');
    expect((await second.create(transfer(phone.openid, { out_bill_no: 'SECOND' }))).json['state']).toBe('WAIT_USER_CONFIRM');
    const { merchants } = (await second.call('GET', '/merchants')).json as { merchants: unknown[] };
    expect(merchants).toMatchObject([{ balance: 4_940_000, locked: 60_000 }]);
    await second.close();
    await server.close();
  });

  it('refuses a file that is something else', async () => {
    const stateFile = join(directory, 'state.json');
    writeFileSync(stateFile, '{}');
    await expect(testSimulator({ stateFile })).rejects.toThrow('not a state file');
  });
});

describe('the configuration', () => {
  it('names what is wrong', () => {
    const { simulator } = demonstrationConfig();
    const [merchant] = simulator.merchants ?? [];
    if (!merchant) throw new Error('no merchant');
    expect(() => configurationFrom({ ...simulator, apps: [] })).toThrow('apps needs at least one app');
    expect(() => configurationFrom({ ...simulator, merchants: [{ ...merchant, apiV3Key: 'short' }] })).toThrow('32 bytes');
    expect(() => configurationFrom({ ...simulator, merchants: [{ ...merchant, appids: ['wxother'] }] })).toThrow('appids');
    expect(() =>
      configurationFrom({ ...simulator, messageServer: { url: 'http://127.0.0.1', token: 't', encodingAesKey: 'short' } }),
    ).toThrow('43');
  });
});

describe('closing', () => {
  it('ends held requests, frees the port and sends nothing more', async () => {
    const server = await listen();
    const sim = await testSimulator({ delivery: { callbackRetryMilliseconds: [50, 50, 50, 50] } });
    const phone = await sim.newPhone();
    server.answers.push(500, 500, 500, 500, 500);
    await sim.create(transfer(phone.openid, { notify_url: server.url }));
    await sim.pay('POST', `${BILLS}/out-bill-no/GH2026Q30001/cancel`);
    await until(() => server.received.length === 1);
    await sim.call('POST', '/faults', { at: 'create', kind: 'hold-before-commit' });
    const held = sim.create(transfer(phone.openid, { out_bill_no: 'HELD' })).catch(() => 'broken off');
    await until(async () => ((await sim.call('GET', '/faults')).json['held'] as unknown[]).length === 1);
    await sim.close();
    expect(await held).toBe('broken off');
    const received = server.received.length;
    await new Promise(resolve => setTimeout(resolve, 150));
    expect(server.received).toHaveLength(received);
    await expect(fetch(sim.url)).rejects.toThrow();
    await server.close();
  });
});

describe('the wall', () => {
  const ends: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    await Promise.all(ends.splice(0).map(end => end()));
  });

  it('serves its pages, the mini-program and the server behind it', async () => {
    mkdirSync(join(directory, 'h5'));
    writeFileSync(join(directory, 'h5', 'index.html'), '<title>mini-program</title>');
    const server = createServer((request, response) => response.end(`${request.method ?? ''} ${request.url ?? ''}`));
    ends.push(() => new Promise(resolve => server.close(resolve)));
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const serverUrl = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    const sim = await testSimulator({ h5Directory: join(directory, 'h5'), serverUrl });
    ends.push(sim.close);
    expect((await sim.call('GET', '/changes')).json).toMatchObject({ h5: true });
    const page = async (path: string) => (await fetch(sim.url + path)).text();
    expect(await page('/')).toContain('<title>手机墙');
    expect(await page('/inspect')).toContain('<title>查看内部');
    expect(await page('/wall/wall.js')).toContain('watch(');
    expect(await page('/h5/index.html?phone=p1')).toContain('mini-program');
    expect(await page('/api/me?x=1')).toBe('GET /api/me?x=1');
  });

  it('says in Chinese that the mini-program is not there', async () => {
    const sim = await testSimulator({ h5Directory: join(directory, 'nowhere') });
    ends.push(sim.close);
    const notice = await fetch(`${sim.url}/h5/index.html?phone=p1`);
    expect(await notice.text()).toContain('小程序还没有构建');
    expect((await sim.call('GET', '/api/me')).status).toBe(502);
  });
});
