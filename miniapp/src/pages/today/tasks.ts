import type { listTodaysTasks } from '@guanhu/shared/agenda/agenda.routes';
import { CALL_REASONS, TASK_KINDS } from '@guanhu/shared/agenda/agenda.terms';
import { isNamed } from '@guanhu/shared/agenda/office.rules';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { AnswerOf } from '@guanhu/shared/kernel/route';
import type { TagTone } from '../../ui/tag/tag.tsx';
import { dayInWords } from '../../ui/time.ts';
import { commonWords } from '../../words/common.ts';
import { todayWords } from '../../words/today.ts';

type Task = AnswerOf<typeof listTodaysTasks>['rows'][number];

export type TaskRow = {
  readonly taskId: string;
  readonly patientId: string | null;
  readonly page:
    | 'visit'
    | 'call'
    | 'review'
    | 'exam'
    | 'outcome'
    | 'unlock'
    | 'case'
    | 'medicine'
    | 'rollCall'
    | 'handling'
    | 'appraisal'
    | 'application'
    | 'relief'
    | 'benefits'
    | 'decision'
    | 'letter'
    | 'exchange'
    | 'round'
    | 'desk';
  /** What the task is about, for the page that it opens. */
  readonly causeId: string | null;
  readonly village: string;
  readonly title: string;
  readonly sub: string;
  readonly when: string;
  readonly dueOn: CalendarDate;
  /** 0 when it is not overdue. */
  readonly overdueDays: number;
  readonly tone: TagTone;
};

/** Where a task is done. A review of a case is written at the desk; the phone shows the patient. What an office looks into is not on phones at all. */
const PAGES: Readonly<Record<Task['kind'], TaskRow['page']>> = {
  medicationConfirmation: 'visit',
  visit: 'visit',
  call: 'call',
  caseReview: 'case',
  riskReview: 'review',
  injection: 'medicine',
  refill: 'medicine',
  rollCall: 'rollCall',
  healthExam: 'exam',
  outcome: 'outcome',
  unlock: 'unlock',
  incidentRecord: 'handling',
  observation: 'handling',
  rediagnosis: 'case',
  dischargeReceipt: 'case',
  search: 'case',
  appraisal: 'appraisal',
  applicationReview: 'application',
  applicationOpinion: 'application',
  relief: 'relief',
  reliefRenewal: 'benefits',
  concernReview: 'desk',
  openingReview: 'desk',
  meetingDue: 'desk',
  meetingDecision: 'decision',
  supervision: 'letter',
  legalMatter: 'desk',
  exchangeList: 'exchange',
  guidance: 'desk',
  villageRound: 'round',
};

/** What a row of today's list says: where and whom, what to do, how late; nothing about an illness. */
export function taskRow(task: Task, today: CalendarDate): TaskRow {
  return {
    taskId: task.taskId,
    patientId: task.patientId,
    page: PAGES[task.kind],
    causeId: task.causeId,
    village: task.villageName,
    title:
      [task.villageName, task.patientName].filter(Boolean).join(' · ') ||
      (task.kind === 'villageRound' ? todayWords.ownVillage : isNamed(task.kind) ? todayWords.meetings : commonWords.wholeCounty),
    sub: subOf(task),
    when: task.timing === 'overdue' ? todayWords.late(task.overdueDays) : dayInWords(task.dueOn, today),
    dueOn: task.dueOn,
    overdueDays: task.overdueDays,
    tone: task.timing === 'overdue' ? 'late' : task.timing === 'today' ? 'warn' : 'calm',
  };
}

function subOf({ kind, reason, attempts }: Task): string {
  if (PAGES[kind] === 'case' || PAGES[kind] === 'desk') return todayWords.atTheDesk(TASK_KINDS[kind]);
  if (kind !== 'call' || reason === null) return TASK_KINDS[kind];
  return `${CALL_REASONS[reason]}${attempts > 0 ? todayWords.unanswered(attempts) : ''}`;
}

/** Roll-calls are one list of their own, where each is a tap; the others stand one by one. */
export const apart = (rows: readonly TaskRow[]): { readonly rollCalls: readonly TaskRow[]; readonly others: readonly TaskRow[] } => ({
  rollCalls: rows.filter(row => row.page === 'rollCall'),
  others: rows.filter(row => row.page !== 'rollCall'),
});

/** Tasks of a guardian's own seat stand on the guardian's part of the page. */
export const staffTasks = (rows: readonly Task[]): readonly Task[] => rows.filter(task => task.seat !== 'guardian');
