import { addDays, calendarDate, daysBetween, type CalendarDate } from '../kernel/calendar-date.ts';
import type { CalendarPolicy } from './policy.terms.ts';

const span = (from: string, to: string): readonly CalendarDate[] =>
  Array.from({ length: daysBetween(calendarDate(from), calendarDate(to)) + 1 }, (_, index) => addDays(calendarDate(from), index));

/**
 * What is known: 2026 by the notice of the General Office of the State Council of 4 November 2025. A later year is entered by the county
 * when its notice appears; until then its weekends are all that is known.
 */
export const SHIPPED_CALENDAR: CalendarPolicy = {
  kind: 'calendar',
  years: [
    {
      year: 2026,
      holidays: [
        ...span('2026-01-01', '2026-01-03'),
        ...span('2026-02-15', '2026-02-23'),
        ...span('2026-04-04', '2026-04-06'),
        ...span('2026-05-01', '2026-05-05'),
        ...span('2026-06-19', '2026-06-21'),
        ...span('2026-09-25', '2026-09-27'),
        ...span('2026-10-01', '2026-10-07'),
      ],
      workdays: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'].map(calendarDate),
    },
  ],
};
