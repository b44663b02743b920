import { dayOf, inWords, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';

const AT = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** Today in China. */
export const todayInChina = (now = new Date()): CalendarDate => dayOf(now);

/** '11月20日 16:02'; with the year when it is not this one. */
export function instantInWords(instant: string, now = new Date()): string {
  const part = Object.fromEntries(AT.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  const { year = '', month = '', day = '', hour = '', minute = '' } = part;
  const thisYear = todayInChina(now).startsWith(`${year}-`);
  return `${thisYear ? '' : `${year}年`}${month}月${day}日 ${hour}:${minute}`;
}

/** '2026年7月1日 至 9月30日': the year is said once when both days share it. */
export function spanInWords(from: CalendarDate, to: CalendarDate): string {
  const end = inWords(to);
  return `${inWords(from)} 至 ${from.slice(0, 4) === to.slice(0, 4) ? end.slice(5) : end}`;
}

/** '11月27日', with the year when it is not this one: for a day that is near, where the year says nothing. */
export const nearDayInWords = (day: CalendarDate, today = todayInChina()): string =>
  day.slice(0, 4) === today.slice(0, 4) ? inWords(day).slice(5) : inWords(day);

export const dayInWords = (day: CalendarDate | null, otherwise = '—'): string => (day === null ? otherwise : inWords(day));
