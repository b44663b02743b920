import type { Fen } from '../kernel/fen.ts';
import type { LedgerAccount } from './payouts.terms.ts';

/** Why money moves from one account of an office to another: a posting is a transfer, so the books balance by construction. */
export const POSTINGS = {
  appropriation: ['received', 'available'],
  commit: ['available', 'committed'],
  uncommit: ['committed', 'available'],
  release: ['committed', 'claimable'],
  claim: ['claimable', 'inTransfer'],
  paid: ['inTransfer', 'paid'],
  failed: ['inTransfer', 'failed'],
  retry: ['failed', 'claimable'],
  giveBack: ['failed', 'available'],
} as const satisfies Record<string, readonly [from: LedgerAccount, to: LedgerAccount]>;
export type PostingKind = keyof typeof POSTINGS;

export type Balances = Readonly<Record<LedgerAccount, number>>;
export type Posting = { readonly kind: PostingKind; readonly amountFen: Fen };

const EMPTY: Balances = { received: 0, available: 0, committed: 0, claimable: 0, inTransfer: 0, paid: 0, failed: 0 };

/** The balances that postings lead to. `received` is what came in, as a negative: all balances always sum to nothing. */
export const balancesOf = (postings: readonly Posting[]): Balances =>
  postings.reduce<Balances>((balances, { kind, amountFen }) => {
    const [from, to] = POSTINGS[kind];
    return { ...balances, [from]: balances[from] - amountFen, [to]: balances[to] + amountFen };
  }, EMPTY);
