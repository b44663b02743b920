/** Who can do something about a failed transfer. */
export type FailReasonClass =
  /** The payee: real-name check, wrong name, an account to be unlocked. */
  | 'payee-can-mend'
  /** The payee's account cannot receive: another channel or another payee. */
  | 'payee-account'
  /** A limit of the day or of the account: another day, or a raised limit. */
  | 'limit'
  /** The paying office: funds, permissions, or its own cancellation. */
  | 'merchant'
  /** The payee did not confirm within the day; the money came back. */
  | 'not-confirmed'
  /** The platform holds the transfer to be risky: a person looks at it. */
  | 'risk'
  /** The bank did not pay. */
  | 'bank'
  /** Cash that nobody came for. */
  | 'cash-left'
  /** Two persons found out that it was never paid. */
  | 'found-unpaid'
  /** A word we do not know: a person looks at it. */
  | 'other';

const CLASSES: ReadonlyMap<string, FailReasonClass> = new Map<string, FailReasonClass>([
  ['REAL_NAME_CHECK_FAIL', 'payee-can-mend'],
  ['NAME_NOT_CORRECT', 'payee-can-mend'],
  ['ID_CARD_NOT_CORRECT', 'payee-can-mend'],
  ['PAYEE_ACCOUNT_ABNORMAL', 'payee-can-mend'],
  ['REALNAME_ACCOUNT_RECEIVED_QUOTA_EXCEED', 'payee-can-mend'],
  ['ACCOUNT_FROZEN', 'payee-account'],
  ['ACCOUNT_NOT_EXIST', 'payee-account'],
  ['OPENID_INVALID', 'payee-account'],
  ['TRANSFER_QUOTA_EXCEED', 'limit'],
  ['DAY_RECEIVED_QUOTA_EXCEED', 'limit'],
  ['DAY_RECEIVED_COUNT_EXCEED', 'limit'],
  ['PAYER_ACCOUNT_ABNORMAL', 'merchant'],
  ['PRODUCT_AUTH_CHECK_FAIL', 'merchant'],
  ['MCH_CANCEL', 'merchant'],
  ['TRANSFER_SCENE_INVALID', 'merchant'],
  ['BUDGET_NOT_ENOUGH', 'merchant'],
  ['OVERDUE_CLOSE', 'not-confirmed'],
  ['TRANSFER_RISK', 'risk'],
  ['CASH_LEFT', 'cash-left'],
  ['FOUND_UNPAID', 'found-unpaid'],
]);

/** The class of a `fail_reason`. The platform's list is open: it adds words without notice. */
export function classifyFailReason(reason: string | undefined): FailReasonClass {
  if (reason?.startsWith('BANK_CARD_')) return 'payee-account';
  // The bank's own codes: two characters of its answer.
  if (reason?.startsWith('BANK_')) return 'bank';
  return CLASSES.get(reason ?? '') ?? 'other';
}
