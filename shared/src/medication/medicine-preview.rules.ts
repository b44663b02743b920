import { addDays, later, type CalendarDate } from '../kernel/calendar-date.ts';
import type { DateMove } from '../policy/policy-preview.terms.ts';
import type { MedicationPolicy } from '../policy/policy.terms.ts';
import { latestSilent, latestToAsk } from './confirmation.rules.ts';
import { latestToRefill } from './supply.rules.ts';

/** Which way a kind of date moves, and from which day of the patient's own on: what is asked for already stays as it is. */
type Moved = { readonly move: DateMove | null; readonly after: CalendarDate };
export type MedicineMoves = {
  /** By the day on which medicine runs out. */
  readonly refill: Moved;
  /** By the day of the injection: until when it is in time. */
  readonly injection: Moved;
  /** By the day that a silence counts from, which is `quietUntil` or earlier: whoever answers every day is asked nothing. */
  readonly ask: Moved;
  readonly silence: Moved;
  readonly quietUntil: CalendarDate;
};

const moveOf = (before: number, after: number): DateMove | null => (after === before ? null : after < before ? 'earlier' : 'later');

/**
 * Whose medicine dates a policy that begins on `on` moves. The boundaries are those by which the plan of a day opens tasks; what the policy
 * before has opened by the day before, or by today's plan, is not moved.
 */
export function medicineMoves(before: MedicationPolicy, after: MedicationPolicy, on: CalendarDate, today: CalendarDate): MedicineMoves {
  const last = later(addDays(on, -1), today);
  return {
    refill: { move: moveOf(-before.refillLeadDays, -after.refillLeadDays), after: latestToRefill(last, before) },
    injection: { move: moveOf(before.injectionGraceDays, after.injectionGraceDays), after: addDays(last, before.injectionHorizonDays) },
    ask: { move: moveOf(before.askAfterDays, after.askAfterDays), after: latestToAsk(before, last) },
    silence: { move: moveOf(before.silentDays, after.silentDays), after: latestSilent(before, last) },
    // Yesterday was not answered.
    quietUntil: addDays(today, -2),
  };
}
