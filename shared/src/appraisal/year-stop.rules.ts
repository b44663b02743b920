import type { Conduct } from '../incidents/conduct.terms.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { grant, refuse, type Decision } from '../kernel/decision.ts';
import type { AppraisalOutcome, AppraisalState, YearStopState } from './appraisal.terms.ts';

/** Conduct that comes under public-security or criminal law. Source: the national classes of dangerous acts. */
const UNDER_LAW: readonly Conduct[] = ['troubleMaking', 'seriousHarm'];

type StopFacts = {
  /** The policy in force lets a year be stopped at all. */
  readonly isOn: boolean;
  /** The text that the guardian signed says so too. */
  readonly isAgreed: boolean;
  readonly state: AppraisalState;
  readonly outcome: AppraisalOutcome | null;
  /** What doctor or police found of each incident in the period. */
  readonly conducts: readonly (Conduct | null | undefined)[];
};

/**
 * Whether two people may be asked to stop the rest of a year: the policy has it on, two people have found that duty failed in this period and
 * that stands against any objection, and in the same period an act came under the law. Either alone stops nothing. And only what was signed
 * binds: a policy that came later does not. Source: payment rules.
 */
export function decideMayStop({ isOn, isAgreed, state, outcome, conducts }: StopFacts): Decision<true> {
  const failed = state === 'final' && outcome !== null && outcome !== 'full';
  const underLaw = conducts.some(each => each !== null && each !== undefined && UNDER_LAW.includes(each));
  if (!isOn || !failed || !underLaw) return refuse('YEAR_STOP_NOT_POSSIBLE');
  return isAgreed ? grant(true) : refuse('YEAR_STOP_NOT_AGREED');
}

/** The guardian is heard after the period began and no later than today. */
export const decideHeard = (heardOn: CalendarDate, from: CalendarDate, today: CalendarDate): Decision<true> =>
  heardOn < from || heardOn > today ? refuse('GUARDIAN_HEARD_DAY_INVALID') : grant(true);

/** What a second person makes of a proposed stop. */
export const decideStop = (state: YearStopState, decision: 'agree' | 'withdraw'): Decision<YearStopState> =>
  state !== 'proposed' ? refuse('YEAR_STOP_NOT_POSSIBLE') : grant(decision === 'agree' ? 'decided' : 'withdrawn');
