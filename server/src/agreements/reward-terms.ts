import { amountsOf, type Decided, type Exact, type RewardTerms } from '@guanhu/shared/agreements/reward.rules';
import { periodsOf, type Span } from '@guanhu/shared/agreements/term.rules';
import { fen, type Fen } from '@guanhu/shared/kernel/fen';
import type { AgreementRow } from './agreements.store.ts';

type MoneyFacts = Pick<AgreementRow, 'from_on' | 'last_on' | 'anchor_on' | 'standards' | 'pauses' | 'cycle' | 'cap_fen' | 'carry'>;

/** What the amounts of a stored agreement rest on; a pause without an end lasts as long as the agreement. */
export const rewardTermsOf = (row: MoneyFacts): RewardTerms => ({
  term: { from: row.from_on, to: row.last_on },
  anchor: row.anchor_on,
  standards: row.standards.map(({ from, yearlyFen }) => ({ from, yearlyFen: fen(yearlyFen) })),
  pauses: row.pauses.map(({ from, until }) => ({ from, to: until ?? row.last_on })),
  capFen: row.cap_fen === null ? null : fen(row.cap_fen),
  carry: row.carry === null ? undefined : { numerator: BigInt(row.carry[0]), denominator: BigInt(row.carry[1]) },
});

/** What is left over of a fen, as it is kept. */
export const keptCarry = (carry: Exact | undefined): AgreementRow['carry'] =>
  carry === undefined || carry.numerator === 0n ? null : [String(carry.numerator), String(carry.denominator)];

export type Period = Span & { readonly fullFen: Fen };

/** The periods of an agreement and what each earns in full, given what is decided already. Empty when it ended before it began. */
export function plannedPeriods(row: MoneyFacts, decided: Decided): readonly Period[] {
  if (row.last_on < row.from_on) return [];
  const terms = rewardTermsOf(row);
  const periods = periodsOf(terms.term, row.cycle, terms.anchor);
  const amounts = amountsOf(periods, terms, decided);
  return periods.map((period, index) => ({ ...period, fullFen: amounts[index] ?? fen(0) }));
}
