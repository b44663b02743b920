import { addDays, dayOf, daysBetween, earlier, type CalendarDate } from '../kernel/calendar-date.ts';
import { grant, refuse, type Decision } from '../kernel/decision.ts';
import type { SpecialPeriodPolicy } from '../policy/special-period-policy.terms.ts';
import { instantOf } from '../reminders/quiet-hours.rules.ts';
import type { PeriodPhase, PeriodState } from './special-period.terms.ts';

/** A phone's clock may be a little ahead. */
const CLOCK_AHEAD_MS = 5 * 60_000;
/** How many days a mark without signal may wait on the phone. */
const LATEST_MARK_DAYS = 7;

type PeriodEvent = 'approve' | 'refuse' | 'withdraw' | 'endEarly';

/** The whole life of a special period. What is not here cannot happen; the end that was set comes by itself. */
const MOVES: { readonly [S in PeriodState]: { readonly [E in PeriodEvent]?: PeriodState } } = {
  proposed: { approve: 'approved', refuse: 'refused', withdraw: 'withdrawn' },
  approved: { endEarly: 'endedEarly' },
  refused: {},
  withdrawn: {},
  endedEarly: {},
};

export function movePeriod(from: PeriodState, event: PeriodEvent): Decision<PeriodState> {
  const to = MOVES[from][event];
  return to === undefined ? refuse('PERIOD_NOT_OPEN') : grant(to);
}

export type PeriodDays = { readonly startsOn: CalendarDate; readonly endsOn: CalendarDate };

/** Whether such days can be proposed: an end, not before the beginning, nothing in the past, no longer than the policy allows. */
export const decidePeriodDays = ({ startsOn, endsOn }: PeriodDays, today: CalendarDate, policy: SpecialPeriodPolicy): Decision<true> =>
  startsOn >= today && endsOn >= startsOn && daysBetween(startsOn, endsOn) < policy.mostDays ? grant(true) : refuse('PERIOD_DAYS_WRONG');

/** Whether another person may decide on a proposal today: neither whoever proposed it nor anybody who stands in for them. */
export function decidePeriodSecond(
  proposal: { readonly proposedBy: string; readonly endsOn: CalendarDate },
  standing: readonly string[],
  today: CalendarDate,
): Decision<true> {
  if (standing.includes(proposal.proposedBy)) return refuse('PERIOD_NEEDS_ANOTHER');
  return proposal.endsOn < today ? refuse('PERIOD_DAYS_WRONG') : grant(true);
}

/** The last day of a period: the one that was set, or an earlier one on which somebody ended it. */
export const lastDayOf = ({ endsOn, endedOn }: { readonly endsOn: CalendarDate; readonly endedOn: CalendarDate | null }): CalendarDate =>
  endedOn === null ? endsOn : earlier(endedOn, endsOn);

/** Where a period stands today. */
export function phaseOf(
  period: PeriodDays & { readonly state: PeriodState; readonly endedOn: CalendarDate | null },
  today: CalendarDate,
): PeriodPhase {
  const { state } = period;
  if (state === 'proposed' || state === 'refused' || state === 'withdrawn') return state;
  // Whoever ends it ends it at once.
  if (state === 'endedEarly' || period.endsOn < today) return 'over';
  return period.startsOn > today ? 'ahead' : 'running';
}

/** Whether the hour has come at which whoever was not marked today is told to the lead. */
export const isRollCallOver = (policy: SpecialPeriodPolicy, now: Date): boolean => now >= instantOf(dayOf(now), policy.rollCallUntil);

/** The day of a mark made at `at` by the phone's clock. */
export function decideMark(at: Date, now: Date): Decision<CalendarDate> {
  if (at.getTime() > now.getTime() + CLOCK_AHEAD_MS) return refuse('ROLL_CALL_IN_FUTURE');
  // A clock that is ahead at midnight does not make tomorrow's mark.
  const on = dayOf(at < now ? at : now);
  return on < addDays(dayOf(now), -LATEST_MARK_DAYS) ? refuse('ROLL_CALL_TOO_OLD') : grant(on);
}
