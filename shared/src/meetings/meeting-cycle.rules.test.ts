import fc from 'fast-check';
import { addDays, calendarDate, daysBetween } from '../kernel/calendar-date.ts';
import { isMeetingInSight, meetingPeriod, nextMeetingBy } from './meeting-cycle.rules.ts';

const QUARTERLY = { kind: 'meeting', timesAYear: 4, remindDays: 30 } as const;

it.each([
  ['2026-01-01', 4, '2026-01-01', '2026-03-31'],
  ['2026-03-31', 4, '2026-01-01', '2026-03-31'],
  ['2026-04-01', 4, '2026-04-01', '2026-06-30'],
  ['2026-12-31', 4, '2026-10-01', '2026-12-31'],
  ['2026-06-30', 2, '2026-01-01', '2026-06-30'],
  ['2026-07-01', 2, '2026-07-01', '2026-12-31'],
  ['2028-02-29', 1, '2028-01-01', '2028-12-31'],
] as const)('%s at %i meetings a year lies in %s to %s (BQ-02, SJ-14)', (day, timesAYear, from, to) => {
  expect(meetingPeriod(calendarDate(day), { timesAYear })).toEqual({ from, to });
});

it('asks for one regular meeting in each period, and for the next as soon as this one has had its own', () => {
  const today = calendarDate('2026-08-10');
  expect(nextMeetingBy(null, today, QUARTERLY).to).toBe('2026-09-30');
  expect(nextMeetingBy(calendarDate('2026-06-30'), today, QUARTERLY).to).toBe('2026-09-30');
  expect(nextMeetingBy(calendarDate('2026-07-01'), today, QUARTERLY).to).toBe('2026-12-31');
  expect(nextMeetingBy(calendarDate('2026-11-01'), calendarDate('2026-11-02'), QUARTERLY).to).toBe('2027-03-31');
});

it('reminds from the days of the policy on, also when the period has passed', () => {
  const period = meetingPeriod(calendarDate('2026-08-10'), QUARTERLY);
  expect(isMeetingInSight(period, calendarDate('2026-08-30'), QUARTERLY)).toBe(false);
  expect(isMeetingInSight(period, calendarDate('2026-08-31'), QUARTERLY)).toBe(true);
  expect(isMeetingInSight(period, calendarDate('2026-10-01'), QUARTERLY)).toBe(true);
});

it('tiles the calendar: every day in one period, and the next begins the day after', () => {
  const times = fc.constantFrom(1 as const, 2 as const, 4 as const);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), times, (days, timesAYear) => {
      const day = addDays(calendarDate('2000-01-01'), days);
      const { from, to } = meetingPeriod(day, { timesAYear });
      expect(from <= day && day <= to).toBe(true);
      expect(meetingPeriod(addDays(to, 1), { timesAYear }).from).toBe(addDays(to, 1));
      expect(Math.round((daysBetween(from, to) + 1) / 30.4)).toBe(12 / timesAYear);
    }),
  );
});
