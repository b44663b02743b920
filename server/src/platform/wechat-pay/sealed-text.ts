import { createDecipheriv } from 'node:crypto';
import type { JsonObject } from '../wechat/json-object.ts';

const TAG_BYTES = 16;

/**
 * Opens an AEAD_AES_256_GCM resource of a callback or a certificate list: the tag (last 16 bytes) is checked before a byte is believed.
 * Undefined when anything about it is wrong. Ours because the library's decryption leaves the tag unchecked.
 */
export function openSealed(sealed: JsonObject, apiV3Key: string): string | undefined {
  const { algorithm, ciphertext, nonce } = sealed;
  const associated = sealed['associated_data'] ?? '';
  if (algorithm !== 'AEAD_AES_256_GCM' || typeof ciphertext !== 'string' || typeof nonce !== 'string') return undefined;
  if (typeof associated !== 'string') return undefined;
  const bytes = Buffer.from(ciphertext, 'base64');
  if (bytes.length < TAG_BYTES) return undefined;
  try {
    const decipher = createDecipheriv('aes-256-gcm', Buffer.from(apiV3Key), Buffer.from(nonce), { authTagLength: TAG_BYTES });
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    decipher.setAAD(Buffer.from(associated));
    return Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}
