import fc from 'fast-check';
import { addDays, calendarDate } from '../kernel/calendar-date.ts';
import { TASK_STATES, type TaskState } from './agenda.terms.ts';
import { isOverdue, latestOverdue, overdueAfterOf, overdueDays, timingOf } from './due.rules.ts';
import { moveTask, type TaskEvent } from './task-life.rules.ts';

const today = calendarDate('2026-03-01');
const day = fc.integer({ min: -400, max: 400 }).map(days => addDays(today, days));

describe('when a task is late', () => {
  it.each([
    [0, 'today', 0],
    [-1, 'overdue', 1],
    [-2, 'overdue', 2],
    [1, 'ahead', 0],
  ] as const)('due %i days from today without grace: %s, %i days late', (from, timing, late) => {
    const dueOn = addDays(today, from);
    const overdueAfter = overdueAfterOf(dueOn, 0);
    expect(timingOf({ dueOn, overdueAfter }, today)).toBe(timing);
    expect(overdueDays(overdueAfter, today)).toBe(late);
  });

  it('grace keeps it in time, to the day', () => {
    const dueOn = addDays(today, -3);
    expect(timingOf({ dueOn, overdueAfter: overdueAfterOf(dueOn, 3) }, today)).toBe('today');
    expect(timingOf({ dueOn, overdueAfter: overdueAfterOf(dueOn, 2) }, today)).toBe('overdue');
  });

  it('the query’s boundary is the rule’s', () => {
    fc.assert(fc.property(day, day, (overdueAfter, on) => expect(isOverdue(overdueAfter, on)).toBe(overdueAfter <= latestOverdue(on))));
  });
});

describe('the life of a task', () => {
  const events: TaskEvent[] = ['complete', 'cancel', 'suspend', 'resume', 'reopen'];
  const allowed: Record<string, TaskState> = {
    'open complete': 'done',
    'open cancel': 'cancelled',
    'open suspend': 'suspended',
    'suspended resume': 'open',
    'suspended cancel': 'cancelled',
    'cancelled reopen': 'suspended',
  };
  const all = (Object.keys(TASK_STATES) as TaskState[]).flatMap(from => events.map(event => [from, event] as const));
  it.each(all)('%s, %s', (from, event) => {
    const to = allowed[`${from} ${event}`];
    expect(moveTask(from, event)).toEqual(to === undefined ? { granted: false, code: 'TASK_NOT_OPEN' } : { granted: true, value: to });
  });
});
