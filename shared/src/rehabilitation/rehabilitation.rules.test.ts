import { addDays, calendarDate } from '../kernel/calendar-date.ts';
import { decideDuring, decideEnd, decideOrigin } from './rehabilitation.rules.ts';

const today = calendarDate('2026-06-15');
const day = (days: number) => addDays(today, days);

it.each([
  ['the first day', -10, null, -10, 'granted'],
  ['the day before', -10, null, -11, 'REHAB_DAY_WRONG'],
  ['today', -10, null, 0, 'granted'],
  ['tomorrow', -10, null, 1, 'REHAB_DAY_WRONG'],
  ['the last day', -10, -3, -3, 'granted'],
  ['the day after the last', -10, -3, -2, 'REHAB_DAY_WRONG'],
] as const)('goes on during %s: %#', (_, since, until, on, expected) => {
  const decision = decideDuring({ since: day(since), until: until === null ? null : day(until) }, day(on), today);
  expect(decision.granted ? 'granted' : decision.code).toBe(expected);
});

it.each([
  ['today', null, 0, 'granted'],
  ['the first day', null, -10, 'granted'],
  ['before the first', null, -11, 'REHAB_DAY_WRONG'],
  ['tomorrow', null, 1, 'REHAB_DAY_WRONG'],
  ['twice', -3, -2, 'REHAB_ENDED'],
] as const)('ends %s', (_, until, lastOn, expected) => {
  const decision = decideEnd({ since: day(-10), until: until === null ? null : day(until) }, day(lastOn), today);
  expect(decision.granted ? 'granted' : decision.code).toBe(expected);
});

it.each([
  ['referral', 'a-referral', true],
  ['referral', undefined, true],
  ['hospital', undefined, true],
  ['hospital', 'a-referral', false],
] as const)('comes into a programme from %s by %s: %s', (origin, referralId, expected) => {
  expect(decideOrigin(origin, referralId).granted).toBe(expected);
});
