import { createRequire } from 'node:module';
import { BILLS, KNOWN, listen, testSimulator, transfer, until } from '../testing/harness.ts';
import type { Listener, TestSimulator } from '../testing/harness.ts';

/** A client by other people, so that this simulator and our own client cannot share one misreading of the rules. */
interface Client {
  client: { v3: { request: (config: object) => Promise<{ data: Record<string, unknown> }> } };
}
interface Library {
  Wechatpay: new (config: object) => Client;
  Rsa: {
    verify: (message: string, signature: string, publicKey: string) => boolean;
    encrypt: (plain: string, publicKey: string) => string;
  };
  Aes: { AesGcm: { decrypt: (ciphertext: string, key: string, iv: string, aad: string) => string } };
  Formatter: { response: (timestamp: string, nonce: string, body: string) => string };
}
const { Wechatpay, Rsa, Aes, Formatter } = createRequire(import.meta.url)('wechatpay-axios-plugin') as Library;

let sim: TestSimulator;
let server: Listener;
let phone: { phoneId: string; openid: string };
beforeEach(async () => {
  sim = await testSimulator();
  server = await listen();
  phone = await sim.newPhone();
});
afterEach(async () => {
  await sim.close();
  await server.close();
});

const client = () =>
  new Wechatpay({
    mchid: KNOWN.mchid,
    serial: KNOWN.certificateSerial,
    privateKey: KNOWN.merchantPrivateKeyPem,
    certs: { [KNOWN.wechatPayPublicKeyId]: KNOWN.wechatPayPublicKeyPem },
    baseURL: sim.payUrl,
  }).client.v3;
const request = async (method: string, url: string, data?: unknown): Promise<Record<string, unknown>> =>
  (await client().request({ method, url, data, headers: { 'Wechatpay-Serial': KNOWN.wechatPayPublicKeyId } })).data;

describe('an independent client', () => {
  it('creates, queries, cancels and verifies every answer', async () => {
    const made = await request('post', BILLS, transfer(phone.openid));
    expect(made['state']).toBe('WAIT_USER_CONFIRM');
    expect((await request('get', `${BILLS}/out-bill-no/GH2026Q30001`))['transfer_bill_no']).toBe(made['transfer_bill_no']);
    expect((await request('get', `${BILLS}/transfer-bill-no/${String(made['transfer_bill_no'])}`))['out_bill_no']).toBe('GH2026Q30001');
    expect((await request('post', `${BILLS}/out-bill-no/GH2026Q30001/cancel`, {}))['state']).toBe('CANCELING');
  });

  it('has its encrypted name understood', async () => {
    const name = Rsa.encrypt('竹坪', KNOWN.wechatPayPublicKeyPem);
    const made = await request('post', BILLS, transfer(phone.openid, { transfer_amount: 200_000, user_name: name }));
    expect(made['state']).toBe('WAIT_USER_CONFIRM');
    const { bills } = (await sim.call('GET', '/bills')).json as { bills: unknown[] };
    expect(bills).toMatchObject([{ userName: '竹坪' }]);
  });

  it('notices an answer with a wrong signature', async () => {
    await sim.call('POST', '/faults', { at: 'create', kind: 'bad-signature-after-commit' });
    await expect(request('post', BILLS, transfer(phone.openid))).rejects.toMatchObject({ code: 'EV3_RES_HEADER_SIGNATURE_DIGEST' });
  });

  it('opens a callback', async () => {
    await request('post', BILLS, transfer(phone.openid, { notify_url: server.url }));
    sim.advance(25 * 3_600_000);
    await until(() => server.received.length === 1);
    const [received] = server.received;
    if (!received) throw new Error('no request');
    const { headers, body } = received;
    const message = Formatter.response(String(headers['wechatpay-timestamp']), String(headers['wechatpay-nonce']), body);
    expect(Rsa.verify(message, String(headers['wechatpay-signature']), KNOWN.wechatPayPublicKeyPem)).toBe(true);
    const { resource } = JSON.parse(body) as { resource: { ciphertext: string; nonce: string; associated_data: string } };
    const plain = Aes.AesGcm.decrypt(resource.ciphertext, KNOWN.apiV3Key, resource.nonce, resource.associated_data);
    expect(JSON.parse(plain)).toMatchObject({ out_bill_no: 'GH2026Q30001', state: 'FAIL', fail_reason: 'OVERDUE_CLOSE' });
  });
});
