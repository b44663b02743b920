import { addDays, calendarDate } from '../kernel/calendar-date.ts';
import { SHIPPED_POLICIES } from '../policy/shipped-policies.ts';
import { latestSilent, latestToAsk } from './confirmation.rules.ts';
import { medicineMoves } from './medicine-preview.rules.ts';
import { latestToRefill, refillDates } from './supply.rules.ts';

const today = calendarDate('2026-06-15');
const before = SHIPPED_POLICIES.medication;
const moves = (change: object, on = addDays(today, 3)) => medicineMoves(before, { ...before, ...change }, on, today);
const way = (change: object) => {
  const { refill, injection, ask, silence } = moves(change);
  return [refill.move, injection.move, ask.move, silence.move];
};

it.each([
  [{}, [null, null, null, null]],
  [{ refillLeadDays: before.refillLeadDays + 1 }, ['earlier', null, null, null]],
  [{ refillLeadDays: before.refillLeadDays - 1 }, ['later', null, null, null]],
  [{ injectionGraceDays: before.injectionGraceDays + 1 }, [null, 'later', null, null]],
  [{ askAfterDays: before.askAfterDays - 1 }, [null, null, 'earlier', null]],
  [{ silentDays: before.silentDays + 1 }, [null, null, null, 'later']],
  [{ windowDays: before.windowDays + 7 }, [null, null, null, null]],
])('%j moves %j', (change, expected) => {
  expect(way(change)).toEqual(expected);
});

it('leaves alone what the policy before asks for until its last day, by the boundaries that planning compares with', () => {
  const change = { refillLeadDays: before.refillLeadDays + 1 };
  const { refill, ask, silence, quietUntil } = moves(change);
  const last = addDays(today, 2);
  // Whose refill is due on the last day of the policy before keeps it; whose is due a day later is moved.
  expect(refillDates(refill.after, before).dueOn).toBe(last);
  expect(refill.after).toBe(latestToRefill(last, before));
  expect([ask.after, silence.after]).toEqual([latestToAsk(before, last), latestSilent(before, last)]);
  expect(quietUntil).toBe(addDays(today, -2));
  // A policy of today follows the plan that was made of today.
  expect(moves(change, today).refill.after).toBe(latestToRefill(today, before));
});
