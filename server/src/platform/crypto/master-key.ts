import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';

const PREFIX = 'guanhu-master-key:v1:';
const DEMONSTRATION = 'demonstration:';

/** The key that wraps every county's data key. It lies outside the database directory, readable by its owner only. */
export type MasterKey = { readonly key: Buffer; readonly demonstration: boolean };

/** A line for a key file: 32 random bytes; a demonstration key says what it is so that production can refuse it. */
export const masterKeyLine = (random: Buffer, demonstration: boolean): string =>
  `${PREFIX}${demonstration ? DEMONSTRATION : ''}${random.toString('base64')}\n`;

/**
 * Reads the key file.
 * @throws when others may read the file, it holds no key, or it holds the demonstration key in production.
 */
export function readMasterKey(file: string, profile: 'demonstration' | 'production'): MasterKey {
  if ((statSync(file).mode & 0o077) !== 0) throw new Error('the master key file must be readable by its owner only (mode 0600)');
  const line = readFileSync(file, 'utf8').trim();
  if (!line.startsWith(PREFIX)) throw new Error('the master key file holds no key');
  const rest = line.slice(PREFIX.length);
  const demonstration = rest.startsWith(DEMONSTRATION);
  if (demonstration && profile === 'production') throw new Error('a production server does not start with the demonstration key');
  const key = Buffer.from(demonstration ? rest.slice(DEMONSTRATION.length) : rest, 'base64');
  if (key.length !== 32) throw new Error('the master key must be 32 bytes');
  return { key, demonstration };
}

/** A short public name of a key, to notice that a database was sealed under another one. */
export const keyFingerprint = (key: Buffer): string =>
  createHash('sha256').update('guanhu-fingerprint').update(key).digest('hex').slice(0, 16);
