import { addDays, dayOf, daysBetween, type CalendarDate } from '../kernel/calendar-date.ts';
import { grant, refuse, type Decision } from '../kernel/decision.ts';
import { MOST_ROSTER_DAYS, MOST_SHIFT_DAYS_AHEAD, MOST_SHIFT_HOURS } from './crisis-roster.terms.ts';

/** When somebody is on duty: from `from` on, until just before `until`. */
export type ShiftTime = { readonly from: Date; readonly until: Date };

/** Whether such a shift can be entered: it ends after it begins, is not over, is no longer than a weekend and not more than a year ahead. */
export function decideShift({ from, until }: ShiftTime, now: Date): Decision<true> {
  const hours = (until.getTime() - from.getTime()) / 3_600_000;
  const fits = hours > 0 && hours <= MOST_SHIFT_HOURS && until > now && dayOf(from) <= addDays(dayOf(now), MOST_SHIFT_DAYS_AHEAD);
  return fits ? grant(true) : refuse('SHIFT_TIME_WRONG');
}

/** Whether two shifts share a moment; one that begins when the other ends does not. */
export const overlaps = (a: ShiftTime, b: ShiftTime): boolean => a.from < b.until && b.from < a.until;

/** The stretches of `whole` in which nobody is on duty, in order. */
export function rosterGaps(shifts: readonly ShiftTime[], whole: ShiftTime): readonly ShiftTime[] {
  const gaps: ShiftTime[] = [];
  let covered = whole.from;
  for (const shift of [...shifts].sort((a, b) => a.from.getTime() - b.from.getTime())) {
    if (shift.from >= whole.until) break;
    if (shift.from > covered) gaps.push({ from: covered, until: shift.from });
    if (shift.until > covered) covered = shift.until;
  }
  if (covered < whole.until) gaps.push({ from: covered, until: whole.until });
  return gaps;
}

/** Whether a roster can be looked at for these days, both included. */
export const decideRosterDays = (from: CalendarDate, until: CalendarDate): Decision<true> =>
  until >= from && daysBetween(from, until) < MOST_ROSTER_DAYS ? grant(true) : refuse('ROSTER_DAYS_WRONG');
