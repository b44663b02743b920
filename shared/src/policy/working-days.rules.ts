import { addDays, weekdayOf, type CalendarDate } from '../kernel/calendar-date.ts';
import { grant, refuse, type Decision } from '../kernel/decision.ts';
import type { CalendarPolicy } from './policy.terms.ts';

const WEEKEND = new Set(['周六', '周日']);
const yearOf = (day: CalendarDate): number => Number(day.slice(0, 4));
const yearIn = ({ years }: CalendarPolicy, day: CalendarDate) => years.find(one => one.year === yearOf(day));

/** Whether the year of `day` was entered. Of a year that was not, weekends are all that is known. */
export const isYearKnown = (calendar: CalendarPolicy, day: CalendarDate): boolean => yearIn(calendar, day) !== undefined;

/** Whether offices work on `day`: a swapped weekend day works, a holiday does not, any other day as the week has it. */
export function isWorkingDay(calendar: CalendarPolicy, day: CalendarDate): boolean {
  const year = yearIn(calendar, day);
  if (year?.workdays.includes(day)) return true;
  return !WEEKEND.has(weekdayOf(day)) && year?.holidays.includes(day) !== true;
}

/** The working day that is the `count`-th after `from`; `from` itself is not counted. With 0, `from`. @throws RangeError for a negative count. */
export function addWorkingDays(calendar: CalendarPolicy, from: CalendarDate, count: number): CalendarDate {
  if (count < 0) throw new RangeError('working days are counted forwards');
  let day = from;
  for (let left = count; left > 0;) {
    day = addDays(day, 1);
    if (isWorkingDay(calendar, day)) left -= 1;
  }
  return day;
}

/** Whether a calendar can be used: every year once, its days its own, a swapped day on a weekend, no day both ways or twice. */
export function checkCalendar(calendar: CalendarPolicy): Decision<CalendarPolicy> {
  const { years } = calendar;
  const once = new Set(years.map(one => one.year)).size === years.length;
  const fits = years.every(({ year, holidays, workdays }) => {
    const days = [...holidays, ...workdays];
    return (
      days.every(day => yearOf(day) === year) && new Set(days).size === days.length && workdays.every(day => WEEKEND.has(weekdayOf(day)))
    );
  });
  return once && fits ? grant(calendar) : refuse('POLICY_CALENDAR_WRONG');
}
