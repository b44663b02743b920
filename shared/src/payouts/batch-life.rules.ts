import { decideNoParty } from '../agreements/party.rules.ts';
import { grant, refuse, type Decision } from '../kernel/decision.ts';
import type { BatchState } from './payouts.terms.ts';

export type BatchEvent = 'check' | 'release' | 'return' | 'allSettled';

/** The whole life of a batch. What is not here cannot happen. */
const MOVES: { readonly [S in BatchState]: { readonly [E in BatchEvent]?: BatchState } } = {
  draft: { check: 'checked', return: 'returned' },
  checked: { release: 'released', return: 'returned' },
  released: { allSettled: 'reconciled' },
  reconciled: {},
  returned: {},
};

export function moveBatch(from: BatchState, event: BatchEvent): Decision<BatchState> {
  const to = MOVES[from][event];
  return to ? grant(to) : refuse('BATCH_MOVE_NOT_ALLOWED');
}

/** Everybody who stood behind a step of the batch so far: maker and checker, and whom they acted for. */
export type BatchHands = { readonly before: readonly string[] };

/**
 * Whether a person may do the next step: none of maker, checker and payer is another of them, and nobody among the persons they
 * stand for (themselves, and those they act for) is party to an agreement in the batch.
 */
export function decideHands(hands: BatchHands, standsFor: readonly string[], parties: readonly string[]): Decision<true> {
  if (standsFor.some(person => hands.before.includes(person))) return refuse('BATCH_SAME_PERSON');
  return decideNoParty(standsFor, parties, 'BATCH_OWN_PARTY');
}
