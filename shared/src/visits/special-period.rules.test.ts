import { addDays, calendarDate } from '../kernel/calendar-date.ts';
import type { Decision } from '../kernel/decision.ts';
import { SHIPPED_SPECIAL_PERIOD as policy } from '../policy/special-period-policy.terms.ts';
import {
  decideMark,
  decidePeriodDays,
  decidePeriodSecond,
  isRollCallOver,
  lastDayOf,
  movePeriod,
  phaseOf,
} from './special-period.rules.ts';
import type { PeriodState } from './special-period.terms.ts';

const today = calendarDate('2026-06-15');
const now = new Date('2026-06-15T10:00:00+08:00');
const codeOf = (decision: Decision<unknown>) => (decision.granted ? 'granted' : decision.code);
const day = (days: number) => addDays(today, days);

it.each([
  ['today alone', 0, 0, 'granted'],
  ['the longest', 0, policy.mostDays - 1, 'granted'],
  ['a day longer', 0, policy.mostDays, 'PERIOD_DAYS_WRONG'],
  ['one that ends before it begins', 2, 1, 'PERIOD_DAYS_WRONG'],
  ['one from yesterday on', -1, 3, 'PERIOD_DAYS_WRONG'],
])('a period of %s: %s to %s', (_, from, until, expected) => {
  expect(codeOf(decidePeriodDays({ startsOn: day(from), endsOn: day(until) }, today, policy))).toBe(expected);
});

it.each([
  ['another', ['b'], 0, 'granted'],
  ['whoever proposed it', ['a'], 0, 'PERIOD_NEEDS_ANOTHER'],
  ['their deputy', ['b', 'a'], 0, 'PERIOD_NEEDS_ANOTHER'],
  ['another after its last day', ['b'], -1, 'PERIOD_DAYS_WRONG'],
])('%s decides', (_, standing, until, expected) => {
  expect(codeOf(decidePeriodSecond({ proposedBy: 'a', endsOn: day(until) }, standing, today))).toBe(expected);
});

const STATES: readonly PeriodState[] = ['proposed', 'approved', 'refused', 'withdrawn', 'endedEarly'];
it.each([
  ['approve', ['approved', 'X', 'X', 'X', 'X']],
  ['refuse', ['refused', 'X', 'X', 'X', 'X']],
  ['withdraw', ['withdrawn', 'X', 'X', 'X', 'X']],
  ['endEarly', ['X', 'endedEarly', 'X', 'X', 'X']],
] as const)('%s from each state', (event, expected) => {
  const moved = STATES.map(state => movePeriod(state, event));
  expect(moved.map(one => (one.granted ? one.value : 'X'))).toEqual(expected);
});

it.each([
  ['proposed', 0, 0, null, 'proposed'],
  ['refused', 0, 0, null, 'refused'],
  ['withdrawn', 0, 0, null, 'withdrawn'],
  ['approved', 1, 3, null, 'ahead'],
  ['approved', 0, 3, null, 'running'],
  ['approved', -3, 0, null, 'running'],
  ['approved', -3, -1, null, 'over'],
  ['endedEarly', -3, 3, 0, 'over'],
] as const)('%s from %i to %i stands', (state, from, until, ended, expected) => {
  const endedOn = ended === null ? null : day(ended);
  expect(phaseOf({ state, startsOn: day(from), endsOn: day(until), endedOn }, today)).toBe(expected);
});

it('ends on its day, or on an earlier one', () => {
  expect(lastDayOf({ endsOn: day(3), endedOn: null })).toBe(day(3));
  expect(lastDayOf({ endsOn: day(3), endedOn: day(1) })).toBe(day(1));
  expect(lastDayOf({ endsOn: day(3), endedOn: day(5) })).toBe(day(3));
});

it.each([
  ['17:59:59', false],
  ['18:00:00', true],
  ['23:59:59', true],
  ['00:00:00', false],
])('the hour at %s is over: %s', (time, over) => {
  expect(isRollCallOver(policy, new Date(`2026-06-15T${time}+08:00`))).toBe(over);
});

it.each([
  ['now', '2026-06-15T10:00:00+08:00', '2026-06-15'],
  ['five minutes ahead', '2026-06-15T10:05:00+08:00', '2026-06-15'],
  ['a second more', '2026-06-15T10:05:01+08:00', 'ROLL_CALL_IN_FUTURE'],
  ['the last second of yesterday', '2026-06-14T23:59:59+08:00', '2026-06-14'],
  ['a week ago', '2026-06-08T00:00:00+08:00', '2026-06-08'],
  ['longer ago', '2026-06-07T23:59:59+08:00', 'ROLL_CALL_TOO_OLD'],
])('a mark of %s', (_, at, expected) => {
  const decided = decideMark(new Date(at), now);
  expect(decided.granted ? decided.value : decided.code).toBe(expected);
});

it('no clock that is ahead makes tomorrow’s mark', () => {
  const late = new Date('2026-06-15T23:58:00+08:00');
  const decided = decideMark(new Date('2026-06-16T00:01:00+08:00'), late);
  expect(decided.granted && decided.value).toBe('2026-06-15');
});
