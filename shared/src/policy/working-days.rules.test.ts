import fc from 'fast-check';
import { addDays, calendarDate } from '../kernel/calendar-date.ts';
import { SHIPPED_CALENDAR } from './shipped-calendar.ts';
import type { CalendarPolicy } from './policy.terms.ts';
import { addWorkingDays, checkCalendar, isWorkingDay, isYearKnown } from './working-days.rules.ts';

const day = calendarDate;
const weekendsOnly: CalendarPolicy = { kind: 'calendar', years: [] };
const drawnDay = fc.integer({ min: 0, max: 3000 }).map(days => addDays(day('2025-01-01'), days));

describe('a working day', () => {
  it.each([
    ['2026-01-01', false], // a Thursday, New Year
    ['2026-01-04', true], // a Sunday, swapped
    ['2026-02-14', true], // a Saturday, swapped
    ['2026-02-23', false], // the last Monday of the spring festival
    ['2026-02-24', true],
    ['2026-06-18', true],
    ['2026-06-19', false],
    ['2026-09-20', true], // a Sunday, swapped
    ['2026-10-07', false],
    ['2026-10-08', true],
    ['2026-10-10', true], // a Saturday, swapped
    ['2026-10-11', false],
  ])('2026 by the notice: %s %s', (on, works) => {
    expect(isWorkingDay(SHIPPED_CALENDAR, day(on))).toBe(works);
  });

  it('of a year nobody has entered is any day but a weekend, and says that it is not known', () => {
    expect([isWorkingDay(SHIPPED_CALENDAR, day('2027-01-01')), isYearKnown(SHIPPED_CALENDAR, day('2027-01-01'))]).toEqual([true, false]);
    expect([isWorkingDay(SHIPPED_CALENDAR, day('2027-01-02')), isYearKnown(SHIPPED_CALENDAR, day('2026-12-31'))]).toEqual([false, true]);
  });
});

describe('so many working days later', () => {
  it.each([
    ['2026-11-20', 1, '2026-11-23'], // Friday → Monday
    ['2026-11-20', 5, '2026-11-27'],
    ['2026-11-21', 1, '2026-11-23'], // Saturday
    ['2026-09-24', 1, '2026-09-28'], // over the mid-autumn days
    ['2026-09-30', 1, '2026-10-08'], // over the national days
    ['2026-10-09', 1, '2026-10-10'], // the swapped Saturday counts
    ['2026-11-20', 0, '2026-11-20'],
  ])('%s and %i is %s', (from, count, to) => {
    expect(addWorkingDays(SHIPPED_CALENDAR, day(from), count)).toBe(to);
  });

  it('lies on a working day, with exactly so many of them after the first day', () => {
    fc.assert(
      fc.property(drawnDay, fc.integer({ min: 1, max: 40 }), (from, count) => {
        const to = addWorkingDays(SHIPPED_CALENDAR, from, count);
        let counted = 0;
        for (let each = addDays(from, 1); each <= to; each = addDays(each, 1)) if (isWorkingDay(SHIPPED_CALENDAR, each)) counted += 1;
        expect([isWorkingDay(SHIPPED_CALENDAR, to), counted]).toEqual([true, count]);
      }),
    );
  });

  it('counts forwards only', () => {
    expect(() => addWorkingDays(weekendsOnly, day('2026-01-01'), -1)).toThrow(RangeError);
  });
});

describe('a calendar', () => {
  const of = (...years: CalendarPolicy['years']): CalendarPolicy => ({ kind: 'calendar', years });
  const year = (holidays: string[], workdays: string[] = []) => ({
    year: 2027,
    holidays: holidays.map(day),
    workdays: workdays.map(day),
  });
  it('may be empty, and the shipped one may be used', () => {
    expect([checkCalendar(of()).granted, checkCalendar(SHIPPED_CALENDAR).granted]).toEqual([true, true]);
  });
  it.each([
    ['a year twice', of(year([]), year([]))],
    ['a day of another year', of(year(['2026-10-01']))],
    ['a day off and on', of(year(['2027-01-02'], ['2027-01-02']))],
    ['a day twice', of(year(['2027-01-01', '2027-01-01']))],
    ['a swapped day in the week', of(year([], ['2027-01-04']))],
  ])('with %s is refused', (_, calendar) => {
    expect(checkCalendar(calendar)).toEqual({ granted: false, code: 'POLICY_CALENDAR_WRONG' });
  });
});
