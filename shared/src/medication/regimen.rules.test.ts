import fc from 'fast-check';
import { addDays, calendarDate, type CalendarDate } from '../kernel/calendar-date.ts';
import { SHIPPED_POLICIES } from '../policy/shipped-policies.ts';
import type { Regimen } from './confirmation.rules.ts';
import { decideEnd, decideOrder, orderedSince } from './regimen.rules.ts';

const today = calendarDate('2026-06-15');
const policy = SHIPPED_POLICIES.medication; // answers two days back
const from = (days: number) => addDays(today, days);
const regimen = (since: number, until: number | null): Regimen => ({ since: from(since), until: until === null ? null : from(until) });

describe('a new order', () => {
  it.each<[string, Regimen | null, number, string | null]>([
    ['with none before it, today', null, 0, null],
    ['with none before it, as far back as families may answer', null, -2, null],
    ['with none before it, further back', null, -3, 'REGIMEN_TOO_EARLY'],
    ['while one goes on, back to its beginning', regimen(-40, null), -40, '2026-05-05'],
    ['while one goes on, from tomorrow', regimen(-40, null), 1, '2026-06-15'],
    ['before the one that goes on', regimen(-40, null), -41, 'REGIMEN_TOO_EARLY'],
    ['after one that has ended, today', regimen(-40, -10), 0, null],
    ['after one that has ended, in days that nobody was asked about', regimen(-40, -10), -3, 'REGIMEN_TOO_EARLY'],
    ['the day after one that ended yesterday', regimen(-40, -1), 0, null],
    ['inside one that ended yesterday', regimen(-40, -1), -1, 'REGIMEN_TOO_EARLY'],
    ['inside one that ends today', regimen(-40, 0), -5, '2026-06-09'],
    ['inside one that ends later', regimen(-40, 20), 5, '2026-06-19'],
    ['after one that ends later', regimen(-40, 20), 21, null],
    ['three months ahead', null, 92, null],
    ['further ahead', null, 93, 'REGIMEN_TOO_LATE'],
  ])('%s', (_, newest, days, expected) => {
    const decided = decideOrder({ from: from(days), until: null, newest, policy, today });
    expect(decided.granted ? decided.value.before : decided.code).toBe(expected);
  });

  it('does not end before it begins', () => {
    const facts = { from: today, newest: null, policy, today };
    expect(decideOrder({ ...facts, until: today }).granted).toBe(true);
    expect(decideOrder({ ...facts, until: from(-1) })).toEqual({ granted: false, code: 'REGIMEN_ENDS_BEFORE' });
  });

  it('never lets two orders of one day stand, and never asks about a day that nobody may answer and nobody was asked about', () => {
    const day = fc.integer({ min: -60, max: 95 });
    const newest = fc.option(fc.tuple(fc.integer({ min: -50, max: 30 }), fc.option(fc.integer({ min: 0, max: 60 }), { nil: null })), {
      nil: null,
    });
    fc.assert(
      fc.property(newest, day, (before, start) => {
        const old = before && regimen(before[0], before[1] === null ? null : before[0] + before[1]);
        const decided = decideOrder({ from: from(start), until: null, newest: old, policy, today });
        if (!decided.granted) return;
        const end = decided.value.before ?? old?.until ?? from(-1000);
        expect(end < from(start)).toBe(true);
        const wasAsked = old !== null && old.since <= from(start) && (old.until === null || old.until >= today);
        if (!wasAsked) expect(start).toBeGreaterThanOrEqual(-policy.answerDaysBack);
      }),
    );
  });
});

describe('ending an order', () => {
  const end = (days: number, of = regimen(-40, null)) => {
    const decided = decideEnd({ regimen: of, lastDay: from(days), policy, today });
    return decided.granted ? 'granted' : decided.code;
  };
  it.each([
    [0, 'granted'],
    [30, 'granted'],
    [-3, 'granted'], // so that no day is left that could still be answered
    [-4, 'REGIMEN_TOO_EARLY'],
    [93, 'REGIMEN_TOO_LATE'],
  ])('with its last day %i days from today: %s', (days, expected) => {
    expect(end(days)).toBe(expected);
  });
  it('is for orders that go on', () => {
    expect(end(0, regimen(-40, -1))).toBe('REGIMEN_ENDED');
    expect(end(0, regimen(-40, 0))).toBe('granted');
    expect(end(0, regimen(5, null))).toBe('REGIMEN_TOO_EARLY');
    expect(end(4, regimen(5, null))).toBe('granted');
  });
});

describe('since when medicine is ordered without a day between', () => {
  const before = (since: number, until: number | null, ordered: number) => ({ ...regimen(since, until), orderedSince: from(ordered) });
  it.each<[string, Parameters<typeof orderedSince>[0], number, CalendarDate]>([
    ['the first order', null, 0, from(0)],
    ['a change', before(-20, null, -90), 0, from(-90)],
    ['the day after an end', before(-20, -1, -90), 0, from(-90)],
    ['two days after an end', before(-20, -2, -90), 0, from(0)],
    ['a correction of the same day', before(0, null, -90), 0, from(-90)],
  ])('%s', (_, old, start, expected) => {
    expect(orderedSince(old, from(start))).toBe(expected);
  });
});
