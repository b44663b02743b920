import type { RewardPolicy } from '../policy/policy.terms.ts';
import type { RiskRating } from '../registry/risk-rating.rules.ts';

/**
 * Whether the policy covers the patient: a high enough risk rating, or a past incident where the county counts one.
 * It only says where a reason is needed; nobody is refused by the software.
 */
export const isCovered = (eligibility: RewardPolicy['eligibility'], risk: RiskRating | null, pastIncident: boolean): boolean =>
  (risk !== null && risk >= eligibility.riskAtLeast) || (eligibility.pastIncident && pastIncident);
