import { addDays, type CalendarDate } from '../kernel/calendar-date.ts';
import type { ReminderPolicy } from '../policy/policy.terms.ts';

/** Who hears of a task that its assignee has not done: first the village's lead, then the township's office. */
export const OVERDUE_LEVELS = ['lead', 'office'] as const;
export type OverdueLevel = (typeof OVERDUE_LEVELS)[number];

const daysOf = (level: OverdueLevel, policy: ReminderPolicy): number => (level === 'lead' ? policy.leadAfterDays : policy.officeAfterDays);

/** The latest last-day-in-time of the tasks that are told to this level today: the boundary that planning compares with. */
export const latestToldOf = (level: OverdueLevel, policy: ReminderPolicy, today: CalendarDate): CalendarDate =>
  addDays(today, -Math.max(1, daysOf(level, policy)));

/** Which levels hear of a task today. */
export const levelsTold = (overdueAfter: CalendarDate, policy: ReminderPolicy, today: CalendarDate): readonly OverdueLevel[] =>
  OVERDUE_LEVELS.filter(level => overdueAfter <= latestToldOf(level, policy, today));
