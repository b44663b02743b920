import type { CalendarDate } from '../kernel/calendar-date.ts';
import { moreMoves, movesOf } from '../policy/policy-preview.rules.ts';
import type { DateMove, MovedDate, MovesByDate } from '../policy/policy-preview.terms.ts';
import type { AssessmentPolicy, VisitPolicy } from '../policy/policy.terms.ts';
import { cycleDue, wantedBy, type CycleDue } from './cycle.rules.ts';
import { intervalDays, revisedDues, standingAfter, type SeatDue, type StandingFacts } from './standing.rules.ts';

/** What a change would do to one patient. `held`: the calmer band that then waits for two people. */
export type PatientMove = {
  readonly from: string | null;
  readonly to: string | null;
  readonly held: string | null;
  readonly dates: MovesByDate;
};

const together = (date: MovedDate, moves: readonly (DateMove | null)[]): MovesByDate =>
  moves.reduce<MovesByDate>((sum, move) => moreMoves(sum, movesOf(date, move, 1)), {});

/** Whom a visit policy that begins on `on` moves, by the rules that will then be followed. */
export function visitPolicyMove(
  before: StandingFacts,
  present: readonly SeatDue[],
  policies: { readonly before: VisitPolicy; readonly after: VisitPolicy },
  on: CalendarDate,
): PatientMove {
  const { facts, calmerBand } = standingAfter(before, {}, policies.after, on);
  const next = revisedDues(facts, policies.after, present, on);
  const moves = next.map((due): DateMove | null => {
    const was = present.find(one => one.seat === due.seat);
    if (!was) return 'added';
    if (due.dueOn < was.dueOn) return 'earlier';
    const [then, now] = [intervalDays(before, policies.before, due.seat), intervalDays(facts, policies.after, due.seat)];
    return then !== null && now !== null && now > then ? 'later' : null;
  });
  const dropped = present.filter(due => !next.some(one => one.seat === due.seat)).map((): DateMove => 'dropped');
  return { from: before.band, to: facts.band, held: calmerBand, dates: together('visit', [...moves, ...dropped]) };
}

/** A date of a cycle, and by when something wants it. */
export type PresentCycle = Pick<CycleDue, 'cycle' | 'countedFrom' | 'dueOn'> & { readonly wantedBy: CalendarDate | null };

/** Whom new cycles move: every date follows, unless something wants it sooner. */
export function assessmentPolicyMove(
  { stability, band }: StandingFacts,
  present: readonly PresentCycle[],
  policy: AssessmentPolicy,
): PatientMove {
  const dates = present.reduce<MovesByDate>((sum, { cycle, countedFrom, dueOn, wantedBy: wanted }) => {
    const next = wantedBy(cycleDue(policy, cycle, stability, countedFrom), wanted).dueOn;
    return moreMoves(sum, movesOf(cycle, next < dueOn ? 'earlier' : next > dueOn ? 'later' : null, 1));
  }, {});
  return { from: band, to: band, held: null, dates };
}

/** Whether a change does anything to a patient. */
export const isMoved = ({ from, to, held, dates }: PatientMove): boolean => from !== to || held !== null || Object.keys(dates).length > 0;
