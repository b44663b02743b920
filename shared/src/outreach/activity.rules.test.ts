import { addDays, calendarDate } from '../kernel/calendar-date.ts';
import { decideActivityDay, decideActivityPhoto } from './activity.rules.ts';

const today = calendarDate('2026-06-15');

it.each([
  ['today', 0, true],
  ['tomorrow', 1, false],
  ['a year ago', -366, true],
  ['a day longer ago', -367, false],
])('is written down of %s: %s', (_, days, fits) => {
  expect(decideActivityDay(addDays(today, days), today).granted).toBe(fits);
});

it.each([
  ['the ninth picture', 8, 'image/png', 'granted'],
  ['the tenth', 9, 'image/jpeg', 'ACTIVITY_PHOTOS_FULL'],
  ['a document', 0, 'application/pdf', 'ACTIVITY_PHOTO_NOT_PICTURE'],
  ['a recording', 9, 'audio/mpeg', 'ACTIVITY_PHOTO_NOT_PICTURE'],
])('decides on %s', (_, photos, type, expected) => {
  const decision = decideActivityPhoto({ photos, type });
  expect(decision.granted ? 'granted' : decision.code).toBe(expected);
});
