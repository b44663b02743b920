import { createHash } from 'node:crypto';

/** Digests of a text in UTF-8, hexadecimal: SHA-256 for everybody, SM3 for national requirements. */
export function textDigests(text: string): { readonly sha256: string; readonly sm3: string } {
  const bytes = Buffer.from(text, 'utf8');
  const digest = (algorithm: 'sha256' | 'sm3') => createHash(algorithm).update(bytes).digest('hex');
  return { sha256: digest('sha256'), sm3: digest('sm3') };
}
