import { addDays, addMonths, type CalendarDate } from '../kernel/calendar-date.ts';
import { grant, refuse, type Decision } from '../kernel/decision.ts';
import type { DateMove } from '../policy/policy-preview.terms.ts';
import type { CaseTeamPolicy } from '../policy/policy.terms.ts';
import type { Stability } from '../policy/stability.terms.ts';
import type { RiskRating } from '../registry/risk-rating.rules.ts';
import type { CasePost, CaseReason, CaseTeamState } from './case-team.terms.ts';

/** What is known of a patient when a case team is thought about. */
export type CaseFacts = {
  readonly stability: Stability | null;
  readonly risk: RiskRating | null;
  /** The last incident that was ever reported. */
  readonly lastIncidentOn: CalendarDate | null;
};

/** From this rating on a patient has a case team. */
const HIGH_RISK = 3;
/** An incident keeps a case team open for a year, the span by which the colours count incidents. */
const INCIDENT_MONTHS = 12;

/**
 * Why the patient needs a case team: unstable, ever caused an incident, or rated 3 and more.
 * @param settledOn  the day an earlier case team was closed: incidents until then have been dealt with
 */
export function caseReasons(facts: CaseFacts, settledOn: CalendarDate | null): readonly CaseReason[] {
  const { stability, risk, lastIncidentOn } = facts;
  const incident = lastIncidentOn !== null && (settledOn === null || lastIncidentOn > settledOn);
  return [
    ...(stability === 'unstable' ? (['unstable'] as const) : []),
    ...(incident ? (['incident'] as const) : []),
    ...(risk !== null && risk >= HIGH_RISK ? (['riskHigh'] as const) : []),
  ];
}

/** What still speaks against closing: the class and the rating as they are now, an incident of the last twelve months. */
export const remainingReasons = (facts: CaseFacts, today: CalendarDate): readonly CaseReason[] =>
  caseReasons(facts, addMonths(today, -INCIDENT_MONTHS));

type CaseEvent = 'open' | 'lapse' | 'askToClose' | 'refuseToClose' | 'close';

/** The whole life of a case team. What is not here cannot happen. */
const MOVES: { readonly [S in CaseTeamState]: { readonly [E in CaseEvent]?: CaseTeamState } } = {
  proposed: { open: 'open', lapse: 'lapsed' },
  open: { askToClose: 'closing' },
  closing: { close: 'closed', refuseToClose: 'open' },
  closed: {},
  lapsed: {},
};

export function moveCaseTeam(from: CaseTeamState, event: CaseEvent): Decision<CaseTeamState> {
  const to = MOVES[from][event];
  return to === undefined ? refuse('CASE_TEAM_NOT_OPEN') : grant(to);
}

/** A doctor leads; the review comes after today and within the months of the policy. */
export function decideCasePlan(
  members: readonly { readonly personId: string; readonly post: CasePost }[],
  leaderId: string,
  reviewOn: CalendarDate,
  today: CalendarDate,
  policy: CaseTeamPolicy,
): Decision<true> {
  if (!members.some(member => member.personId === leaderId && member.post === 'doctor')) return refuse('CASE_TEAM_NEEDS_DOCTOR');
  return decideReviewDay(reviewOn, today, policy);
}

/** The last day that may be named today for the next review. */
const latestReview = (today: CalendarDate, { reviewWithinMonths }: CaseTeamPolicy): CalendarDate => addMonths(today, reviewWithinMonths);

/**
 * Which open case teams a policy that begins on `on` moves: a shorter span those whose next review is named for later than it allows, a
 * longer one all of them from their next review on. `after` null: whatever day is named.
 */
export function caseReviewMoves(
  before: CaseTeamPolicy,
  after: CaseTeamPolicy,
  on: CalendarDate,
): { readonly move: DateMove | null; readonly after: CalendarDate | null } {
  if (after.reviewWithinMonths === before.reviewWithinMonths) return { move: null, after: null };
  return after.reviewWithinMonths < before.reviewWithinMonths
    ? { move: 'earlier', after: latestReview(on, after) }
    : { move: 'later', after: null };
}

export const decideReviewDay = (reviewOn: CalendarDate, today: CalendarDate, policy: CaseTeamPolicy): Decision<true> =>
  reviewOn > today && reviewOn <= latestReview(today, policy) ? grant(true) : refuse('CASE_REVIEW_TOO_FAR');

/** When a team that is proposed today should stand. */
export const formBy = (today: CalendarDate, { formWithinDays }: CaseTeamPolicy): CalendarDate => addDays(today, formWithinDays);

/** Whether the second person may decide on closing: not the one who asked, directly or as a deputy. */
export const decideSecond = (askedBy: string, standing: readonly string[]): Decision<true> =>
  standing.includes(askedBy) ? refuse('CASE_CLOSING_NEEDS_ANOTHER') : grant(true);
