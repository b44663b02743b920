import type { CalendarDate } from '../kernel/calendar-date.ts';
import { grant, refuse, type Decision } from '../kernel/decision.ts';
import { share, type Fen } from '../kernel/fen.ts';
import type { AppraisalOutcome, DutyClause } from './appraisal.terms.ts';

export type Breach = { readonly clause: DutyClause; readonly evidence: string };

/** One person's opinion on a period. */
export type Opinion = {
  readonly outcome: AppraisalOutcome;
  /** What the outcome pays of the period, in percent. */
  readonly payPercent: number;
  readonly breaches: readonly Breach[];
  readonly guardianHeardOn: CalendarDate | null;
};
export type GivenOpinion = Opinion & { readonly personId: string };

/** What a person may have filled in. */
export type OpinionForm = {
  readonly outcome: AppraisalOutcome;
  readonly breaches: readonly Breach[];
  readonly guardianHeardOn?: CalendarDate | undefined;
};

/**
 * A well-grounded opinion out of a form; `percent` is what each outcome pays under the agreement. A deduction needs the breached clause, evidence in words and the day the guardian was
 * heard, no earlier than the period began and no later than today; payment in full needs none of them and takes none.
 */
export function decideOpinion(
  form: OpinionForm,
  percent: Readonly<Record<AppraisalOutcome, number>>,
  periodFrom: CalendarDate,
  today: CalendarDate,
): Decision<Opinion> {
  const { outcome, breaches, guardianHeardOn } = form;
  const payPercent = percent[outcome];
  const clauses = new Set(breaches.map(each => each.clause));
  if (clauses.size !== breaches.length) return refuse('APPRAISAL_OPINION_UNCLEAR');
  if (outcome === 'full') {
    if (breaches.length > 0 || guardianHeardOn !== undefined) return refuse('APPRAISAL_OPINION_UNCLEAR');
    return grant({ outcome, payPercent, breaches: [], guardianHeardOn: null });
  }
  if (breaches.length === 0 || guardianHeardOn === undefined) return refuse('DEDUCTION_NEEDS_GROUNDS');
  if (breaches.some(each => each.evidence.trim() === '')) return refuse('DEDUCTION_NEEDS_GROUNDS');
  if (guardianHeardOn < periodFrom || guardianHeardOn > today) return refuse('GUARDIAN_HEARD_DAY_INVALID');
  return grant({ outcome, payPercent, breaches, guardianHeardOn });
}

const clausesOf = (opinion: Opinion): string =>
  opinion.breaches
    .map(each => each.clause)
    .sort()
    .join();

/** Two opinions concur when they pay the same share and, where they deduct, name the same clauses and the same hearing. */
const concur = (a: Opinion, b: Opinion): boolean =>
  a.outcome === b.outcome && a.payPercent === b.payPercent && clausesOf(a) === clausesOf(b) && a.guardianHeardOn === b.guardianHeardOn;

/**
 * The opinion on which two distinct persons concur, or null. A person's newest opinion counts; `given` is in the order given.
 * When several pairs concur the newest opinion decides, so that a second thought is not outvoted by what it replaced.
 */
export function concurring(given: readonly GivenOpinion[]): Opinion | null {
  const newest = new Map<string, GivenOpinion>();
  for (const each of given) {
    newest.delete(each.personId);
    newest.set(each.personId, each);
  }
  const standing = [...newest.values()].reverse();
  return standing.find((each, index) => standing.slice(index + 1).some(other => concur(each, other))) ?? null;
}

/** What the opinion pays of the period's full amount. */
export const decidedAmount = (fullFen: Fen, opinion: Opinion): Fen => share(fullFen, opinion.payPercent, 100);
