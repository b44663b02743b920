import { addDays, type CalendarDate } from '../kernel/calendar-date.ts';
import { fen, type Fen } from '../kernel/fen.ts';
import type { RewardPolicy } from '../policy/policy.terms.ts';
import type { RiskRating } from '../registry/risk-rating.rules.ts';
import type { RewardStandard } from './reward.rules.ts';

/** Some places pay two standards. Source: class I and class II of the reward. */
export type StandardClass = 'one' | 'two';

type Standards = Pick<RewardPolicy, 'monthlyFen' | 'classTwo'>;

/** Which standard a patient has under a policy; without a second one everybody has the first. It is settled when an agreement is drawn up. */
export const standardClassOf = ({ classTwo }: Standards, risk: RiskRating | null, pastIncident: boolean): StandardClass =>
  classTwo && ((risk !== null && risk >= classTwo.riskAtLeast) || (classTwo.pastIncident && pastIncident)) ? 'two' : 'one';

/** The year's amount of a class under a policy. A policy without a second class pays the first. */
export const yearlyOf = ({ monthlyFen, classTwo }: Standards, standardClass: StandardClass): Fen =>
  fen((standardClass === 'two' && classTwo ? classTwo.monthlyFen : monthlyFen) * 12);

/**
 * The standards of a running agreement after the county has set others: what was signed stands, and what begins after `settledThrough`
 * raises it from that day on. A lower standard binds only whoever signs it. `begun` is in order of its days.
 */
export function raisedStandards(
  signed: readonly RewardStandard[],
  begun: readonly RewardStandard[],
  settledThrough: CalendarDate | null,
): readonly RewardStandard[] {
  const first = settledThrough === null ? [] : [addDays(settledThrough, 1)];
  const days = [...new Set([...signed.map(each => each.from), ...begun.map(each => each.from), ...first])].sort();
  const at = (standards: readonly RewardStandard[], day: CalendarDate) => standards.findLast(each => each.from <= day)?.yearlyFen;
  const raised: RewardStandard[] = [];
  for (const from of days) {
    const agreed = at(signed, from);
    const set = settledThrough !== null && from <= settledThrough ? undefined : at(begun, from);
    const yearlyFen = agreed === undefined || (set !== undefined && set > agreed) ? set : agreed;
    if (yearlyFen !== undefined && raised.at(-1)?.yearlyFen !== yearlyFen) raised.push({ from, yearlyFen });
  }
  return raised;
}
