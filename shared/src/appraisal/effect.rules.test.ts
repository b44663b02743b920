import { calendarDate } from '../kernel/calendar-date.ts';
import { effectiveDay, hasTakenEffect, isPrompt, judgedReport } from './effect.rules.ts';

const full = { outcome: 'full', payPercent: 100, breaches: [], guardianHeardOn: null } as const;
const today = calendarDate('2026-11-22');

it('calls a report prompt for 24 hours, to the millisecond', () => {
  const happened = new Date('2026-11-22T02:00:00Z');
  expect(isPrompt(happened, new Date('2026-11-23T02:00:00Z'))).toBe(true);
  expect(isPrompt(happened, new Date('2026-11-23T02:00:00.001Z'))).toBe(false);
});

describe('the report by which a guardian is judged', () => {
  const at = (hour: number) => new Date(Date.UTC(2026, 10, 22, hour));
  it('is their own first one, in whatever order the reports arrived', () => {
    const reports = [
      { by: 'neighbour', at: at(1) },
      { by: 'guardian', at: at(9) },
      { by: 'guardian', at: at(5) },
    ];
    expect(judgedReport(reports, 'guardian')).toEqual({ by: 'guardian', at: at(5), isOwn: true });
  });
  it('is the first of anybody where they made none', () => {
    const reports = [
      { by: 'neighbour', at: at(3) },
      { by: 'grid worker', at: at(2) },
    ];
    expect(judgedReport(reports, 'guardian')).toEqual({ by: 'grid worker', at: at(2), isOwn: false });
    expect(judgedReport([], 'guardian')).toBeNull();
  });
});

it('lets payment in full hold at once, and a deduction when the days to object are over', () => {
  expect(effectiveDay(full, today, 5)).toBe('2026-11-22');
  const zero = effectiveDay({ ...full, outcome: 'zero', payPercent: 0 }, today, 5);
  expect(zero).toBe('2026-11-28');
  expect(hasTakenEffect(zero, calendarDate('2026-11-27'))).toBe(false);
  expect(hasTakenEffect(zero, calendarDate('2026-11-28'))).toBe(true);
});
