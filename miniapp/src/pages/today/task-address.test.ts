import { TASK_KIND_KEYS } from '@guanhu/shared/agenda/agenda.terms';
import { isNamed } from '@guanhu/shared/agenda/office.rules';
import { calendarDate } from '@guanhu/shared/kernel/calendar-date';
import { taskAddress } from './task-address.ts';
import { taskRow } from './tasks.ts';

const today = calendarDate('2026-11-21');
const row = (kind: (typeof TASK_KIND_KEYS)[number], patientId: string | null = isNamed(kind) ? null : 'p') =>
  taskRow(
    {
      taskId: 't',
      kind,
      reason: null,
      seat: 'gridWorker',
      patientId,
      patientName: null,
      villageName: '',
      dueOn: today,
      timing: 'today',
      overdueDays: 0,
      attempts: 0,
      causeId: 'c',
    },
    today,
  );

it('opens the very thing that a task is about', () => {
  expect(taskAddress(row('meetingDecision'))).toEqual({
    page: '/packages/meetings/decisions/index',
    query: { decisionId: 'c', taskId: 't' },
  });
  expect(taskAddress(row('supervision'))).toEqual({ page: '/packages/duties/letters/index', query: { letterId: 'c', taskId: 't' } });
  expect(taskAddress(row('exchangeList'))).toEqual({ page: '/packages/exchange/round/index', query: { roundId: 'c', taskId: 't' } });
  expect(taskAddress(row('villageRound'))).toEqual({
    page: '/packages/screening/round/index',
    query: { campaignId: 'c', taskId: 't' },
  });
  expect(taskAddress(row('relief'))).toEqual({ page: '/packages/relief/application/index', query: { reliefId: 'c' } });
  expect(taskAddress(row('riskReview'))).toEqual({ page: '/packages/assessment/review/index', query: { patientId: 'p', taskId: 't' } });
});

it('leads somewhere from every kind, or is said to be done at the desk', () => {
  for (const kind of TASK_KIND_KEYS) {
    const { page } = row(kind);
    expect([kind, taskAddress(row(kind)) === undefined]).toEqual([kind, page === 'desk']);
  }
});

it('opens nothing about a patient where there is none', () => {
  expect(taskAddress(row('visit', null))).toBeUndefined();
});
