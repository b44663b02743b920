import fc from 'fast-check';
import { addDays, calendarDate } from '../kernel/calendar-date.ts';
import { decideRosterDays, decideShift, overlaps, rosterGaps, type ShiftTime } from './crisis-roster.rules.ts';

const now = new Date('2026-06-15T10:00:00+08:00');
const HOUR = 3_600_000;
const at = (hours: number): Date => new Date(now.getTime() + hours * HOUR);
const shift = (from: number, until: number): ShiftTime => ({ from: at(from), until: at(until) });
const hours = (times: readonly ShiftTime[]) => times.map(one => [(+one.from - +now) / HOUR, (+one.until - +now) / HOUR]);

describe('a shift', () => {
  it.each([
    ['of a night', 8, 22, true],
    ['that has begun', -5, 1, true],
    ['that is over this moment', -5, 0, false],
    ['without length', 3, 3, false],
    ['that ends before it begins', 4, 3, false],
    ['of 72 hours', 1, 73, true],
    ['of a second more', 1, 73 + 1 / 3600, false],
    ['a year ahead', 366 * 24, 366 * 24 + 8, true],
    ['a day more', 367 * 24, 367 * 24 + 8, false],
  ])('%s', (_, from, until, fits) => {
    expect(decideShift(shift(from, until), now).granted).toBe(fits);
  });

  it.each([
    ['the same', 0, 4, true],
    ['one inside', 1, 2, true],
    ['one that begins as it ends', 4, 6, false],
    ['one that ends as it begins', -2, 0, false],
    ['one that shares the last hour', 3, 6, true],
  ])('and %s', (_, from, until, shared) => {
    expect(overlaps(shift(0, 4), shift(from, until))).toBe(shared);
  });
});

describe('the gaps of a roster', () => {
  it.each([
    ['nobody at all', [], [[0, 24]]],
    ['one for the whole day', [[0, 24]], []],
    ['one for longer', [[-5, 30]], []],
    ['two that touch', [[0, 10], [10, 24]], []], // prettier-ignore
    ['a hole between', [[0, 10], [12, 24]], [[10, 12]]], // prettier-ignore
    ['begun late, ended early', [[2, 20]], [[0, 2], [20, 24]]], // prettier-ignore
    ['a short one within a long one', [[0, 20], [3, 4]], [[20, 24]]], // prettier-ignore
    ['one of another day', [[30, 40]], [[0, 24]]],
  ] as [string, [number, number][], number[][]][])('%s', (_, shifts, expected) => {
    const reversed = shifts.map(([from, until]) => shift(from, until)).reverse();
    expect(hours(rosterGaps(reversed, shift(0, 24)))).toEqual(expected);
  });

  it('are exactly the hours that no shift covers', () => {
    const some = fc.array(fc.tuple(fc.integer({ min: -6, max: 30 }), fc.integer({ min: 1, max: 12 })), { maxLength: 8 });
    fc.assert(
      fc.property(some, spans => {
        const shifts = spans.map(([from, length]) => shift(from, from + length));
        const gaps = rosterGaps(shifts, shift(0, 24));
        for (let hour = 0; hour < 24; hour++) {
          const within = (one: ShiftTime) => one.from <= at(hour) && at(hour) < one.until;
          expect(gaps.some(within)).toBe(!shifts.some(within));
        }
      }),
    );
  });
});

it.each([
  [0, true],
  [61, true],
  [62, false],
  [-1, false],
])('a roster is shown for %i days more: %s', (more, fits) => {
  const from = calendarDate('2026-06-15');
  expect(decideRosterDays(from, addDays(from, more)).granted).toBe(fits);
});
