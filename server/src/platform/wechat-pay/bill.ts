/**
 * States of a transfer bill at the platform:
 * ACCEPTED → PROCESSING (locking funds) → WAIT_USER_CONFIRM → TRANSFERING → SUCCESS or FAIL; a cancel goes through CANCELING to CANCELLED.
 * The platform may add some: those read as 'unknown', with the word kept.
 */
const BILL_STATES = ['ACCEPTED', 'PROCESSING', 'WAIT_USER_CONFIRM', 'TRANSFERING', 'SUCCESS', 'FAIL', 'CANCELING', 'CANCELLED'] as const;

export type BillState = (typeof BILL_STATES)[number] | 'unknown';

const isBillState = (word: string): word is BillState => (BILL_STATES as readonly string[]).includes(word);
export const billState = (word: string): BillState => (isBillState(word) ? word : 'unknown');

/** Nothing more can happen to the bill. */
export const isFinal = (state: BillState): boolean => state === 'SUCCESS' || state === 'FAIL' || state === 'CANCELLED';

/** The only states after which the same money may go out under a new number. */
export const mayIssueAnother = (state: BillState): boolean => state === 'FAIL' || state === 'CANCELLED';

/** What the platform says of one bill. */
export type Bill = {
  readonly outBillNo: string;
  readonly transferBillNo: string;
  readonly mchid: string;
  readonly state: BillState;
  /** The platform's word for the state, the same as `state` unless that is 'unknown'. */
  readonly stateWord: string;
  readonly amountFen: number;
  readonly openid?: string;
  /** Only with FAIL; for `classifyFailReason`. */
  readonly failReason?: string;
  /** As the platform writes it: RFC 3339, with or without milliseconds. */
  readonly createTime?: string;
  readonly updateTime?: string;
};
