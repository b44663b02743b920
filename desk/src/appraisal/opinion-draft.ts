import type { GiveOpinionBody } from '@guanhu/shared/appraisal/appraisal.contract';
import type { AppraisalOutcome, DutyClause } from '@guanhu/shared/appraisal/appraisal.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';

/** An opinion as it is being filled in; `breaches` holds the evidence by clause. */
export type OpinionDraft = {
  readonly outcome: AppraisalOutcome | undefined;
  readonly breaches: { readonly [C in DutyClause]?: string };
  readonly guardianHeardOn: CalendarDate | undefined;
  readonly note: string;
};

const breachesOf = (draft: OpinionDraft) =>
  Object.entries(draft.breaches).map(([clause, evidence]) => ({ clause: clause as DutyClause, evidence: evidence.trim() }));

/** Whether enough is filled in to send; the server decides about the rest. */
export function isGrounded(draft: OpinionDraft): boolean {
  if (draft.outcome === undefined) return false;
  if (draft.outcome === 'full') return true;
  const breaches = breachesOf(draft);
  return draft.guardianHeardOn !== undefined && breaches.length > 0 && breaches.every(each => each.evidence !== '');
}

/** What is sent. Grounds that were filled in before the person chose payment in full are left out. */
export function opinionBody(draft: OpinionDraft, version: number): GiveOpinionBody | undefined {
  const { outcome, guardianHeardOn } = draft;
  if (outcome === undefined || !isGrounded(draft)) return undefined;
  const note = draft.note.trim();
  const grounds = outcome === 'full' || guardianHeardOn === undefined ? {} : { breaches: breachesOf(draft), guardianHeardOn };
  return { version, outcome, ...grounds, ...(note === '' ? {} : { note }) };
}
