import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Context } from '../context.ts';
import type { Fault } from '../faults/faults.ts';
import { inShanghai } from '../kernel/clock.ts';
import type { NamedKey } from '../kernel/keys.ts';
import { post } from '../kernel/post.ts';
import type { Bill, Callback, CallbackAttempt } from '../world.ts';
import { notifiedWords } from './bill-words.ts';
import type { Merchants } from './merchants.ts';
import { encryptResource, signatureHeaders } from './signing.ts';
import type { SigningManner } from './signing.ts';

const MANNERS: Partial<Record<Fault['kind'], SigningManner>> = {
  'bad-signature': 'bad',
  'stale-timestamp': 'stale-timestamp',
  'sign-test': 'sign-test',
};

/**
 * Notifications to merchants: signed, encrypted, repeated until answered 200 or 204 in time or given up.
 * A notification keeps its id and body through all attempts; every attempt is signed anew.
 */
export class Callbacks {
  readonly #context: Context;
  readonly #merchants: Merchants;
  readonly #running = new Set<Promise<void>>();
  /** Callbacks held back until another one has gone ahead. */
  readonly #waitingForAnother: (() => void)[] = [];

  constructor(context: Context, merchants: Merchants) {
    this.#context = context;
    this.#merchants = merchants;
  }

  /** Takes up what the last run had not delivered. */
  resume(): void {
    for (const callback of this.#context.world.data.callbacks)
      if (callback.state === 'pending') this.#run(this.#attemptAll(callback, null));
  }

  /** Tells the merchant that a bill has ended. */
  billEnded(bill: Bill): void {
    if (bill.notifyUrl !== null && this.#merchants.find(bill.mchid)) this.send(bill.mchid, bill.notifyUrl, notifiedWords(bill));
  }

  /** Sends any plain text as a rightly signed notification: the way to test unknown bills and wrong amounts. */
  send(mchid: string, notifyUrl: string, plain: Record<string, unknown>): Callback {
    const outBillNo = typeof plain['out_bill_no'] === 'string' ? plain['out_bill_no'] : '';
    const fault = this.#context.faults.take('callback', { outBillNo });
    const merchant = this.#merchants.find(mchid);
    if (!merchant) throw new RangeError(`no merchant ${mchid}`);
    const resource = { original_type: 'mch_payment', ...encryptResource(JSON.stringify(plain), merchant.apiV3Key, 'mch_payment') };
    if (fault?.kind === 'tampered-ciphertext') resource.ciphertext = flipped(resource.ciphertext);
    const id = randomUUID();
    const callback: Callback = {
      id,
      mchid,
      outBillNo,
      notifyUrl,
      body: JSON.stringify({
        id,
        create_time: inShanghai(this.#context.clock.now()),
        resource_type: 'encrypt-resource',
        event_type: 'MCHTRANSFER.BILL.FINISHED',
        summary: '商家转账单据终态通知',
        resource,
      }),
      plain,
      serial: this.#merchants.callbackKey(merchant).id,
      attempts: [],
      state: fault?.kind === 'lost' ? 'lost' : 'pending',
    };
    this.#context.world.data.callbacks.push(callback);
    this.#context.world.changed();
    if (callback.state === 'pending') this.#run(this.#attemptAll(callback, fault));
    return callback;
  }

  /** Sends one more copy of a notification, whatever has become of it. */
  async again(callback: Callback): Promise<CallbackAttempt> {
    return this.#attempt(callback, 'right', 'duplicate');
  }

  /** Resolves when nothing is being sent any more; call it after `closing` was aborted. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#running);
  }

  #run(work: Promise<void>): void {
    const guarded = work.catch(() => undefined).finally(() => this.#running.delete(guarded));
    this.#running.add(guarded);
  }

  async #attemptAll(callback: Callback, fault: Fault | null): Promise<void> {
    if (fault?.kind === 'late') await this.#pause(fault.milliseconds);
    if (fault?.kind === 'out-of-order') await this.#letAnotherPass(fault.milliseconds);
    if (fault?.kind === 'sign-test') await this.#attempt(callback, 'sign-test', 'probe');
    if (fault?.kind === 'duplicate') this.#run(this.#attempt(callback, 'right', 'duplicate').then(() => undefined));
    const spoiled = fault?.kind === 'bad-signature' || fault?.kind === 'stale-timestamp' ? MANNERS[fault.kind] : undefined;
    for (const [turn, pause] of [0, ...this.#context.configuration.delivery.callbackRetryMilliseconds].entries()) {
      if (pause > 0) await this.#pause(pause);
      const { status } = await this.#attempt(callback, turn === 0 && spoiled ? spoiled : 'right', 'proper');
      if (status === 200 || status === 204) {
        callback.state = 'delivered';
        this.#context.world.changed();
        this.#waitingForAnother.splice(0).forEach(go => {
          go();
        });
        return;
      }
    }
    callback.state = 'given-up';
    this.#context.world.changed();
  }

  async #attempt(callback: Callback, manner: SigningManner, kind: CallbackAttempt['kind']): Promise<CallbackAttempt> {
    const { closing, configuration } = this.#context;
    closing.throwIfAborted();
    const headers = {
      'content-type': 'application/json',
      accept: '*/*',
      'user-agent': 'Mozilla/4.0',
      ...signatureHeaders(callback.body, this.#keyOf(callback), manner),
    };
    const attempt: CallbackAttempt = { at: Date.now(), kind, status: 0 };
    const answer = await post(callback.notifyUrl, headers, callback.body, configuration.delivery.timeoutMilliseconds, closing).catch(
      () => null,
    );
    attempt.status = answer?.status ?? 0;
    callback.attempts.push(attempt);
    this.#context.world.changed();
    return attempt;
  }

  #keyOf(callback: Callback): NamedKey {
    const merchant = this.#merchants.find(callback.mchid);
    if (!merchant) throw new Error(`merchant ${callback.mchid} is gone`);
    return this.#merchants.keyBySerial(merchant, callback.serial) ?? this.#merchants.usualKey(merchant);
  }

  async #pause(milliseconds: number): Promise<void> {
    await wait(milliseconds, undefined, { signal: this.#context.closing });
  }

  /** Waits until another callback was delivered, at the longest `milliseconds`. */
  async #letAnotherPass(milliseconds: number): Promise<void> {
    const passed = new Promise<void>(resolve => this.#waitingForAnother.push(resolve));
    const over = new AbortController();
    await Promise.race([
      passed,
      wait(milliseconds, undefined, { signal: AbortSignal.any([over.signal, this.#context.closing]) }).catch(() => undefined),
    ]);
    over.abort();
    this.#context.closing.throwIfAborted();
  }
}

/** The same Base64 with one bit of the first byte turned. */
const flipped = (base64: string): string => {
  const bytes = Buffer.from(base64, 'base64');
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  return bytes.toString('base64');
};
