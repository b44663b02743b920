import { addDays, type CalendarDate } from '../kernel/calendar-date.ts';
import type { ObjectionLevel } from './appraisal.terms.ts';
import type { Opinion } from './opinion.rules.ts';

/** An episode reported within a day of happening is reported promptly. Source: duties, 24 h. */
const PROMPT_MS = 24 * 3_600_000;
export const isPrompt = (happenedAt: Date, reportedAt: Date): boolean => reportedAt.getTime() - happenedAt.getTime() <= PROMPT_MS;

type Report<Person> = { readonly by: Person; readonly at: Date };
/** The report of an incident by which a guardian is judged: their own first one, or without any the first of anybody. */
export function judgedReport<Person>(
  reports: readonly Report<Person>[],
  guardian: Person,
): (Report<Person> & { readonly isOwn: boolean }) | null {
  const own = reports.filter(each => each.by === guardian);
  const first = (own.length > 0 ? own : reports).toSorted((a, b) => a.at.getTime() - b.at.getTime())[0];
  return first ? { ...first, isOwn: own.length > 0 } : null;
}

/** Nobody objects to payment in full, so it holds at once; a deduction holds when the days for an objection are over. */
export const effectiveDay = (opinion: Opinion, decidedOn: CalendarDate, objectionDays: number): CalendarDate =>
  opinion.outcome === 'full' ? decidedOn : addDays(decidedOn, objectionDays + 1);

/**
 * From when a refusal holds: after the days in which the next level can be asked, as many as for a first objection; the county's at once,
 * being the last one here.
 */
export const objectionEffectiveDay = (level: ObjectionLevel, answeredOn: CalendarDate, objectionDays: number): CalendarDate =>
  level === 'county' ? answeredOn : addDays(answeredOn, objectionDays + 1);

/** Whether a decision holds on `today`; planning compares `effective_on` with the same day. */
export const hasTakenEffect = (effectiveOn: CalendarDate, today: CalendarDate): boolean => effectiveOn <= today;
