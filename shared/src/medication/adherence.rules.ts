import { addDays, type CalendarDate } from '../kernel/calendar-date.ts';
import type { MedicationPolicy } from '../policy/policy.terms.ts';
import type { MedicationAnswer, NotTakenReason, Regularity } from './medication.terms.ts';

/** The ordered days of a span by what was said of them. */
export type AnswerCounts = { readonly taken: number; readonly partly: number; readonly notTaken: number; readonly unanswered: number };

/** The days that regularity is judged by today: whole weeks up to yesterday, because today can still be answered. */
export const adherenceWindow = (
  policy: MedicationPolicy,
  today: CalendarDate,
): { readonly from: CalendarDate; readonly to: CalendarDate } => ({
  from: addDays(today, -policy.windowDays),
  to: addDays(today, -1),
});

/**
 * What the counted days speak for: regular when medicine was taken on at least the policy's share of the ordered days (a quarter may be
 * missed, by the national form). Silence speaks for neither side: where the unanswered days could decide, the answer is `unknown`.
 */
export function regularityOf(counts: AnswerCounts, policy: MedicationPolicy): Regularity {
  const { taken, partly, notTaken, unanswered } = counts;
  const asked = taken + partly + notTaken + unanswered;
  const isEnough = (days: number): boolean => days * 100 >= policy.regularPercent * asked;
  if (asked < policy.windowLeastDays) return 'tooShort';
  if (isEnough(taken)) return 'regular';
  if (isEnough(taken + unanswered)) return 'unknown';
  return taken + partly === 0 ? 'notTaking' : 'intermittent';
}

/** What was said of one day. */
export type SaidOfDay = { readonly on: CalendarDate; readonly answer: MedicationAnswer; readonly why: NotTakenReason | null };

/** Whether a doctor should hear of this day: not taken at all, or something disagreed with the patient. */
export const isWorrying = ({ answer, why }: Pick<SaidOfDay, 'answer' | 'why'>): boolean =>
  answer === 'notTaken' || (answer === 'partly' && why === 'sideEffect');

/**
 * The first day of the run of worrying days that ends with the last answered day, when the run is long enough for the doctor to ask; else
 * null. A day without an answer ends a run: nobody knows. @param said newest first, one for each day
 */
export function worryingSince(said: readonly SaidOfDay[], policy: Pick<MedicationPolicy, 'doctorAsksAfterDays'>): CalendarDate | null {
  let since: CalendarDate | null = null;
  let days = 0;
  for (const day of said) {
    if (!isWorrying(day) || (since !== null && day.on !== addDays(since, -1))) break;
    since = day.on;
    days += 1;
  }
  return days >= policy.doctorAsksAfterDays ? since : null;
}
