import { differenceOf, type OurBill } from './reconciliation.rules.ts';

const paid: OurBill = { state: 'SUCCESS', amountFen: 60_000, isForgotten: false, posted: 'paid' };
const under: OurBill = { state: 'WAIT_USER_CONFIRM', amountFen: 60_000, isForgotten: false, posted: null };

it.each([
  [paid, { state: 'SUCCESS', amountFen: 60_000 }, null],
  [paid, { state: 'FAIL', amountFen: 60_000 }, 'otherState'],
  [paid, { state: 'SUCCESS', amountFen: 59_999 }, 'otherAmount'],
  [paid, 'not-found', 'unknownToPlatform'],
  [paid, 'not-asked', null],
  [{ ...paid, posted: null }, 'not-asked', 'ledger'],
  [{ ...under, posted: 'paid' }, 'not-asked', 'ledger'],
  [under, { state: 'TRANSFERING', amountFen: 60_000 }, null],
  [under, 'not-found', 'unknownToPlatform'],
  [{ ...under, state: 'prepared' }, 'not-found', null],
  [{ ...under, isForgotten: true }, 'not-asked', 'unresolved'],
  [{ ...paid, isForgotten: true }, 'not-asked', null],
  [{ ...paid, state: 'FAIL', posted: 'failed' }, 'not-found', null],
] as const)('%j beside %j: %s', (ours, theirs, expected) => {
  expect(differenceOf(ours, theirs)).toBe(expected);
});
