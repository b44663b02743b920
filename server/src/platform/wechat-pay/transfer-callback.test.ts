import { createPublicKey } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import plugin from 'wechatpay-axios-plugin';
import { openSealed } from './sealed-text.ts';
import type { Signing } from './testing/pay-stand-in.ts';
import { API_V3_KEY, MCHID, NOW, pem, platformKeys, PUB_KEY_ID, seal, signedHeaders, strangerKeys } from './testing/pay-stand-in.ts';
import { readTransferCallback } from './transfer-callback.ts';

const { Aes, Formatter, Rsa } = plugin;
const PLAIN = {
  out_bill_no: 'gh1',
  transfer_bill_no: '1330000071',
  state: 'SUCCESS',
  mch_id: MCHID,
  transfer_amount: 60_000,
  openid: 'o-guardian-1',
  create_time: '2026-03-01T08:00:00+08:00',
  update_time: '2026-03-01T08:01:00+08:00',
};
const BILL = {
  outBillNo: 'gh1',
  transferBillNo: '1330000071',
  mchid: MCHID,
  state: 'SUCCESS',
  stateWord: 'SUCCESS',
  amountFen: 60_000,
  openid: 'o-guardian-1',
  createTime: '2026-03-01T08:00:00+08:00',
  updateTime: '2026-03-01T08:01:00+08:00',
};
const keys = {
  mchid: MCHID,
  apiV3Key: API_V3_KEY,
  keyFor: (serial: string) => Promise.resolve(serial === PUB_KEY_ID ? createPublicKey(pem(platformKeys.publicKey)) : undefined),
};
const notice = (resource: object, event_type = 'MCHTRANSFER.BILL.FINISHED') =>
  JSON.stringify({
    id: 'e-1',
    create_time: 'x',
    resource_type: 'encrypt-resource',
    event_type,
    summary: 's',
    resource: { original_type: 'mch_payment', ...resource },
  });
const about = (plain: unknown) => notice(seal(typeof plain === 'string' ? plain : JSON.stringify(plain)));
const read = (body: string, how: Signing = {}) => readTransferCallback(signedHeaders(body, how), Buffer.from(body), keys, NOW);

describe('a callback', () => {
  it('is verified and opened', async () => {
    expect(await read(about(PLAIN))).toEqual({ outcome: 'verified', bill: BILL });
  });

  it('names the merchant either way, and the reason of a failure', async () => {
    const { mch_id, ...rest } = PLAIN;
    expect(await read(about({ ...rest, mchid: mch_id, state: 'FAIL', fail_reason: 'NAME_NOT_CORRECT' }))).toEqual({
      outcome: 'verified',
      bill: { ...BILL, state: 'FAIL', stateWord: 'FAIL', failReason: 'NAME_NOT_CORRECT' },
    });
  });

  it('keeps a state that is new as unknown', async () => {
    expect(await read(about({ ...PLAIN, state: 'REFUNDED' }))).toMatchObject({ bill: { state: 'unknown', stateWord: 'REFUNDED' } });
  });

  it('made by an independent client is opened by us', async () => {
    const ciphertext = Aes.AesGcm.encrypt(JSON.stringify(PLAIN), API_V3_KEY, 'fdasflkja484', 'mch_payment');
    const body = notice({ algorithm: 'AEAD_AES_256_GCM', ciphertext, associated_data: 'mch_payment', nonce: 'fdasflkja484' });
    const timestamp = String(NOW.getTime() / 1000);
    const headers = {
      'wechatpay-timestamp': timestamp,
      'wechatpay-nonce': 'n',
      'wechatpay-serial': PUB_KEY_ID,
      'wechatpay-signature': Rsa.sign(Formatter.response(timestamp, 'n', body), platformKeys.privateKey),
    };
    expect(await readTransferCallback(headers, Buffer.from(body), keys, NOW)).toEqual({ outcome: 'verified', bill: BILL });
  });

  it('is not verified when the independent client would not verify it', async () => {
    const body = about(PLAIN);
    const headers = signedHeaders(body, { key: strangerKeys.privateKey });
    const message = Formatter.response(headers['wechatpay-timestamp'], headers['wechatpay-nonce'], body);
    expect(Rsa.verify(message, headers['wechatpay-signature'], platformKeys.publicKey)).toBe(false);
    expect(await readTransferCallback(headers, Buffer.from(body), keys, NOW)).toEqual({ outcome: 'refused', why: 'forged' });
  });

  it.each([
    ['with the probe', { signature: 'WECHATPAY/SIGNTEST/c2ln' }, 'probe'],
    ['of five minutes ago', { at: new Date(NOW.getTime() - 300_000) }, 'stale'],
    ['from the future', { at: new Date(NOW.getTime() + 300_000) }, 'stale'],
    ['of another serial', { serial: '5157F09E' }, 'unknown-serial'],
    ['signed over other bytes', { over: about({ ...PLAIN, transfer_amount: 1 }) }, 'forged'],
    ['with a signature that is no base64', { signature: '***' }, 'forged'],
  ] as [string, Signing, string][])('%s is refused', async (_, how, why) => {
    expect(await read(about(PLAIN), how)).toEqual({ outcome: 'refused', why });
  });

  it.each(['wechatpay-timestamp', 'wechatpay-nonce', 'wechatpay-serial', 'wechatpay-signature'])(
    'without one %s is refused',
    async name => {
      const body = about(PLAIN);
      for (const value of [undefined, ['a', 'b']]) {
        expect(await readTransferCallback({ ...signedHeaders(body), [name]: value }, Buffer.from(body), keys, NOW)).toEqual({
          outcome: 'refused',
          why: 'absent',
        });
      }
    },
  );

  const sealed = seal(JSON.stringify(PLAIN));
  const flipped = Buffer.from(sealed.ciphertext, 'base64');
  flipped[20] = (flipped[20] ?? 0) ^ 1;
  it.each([
    ['no JSON', 'x', 'body'],
    ['no resource', '{"event_type":"MCHTRANSFER.BILL.FINISHED"}', 'body'],
    ['another event', notice(sealed, 'TRANSACTION.SUCCESS'), 'event'],
    ['a flipped bit', notice({ ...sealed, ciphertext: flipped.toString('base64') }), 'cipher'],
    [
      'a missing tag',
      notice({ ...sealed, ciphertext: Buffer.from(sealed.ciphertext, 'base64').subarray(0, -16).toString('base64') }),
      'cipher',
    ],
    ['a text shorter than its tag', notice({ ...sealed, ciphertext: 'AAAA' }), 'cipher'],
    ['other associated data', notice({ ...sealed, associated_data: 'other' }), 'cipher'],
    ['associated data that are no text', notice({ ...sealed, associated_data: 1 }), 'cipher'],
    ['another algorithm', notice({ ...sealed, algorithm: 'NONE' }), 'cipher'],
    ['no nonce', notice({ ...sealed, nonce: undefined }), 'cipher'],
    ['an empty nonce', notice({ ...sealed, nonce: '' }), 'cipher'],
    ['another APIv3 key', notice(seal(JSON.stringify(PLAIN), 'mch_payment', 'x'.repeat(32))), 'cipher'],
    ['sealed text that is no JSON', about('x'), 'body'],
    ['an amount that is text', about({ ...PLAIN, transfer_amount: '60000' }), 'body'],
    ['another merchant', about({ ...PLAIN, mch_id: '1900000002' }), 'mchid'],
    ['a huge body', `${about(PLAIN)}${' '.repeat(70_000)}`, 'body'],
  ])('well signed, with %s is refused', async (_, body, why) => {
    expect(await read(body)).toEqual({ outcome: 'refused', why });
  });
});

describe('the seal', () => {
  it('opens without associated data', () => {
    const { algorithm, ciphertext, nonce } = seal('text', '');
    expect(openSealed({ algorithm, ciphertext, nonce }, API_V3_KEY)).toBe('text');
  });
});
