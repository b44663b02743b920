import { addDays, type CalendarDate } from '../kernel/calendar-date.ts';
import { grant, refuse, type Decision } from '../kernel/decision.ts';

/** How long afterwards somebody may still write down what was given: the days that dates are made from. */
const MOST_DAYS_BACK = 366;

/** Whether medicine may be recorded as given, or arrived, on this day. */
export function decideGivenOn(on: CalendarDate, today: CalendarDate): Decision<CalendarDate> {
  if (on > today) return refuse('MEDICINE_NOT_YET_GIVEN');
  return on < addDays(today, -MOST_DAYS_BACK) ? refuse('MEDICINE_GIVEN_LONG_AGO') : grant(on);
}
