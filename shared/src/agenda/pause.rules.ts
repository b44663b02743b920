import { addDays, daysBetween, earlier, type CalendarDate } from '../kernel/calendar-date.ts';
import type { VisitingSeat } from '../policy/policy.terms.ts';
import type { CarePart } from './care-part.rules.ts';

/** Whoever comes back is visited within two weeks, as after a referral. */
const RETURN_DAYS = 14;

/**
 * When a seat comes after a pause: its interval begins anew with the return, and the first visit is never later than two weeks after it.
 * @param running the date that went on counting during the pause (telephone follow-up), null when the timer stood
 */
export function dueAfterPause(intervalDays: number, returnedOn: CalendarDate, running: CalendarDate | null): CalendarDate {
  const fresh = addDays(returnedOn, Math.min(intervalDays, RETURN_DAYS));
  return running === null ? fresh : earlier(running, fresh);
}

export type SeatDates = { readonly seat: VisitingSeat; readonly countedFrom: CalendarDate; readonly dueOn: CalendarDate };

/** How a seat reaches the patient: it comes, the doctor telephones, or its timer stands. */
function wayOf(seat: VisitingSeat, care: readonly CarePart[]): 'comes' | 'telephones' | null {
  if (seat !== 'doctor') return care.includes('watch') ? 'comes' : null;
  return care.includes('clinical') ? 'comes' : care.includes('telephone') ? 'telephones' : null;
}

/** The dates of the seats that begin anew when what goes on around the patient changes; those that go on, or pause, stay as they are. */
export function datesAfterChange<D extends SeatDates>(
  dues: readonly D[],
  before: readonly CarePart[],
  after: readonly CarePart[],
  today: CalendarDate,
): readonly D[] {
  return dues.flatMap(due => {
    const [was, is] = [wayOf(due.seat, before), wayOf(due.seat, after)];
    if (is === null || is === was) return [];
    // Going over to the telephone keeps the day on which the doctor would have come.
    if (was === 'comes') return [due];
    const interval = Math.max(1, daysBetween(due.countedFrom, due.dueOn));
    if (was === 'telephones') return [{ ...due, dueOn: dueAfterPause(interval, today, due.dueOn) }];
    return [{ ...due, countedFrom: today, dueOn: dueAfterPause(interval, today, null) }];
  });
}
