import { addMonths, type CalendarDate } from '../kernel/calendar-date.ts';
import type { VisitWorkPolicy } from '../policy/visit-work.terms.ts';
import type { VisitResult } from './visits.terms.ts';

/** A recorded visit as it counts here. */
export type Tried = { readonly on: CalendarDate; readonly result: VisitResult };

/**
 * Whether a patient is lost to follow-up by visits that met nobody: so many in a row, on as many days, the first and the last more than
 * so many months apart (national norm: three in a row over more than a month). `newest` comes first; anything else ends the row.
 */
export function isLostByMisses(newest: readonly Tried[], policy: Pick<VisitWorkPolicy, 'lostAfterMisses' | 'lostAfterMonths'>): boolean {
  const end = newest.findIndex(tried => tried.result !== 'missed');
  const days = [...new Set((end < 0 ? newest : newest.slice(0, end)).map(tried => tried.on))];
  const [last, first] = [days[0], days.at(-1)];
  if (last === undefined || first === undefined || days.length < policy.lostAfterMisses) return false;
  return last > addMonths(first, policy.lostAfterMonths);
}
