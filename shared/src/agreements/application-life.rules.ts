import { standsFor, type Actor } from '../access/access.terms.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { grant, refuse, type Decision } from '../kernel/decision.ts';
import {
  DEPARTMENT_KEYS,
  type ApplicationStage,
  type ApplicationState,
  type Department,
  type ObjectionOutcome,
  type OpinionStand,
  type StageOutcome,
} from './application.terms.ts';

/** Where each level passes an application on to. */
const NEXT: Readonly<Record<ApplicationStage, ApplicationState>> = {
  villageReview: 'townshipReview',
  townshipReview: 'countyApproval',
  countyApproval: 'approved',
};
const OUTCOME_STATES = { return: 'returned', refuse: 'refused' } as const;

export type StageDecision = {
  readonly state: ApplicationState;
  readonly stage: ApplicationStage;
  readonly outcome: StageOutcome;
  readonly words: string | undefined;
  /** A rule of eligibility does not hold, or is not known to. */
  readonly doubtful: boolean;
  /** The opinions of the township's joint review, in this round. */
  readonly opinions: readonly { readonly department: Department; readonly stand: OpinionStand }[];
};

/**
 * Whether a level may decide like this. Sending back and refusing are never without reasons; going on against a rule or against a
 * department neither. The township waits for every department's opinion.
 */
export function decideStage(one: StageDecision): Decision<ApplicationState> {
  if (one.state !== one.stage) return refuse('APPLICATION_MOVE_NOT_ALLOWED');
  const heard = new Set(one.opinions.map(opinion => opinion.department));
  if (one.stage === 'townshipReview' && one.outcome !== 'return' && DEPARTMENT_KEYS.some(each => !heard.has(each)))
    return refuse('APPLICATION_OPINIONS_MISSING');
  const against = one.doubtful || (one.stage === 'townshipReview' && one.opinions.some(opinion => opinion.stand === 'disagree'));
  if (one.words === undefined && (one.outcome !== 'agree' || against)) return refuse('APPLICATION_NEEDS_WORDS');
  return grant(one.outcome === 'agree' ? NEXT[one.stage] : OUTCOME_STATES[one.outcome]);
}

/** An opinion is each department's own: one a round, and nobody speaks for two. */
export function decideOpinion(
  state: ApplicationState,
  department: Department,
  personId: string,
  given: readonly { readonly department: Department; readonly personId: string }[],
): Decision<true> {
  if (state !== 'townshipReview') return refuse('APPLICATION_MOVE_NOT_ALLOWED');
  return given.some(one => one.department === department || one.personId === personId) ? refuse('APPLICATION_OPINION_GIVEN') : grant(true);
}

/** What a family does itself. */
export function moveByFamily(from: ApplicationState, event: 'resubmit' | 'withdraw'): Decision<ApplicationState> {
  if (event === 'resubmit') return from === 'returned' ? grant('villageReview') : refuse('APPLICATION_MOVE_NOT_ALLOWED');
  const running: readonly ApplicationState[] = ['villageReview', 'townshipReview', 'countyApproval', 'returned'];
  return running.includes(from) ? grant('withdrawn') : refuse('APPLICATION_MOVE_NOT_ALLOWED');
}

/** Whether a refusal may still be objected to on a day: until the end of its last one. */
export const mayObject = (state: ApplicationState, objectUntil: CalendarDate | null, on: CalendarDate): boolean =>
  state === 'refused' && objectUntil !== null && on <= objectUntil;

/** @param on  the day on which the family objected, wherever its objection was until now */
export const decideObjection = (
  state: ApplicationState,
  objectUntil: CalendarDate | null,
  on: CalendarDate,
): Decision<ApplicationState> => {
  if (state !== 'refused') return refuse('APPLICATION_MOVE_NOT_ALLOWED');
  return mayObject(state, objectUntil, on) ? grant('objected') : refuse('APPLICATION_OBJECTION_LATE');
};

/** An objection that is right makes up for the agreement of the level that refused; the later levels still decide. */
export const decideAnswer = (
  state: ApplicationState,
  refusedAt: ApplicationStage,
  outcome: ObjectionOutcome,
): Decision<ApplicationState> => {
  if (state !== 'objected') return refuse('APPLICATION_MOVE_NOT_ALLOWED');
  return grant(outcome === 'uphold' ? 'closed' : NEXT[refusedAt]);
};

/** Whose office answers an objection: the level above the one that refused. Above the county's approval stands another of the county. */
export const answeringRole = (refusedAt: ApplicationStage): 'townshipLead' | 'administrator' =>
  refusedAt === 'villageReview' ? 'townshipLead' : 'administrator';

/** Whose office may answer today: once the day for an answer has passed, the county too. Nobody has to know how to complain. */
export const answeringRoles = (
  refusedAt: ApplicationStage,
  dueOn: CalendarDate | null,
  today: CalendarDate,
): readonly ('townshipLead' | 'administrator')[] => {
  const named = answeringRole(refusedAt);
  return dueOn !== null && today > dueOn && named !== 'administrator' ? [named, 'administrator'] : [named];
};

/** An office, and the how-manieth of its holders is named. */
export type OfficerTurn = { readonly role: 'townshipLead' | 'administrator'; readonly turn: number };

/** Who is named when an objection has been late for so many whole weeks: at the county, and each week the next one. */
export const lateOfficerTurn = (refusedAt: ApplicationStage, weeks: number): OfficerTurn => ({
  role: 'administrator',
  // Where the county was named from the start, its first officer has had their time.
  turn: answeringRole(refusedAt) === 'administrator' ? weeks + 1 : weeks,
});

/** Whoever decided at one level, or stands in for somebody who did, does not decide at another one, nor on the objection. */
export const decideFresh = (actor: Actor, decidedBy: readonly string[]): Decision<true> =>
  standsFor(actor).some(person => decidedBy.includes(person)) ? refuse('APPLICATION_DECIDED_BY_YOU') : grant(true);

/** States in which an application stands in the way of another one for the same patient. */
export const LIVE_APPLICATION_STATES = [
  'villageReview',
  'townshipReview',
  'countyApproval',
  'returned',
  'objected',
] as const satisfies readonly ApplicationState[];
