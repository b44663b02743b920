import { addDays, daysBetween, type CalendarDate } from '../kernel/calendar-date.ts';
import type { TaskTiming } from './agenda.terms.ts';

/** The last day on which something due on `dueOn` is still in time. Stored with the task, so that SQL only compares dates. */
export const overdueAfterOf = (dueOn: CalendarDate, graceDays: number): CalendarDate => addDays(dueOn, graceDays);

/** Whether the last day in time has passed. */
export const isOverdue = (overdueAfter: CalendarDate, today: CalendarDate): boolean => today > overdueAfter;

/** Whole days that it is late; 0 when in time. */
export const overdueDays = (overdueAfter: CalendarDate, today: CalendarDate): number => Math.max(0, daysBetween(overdueAfter, today));

/** The last `overdueAfter` that is overdue today: what a query compares with, so that the boundary stands once. */
export const latestOverdue = (today: CalendarDate): CalendarDate => addDays(today, -1);

export const timingOf = (task: { readonly dueOn: CalendarDate; readonly overdueAfter: CalendarDate }, today: CalendarDate): TaskTiming =>
  isOverdue(task.overdueAfter, today) ? 'overdue' : task.dueOn <= today ? 'today' : 'ahead';
