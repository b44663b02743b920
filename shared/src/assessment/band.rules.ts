import { addMonths, type CalendarDate } from '../kernel/calendar-date.ts';
import { grant, refuse, type Decision } from '../kernel/decision.ts';
import type { VisitPolicy } from '../policy/policy.terms.ts';
import type { BandFacts } from '../policy/visit-policy.rules.ts';
import type { BandProposalState } from './assessment.terms.ts';

/** One condition of a band, in the policy's own values, and whether the patient meets it. */
export type BandCondition =
  | { readonly kind: 'riskAtLeast'; readonly value: number; readonly holds: boolean }
  | { readonly kind: 'stability'; readonly value: string; readonly holds: boolean }
  | { readonly kind: 'incidentWithinMonths'; readonly value: number; readonly holds: boolean };

/**
 * Why a patient is in a band: each of its conditions, of which one is enough. Empty for the band that takes the rest. None holds where the
 * facts have become calmer and two people have not yet agreed.
 */
export function explainBand(policy: VisitPolicy, key: string, facts: BandFacts, today: CalendarDate): readonly BandCondition[] {
  const band = policy.bands.find(one => one.key === key);
  if (!band) return [];
  const { risk, stability, lastIncidentOn } = facts;
  const { riskAtLeast, stability: wanted, incidentWithinMonths: months } = band;
  return [
    ...(riskAtLeast === undefined
      ? []
      : [{ kind: 'riskAtLeast' as const, value: riskAtLeast, holds: risk !== null && risk >= riskAtLeast }]),
    ...(wanted === undefined ? [] : [{ kind: 'stability' as const, value: wanted, holds: stability === wanted }]),
    ...(months === undefined
      ? []
      : [
          {
            kind: 'incidentWithinMonths' as const,
            value: months,
            holds: lastIncidentOn !== null && today <= addMonths(lastIncidentOn, months),
          },
        ]),
  ];
}

/** Whether a calmer band may be proposed: the one that the facts speak for, while no other proposal waits. */
export function decideBandProposal(facts: {
  readonly calmerBand: string | null;
  readonly proposed: string;
  readonly waits: boolean;
}): Decision<string> {
  if (facts.waits) return refuse('BAND_PROPOSAL_WAITS');
  return facts.calmerBand === facts.proposed ? grant(facts.proposed) : refuse('BAND_NOT_SPOKEN_FOR');
}

/**
 * What a second person's answer makes of a proposal. Nobody decides on their own, nor on that of somebody they stand in for; and nobody
 * agrees to what the facts no longer speak for.
 */
export function decideBandAnswer(facts: {
  readonly state: BandProposalState;
  readonly proposedBy: string;
  readonly standsFor: readonly string[];
  readonly agree: boolean;
  readonly proposed: string;
  readonly calmerBand: string | null;
}): Decision<'agreed' | 'refused'> {
  if (facts.state !== 'waiting') return refuse('BAND_PROPOSAL_DECIDED');
  if (facts.standsFor.includes(facts.proposedBy)) return refuse('BAND_DOWNGRADE_NEEDS_TWO');
  if (facts.agree && facts.calmerBand !== facts.proposed) return refuse('BAND_NOT_SPOKEN_FOR');
  return grant(facts.agree ? 'agreed' : 'refused');
}
