import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Received, Reply, StandIn } from '../wechat/testing/stand-in.ts';
import { standIn } from '../wechat/testing/stand-in.ts';
import type { MerchantAccount } from './merchant-account.ts';
import { openMerchant } from './open-merchant.ts';
import { certificatePem } from './testing/certificate.ts';
import type { Signing } from './testing/pay-stand-in.ts';
import { accountAt, API_V3_KEY, MCHID, NOW, platformKeys, PUB_KEY_ID, seal, signed, strangerKeys } from './testing/pay-stand-in.ts';

const SERIAL = '5157F09E';
const NEXT = '5157F0A0';
const DAY = 86_400_000;
const from = new Date(NOW.getTime() - DAY);
const to = new Date(NOW.getTime() + DAY);
const listed = (serial = SERIAL, { keys = platformKeys, validFrom = from, validTo = to, inside = serial, apiV3Key = API_V3_KEY } = {}) => ({
  serial_no: serial,
  effective_time: validFrom.toISOString(),
  expire_time: validTo.toISOString(),
  encrypt_certificate: seal(certificatePem(keys, inside, validFrom, validTo), 'certificate', apiV3Key),
});

const BILL = { mch_id: MCHID, out_bill_no: 'gh1', transfer_bill_no: 't', state: 'SUCCESS', transfer_amount: 1 };
const DRAFT = { outBillNo: 'gh1', openid: 'o-1', amountFen: 100, remark: '补贴' };
let server: StandIn;
let certificates: Reply;
let signing: Signing;
let now: Date;
const isList = (one: Received) => one.path === '/v3/certificates';
beforeEach(async () => {
  now = NOW;
  certificates = signed({ data: [listed()] }, 200, { serial: SERIAL });
  signing = { serial: SERIAL };
  server = await standIn(one => (isList(one) ? certificates : signed(BILL, 200, { at: now, ...signing })));
});
afterEach(() => server.stop());
const open = (overrides: Partial<MerchantAccount> = {}) =>
  openMerchant(accountAt(server.url, { mode: 'certificates', publicKeys: {}, publicKeyId: null, ...overrides }), {
    now: () => now,
    timeoutMs: 500,
  }).bills;
const downloads = () => server.received.filter(isList).length;

describe('platform certificates', () => {
  it('are downloaded once, and the newest is asked for', async () => {
    certificates = signed({ data: [listed(), listed(NEXT, { validFrom: new Date(NOW.getTime() - 1000) })] }, 200, { serial: SERIAL });
    const bills = open();
    expect(await Promise.all([bills.queryByOutBillNo('gh1'), bills.queryByOutBillNo('gh1')])).toMatchObject([
      { outcome: 'found' },
      { outcome: 'found' },
    ]);
    expect(downloads()).toBe(1);
    expect(server.received.filter(one => !isList(one)).map(one => one.headers['wechatpay-serial'])).toEqual([NEXT, NEXT]);
    expect(server.received.find(isList)?.headers).not.toHaveProperty('wechatpay-serial');
  });

  it.each([
    ['a stranger signed the list', () => signed({ data: [listed()] }, 200, { serial: SERIAL, key: strangerKeys.privateKey })],
    ['the list is old', () => signed({ data: [listed()] }, 200, { serial: SERIAL, at: new Date(NOW.getTime() - 300_000) })],
    ['another APIv3 key sealed it', () => signed({ data: [listed(SERIAL, { apiV3Key: 'x'.repeat(32) })] }, 200, { serial: SERIAL })],
    ['the certificate has another serial', () => signed({ data: [listed(SERIAL, { inside: NEXT })] }, 200, { serial: SERIAL })],
    ['it has ended', () => signed({ data: [listed(SERIAL, { validTo: NOW })] }, 200, { serial: SERIAL })],
    ['it has not begun', () => signed({ data: [listed(SERIAL, { validFrom: to, validTo: to })] }, 200, { serial: SERIAL })],
    [
      'what is sealed is no certificate',
      () => signed({ data: [{ ...listed(), encrypt_certificate: seal('pem', 'certificate') }] }, 200, { serial: SERIAL }),
    ],
    ['the list is empty', () => signed({ data: [] }, 200, { serial: SERIAL })],
    ['the list is none', () => signed('[]', 200, { serial: SERIAL })],
    ['the platform fails', () => ({ status: 500 })],
    ['nothing comes', () => ({ misbehave: 'hang' }) as const],
  ])('are not believed when %s', async (_, answer) => {
    certificates = answer();
    const bills = open();
    expect(await bills.create(DRAFT)).toEqual({ outcome: 'not-sent', field: 'platform-key' });
    expect(await bills.queryByOutBillNo('gh1')).toMatchObject({ outcome: 'unknown', why: 'signature' });
    expect(downloads()).toBe(1);
  });

  it('are asked for again after a minute when an unknown serial signs, not before', async () => {
    const bills = open();
    await bills.queryByOutBillNo('gh1');
    signing = { serial: NEXT };
    certificates = signed({ data: [listed(), listed(NEXT)] }, 200, { serial: SERIAL, at: new Date(NOW.getTime() + 60_000) });
    expect(await bills.queryByOutBillNo('gh1')).toMatchObject({ outcome: 'unknown', why: 'signature' });
    expect(downloads()).toBe(1);
    now = new Date(NOW.getTime() + 60_000);
    expect(await bills.queryByOutBillNo('gh1')).toMatchObject({ outcome: 'found' });
    expect(downloads()).toBe(2);
  });

  it('are refreshed twice a day, and kept when that fails', async () => {
    const bills = open();
    await bills.queryByOutBillNo('gh1');
    certificates = { status: 500 };
    now = new Date(NOW.getTime() + DAY / 2);
    expect(await bills.queryByOutBillNo('gh1')).toMatchObject({ outcome: 'found' });
    expect(downloads()).toBe(2);
  });
});

describe('while switching', () => {
  it('asks for the public key and accepts both', async () => {
    const bills = open({ mode: 'switching', publicKeys: accountAt('').publicKeys, publicKeyId: PUB_KEY_ID });
    expect(await bills.queryByOutBillNo('gh1')).toMatchObject({ outcome: 'found' });
    signing = {};
    expect(await bills.queryByOutBillNo('gh1')).toMatchObject({ outcome: 'found' });
    expect(server.received.filter(one => !isList(one)).map(one => one.headers['wechatpay-serial'])).toEqual([PUB_KEY_ID, PUB_KEY_ID]);
    expect(downloads()).toBe(1);
  });

  it('does not accept a certificate afterwards, nor the public key before', async () => {
    const after = open({ mode: 'public-key', publicKeys: accountAt('').publicKeys, publicKeyId: PUB_KEY_ID });
    expect(await after.queryByOutBillNo('gh1')).toMatchObject({ outcome: 'unknown', why: 'signature' });
    expect(downloads()).toBe(0);
    signing = {};
    expect(await open().queryByOutBillNo('gh1')).toMatchObject({ outcome: 'unknown', why: 'signature' });
  });
});
