import { addDays, daysBetween, type CalendarDate } from '../kernel/calendar-date.ts';
import { grant, refuse, type Decision } from '../kernel/decision.ts';
import type { TaskKind } from '../agenda/agenda.terms.ts';

/** Why it is looked back (倒查). */
export const LOOK_BACK_CAUSES = { seriousHarm: '肇祸', death: '死亡', other: '其他需要倒查的情况' } as const;
export type LookBackCause = keyof typeof LOOK_BACK_CAUSES;
export const LOOK_BACK_CAUSE_KEYS = ['seriousHarm', 'death', 'other'] as const satisfies readonly LookBackCause[];

/** The longest span that is looked back over. */
const MOST_DAYS = 366;

export const decideSpan = (from: CalendarDate, to: CalendarDate, today: CalendarDate): Decision<true> =>
  from <= to && to <= today && daysBetween(from, to) < MOST_DAYS ? grant(true) : refuse('REVIEW_SPAN_WRONG');

/** The span that is offered: so many days before it happened, as the policy says. */
export const offeredSpan = (
  happenedOn: CalendarDate,
  lookBackDays: number,
): { readonly from: CalendarDate; readonly to: CalendarDate } => ({
  from: addDays(happenedOn, -lookBackDays),
  to: happenedOn,
});

/** A task as it stood: what was to be done by when, and what became of it. */
export type TaskFact = {
  readonly kind: TaskKind;
  readonly seat: string;
  readonly dueOn: CalendarDate;
  readonly overdueAfter: CalendarDate;
  readonly state: 'open' | 'done' | 'cancelled' | 'suspended';
  /** The day on which it was done or taken back. */
  readonly closedOn: CalendarDate | null;
};

export const TASK_FINDINGS = {
  onTime: '按时完成',
  late: '超期完成',
  missed: '到期未做',
  open: '还没到期',
  excused: '撤销或暂停',
} as const;
export type TaskFinding = keyof typeof TASK_FINDINGS;

/** What became of a task until `to`: a fact, no judgement. What was done after `to` was still missing then. */
export function taskFinding({ overdueAfter, state, closedOn }: TaskFact, to: CalendarDate): TaskFinding {
  if (state === 'suspended' || (state === 'cancelled' && closedOn !== null && closedOn <= to)) return 'excused';
  if (state === 'done' && closedOn !== null && closedOn <= to) return closedOn <= overdueAfter ? 'onTime' : 'late';
  return to > overdueAfter ? 'missed' : 'open';
}

type LookBackCounts = { readonly [F in TaskFinding]: number };

/** How many tasks of each kind became what. */
export function countFindings(tasks: readonly TaskFact[], to: CalendarDate): ReadonlyMap<TaskKind, LookBackCounts> {
  const counts = new Map<TaskKind, Record<TaskFinding, number>>();
  for (const task of tasks) {
    const row = counts.get(task.kind) ?? { onTime: 0, late: 0, missed: 0, open: 0, excused: 0 };
    row[taskFinding(task, to)] += 1;
    counts.set(task.kind, row);
  }
  return counts;
}
