import type { KeyObject } from 'node:crypto';
import { createCipheriv, generateKeyPairSync, sign } from 'node:crypto';
import type { Reply } from '../../wechat/testing/stand-in.ts';
import type { MerchantAccount } from '../merchant-account.ts';

export const NOW = new Date('2026-03-01T00:00:00Z');
export const API_V3_KEY = 'k'.repeat(32);
export const PUB_KEY_ID = 'PUB_KEY_ID_0000000000000000000000000001';
export const MCHID = '1900000001';

const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
/** The platform's key, the merchant's, and a stranger's. */
export const platformKeys = pair();
export const merchantKeys = pair();
export const strangerKeys = pair();

export const pem = (key: KeyObject): string => key.export({ type: key.type === 'private' ? 'pkcs8' : 'spki', format: 'pem' }).toString();

export const accountAt = (baseUrl: string, overrides: Partial<MerchantAccount> = {}): MerchantAccount => ({
  mchid: MCHID,
  appid: 'wx0000000000000001',
  serialNo: '5A5A5A5A',
  privateKeyPem: pem(merchantKeys.privateKey),
  apiV3Key: API_V3_KEY,
  mode: 'public-key',
  publicKeys: { [PUB_KEY_ID]: pem(platformKeys.publicKey) },
  publicKeyId: PUB_KEY_ID,
  transferSceneId: '1002',
  reportInfos: [{ infoType: '补贴类型', infoContent: '监护补贴' }],
  perception: '行政补贴',
  limits: { singleMinFen: 10, singleMaxFen: 500_000, perPersonDayFen: 500_000, perDayFen: 5_000_000 },
  baseUrl,
  ...overrides,
});

export type Signing = { key?: KeyObject; serial?: string; at?: Date; over?: string; signature?: string };

/** The four headers of the platform's signature over `body`; wrong in what the test says. */
export function signedHeaders(
  body: string,
  { key = platformKeys.privateKey, serial = PUB_KEY_ID, at = NOW, over = body, signature }: Signing = {},
) {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const nonce = 'nonce-of-the-platform';
  return {
    'wechatpay-timestamp': timestamp,
    'wechatpay-nonce': nonce,
    'wechatpay-serial': serial,
    'wechatpay-signature': signature ?? sign('sha256', Buffer.from(`${timestamp}\n${nonce}\n${over}\n`), key).toString('base64'),
  };
}

/** A signed answer. */
export function signed(body: unknown, status = 200, how: Signing = {}): Reply {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { status, body: text, headers: signedHeaders(text, how) };
}

/** Seals text as the platform does. */
export function seal(text: string, associated = 'mch_payment', key = API_V3_KEY) {
  const nonce = 'nonce-12-by.';
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(associated));
  const ciphertext = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64');
  return { algorithm: 'AEAD_AES_256_GCM', ciphertext, associated_data: associated, nonce };
}
