import fc from 'fast-check';
import { ROLES } from '../access/access.terms.ts';
import { calendarDate } from '../kernel/calendar-date.ts';
import { SHIPPED_INDICATORS } from '../policy/indicator-policy.terms.ts';
import { countStandings, judgedOn, judgedPeriods, quarterDays, quarterOf, sheetOf, standingOf } from './department-sheet.rules.ts';
import { ASSESSED_UNITS, SHEET_MEASURE_KEYS, UNIT_OF_ROLE } from './department-sheet.terms.ts';

const on = calendarDate;

it.each([
  ['2026-01-01', '2026-Q1', '2026-01-01', '2026-03-31'],
  ['2026-03-31', '2026-Q1', '2026-01-01', '2026-03-31'],
  ['2026-04-01', '2026-Q2', '2026-04-01', '2026-06-30'],
  ['2026-12-31', '2026-Q4', '2026-10-01', '2026-12-31'],
])('%s is in %s', (day, quarter, from, to) => {
  expect(quarterOf(on(day))).toBe(quarter);
  expect(quarterDays(quarter)).toEqual({ from, to });
});

it('judges a duty in the quarter in which its part of the year ends, once it has begun', () => {
  const ends = (quarter: string, period: 'month' | 'quarter' | 'halfYear' | 'year', today = '2027-01-01') =>
    judgedPeriods(quarterDays(quarter), period, on(today)).map(({ to }) => to);
  expect(ends('2026-Q2', 'month')).toEqual(['2026-04-30', '2026-05-31', '2026-06-30']);
  expect(ends('2026-Q2', 'month', '2026-05-01')).toEqual(['2026-04-30', '2026-05-31']);
  expect(ends('2026-Q2', 'month', '2026-04-30')).toEqual(['2026-04-30']);
  expect(ends('2026-Q1', 'quarter')).toEqual(['2026-03-31']);
  expect([ends('2026-Q1', 'halfYear'), ends('2026-Q2', 'halfYear')]).toEqual([[], ['2026-06-30']]);
  expect([ends('2026-Q3', 'year'), ends('2026-Q4', 'year')]).toEqual([[], ['2026-12-31']]);
});

it('counts a part of the year as of the morning after it, and today while it goes on', () => {
  expect(judgedOn(on('2026-06-30'), on('2026-09-01'))).toBe('2026-07-01');
  expect(judgedOn(on('2026-06-30'), on('2026-06-30'))).toBe('2026-06-30');
});

it('holds nothing against anybody before the last day is over', () => {
  const last = on('2026-06-30');
  expect([standingOf('lacking', last, last), standingOf('lacking', last, on('2026-07-01'))]).toEqual(['running', 'lacking']);
  expect([standingOf('fulfilled', last, last), standingOf('nothing', last, on('2026-07-01'))]).toEqual(['fulfilled', 'nothing']);
  expect(countStandings(['fulfilled', 'running', 'lacking', 'nothing', 'fulfilled'])).toEqual({ done: 2, of: 3 });
  expect(countStandings(['running', 'nothing'])).toEqual({ done: 0, of: 0 });
});

describe('a department’s sheet', () => {
  it('gives points by the share that was done in time, and leaves out what had nothing to do (BQ-06)', () => {
    const sheet = sheetOf(
      { duties: 30, exchange: 20, letters: 10, notices: 0 },
      { duties: { done: 1, of: 3 }, exchange: { done: 3, of: 3 } },
    );
    expect(sheet.lines).toEqual([
      { measure: 'duties', points: 30, done: 1, of: 3, got: 10 },
      { measure: 'exchange', points: 20, done: 3, of: 3, got: 20 },
      { measure: 'letters', points: 10, done: 0, of: 0, got: null },
    ]);
    expect(sheet.total).toEqual({ got: 30, most: 50 });
    expect(sheetOf({ duties: 30 }, {}).total).toBeNull();
    expect(sheetOf({}, { duties: { done: 1, of: 1 } })).toEqual({ lines: [], total: null });
  });

  const count = fc.tuple(fc.nat({ max: 60 }), fc.nat({ max: 60 })).map(([done, missed]) => ({ done, of: done + missed }));
  const facts = fc.record(Object.fromEntries(SHEET_MEASURE_KEYS.map(key => [key, fc.tuple(fc.nat({ max: 100 }), count)])));
  const split = (given: Record<string, [number, { done: number; of: number }]>) =>
    [0, 1].map(at => Object.fromEntries(Object.entries(given).map(([key, pair]) => [key, pair[at as 0]]))) as unknown as Parameters<
      typeof sheetOf
    >;

  it('adds up: the sum is that of its lines, never more than it can be, and never less for something more that is done', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom(...SHEET_MEASURE_KEYS), (given, one) => {
        const [points, counts] = split(given);
        const { lines, total } = sheetOf(points, counts);
        const judged = lines.filter(line => line.got !== null);
        expect(total === null).toBe(judged.length === 0);
        if (!total) return;
        expect(Math.round(total.got * 10)).toBe(judged.reduce((sum, line) => sum + Math.round((line.got ?? 0) * 10), 0));
        expect(total.most).toBe(judged.reduce((sum, line) => sum + line.points, 0));
        expect(total.got).toBeLessThanOrEqual(total.most);
        const before = counts[one] ?? { done: 0, of: 0 };
        const after = sheetOf(points, { ...counts, [one]: { done: Math.min(before.of, before.done + 1), of: before.of } });
        expect(after.total?.got).toBeGreaterThanOrEqual(total.got);
      }),
    );
  });
});

it('ships points for every office with a sheet, a hundred together', () => {
  for (const unit of ASSESSED_UNITS) {
    const points = SHIPPED_INDICATORS.departments[unit] ?? {};
    expect([unit, Object.values(points).reduce((sum, each) => sum + each, 0)]).toEqual([unit, 100]);
  }
  expect(Object.keys(ROLES)).toEqual(expect.arrayContaining(Object.keys(UNIT_OF_ROLE)));
});
