import { isCalendarDate, type CalendarDate } from './calendar-date.ts';
import { inLanguage } from './language.ts';

/** A day as far as people know it: 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD'. What nobody knows is never filled in. */
export type PartialDate = string & { readonly __partialDate: never };

/** Whether `text` is a real year, month or day between 1900 and 2199. */
export function isPartialDate(text: string): text is PartialDate {
  if (/^\d{4}$/.test(text)) return isCalendarDate(`${text}-01-01`);
  if (/^\d{4}-\d{2}$/.test(text)) return isCalendarDate(`${text}-01`);
  return isCalendarDate(text);
}

/** The date named by `text`. @throws RangeError when there is no such year, month or day. */
export function partialDate(text: string): PartialDate {
  if (!isPartialDate(text)) throw new RangeError('not a partial date');
  return text;
}

/** A whole day is a partial date of which everything is known. */
export const wholeDay = (day: CalendarDate): PartialDate => partialDate(day);

/** Whether both can be the same day: one of them says the same as the other and nothing more. */
export const mayBeSame = (a: PartialDate, b: PartialDate): boolean => a.startsWith(b) || b.startsWith(a);

/** Whether `a` is surely earlier than `b`: 1998 is before 1999-03, and not surely before 1998-05. */
export const surelyBefore = (a: PartialDate, b: PartialDate): boolean => {
  const known = Math.min(a.length, b.length);
  return a.slice(0, known) < b.slice(0, known);
};

/** How its parts are written, as far as they are known. */
const SAID = inLanguage(
  {
    whole: (year: string, month?: string, day?: string) =>
      `${year}年${month === undefined ? '' : `${String(Number(month))}月`}${day === undefined ? '' : `${String(Number(day))}日`}`,
  },
  { en: { whole: (...known) => known.join('-') } },
);

/** '1998年', '1998年3月' or '1998年3月5日'. */
export function partialInWords(date: PartialDate): string {
  const [year = '', month, day] = date.split('-');
  return SAID.whole(year, month, day);
}

/** Reads what people type: 1998, 1998.3, 1998-03, 1998年3月, 1998/3/5, 19980305. @returns null when it is no date. */
export function readPartialDate(typed: string): PartialDate | null {
  const bare = typed
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[年月./]/g, '-')
    .replace(/日$/, '')
    .replace(/-+$/, '');
  const run = /^(\d{4})(\d{2})(\d{2})?$/.exec(bare);
  const parts = run ? run.slice(1).filter(part => (part as string | undefined) !== undefined) : bare.split('-');
  if (!parts.every((part, i) => (i === 0 ? /^\d{4}$/ : /^\d{1,2}$/).test(part)) || parts.length > 3) return null;
  const text = parts.map((part, i) => (i === 0 ? part : part.padStart(2, '0'))).join('-');
  return isPartialDate(text) ? text : null;
}
