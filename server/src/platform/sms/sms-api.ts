/**
 * Text messages, as narrow as we use them: whichever vendor a county has a contract with stands behind this. What a vendor may well answer
 * is an outcome, never an exception, and no outcome carries a number or a secret.
 */
export type SmsApi = {
  /** Sends one text message. Not to be repeated when the outcome is `unknown`: it may have been sent. */
  send(message: SmsMessage): Promise<SmsOutcome>;
};

export type SmsMessage = {
  /** Eleven digits of mainland China. */
  readonly phone: string;
  readonly text: string;
  /** Ours, unique for the message, for the vendor's records and bills. */
  readonly reference: string;
};

export type SmsOutcome =
  | { readonly outcome: 'sent'; readonly messageId?: string }
  /** Nobody can be reached by this number. */
  | { readonly outcome: 'bad-number' }
  /** The vendor will not send these words or to this person; sending the same again does not help. */
  | { readonly outcome: 'refused' }
  /** Nothing happened; later it may. */
  | { readonly outcome: 'busy' }
  /** An administrator must act: account, secret, signature of the sender, balance. */
  | { readonly outcome: 'misconfigured' }
  /** It may or may not have been sent. */
  | { readonly outcome: 'unknown' };
