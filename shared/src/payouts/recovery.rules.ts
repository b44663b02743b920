import { decideNoParty } from '../agreements/party.rules.ts';
import { grant, refuse, type Decision } from '../kernel/decision.ts';
import { fen, type Fen } from '../kernel/fen.ts';
import type { RecoveryState } from './recovery.terms.ts';

/**
 * The whole life of a debt after fraud. What is not here cannot happen: no state of it takes anything from another payment, as the agreement
 * promises (no set-off), and once something was paid back it is not taken back any more.
 */
const MOVES: { readonly [S in RecoveryState]: { readonly [E in 'agree' | 'withdraw']?: RecoveryState } } = {
  proposed: { agree: 'owed', withdraw: 'withdrawn' },
  owed: { withdraw: 'withdrawn' },
  settled: {},
  withdrawn: {},
};

export function moveRecovery(from: RecoveryState, event: 'agree' | 'withdraw', repaidFen: number): Decision<RecoveryState> {
  const to = MOVES[from][event];
  return to && repaidFen === 0 ? grant(to) : refuse('RECOVERY_MOVE_NOT_ALLOWED');
}

/** No more is asked back of a payment than was paid and is not asked back already, in fen. */
export const decideAmount = (amountFen: number, paidFen: number, askedBackFen: number): Decision<true> =>
  amountFen > paidFen - askedBackFen ? refuse('RECOVERY_TOO_MUCH') : grant(true);

/** Two persons, none of them party to the agreement nor standing in for the other or a party. Source: fraud → recovery. */
export function decideSecond(standsFor: readonly string[], proposedBy: string, guardianId: string): Decision<true> {
  if (standsFor.includes(proposedBy)) return refuse('SECOND_PERSON_NEEDED');
  return decideNoParty(standsFor, [guardianId], 'BATCH_OWN_PARTY');
}

/** Something is paid back: never more than is still owed; the last fen settles the debt. @returns what has been paid back with it */
export function decideRepayment(
  state: RecoveryState,
  owed: { readonly amountFen: number; readonly repaidFen: number },
  amountFen: number,
): Decision<{ readonly state: RecoveryState; readonly repaidFen: Fen }> {
  if (state !== 'owed') return refuse('RECOVERY_MOVE_NOT_ALLOWED');
  const repaidFen = owed.repaidFen + amountFen;
  if (repaidFen > owed.amountFen) return refuse('RECOVERY_TOO_MUCH');
  return grant({ state: repaidFen === owed.amountFen ? 'settled' : 'owed', repaidFen: fen(repaidFen) });
}
