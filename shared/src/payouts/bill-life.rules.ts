/** Where one attempt to pay stands. `prepared`: stored before the first call; the others are the platform's words. */
export const BILL_STATES = [
  'prepared',
  'ACCEPTED',
  'PROCESSING',
  'WAIT_USER_CONFIRM',
  'TRANSFERING',
  'CANCELING',
  'SUCCESS',
  'FAIL',
  'CANCELLED',
] as const;
export type BillState = (typeof BILL_STATES)[number];

/** After these nothing more can happen to the bill. */
export const FINAL_BILL_STATES = ['SUCCESS', 'FAIL', 'CANCELLED'] as const satisfies readonly BillState[];
export const isFinalBill = (state: BillState): boolean => (FINAL_BILL_STATES as readonly BillState[]).includes(state);

/**
 * What a bill becomes when the platform says `heard`. Final states stay; a word we do not know changes nothing, so we keep
 * waiting; an answer that was overtaken on its way (a late ACCEPTED) does not lead back.
 */
export function nextBillState(now: BillState, heard: string): BillState {
  if (isFinalBill(now)) return now;
  const to = BILL_STATES.indexOf(heard as BillState);
  return to > BILL_STATES.indexOf(now) ? (heard as BillState) : now;
}

/** States in which creating the bill once more, with the same number, may bring the key to the confirmation page that we lack. */
export const mayBringPackage = (state: BillState): boolean =>
  state === 'prepared' || state === 'ACCEPTED' || state === 'PROCESSING' || state === 'WAIT_USER_CONFIRM';

/** States in which the payee may open the confirmation page. Source: requestMerchantTransfer. */
export const isConfirmable = (state: BillState): boolean => state === 'WAIT_USER_CONFIRM' || state === 'TRANSFERING';
