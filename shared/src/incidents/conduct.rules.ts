import { grant, refuse, type Decision } from '../kernel/decision.ts';
import type { RiskRating } from '../registry/risk-rating.rules.ts';
import type { Conduct } from './conduct.terms.ts';
import type { ClosingPart } from './handling.terms.ts';

/**
 * The lowest risk rating that a conduct speaks for; a proposal, the doctor rates. From the wording of the rating itself: harm to oneself and
 * attempted suicide stand in level 4, violence against people under the Criminal Law in level 5, breaking things that persuasion does not
 * stop in level 3. What the police only talked about speaks for level 1.
 */
const PROPOSED: { readonly [C in Conduct]: RiskRating | null } = {
  mildDisturbance: 1,
  troubleMaking: 3,
  seriousHarm: 5,
  otherHarm: 3,
  selfHarm: 4,
  suicideAttempt: 4,
  none: null,
};

/** The rating that is proposed; null when the present one is as high already, or nothing speaks for a higher one. */
export function proposedRisk(conduct: Conduct, present: RiskRating | null): RiskRating | null {
  const proposed = PROPOSED[conduct];
  return proposed === null || (present !== null && present >= proposed) ? null : proposed;
}

/** Conduct after which it is looked back at what was due and done. */
export const needsLookBack = (conduct: Conduct): boolean => conduct === 'seriousHarm';

/** Doctor or police decide; only the doctor rates, and what was no such conduct is not counted. */
export function decideConduct(
  { conduct, times, as, risk }: { conduct: Conduct; times: number; as: ClosingPart; risk: RiskRating | undefined },
  mayDecideAs: readonly ClosingPart[],
): Decision<true> {
  if (!mayDecideAs.includes(as)) return refuse('HANDLING_PART_NOT_YOURS');
  if (risk !== undefined && as !== 'doctor') return refuse('CONDUCT_RISK_BY_DOCTOR');
  return (conduct === 'none') === (times === 0) ? grant(true) : refuse('CONDUCT_TIMES_WRONG');
}
