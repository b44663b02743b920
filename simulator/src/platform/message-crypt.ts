import { createCipheriv, createHash, randomBytes } from 'node:crypto';

/** The signature over sorted parts that the message server checks. */
export const pushSignature = (...parts: string[]): string =>
  createHash('sha1')
    .update([...parts].sort().join(''))
    .digest('hex');

const BLOCK = 32;

/** Safe mode's encryption: random 16 bytes, length, message, appid; AES-256-CBC; PKCS#7 to blocks of 32 bytes. */
export const encryptPush = (message: string, appid: string, encodingAesKey: string): string => {
  const key = Buffer.from(`${encodingAesKey}=`, 'base64');
  const text = Buffer.from(message, 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  const plain = Buffer.concat([randomBytes(16), length, text, Buffer.from(appid, 'utf8')]);
  const padding = BLOCK - (plain.length % BLOCK);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(Buffer.concat([plain, Buffer.alloc(padding, padding)])), cipher.final()]).toString('base64');
};
