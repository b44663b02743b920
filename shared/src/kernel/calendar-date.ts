import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc.js';
import { inLanguage } from './language.ts';

dayjs.extend(utc);

/** A day in Asia/Shanghai, 'YYYY-MM-DD'. Everything that is due is due on a day, not at an instant. */
export type CalendarDate = string & { readonly __calendarDate: never };

/** China has kept UTC+8 without summer time since 1991, so a fixed offset is exact for every date we store. */
const OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether `text` is a real day between 1900 and 2199 written 'YYYY-MM-DD'. */
export function isCalendarDate(text: string): text is CalendarDate {
  const parts = SHAPE.exec(text);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (year < 1900 || year > 2199) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** The day named by `text`. @throws RangeError when there is no such day. */
export function calendarDate(text: string): CalendarDate {
  if (!isCalendarDate(text)) throw new RangeError('not a calendar date');
  return text;
}

/** The day an instant falls on in China. */
export const dayOf = (instant: Date): CalendarDate => new Date(instant.getTime() + OFFSET_MS).toISOString().slice(0, 10) as CalendarDate;

/** The instant a day begins in China. */
export const startOf = (day: CalendarDate): Date => new Date(`${day}T00:00:00+08:00`);

/** `days` may be negative. */
export const addDays = (day: CalendarDate, days: number): CalendarDate =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10) as CalendarDate;

/** Same day of the month `months` later, or the month's last day when there is none (31 January + 1 → 28 or 29 February). */
export const addMonths = (day: CalendarDate, months: number): CalendarDate =>
  dayjs.utc(day).add(months, 'month').format('YYYY-MM-DD') as CalendarDate;

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number => (Date.parse(to) - Date.parse(from)) / DAY_MS;

/** The earlier of two days. */
export const earlier = (a: CalendarDate, b: CalendarDate): CalendarDate => (a < b ? a : b);

/** The later of two days. */
export const later = (a: CalendarDate, b: CalendarDate): CalendarDate => (a > b ? a : b);

/** The year that `day` is in. */
export const yearOf = (day: CalendarDate): number => Number(day.slice(0, 4));

/** First day of the month that `day` is in. */
export const startOfMonth = (day: CalendarDate): CalendarDate => `${day.slice(0, 7)}-01` as CalendarDate;

/** Last day of the month that `day` is in. */
export const endOfMonth = (day: CalendarDate): CalendarDate => addDays(addMonths(startOfMonth(day), 1), -1);

/** The part of the calendar year around a day, in parts of so many months (a divisor of 12). */
export function partOfYear(day: CalendarDate, months: number): { readonly from: CalendarDate; readonly to: CalendarDate } {
  const first = Math.floor((Number(day.slice(5, 7)) - 1) / months) * months;
  const from = addMonths(`${day.slice(0, 4)}-01-01` as CalendarDate, first);
  return { from, to: addDays(addMonths(from, months), -1) };
}

/** Monday of the week that `day` is in. */
export const mondayOf = (day: CalendarDate): CalendarDate => addDays(day, -((dayjs.utc(day).day() + 6) % 7));

/** How days are written; the patterns are those of dayjs. */
const SAID = inLanguage(
  {
    weekdays: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
    weekdayMarks: ['日', '一', '二', '三', '四', '五', '六'],
    day: 'YYYY年M月D日',
    dayOfSameYear: 'M月D日',
    span: (from: string, to: string) => `${from}至${to}`,
  },
  {
    en: {
      weekdays: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
      weekdayMarks: ['Su', 'Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa'],
      day: 'D MMM YYYY',
      dayOfSameYear: 'D MMM YYYY',
      span: (from: string, to: string) => `${from} to ${to}`,
    },
  },
);

/** 周一 … 周日 */
export const weekdayOf = (day: CalendarDate): string => SAID.weekdays[dayjs.utc(day).day()] ?? '';

/** 一 … 日: a column has no room for more. */
export const weekdayMark = (day: CalendarDate): string => SAID.weekdayMarks[dayjs.utc(day).day()] ?? '';

/** 'YYYY年M月D日' */
export const inWords = (day: CalendarDate): string => dayjs.utc(day).format(SAID.day);

/** '2026年7月1日至9月30日', both days inside; the year is said once where one says enough. */
export const spanInWords = (from: CalendarDate, to: CalendarDate): string =>
  SAID.span(inWords(from), from.slice(0, 4) === to.slice(0, 4) ? dayjs.utc(to).format(SAID.dayOfSameYear) : inWords(to));
