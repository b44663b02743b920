import { asObject, jsonObject } from '../wechat/json-object.ts';
import { readBill } from './bill-reading.ts';
import type { Bill } from './bill.ts';
import { openSealed } from './sealed-text.ts';
import type { KeyFinder, SignatureVerdict } from './signature.ts';
import { verifySignature } from './signature.ts';

/** What it takes to believe a callback. */
export type CallbackKeys = {
  readonly mchid: string;
  readonly apiV3Key: string;
  readonly keyFor: KeyFinder;
};

/** Headers as Node gives them: lower-case names. */
export type CallbackHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

export type CallbackOutcome =
  /** Answer 204 once the bill's new state is committed; the same callback may come again and in another order. */
  | { readonly outcome: 'verified'; readonly bill: Bill }
  /**
   * Answer 4xx with { code: 'FAIL' }. From `absent` to `forged`: not provably the platform's. `body`, `event`, `cipher`: signed, but not a
   * finished transfer that we can open. `mchid`: another merchant's.
   */
  | {
      readonly outcome: 'refused';
      readonly why: Exclude<SignatureVerdict, { valid: true }>['why'] | 'body' | 'event' | 'cipher' | 'mchid';
    };

const FINISHED = 'MCHTRANSFER.BILL.FINISHED';
const MAX_BODY_BYTES = 64 * 1024;

/**
 * Verifies and opens a transfer callback, in this order: size, signature over the raw bytes, event, seal (with its tag), fields, merchant.
 * @param rawBody exactly the bytes received; a body that was parsed and written again does not verify.
 */
export async function readTransferCallback(
  headers: CallbackHeaders,
  rawBody: Buffer,
  keys: CallbackKeys,
  now: Date,
): Promise<CallbackOutcome> {
  if (rawBody.length > MAX_BODY_BYTES) return { outcome: 'refused', why: 'body' };
  const header = (name: string) => {
    const value = headers[name];
    return typeof value === 'string' ? value : undefined;
  };
  const verdict = await verifySignature(header, rawBody, keys.keyFor, now);
  if (!verdict.valid) return { outcome: 'refused', why: verdict.why };
  const notice = jsonObject(rawBody.toString('utf8'));
  const resource = asObject(notice?.['resource']);
  if (notice === undefined || resource === undefined) return { outcome: 'refused', why: 'body' };
  if (notice['event_type'] !== FINISHED) return { outcome: 'refused', why: 'event' };
  const plain = openSealed(resource, keys.apiV3Key);
  if (plain === undefined) return { outcome: 'refused', why: 'cipher' };
  const read = jsonObject(plain);
  const bill = read && readBill(read);
  if (bill === undefined) return { outcome: 'refused', why: 'body' };
  if (bill.mchid !== keys.mchid) return { outcome: 'refused', why: 'mchid' };
  return { outcome: 'verified', bill };
}
