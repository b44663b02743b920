import type { Fen } from '../kernel/fen.ts';
import { LEDGER_ACCOUNT_CODES, type LedgerAccount } from './payouts.terms.ts';

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
  // Money got by deceit: asked back, paid back, or the asking taken back.
  recover: ['paid', 'recovering'],
  recovered: ['recovering', 'available'],
  waive: ['recovering', 'paid'],
  // Other purposes than the reward: spent by finance, or written down by mistake.
  spend: ['available', 'spent'],
  unspend: ['spent', 'available'],
} as const satisfies Record<string, readonly [from: LedgerAccount, to: LedgerAccount]>;
export type PostingKind = keyof typeof POSTINGS;

export type Balances = Readonly<Record<LedgerAccount, number>>;
export type Posting = { readonly kind: PostingKind; readonly amountFen: Fen };

/** An account of every kind, and nothing in it. */
export const NO_MONEY: Balances = {
  received: 0,
  available: 0,
  committed: 0,
  claimable: 0,
  inTransfer: 0,
  paid: 0,
  failed: 0,
  recovering: 0,
  spent: 0,
};

/** The balances that postings lead to. `received` is what came in, as a negative: all balances always sum to nothing. */
export const balancesOf = (postings: readonly Posting[]): Balances =>
  postings.reduce<Balances>((balances, { kind, amountFen }) => {
    const [from, to] = POSTINGS[kind];
    return { ...balances, [from]: balances[from] - amountFen, [to]: balances[to] + amountFen };
  }, NO_MONEY);

/** All balances of several budget lines together. */
export const balancesTogether = (lines: readonly Balances[]): Balances =>
  lines.reduce<Balances>(
    (total, line) => Object.fromEntries(LEDGER_ACCOUNT_CODES.map(account => [account, total[account] + line[account]])) as Balances,
    NO_MONEY,
  );
