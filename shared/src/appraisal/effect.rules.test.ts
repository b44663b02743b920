import { calendarDate } from '../kernel/calendar-date.ts';
import { effectiveDay, hasTakenEffect, isPrompt } from './effect.rules.ts';

const full = { outcome: 'full', payPercent: 100, breaches: [], guardianHeardOn: null } as const;
const today = calendarDate('2026-11-22');

it('calls a report prompt for 24 hours, to the millisecond', () => {
  const happened = new Date('2026-11-22T02:00:00Z');
  expect(isPrompt(happened, new Date('2026-11-23T02:00:00Z'))).toBe(true);
  expect(isPrompt(happened, new Date('2026-11-23T02:00:00.001Z'))).toBe(false);
});

it('lets payment in full hold at once, and a deduction when the days to object are over', () => {
  expect(effectiveDay(full, today, 5)).toBe('2026-11-22');
  const zero = effectiveDay({ ...full, outcome: 'zero', payPercent: 0 }, today, 5);
  expect(zero).toBe('2026-11-28');
  expect(hasTakenEffect(zero, calendarDate('2026-11-27'))).toBe(false);
  expect(hasTakenEffect(zero, calendarDate('2026-11-28'))).toBe(true);
});
