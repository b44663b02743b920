import { addDays, dayOf, type CalendarDate } from '../kernel/calendar-date.ts';
import { grant, refuse, type Decision } from '../kernel/decision.ts';
import { VISITING_SEATS, type VisitingSeat } from '../policy/policy.terms.ts';

/** A phone's clock may be a little ahead. */
const CLOCK_AHEAD_MS = 5 * 60_000;
/** How long a visit without signal may wait on the phone ([CFG]). */
const LATEST_UPLOAD_DAYS = 30;

/** The day of a check-in made at `at` by the phone's clock. */
export function decideCheckIn(at: Date, now: Date): Decision<CalendarDate> {
  if (at.getTime() > now.getTime() + CLOCK_AHEAD_MS) return refuse('VISIT_IN_FUTURE');
  const on = dayOf(at);
  return on < addDays(dayOf(now), -LATEST_UPLOAD_DAYS) ? refuse('VISIT_TOO_OLD') : grant(on);
}

/** When a form was finished by the phone's clock: never before its check-in, whatever the clock says by then. */
export function decideFinishedAt(finishedAt: Date, checkedInAt: Date, now: Date): Decision<Date> {
  if (finishedAt.getTime() > now.getTime() + CLOCK_AHEAD_MS) return refuse('VISIT_IN_FUTURE');
  return grant(finishedAt < checkedInAt ? checkedInAt : finishedAt);
}

/** The seat as which a person visits when they hold several: the task's, else the first of the policy's order. */
export const seatOfVisit = (held: readonly string[], taskSeat: VisitingSeat | null): VisitingSeat | null =>
  taskSeat !== null && held.includes(taskSeat) ? taskSeat : (VISITING_SEATS.find(seat => held.includes(seat)) ?? null);

/** When the next visit is due: the rule's date, or the form's when that is sooner. */
export function decideNextDate(asked: CalendarDate | undefined, byRule: CalendarDate, on: CalendarDate): Decision<CalendarDate> {
  if (asked === undefined) return grant(byRule);
  if (asked <= on) return refuse('NEXT_VISIT_NOT_AHEAD');
  return asked > byRule ? refuse('NEXT_VISIT_TOO_LATE') : grant(asked);
}
