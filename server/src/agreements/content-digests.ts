import { createHash } from 'node:crypto';
import { canonicalText, type AgreementText } from '@guanhu/shared/agreements/agreement-template';

/** Digests of the canonical text in UTF-8, hexadecimal: SHA-256 for everybody, SM3 for national requirements. */
export function contentDigests(text: AgreementText): { readonly sha256: string; readonly sm3: string } {
  const bytes = Buffer.from(canonicalText(text), 'utf8');
  const digest = (algorithm: 'sha256' | 'sm3') => createHash(algorithm).update(bytes).digest('hex');
  return { sha256: digest('sha256'), sm3: digest('sm3') };
}
