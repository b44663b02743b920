import type { KeyObject } from 'node:crypto';
import { verify } from 'node:crypto';

/** Reads a header by its lower-case name; undefined when it is absent or was sent more than once. */
export type HeaderReader = (name: string) => string | undefined;

/** The platform's key of that serial, fetched first if need be; undefined when there is none we trust. */
export type KeyFinder = (serial: string) => Promise<KeyObject | undefined>;

export type SignatureVerdict =
  | { readonly valid: true }
  /** `absent`: headers missing. `probe`: the platform tests whether we check. */
  | { readonly valid: false; readonly why: 'absent' | 'stale' | 'probe' | 'unknown-serial' | 'forged' };

/** A signature this far from our clock, either way, is not accepted. Source: the platform's rule of five minutes. */
const WINDOW_SECONDS = 300;
/** A signature holding this is sent on purpose and must fail. */
const PROBE = 'WECHATPAY/SIGNTEST/';

/** Whether the platform signed exactly these bytes just now. Never parse a body before this says so. */
export async function verifySignature(header: HeaderReader, rawBody: Buffer, keyFor: KeyFinder, now: Date): Promise<SignatureVerdict> {
  const timestamp = header('wechatpay-timestamp');
  const nonce = header('wechatpay-nonce');
  const signature = header('wechatpay-signature');
  const serial = header('wechatpay-serial');
  if (timestamp === undefined || nonce === undefined || signature === undefined || serial === undefined)
    return { valid: false, why: 'absent' };
  if (signature.includes(PROBE)) return { valid: false, why: 'probe' };
  const isFresh = /^\d{1,12}$/.test(timestamp) && Math.abs(now.getTime() / 1000 - Number(timestamp)) < WINDOW_SECONDS;
  if (!isFresh) return { valid: false, why: 'stale' };
  const key = await keyFor(serial);
  if (key === undefined) return { valid: false, why: 'unknown-serial' };
  const message = Buffer.concat([Buffer.from(`${timestamp}\n${nonce}\n`), rawBody, Buffer.from('\n')]);
  return verify('sha256', message, key, Buffer.from(signature, 'base64')) ? { valid: true } : { valid: false, why: 'forged' };
}
