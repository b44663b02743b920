import type { Bill, BillState } from './bill.ts';

/**
 * Transfers of one merchant to payees who confirm them (商家转账, 用户确认模式). Terminology: a *bill* is one transfer; its `outBillNo` is our
 * number and the idempotency key; its `packageInfo` opens the platform's confirmation page on the payee's phone.
 *
 * The golden rule: whatever is not definitely known is `unknown`. An unknown bill is queried, or created again with the same number and
 * identical fields; a new number is made only after a query or a verified callback says FAIL or CANCELLED.
 */
export type TransferBills = {
  /**
   * Asks for a transfer. Safe to repeat with the same draft.
   * @param turn is waited for when the request is ready to leave, so that it leaves at that moment, and told when its answer has come or will
   *   not come; `undefined`: it does not leave
   */
  create(draft: BillDraft, turn?: () => Promise<(() => void) | undefined>): Promise<CreateOutcome>;
  /** What became of a bill; the platform remembers 30 days. */
  queryByOutBillNo(outBillNo: string): Promise<QueryOutcome>;
  /** Asks to take a bill back that is not final yet; whether it worked, a query says. */
  cancel(outBillNo: string): Promise<CancelOutcome>;
  /** The electronic receipt of a paid bill: asked for if it was not, downloaded when it is ready. */
  receipt(outBillNo: string): Promise<ReceiptOutcome>;
};

export type BillDraft = {
  /** From `outBillNo`. */
  readonly outBillNo: string;
  readonly openid: string;
  readonly amountFen: number;
  /** The payee sees it; at most 32 characters, and never the name of a patient or an illness. */
  readonly remark: string;
  /** The payee's real name: needed from 2,000 yuan on, encrypted; below that it is not sent. */
  readonly userName?: string;
  /** Public address of our callback, without query. */
  readonly notifyUrl?: string;
};

export type Unknown = {
  readonly outcome: 'unknown';
  /**
   * `unreachable`: no connection. `timeout`, `network`: no whole answer. `status`: not 200 (see `advice`). `signature`: not provably the
   * platform's answer. `body`: not what the document says. `mismatch`: an answer about another bill or merchant.
   */
  readonly why: 'unreachable' | 'timeout' | 'network' | 'status' | 'signature' | 'body' | 'mismatch';
  readonly advice: Advice;
  readonly status?: number;
  /** The platform's error code, fit for a log. */
  readonly code?: string;
};

/** What to do about an `unknown`. Always with the same number; none of them ever allows a new one. */
export type Advice =
  /** Ask what became of it, then repeat if the platform does not know it. */
  | 'query'
  /** The number may exist with other fields: query, compare, let a person decide. */
  | 'query-and-compare'
  /** Wait longer, then repeat. */
  | 'back-off'
  /** The merchant's account lacks money: top up, then repeat. */
  | 'top-up'
  /** Keys, permissions or scene are wrong: an administrator, then repeat. */
  | 'fix-configuration'
  /** A field was refused: mend it, then repeat. */
  | 'fix-request';

/** Definitely nothing left the house. `field` is the draft's field at fault, or 'platform-key' when none could be downloaded. */
export type NotSent = { readonly outcome: 'not-sent'; readonly field: keyof BillDraft | 'platform-key' };

export type CreateOutcome =
  | {
      readonly outcome: 'created';
      readonly transferBillNo: string;
      readonly state: BillState;
      readonly stateWord: string;
      /** Only with WAIT_USER_CONFIRM, and only now: no query returns it. Store it. */
      readonly packageInfo?: string;
      readonly createTime?: string;
    }
  | NotSent
  /** There was no turn for it. */
  | { readonly outcome: 'put-off' }
  | Unknown;

export type QueryOutcome =
  | { readonly outcome: 'found'; readonly bill: Bill }
  /** The platform does not know the number, or not yet: wait minutes before repeating the creation with the same number. */
  | { readonly outcome: 'not-found' }
  | Unknown;

/** `hash` is the platform's own digest, to which the content was compared; hexadecimal. */
export type ReceiptOutcome =
  | { readonly outcome: 'ready'; readonly hashType: 'SHA256' | 'SM3'; readonly hash: string; readonly content: Buffer }
  | { readonly outcome: 'making' }
  | Unknown;

export type CancelOutcome = { readonly outcome: 'accepted'; readonly state: BillState; readonly stateWord: string } | Unknown;
