import type { giveOpinion, readAppraisal } from '@guanhu/shared/appraisal/appraisal.routes';
import type { AppraisalOutcome, DutyClause } from '@guanhu/shared/appraisal/appraisal.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { AnswerOf, BodyOf } from '@guanhu/shared/kernel/route';

export type Appraisal = AnswerOf<typeof readAppraisal>;
type Body = BodyOf<typeof giveOpinion>;

/** One person's opinion as far as it has been filled in. */
export type Opinion = {
  readonly outcome?: AppraisalOutcome;
  /** What was found breached, each with its evidence in words. */
  readonly breaches: { readonly [C in DutyClause]?: string };
  readonly heardOn?: CalendarDate;
  readonly note: string;
};

export const NO_OPINION: Opinion = { breaches: {}, note: '' };

const breachesOf = (opinion: Opinion) =>
  (Object.entries(opinion.breaches) as [DutyClause, string][]).map(([clause, evidence]) => ({ clause, evidence: evidence.trim() }));

/** What is still missing, in words. A deduction needs a clause, its evidence, and the guardian's side heard. */
export function lacks(opinion: Opinion): string | undefined {
  const { outcome } = opinion;
  if (outcome === undefined) return '请选一项意见';
  if (outcome === 'full') return undefined;
  const breaches = breachesOf(opinion);
  if (breaches.length === 0) return '少发要说明是哪一条没做到';
  if (breaches.some(breach => breach.evidence === '')) return '每一条都要写证据';
  return opinion.heardOn === undefined ? '少发之前要听监护人怎么说，请选听取的日期' : undefined;
}

/** What is sent; grounds of a deduction are left out when nothing is deducted. */
export function opinionBody(opinion: Opinion, version: number): Body | undefined {
  const { outcome, heardOn } = opinion;
  if (outcome === undefined || lacks(opinion) !== undefined) return undefined;
  const note = opinion.note.trim();
  const words = note === '' ? {} : { note };
  if (outcome === 'full') return { version, outcome, ...words };
  return {
    version,
    outcome,
    breaches: breachesOf(opinion),
    ...(heardOn === undefined ? {} : { guardianHeardOn: heardOn }),
    ...words,
  };
}
