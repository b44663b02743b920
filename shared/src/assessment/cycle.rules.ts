import { isOverdue, overdueAfterOf } from '../agenda/due.rules.ts';
import { addDays, addMonths, later, type CalendarDate } from '../kernel/calendar-date.ts';
import { grant, refuse, type Decision } from '../kernel/decision.ts';
import type { AssessmentPolicy } from '../policy/policy.terms.ts';
import type { Stability } from '../policy/stability.terms.ts';
import type { Cycle, CycleState } from './assessment.terms.ts';

/** When something comes round next, counted from the day it was done last, or from the day care began. */
export type CycleDue = {
  readonly cycle: Cycle;
  readonly countedFrom: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly overdueAfter: CalendarDate;
};

/** Months of a cycle. Whoever has no class yet is reviewed as often as those who are not stable. */
export const cycleMonths = ({ reviewMonths, examMonths }: AssessmentPolicy, cycle: Cycle, stability: Stability | null): number =>
  cycle === 'healthExam' ? examMonths : stability === 'stable' ? reviewMonths.stable : reviewMonths.others;

/** The next date of a cycle. It follows the class and the policy both ways: no form has asked for another day. */
export function cycleDue(policy: AssessmentPolicy, cycle: Cycle, stability: Stability | null, countedFrom: CalendarDate): CycleDue {
  const dueOn = addMonths(countedFrom, cycleMonths(policy, cycle, stability));
  return { cycle, countedFrom, dueOn, overdueAfter: overdueAfterOf(dueOn, policy.graceDays) };
}

/** The date of a cycle that was wanted by a day, until it is done: whatever the rules make of it, it comes no later. */
export const wantedBy = (due: CycleDue, day: CalendarDate | null): CycleDue => {
  if (day === null || day >= due.dueOn) return due;
  const dueOn = later(due.countedFrom, day);
  return { ...due, dueOn, overdueAfter: dueOn };
};

/** Where a cycle stands today. */
export function cycleState(
  { dueOn, overdueAfter, lastDoneOn }: Pick<CycleDue, 'dueOn' | 'overdueAfter'> & { readonly lastDoneOn: CalendarDate | null },
  today: CalendarDate,
  horizonDays: number,
): CycleState {
  if (isOverdue(overdueAfter, today)) return 'overdue';
  if (dueOn <= addDays(today, horizonDays)) return 'due';
  return lastDoneOn === null ? 'ahead' : 'done';
}

/** How long ago something may have been done when it is recorded: an exam's report comes by post, a review is written down within the week. */
const LATEST_DAYS: Readonly<Record<Cycle, number>> = { riskReview: 7, healthExam: 366 };

/** Whether something may be recorded as done on `on`. */
export function decideDoneOn(cycle: Cycle, on: CalendarDate, today: CalendarDate): Decision<CalendarDate> {
  if (on > today) return refuse('ASSESSMENT_IN_FUTURE');
  return on < addDays(today, -LATEST_DAYS[cycle]) ? refuse('ASSESSMENT_TOO_LATE') : grant(on);
}

/** A review speaks of its day: it does not count against a rating that was made after it. */
export const decideReviewCounts = (on: CalendarDate, ratedOn: CalendarDate | null): Decision<CalendarDate> =>
  ratedOn !== null && ratedOn > on ? refuse('ASSESSMENT_OVERTAKEN') : grant(on);
