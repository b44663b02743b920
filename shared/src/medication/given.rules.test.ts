import { addDays, calendarDate } from '../kernel/calendar-date.ts';
import { decideGivenOn } from './given.rules.ts';

it.each([
  [1, 'MEDICINE_NOT_YET_GIVEN'],
  [0, 'granted'],
  [-366, 'granted'],
  [-367, 'MEDICINE_GIVEN_LONG_AGO'],
])('given %i days from today: %s', (days, expected) => {
  const today = calendarDate('2026-06-15');
  const decided = decideGivenOn(addDays(today, days), today);
  expect(decided.granted ? 'granted' : decided.code).toBe(expected);
});
