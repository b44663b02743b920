import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { AssessmentPolicy, VisitPolicy } from '../policy/policy.terms.ts';
import type { Cycle } from './assessment.terms.ts';
import { cycleDue, type CycleDue } from './cycle.rules.ts';
import { intervalDays, revisedDues, standingAfter, type SeatDue, type StandingFacts } from './standing.rules.ts';

/** What becomes of one date: sooner, later (of a visit: its interval is longer from the next one on), new, or gone. */
export type DateMove = 'earlier' | 'later' | 'added' | 'dropped';
export type DateMoves = { readonly [M in DateMove]: number };
export const NO_MOVES: DateMoves = { earlier: 0, later: 0, added: 0, dropped: 0 };

/** What a change would do to one patient. `held`: the calmer band that then waits for two people. */
export type PatientMove = {
  readonly from: string | null;
  readonly to: string | null;
  readonly held: string | null;
  readonly dates: DateMoves;
};

const counted = (moves: readonly (DateMove | null)[]): DateMoves => ({
  earlier: moves.filter(move => move === 'earlier').length,
  later: moves.filter(move => move === 'later').length,
  added: moves.filter(move => move === 'added').length,
  dropped: moves.filter(move => move === 'dropped').length,
});

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
  return { from: before.band, to: facts.band, held: calmerBand, dates: counted([...moves, ...dropped]) };
}

/** Whom new cycles move: every date follows. */
export function assessmentPolicyMove(
  { stability, band }: StandingFacts,
  present: readonly Pick<CycleDue, 'cycle' | 'countedFrom' | 'dueOn'>[],
  policy: AssessmentPolicy,
): PatientMove {
  const moves = present.map(({ cycle, countedFrom, dueOn }: { cycle: Cycle; countedFrom: CalendarDate; dueOn: CalendarDate }) => {
    const next = cycleDue(policy, cycle, stability, countedFrom).dueOn;
    return next < dueOn ? 'earlier' : next > dueOn ? 'later' : null;
  });
  return { from: band, to: band, held: null, dates: counted(moves) };
}

/** Whether a change does anything to a patient. */
export const isMoved = ({ from, to, held, dates }: PatientMove): boolean =>
  from !== to || held !== null || Object.values(dates).some(count => count > 0);
