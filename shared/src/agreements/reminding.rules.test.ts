import { calendarDate } from '../kernel/calendar-date.ts';
import { officerInTurn, renewalStage, weeksLate } from './reminding.rules.ts';

it('tells of an end once for each day that has come, also when nothing ran on the day itself', () => {
  const days = [30, 7];
  expect(renewalStage(days, 31, null)).toBeNull();
  expect(renewalStage(days, 30, null)).toBe(30);
  expect(renewalStage(days, 28, null)).toBe(30);
  expect(renewalStage(days, 28, 30)).toBeNull();
  expect(renewalStage(days, 7, 30)).toBe(7);
  expect(renewalStage(days, 3, null)).toBe(7);
  expect(renewalStage(days, 0, 7)).toBeNull();
  expect(renewalStage(days, -1, null)).toBeNull();
  expect(renewalStage([], 5, null)).toBeNull();
});

it('counts the weeks since a day for an answer passed', () => {
  const due = calendarDate('2026-08-15');
  expect(weeksLate(due, due)).toBeNull();
  expect(weeksLate(due, calendarDate('2026-08-16'))).toBe(0);
  expect(weeksLate(due, calendarDate('2026-08-22'))).toBe(0);
  expect(weeksLate(due, calendarDate('2026-08-23'))).toBe(1);
});

it('names whoever comes next, and after the last one the first', () => {
  expect([0, 1, 2, 3].map(turn => officerInTurn(['甲', '乙', '丙'], turn))).toEqual(['甲', '乙', '丙', '甲']);
  expect(officerInTurn(['甲'], 5)).toBe('甲');
  expect(officerInTurn([], 0)).toBeNull();
});
