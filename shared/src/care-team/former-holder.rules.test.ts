import { calendarDate } from '../kernel/calendar-date.ts';
import { firstDayHandedIn } from './former-holder.rules.ts';

it('takes in what is at most thirty days old', () => {
  expect(firstDayHandedIn(calendarDate('2026-03-31'))).toBe('2026-03-01');
});
