import { createHash } from 'node:crypto';
import { inShanghai } from '../kernel/clock.ts';
import type { Bill } from '../world.ts';

/** How long after it was asked for an electronic receipt is ready, in real milliseconds. */
const MAKING = 150;

/** Electronic receipts of bills that were paid: asked for, made in a while, then downloaded. */
export class Receipts {
  readonly #askedAt = new Map<string, number>();

  ask(bill: Bill): Record<string, unknown> {
    if (!this.#askedAt.has(keyOf(bill))) this.#askedAt.set(keyOf(bill), Date.now());
    return { state: this.#isReady(bill) ? 'FINISHED' : 'GENERATING', create_time: inShanghai(bill.enteredAt) };
  }

  /** Null when it was never asked for. */
  look(bill: Bill, base: string): Record<string, unknown> | null {
    if (!this.#askedAt.has(keyOf(bill))) return null;
    if (!this.#isReady(bill)) return { state: 'GENERATING' };
    return {
      state: 'FINISHED',
      hash_type: 'SHA256',
      hash_value: createHash('sha256').update(receiptOf(bill)).digest('hex'),
      download_url: `${base}/v3/transferelec/file?token=${encodeURIComponent(bill.transferBillNo)}`,
    };
  }

  #isReady(bill: Bill): boolean {
    return Date.now() - (this.#askedAt.get(keyOf(bill)) ?? Infinity) >= MAKING;
  }
}

const keyOf = (bill: Bill): string => `${bill.mchid}/${bill.outBillNo}`;

/** A one-page PDF without words: what counts is that its bytes are these and no others. */
export const receiptOf = (bill: Bill): Buffer =>
  Buffer.from(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n` +
      `3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 420 298]>>endobj\n% ${bill.outBillNo} ${bill.transferBillNo} ${String(bill.amount)}\n` +
      `trailer<</Root 1 0 R>>\n%%EOF\n`,
  );
