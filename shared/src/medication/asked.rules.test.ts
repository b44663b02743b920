import fc from 'fast-check';
import { addDays, calendarDate } from '../kernel/calendar-date.ts';
import { askedStretches, unansweredOf } from './asked.rules.ts';

const day = (of: number) => addDays(calendarDate('2026-04-01'), of - 1);
const stretch = (from: number, to: number) => ({ from: day(from), to: day(to) });

describe('the days that were asked about', () => {
  it.each([
    ['the order begins inside', [{ since: day(10), until: null }], [stretch(1, 30)], [stretch(10, 30)]],
    ['it ends inside', [{ since: day(-9), until: day(5) }], [stretch(1, 30)], [stretch(1, 5)]],
    ['a pause in the middle', [{ since: day(1), until: null }], [stretch(1, 9), stretch(20, 30)], [stretch(1, 9), stretch(20, 30)]],
    ['the order ends on the day of the pause', [{ since: day(1), until: day(10) }], [stretch(11, 30)], []],
    ['an order of no day', [{ since: day(10), until: day(9) }], [stretch(1, 30)], []],
    [
      'two orders in a row',
      [
        { since: day(1), until: day(4) },
        { since: day(5), until: null },
      ],
      [stretch(2, 6)],
      [stretch(2, 4), stretch(5, 6)],
    ],
  ])('%s', (_, ordered, goingOn, asked) => {
    expect(askedStretches(ordered, goingOn)).toEqual(asked);
  });
});

describe('unanswered days', () => {
  it.each([
    [[], 30],
    [[day(1), day(30)], 28],
    [[day(0), day(31)], 30],
  ])('of 30 asked, answered %j: %s', (answered, left) => {
    expect(unansweredOf([stretch(1, 30)], answered)).toBe(left);
  });

  it('do not grow by answers that nobody asked for: said in the morning, in hospital by noon', () => {
    expect(unansweredOf([stretch(1, 9)], [day(9), day(10)])).toBe(8);
  });

  it('are never fewer than none', () => {
    const days = fc.uniqueArray(fc.integer({ min: -5, max: 40 }).map(day));
    fc.assert(fc.property(days, answered => unansweredOf([stretch(1, 9), stretch(20, 30)], answered) >= 0));
  });
});
