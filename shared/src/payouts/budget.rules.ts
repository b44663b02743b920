import { grant, refuse, type Decision } from '../kernel/decision.ts';
import { BUDGET_PURPOSE_CODES, type BudgetPurpose, type ExpenditureSource, type ExpenditureStep } from './budget.terms.ts';
import type { Balances } from './ledger.rules.ts';

/** The reward's money goes to guardians in batches, and to nothing else. */
export const decideSpending = (purpose: BudgetPurpose): Decision<BudgetPurpose> =>
  purpose === 'reward' ? refuse('BUDGET_OF_REWARD') : grant(purpose);

/** A batch is paid from the reward's money, and from no other. */
export const decidePaying = (purpose: BudgetPurpose): Decision<BudgetPurpose> =>
  purpose === 'reward' ? grant(purpose) : refuse('BUDGET_NOT_OF_REWARD');

type Holding = { readonly year: number; readonly availableFen: number };

/**
 * The line that pays an amount: of this year the one that holds most, and while none of it covers the amount, the latest line of a year before
 * that does. Never one of a year ahead. The line of this year when none covers it, so that it is refused there.
 */
export function lineToPay<Line extends Holding>(lines: readonly Line[], amountFen: number, year: number): Line | undefined {
  const best = lines.filter(line => line.year <= year).sort((a, b) => b.year - a.year || b.availableFen - a.availableFen);
  return best.find(line => line.availableFen >= amountFen) ?? best[0];
}

type Spent = {
  readonly source: ExpenditureSource;
  readonly recordedBy: string;
  readonly steps: readonly ExpenditureStep[];
};

/** What was typed may be taken back while nobody has looked into it; a cost that was paid is settled where it was proposed. */
export const decideTakeBack = ({ source, steps }: Spent): Decision<true> =>
  source === 'typed' && steps.length === 0 ? grant(true) : refuse('EXPENDITURE_FIXED');

/** Its use is looked into once, by somebody who neither wrote it down nor stands in for whoever did. */
export function decideCheck({ source, recordedBy, steps }: Spent, persons: readonly string[]): Decision<true> {
  if (source !== 'typed' || steps.length > 0) return refuse('EXPENDITURE_FIXED');
  return persons.includes(recordedBy) ? refuse('EXPENDITURE_SAME_PERSON') : grant(true);
}

type PlannedLine = {
  readonly year: number;
  readonly purpose: BudgetPurpose;
  readonly plannedFen: number;
  readonly balances: Balances;
};
/** Money of one purpose in a year: what is left is what came and was not spent. */
export type PurposeSum = {
  readonly purpose: BudgetPurpose;
  readonly plannedFen: number;
  readonly receivedFen: number;
  readonly spentFen: number;
  readonly leftFen: number;
};

/** Every purpose of a year, also those without a line. What is asked back is spent until it has come back. */
export const sumByPurpose = (lines: readonly PlannedLine[], year: number): readonly PurposeSum[] =>
  BUDGET_PURPOSE_CODES.map(purpose => {
    const mine = lines.filter(line => line.year === year && line.purpose === purpose);
    const sum = (of: (line: PlannedLine) => number) => mine.reduce((total, line) => total + of(line), 0);
    const receivedFen = sum(({ balances }) => Math.abs(balances.received));
    const spentFen = sum(({ balances }) => balances.paid + balances.recovering + balances.spent);
    return { purpose, plannedFen: sum(line => line.plannedFen), receivedFen, spentFen, leftFen: receivedFen - spentFen };
  });
