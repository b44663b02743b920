import { grant, refuse, type Decision } from '../kernel/decision.ts';
import type { AssessmentPolicy } from './policy.terms.ts';

/** The longest cycles in months: a health exam once a year (national norm), a review every half-year when stable and every quarter else. */
export const LONGEST_CYCLES = { stable: 6, others: 3, exam: 12 } as const;

/** The cycles that are longer than allowed; empty when the county may use the policy. */
export const cyclesTooLong = ({ reviewMonths, examMonths }: AssessmentPolicy): readonly (keyof typeof LONGEST_CYCLES)[] =>
  (Object.keys(LONGEST_CYCLES) as (keyof typeof LONGEST_CYCLES)[]).filter(
    cycle => ({ ...reviewMonths, exam: examMonths })[cycle] > LONGEST_CYCLES[cycle],
  );

/** Whether a county may use these cycles: none longer than allowed. */
export function checkAssessmentPolicy(policy: AssessmentPolicy): Decision<AssessmentPolicy> {
  const tooLong = cyclesTooLong(policy);
  return tooLong.length === 0 ? grant(policy) : refuse('POLICY_CYCLE_TOO_LONG', tooLong);
}
