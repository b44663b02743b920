import { grant, refuse, type Decision } from '../kernel/decision.ts';
import type { ReliefPolicy } from './relief-policy.terms.ts';

/**
 * Whether conditions can be met at all and lanes are what they say: no fact asked both ways of one benefit, a fast lane faster than the
 * ordinary one, and the special tariff of outpatients never worse than the ordinary one.
 */
export function checkReliefPolicy(policy: ReliefPolicy): Decision<ReliefPolicy> {
  const { ordinary, special } = policy.reimbursement;
  const holds = Object.values(policy.benefits).every(
    ({ all, any, workingDays, fastWorkingDays }) =>
      new Set([...all, ...any].map(one => one.fact)).size === all.length + any.length &&
      (fastWorkingDays === undefined || fastWorkingDays < workingDays),
  );
  const better = special.percent >= ordinary.percent && special.deductibleFen <= ordinary.deductibleFen;
  return holds && better ? grant(policy) : refuse('POLICY_RELIEF_CONTRADICTS');
}
