import type { giveOpinion, readAppraisal } from '@guanhu/shared/appraisal/appraisal.routes';
import type { AppraisalOutcome, DutyClause } from '@guanhu/shared/appraisal/appraisal.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { AnswerOf, BodyOf } from '@guanhu/shared/kernel/route';
import { appraisalWords } from '../../../words/appraisal.ts';

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
  if (outcome === undefined) return appraisalWords.chooseOpinion;
  if (outcome === 'full') return undefined;
  const breaches = breachesOf(opinion);
  if (breaches.length === 0) return appraisalWords.sayWhichClause;
  if (breaches.some(breach => breach.evidence === '')) return appraisalWords.everyClauseEvidence;
  return opinion.heardOn === undefined ? appraisalWords.hearFirst : undefined;
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
