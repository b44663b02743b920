import { addDays, type CalendarDate } from '../kernel/calendar-date.ts';
import { grant, refuse, type Decision } from '../kernel/decision.ts';
import type { Fen } from '../kernel/fen.ts';
import type { AppraisalState, ObjectionLevel, ObjectionState } from './appraisal.terms.ts';

/** An appraisal as an objection meets it. */
export type Objectionable = {
  readonly state: AppraisalState;
  readonly fullFen: number;
  readonly decidedFen: number | null;
  /** From when the decision holds; null while it is open again. */
  readonly effectiveOn: CalendarDate | null;
};
/** The newest objection to it. */
export type LastObjection = { readonly level: ObjectionLevel; readonly state: ObjectionState };

/** What an objection may do now and until when; null where nothing was deducted, its days are over, or it has reached its last level. */
export type MayObject = { readonly level: ObjectionLevel; readonly until: CalendarDate };

/**
 * Whether somebody may object to a decision on a day, and who would answer. Before it takes effect; late, within the days that the
 * policy keeps open after that; and once more, at the county, when the township has refused. What two people decided after the county's
 * answer is the end here.
 * @param on  the day on which they object: of what waited for signal an earlier one than today
 */
export function mayObject(of: Objectionable, last: LastObjection | null, lateDays: number, on: CalendarDate): MayObject | null {
  if (of.decidedFen === null || of.effectiveOn === null || of.decidedFen >= of.fullFen) return null;
  if (of.state !== 'decided' && of.state !== 'answered' && of.state !== 'final') return null;
  if (last?.level === 'county') return null;
  // A refusal of an objection is contested before it takes effect; only what nobody objected to yet can be late.
  const until = of.state === 'final' && last === null ? addDays(of.effectiveOn, lateDays) : addDays(of.effectiveOn, -1);
  if (on > until) return null;
  return { level: last === null ? 'township' : 'county', until };
}

/** Nobody has answered in time: it goes to the next level by itself, from the county nowhere. */
export const isUnanswered = (objection: { readonly state: ObjectionState; readonly dueOn: CalendarDate }, today: CalendarDate): boolean =>
  objection.state === 'open' && today > objection.dueOn;

/** The latest due day that has passed unanswered today: what a query compares with, so that the boundary stands once. */
export const latestUnanswered = (today: CalendarDate): CalendarDate => addDays(today, -1);

/**
 * Nobody answers an objection to what they themselves decided or answered before, nor for anyone they stand in for.
 * @param before everybody who gave an opinion on the period or answered an objection to it
 */
export const decideAnswerer = (standsFor: readonly string[], before: readonly string[]): Decision<true> =>
  standsFor.some(person => before.includes(person)) ? refuse('OBJECTION_NOT_YOURS') : grant(true);

/** Whoever objects never ends up with less than what they objected to. */
export const decideNotLower = (newFen: Fen, before: number | null): Decision<true> =>
  before !== null && newFen < before ? refuse('OBJECTION_NEVER_LOWERS') : grant(true);
