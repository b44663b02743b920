import fc from 'fast-check';
import { addDays, calendarDate } from '../kernel/calendar-date.ts';
import { countFindings, decideSpan, offeredSpan, taskFinding, TASK_FINDINGS, type TaskFact, type TaskFinding } from './look-back.rules.ts';

const to = calendarDate('2026-06-15');
const task = (more: Partial<TaskFact>): TaskFact => ({
  kind: 'visit',
  seat: 'doctor',
  dueOn: addDays(to, -5),
  overdueAfter: addDays(to, -3),
  state: 'open',
  closedOn: null,
  ...more,
});

it.each<[Partial<TaskFact>, TaskFinding]>([
  [{ state: 'done', closedOn: addDays(to, -3) }, 'onTime'],
  [{ state: 'done', closedOn: addDays(to, -2) }, 'late'],
  [{ state: 'done', closedOn: to }, 'late'],
  // Done after the day that is looked back from: on that day it was still missing.
  [{ state: 'done', closedOn: addDays(to, 1) }, 'missed'],
  [{}, 'missed'],
  [{ overdueAfter: addDays(to, -1) }, 'missed'],
  [{ overdueAfter: to }, 'open'],
  [{ state: 'suspended' }, 'excused'],
  [{ state: 'cancelled', closedOn: to }, 'excused'],
  [{ state: 'cancelled', closedOn: addDays(to, 1) }, 'missed'],
])('%j was %s', (more, expected) => {
  expect(taskFinding(task(more), to)).toBe(expected);
});

it('counts every task once', () => {
  const findings = fc.record({
    kind: fc.constantFrom('visit' as const, 'call' as const),
    state: fc.constantFrom('open' as const, 'done' as const, 'cancelled' as const, 'suspended' as const),
    closed: fc.integer({ min: -9, max: 9 }),
  });
  fc.assert(
    fc.property(fc.array(findings), rows => {
      const tasks = rows.map(({ kind, state, closed }) => task({ kind, state, closedOn: addDays(to, closed) }));
      const counted = [...countFindings(tasks, to).values()].flatMap(row => Object.keys(TASK_FINDINGS).map(key => row[key as TaskFinding]));
      expect(counted.reduce((sum, one) => sum + one, 0)).toBe(tasks.length);
    }),
  );
});

it.each([
  [addDays(to, -365), to, true],
  [addDays(to, -366), to, false],
  [to, to, true],
  [to, addDays(to, -1), false],
  [to, addDays(to, 1), false],
])('from %s to %s: %s', (from, until, granted) => {
  expect(decideSpan(from, until, to).granted).toBe(granted);
});

it('offers as many days as the policy says', () => {
  expect(offeredSpan(to, 90)).toEqual({ from: '2026-03-17', to });
  expect(offeredSpan(to, 1)).toEqual({ from: '2026-06-14', to });
});
