import {
  constants,
  createCipheriv,
  createPrivateKey,
  createPublicKey,
  privateDecrypt,
  publicEncrypt,
  randomBytes,
  sign,
  verify,
} from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { NamedKey } from '../kernel/keys.ts';
import { randomHex, randomText } from '../kernel/random.ts';

const SCHEME = 'WECHATPAY2-SHA256-RSA2048';

/** The parts of a request's Authorization header. */
export interface Authorization {
  mchid: string;
  nonce: string;
  timestamp: string;
  serial: string;
  signature: string;
}

/** Takes the header apart; `wrong-scheme` and `malformed` are told apart because the refusals differ. */
export const readAuthorization = (header: string | undefined): Authorization | 'wrong-scheme' | 'malformed' => {
  if (header === undefined) return 'malformed';
  const space = header.indexOf(' ');
  if (space < 0) return 'malformed';
  if (header.slice(0, space) !== SCHEME) return 'wrong-scheme';
  const parts = new Map<string, string>();
  for (const part of header.slice(space + 1).split(',')) {
    const found = /^\s*(mchid|nonce_str|timestamp|serial_no|signature)="([^"]*)"\s*$/.exec(part);
    if (!found?.[1] || parts.has(found[1])) return 'malformed';
    parts.set(found[1], found[2] ?? '');
  }
  const [mchid, nonce, timestamp, serial, signature] = ['mchid', 'nonce_str', 'timestamp', 'serial_no', 'signature'].map(name =>
    parts.get(name),
  );
  if (!mchid || !nonce || !timestamp || !serial || !signature || !/^\d{1,12}$/.test(timestamp)) return 'malformed';
  return { mchid, nonce, timestamp, serial, signature };
};

/** The text a request signs; `url` is path and query as sent, `body` the bytes as sent. */
export const requestMessage = (method: string, url: string, timestamp: string, nonce: string, body: string): string =>
  `${method}\n${url}\n${timestamp}\n${nonce}\n${body}\n`;

/** The text that answers and callbacks sign. */
export const answerMessage = (timestamp: string, nonce: string, body: string): string => `${timestamp}\n${nonce}\n${body}\n`;

export const verifies = (message: string, signature: string, publicKeyPem: string): boolean =>
  verify('sha256', Buffer.from(message, 'utf8'), publicKeyOf(publicKeyPem), Buffer.from(signature, 'base64'));

/** A key is parsed once: parsing takes three times as long as signing with it. There are as many as merchants and platform keys. */
const parsedOnce = (parse: (pem: string) => KeyObject): ((pem: string) => KeyObject) => {
  const known = new Map<string, KeyObject>();
  return pem => {
    const key = known.get(pem) ?? parse(pem);
    known.set(pem, key);
    return key;
  };
};
const privateKeyOf = parsedOnce(createPrivateKey);
const publicKeyOf = parsedOnce(createPublicKey);

/** How an answer or callback is signed: rightly, or wrongly on demand. */
export type SigningManner = 'right' | 'bad' | 'none' | 'sign-test' | 'stale-timestamp';

/**
 * The four Wechatpay headers over a body. `bad` signs another text, `sign-test` is the platform's own probe,
 * `stale-timestamp` is a true signature made ten minutes ago.
 */
export const signatureHeaders = (body: string, key: NamedKey, manner: SigningManner = 'right'): Record<string, string> => {
  if (manner === 'none') return {};
  const timestamp = String(Math.floor(Date.now() / 1000) - (manner === 'stale-timestamp' ? 600 : 0));
  const nonce = randomHex(32);
  const message = answerMessage(timestamp, nonce, manner === 'bad' ? `${body} ` : body);
  const proper = sign('sha256', Buffer.from(message, 'utf8'), privateKeyOf(key.privateKeyPem)).toString('base64');
  return {
    'Wechatpay-Timestamp': timestamp,
    'Wechatpay-Nonce': nonce,
    'Wechatpay-Serial': key.id,
    'Wechatpay-Signature': manner === 'sign-test' ? `WECHATPAY/SIGNTEST/${proper.slice(19)}` : proper,
    'Wechatpay-Signature-Type': SCHEME,
  };
};

/** AEAD_AES_256_GCM as APIv3 uses it: the tag closes the ciphertext. */
export const encryptResource = (plain: string, apiV3Key: string, associatedData: string) => {
  const nonce = randomText(12);
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(apiV3Key, 'utf8'), Buffer.from(nonce, 'utf8'));
  cipher.setAAD(Buffer.from(associatedData, 'utf8'));
  const ciphertext = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64');
  return { algorithm: 'AEAD_AES_256_GCM', ciphertext, associated_data: associatedData, nonce };
};

const OAEP = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' };

/** The plain text of a sensitive field, or null when it was not made for this key. */
export const decryptSensitive = (ciphertext: string, privateKeyPem: string): string | null => {
  try {
    return privateDecrypt({ key: privateKeyPem, ...OAEP }, Buffer.from(ciphertext, 'base64')).toString('utf8');
  } catch {
    return null;
  }
};

export const encryptSensitive = (plain: string, publicKeyPem: string): string =>
  publicEncrypt({ key: publicKeyPem, ...OAEP }, Buffer.from(plain, 'utf8')).toString('base64');

/** A nonce nobody else has, for ids. */
export const freshId = (): string => randomBytes(16).toString('hex');
