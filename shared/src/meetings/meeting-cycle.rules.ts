import { addDays, partOfYear, type CalendarDate } from '../kernel/calendar-date.ts';
import type { Cycle } from '../policy/policy.terms.ts';

export type MeetingPeriod = { readonly from: CalendarDate; readonly to: CalendarDate };

/** The part of the calendar year in which one regular meeting is held: a quarter, half a year or the year. */
export const meetingPeriod = (day: CalendarDate, { timesAYear }: Pick<Cycle, 'timesAYear'>): MeetingPeriod =>
  partOfYear(day, 12 / timesAYear);

/** Until when the next regular meeting is held: the end of this period, or of the next when this one has had its meeting. */
export function nextMeetingBy(lastRegularOn: CalendarDate | null, today: CalendarDate, policy: Cycle): MeetingPeriod {
  const now = meetingPeriod(today, policy);
  return lastRegularOn !== null && lastRegularOn >= now.from ? meetingPeriod(addDays(now.to, 1), policy) : now;
}

/** Whether somebody is reminded today of the meeting that this period asks for. */
export const isMeetingInSight = ({ to }: MeetingPeriod, today: CalendarDate, { remindDays }: Cycle): boolean =>
  addDays(to, -remindDays) <= today;
