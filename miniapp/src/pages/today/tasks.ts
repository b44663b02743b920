import type { listTodaysTasks } from '@guanhu/shared/agenda/agenda.routes';
import { CALL_REASONS, TASK_KINDS } from '@guanhu/shared/agenda/agenda.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { AnswerOf } from '@guanhu/shared/kernel/route';
import type { TagTone } from '../../ui/tag/tag.tsx';
import { dayInWords } from '../../ui/time.ts';

type Task = AnswerOf<typeof listTodaysTasks>['rows'][number];

export type TaskRow = {
  readonly taskId: string;
  readonly patientId: string;
  readonly page: 'visit' | 'call' | 'review' | 'exam' | 'outcome' | 'unlock';
  /** What the task is about, for the page that it opens. */
  readonly causeId: string | null;
  readonly title: string;
  readonly sub: string;
  readonly when: string;
  readonly tone: TagTone;
};

/** Where a task is done. A review of a case stands on the patient's own page. */
const PAGES: Readonly<Record<Task['kind'], TaskRow['page']>> = {
  medicationConfirmation: 'visit',
  visit: 'visit',
  call: 'call',
  caseReview: 'visit',
  riskReview: 'review',
  healthExam: 'exam',
  outcome: 'outcome',
  unlock: 'unlock',
};

/** What a row of today's list says: where and whom, what to do, how late; nothing about an illness. */
export function taskRow(task: Task, today: CalendarDate): TaskRow {
  const tries = task.attempts > 0 ? `，打过 ${String(task.attempts)} 次没人接` : '';
  return {
    taskId: task.taskId,
    patientId: task.patientId,
    page: PAGES[task.kind],
    causeId: task.causeId,
    title: [task.villageName, task.patientName].filter(Boolean).join(' · '),
    sub: task.kind === 'call' && task.reason ? `${CALL_REASONS[task.reason]}${tries}` : TASK_KINDS[task.kind],
    when: task.timing === 'overdue' ? `超 ${String(task.overdueDays)} 天` : dayInWords(task.dueOn, today),
    tone: task.timing === 'overdue' ? 'late' : task.timing === 'today' ? 'warn' : 'calm',
  };
}

/** Tasks of a guardian's own seat stand on the guardian's part of the page. */
export const staffTasks = (rows: readonly Task[]): readonly Task[] => rows.filter(task => task.seat !== 'guardian');
