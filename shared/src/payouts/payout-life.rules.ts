import { grant, refuse, type Decision } from '../kernel/decision.ts';
import type { EntitlementState, LedgerAccount } from './payouts.terms.ts';

export type PayoutEvent = 'release' | 'claim' | 'platformSucceeded' | 'platformFailed' | 'retryByTwo' | 'giveBackByTwo';

/** The whole life of an entitlement's payout (发放). What is not here cannot happen. */
const MOVES: { readonly [S in EntitlementState]: { readonly [E in PayoutEvent]?: EntitlementState } } = {
  approved: { release: 'claimable' },
  claimable: { claim: 'inTransfer' },
  inTransfer: { platformSucceeded: 'paid', platformFailed: 'failed' }, // only what a query or a verified callback says
  failed: { retryByTwo: 'claimable', giveBackByTwo: 'returned' },
  paid: {},
  returned: {},
};

export function movePayout(from: EntitlementState, event: PayoutEvent): Decision<EntitlementState> {
  const to = MOVES[from][event];
  return to ? grant(to) : refuse('PAYOUT_MOVE_NOT_ALLOWED');
}

/** No more money moves for the entitlement. */
export const isSettled = (state: EntitlementState): boolean => state === 'paid' || state === 'returned';

/** Where the money of an entitlement in this state stands; null while it is not set aside, or back with the office. */
export const accountOf: Readonly<Record<EntitlementState, LedgerAccount | null>> = {
  approved: null,
  claimable: 'claimable',
  inTransfer: 'inTransfer',
  paid: 'paid',
  failed: 'failed',
  returned: null,
};
