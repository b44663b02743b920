import { dayOf, daysBetween, weekdayOf, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { timeWords } from '../words/time.ts';

/** Minutes that China is ahead of UTC, whatever the phone is set to. */
const OFFSET_MS = 8 * 60 * 60 * 1000;
const two = (value: number) => String(value).padStart(2, '0');

/** '16:02' of an ISO instant, in China. */
export function clock(instant: string): string {
  const there = new Date(new Date(instant).getTime() + OFFSET_MS);
  return `${two(there.getUTCHours())}:${two(there.getUTCMinutes())}`;
}

/** '12 月 31 日' */
export const monthDay = (day: CalendarDate): string => timeWords.monthDay(Number(day.slice(5, 7)), Number(day.slice(8)));

/** How people name a day: 今天, 明天, 昨天, 周四 within the coming week, else month and day. */
export function dayInWords(day: CalendarDate, today: CalendarDate): string {
  const ahead = daysBetween(today, day);
  if (ahead === 0) return timeWords.today;
  if (ahead === 1) return timeWords.tomorrow;
  if (ahead === -1) return timeWords.yesterday;
  if (ahead > 1 && ahead < 7) return weekdayOf(day);
  return monthDay(day);
}

/** '今天 16:02' of an ISO instant. */
export const momentInWords = (instant: string, today: CalendarDate): string =>
  `${dayInWords(dayOf(new Date(instant)), today)} ${clock(instant)}`;

/** '2026 年 12 月 31 日' */
export const yearMonthDay = (day: CalendarDate): string => timeWords.yearMonthDay(day.slice(0, 4), monthDay(day));

/** '10 月 1 日—12 月 31 日', both days inside; with the years where it crosses into another one. */
export function span(from: CalendarDate, to: CalendarDate): string {
  if (from === to) return monthDay(from);
  const say = from.slice(0, 4) === to.slice(0, 4) ? monthDay : yearMonthDay;
  return `${say(from)}—${say(to)}`;
}
