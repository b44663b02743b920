import { daysBetween, type CalendarDate } from '../kernel/calendar-date.ts';

/**
 * For which of these days before an agreement's end people are told now: the last one that has come, unless it or a later one was told
 * already. So a day on which nothing ran is made up for, once.
 */
export function renewalStage(remindDays: readonly number[], daysLeft: number, told: number | null): number | null {
  const reached = remindDays.filter(days => daysLeft <= days);
  if (daysLeft < 0 || reached.length === 0) return null;
  const stage = Math.min(...reached);
  return told !== null && told <= stage ? null : stage;
}

/** How many weeks ago a day for an answer passed: each is told of once. Null while it is in time. */
export const weeksLate = (dueOn: CalendarDate, today: CalendarDate): number | null => {
  const days = daysBetween(dueOn, today);
  return days < 1 ? null : Math.floor((days - 1) / 7);
};

/** Who is named to answer at this turn, of those who may, always in the same order: each comes after the one before. Null while nobody may. */
export const officerInTurn = <T>(holders: readonly T[], turn: number): T | null => holders[turn % holders.length] ?? null;
