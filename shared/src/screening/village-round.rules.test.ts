import { calendarDate } from '../kernel/calendar-date.ts';
import { phaseOf, type StageDays } from './campaign.rules.ts';
import { answerUntil, answerWith, cluesWaiting } from './village-round.rules.ts';

const day = (text: string) => calendarDate(text);
const DAYS: StageDays = {
  planOn: day('2026-03-01'),
  carryOutOn: day('2026-03-10'),
  fillGapsOn: day('2026-05-01'),
  consolidateOn: day('2026-06-01'),
  endsOn: day('2026-06-30'),
};

it.each([
  ['2026-02-28', null],
  ['2026-03-09', null],
  ['2026-03-10', '2026-04-30'],
  ['2026-04-30', '2026-04-30'],
  ['2026-05-01', '2026-05-31'],
  ['2026-05-31', '2026-05-31'],
  ['2026-06-01', '2026-06-30'],
  ['2026-06-30', '2026-06-30'],
  ['2026-07-01', null],
])('asks a village on %s for its answer until %s (SJ-15)', (on, until) => {
  expect(answerUntil(DAYS, phaseOf(DAYS, day(on)))).toBe(until);
});

it('has a village answer what agrees with its clues', () => {
  expect([0, 1, 7].map(answerWith)).toEqual(['nobody', 'clues', 'clues']);
});

it('counts the clues of one village that wait on a phone, and nothing else', () => {
  const urls = ['/areas/a/screening/clues', '/areas/b/screening/clues', '/areas/a/screening/clues', '/screening/campaigns/c/villages/a'];
  expect([cluesWaiting(urls, 'a'), cluesWaiting(urls, 'b'), cluesWaiting(urls, 'c'), cluesWaiting([], 'a')]).toEqual([2, 1, 0, 0]);
});
