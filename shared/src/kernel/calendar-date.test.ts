import fc from 'fast-check';
import {
  addDays,
  addMonths,
  calendarDate,
  dayOf,
  daysBetween,
  earlier,
  endOfMonth,
  inWords,
  isCalendarDate,
  later,
  mondayOf,
  startOf,
  spanInWords,
  startOfMonth,
  weekdayOf,
} from './calendar-date.ts';

const day = fc
  .integer({ min: Date.UTC(1990, 0, 1) / 86_400_000, max: Date.UTC(2100, 0, 1) / 86_400_000 })
  .map(n => calendarDate(new Date(n * 86_400_000).toISOString().slice(0, 10)));

it.each(['2026-02-28', '2024-02-29', '1900-01-01', '2199-12-31'])('knows %s', text => {
  expect(isCalendarDate(text)).toBe(true);
});

it.each(['2026-02-29', '2026-02-30', '2026-13-01', '2026-00-10', '2026-1-1', '1899-12-31', '2200-01-01', '2026-02-28 ', '', '20260228'])(
  'does not know %s',
  text => {
    expect(isCalendarDate(text)).toBe(false);
    expect(() => calendarDate(text)).toThrow(RangeError);
  },
);

it('begins a day at midnight in China, whatever the machine thinks', () => {
  expect(dayOf(new Date('2026-03-31T15:59:59.999Z'))).toBe('2026-03-31');
  expect(dayOf(new Date('2026-03-31T16:00:00.000Z'))).toBe('2026-04-01');
  fc.assert(fc.property(day, one => dayOf(startOf(one)) === one && dayOf(new Date(startOf(one).getTime() - 1)) === addDays(one, -1)));
});

it('counts days there and back', () => {
  fc.assert(fc.property(day, fc.integer({ min: -2000, max: 2000 }), (one, days) => daysBetween(one, addDays(one, days)) === days));
});

it.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2026-12-15', 1, '2027-01-15'],
  ['2026-03-31', -1, '2026-02-28'],
])('goes from %s by %i months to %s', (from, months, to) => {
  expect(addMonths(calendarDate(from), months)).toBe(to);
});

it('keeps months and weeks whole', () => {
  fc.assert(
    fc.property(day, one => {
      expect(startOfMonth(one) <= one && one <= endOfMonth(one)).toBe(true);
      expect(addDays(endOfMonth(one), 1)).toBe(startOfMonth(addDays(endOfMonth(one), 1)));
      expect(weekdayOf(mondayOf(one))).toBe('周一');
      expect(daysBetween(mondayOf(one), one)).toBeLessThan(7);
    }),
  );
});

it('orders and speaks', () => {
  const [a, b] = [calendarDate('2026-09-30'), calendarDate('2026-10-01')];
  expect([earlier(a, b), later(a, b), weekdayOf(a), inWords(b)]).toEqual([a, b, '周三', '2026年10月1日']);
});

it('says the year of a span once where one says enough', () => {
  const [from, to, next] = [calendarDate('2026-07-01'), calendarDate('2026-09-30'), calendarDate('2027-01-31')];
  expect(spanInWords(from, to)).toBe('2026年7月1日至9月30日');
  expect(spanInWords(from, next)).toBe('2026年7月1日至2027年1月31日');
});
