import { daysBetween, earlier, later, type CalendarDate } from '../kernel/calendar-date.ts';
import type { Stretch } from '../registry/care-history.rules.ts';
import type { Regimen } from './confirmation.rules.ts';

/**
 * The days of a span on which a family was asked about medicine: it was ordered, and the questions did not pause. Days before the first
 * order, in hospital, away, or without consent are nobody's silence.
 * @param ordered orders; they do not overlap
 * @param goingOn stretches of the span in which the questions went on; they do not overlap
 */
export const askedStretches = (ordered: readonly Regimen[], goingOn: readonly Stretch[]): readonly Stretch[] =>
  goingOn.flatMap(({ from, to }) =>
    ordered
      .map(({ since, until }): Stretch => ({ from: later(since, from), to: until === null ? to : earlier(until, to) }))
      .filter(stretch => stretch.from <= stretch.to),
  );

/** How many days these are. */
export const daysOf = (stretches: readonly Stretch[]): number =>
  stretches.reduce((sum, { from, to }) => sum + daysBetween(from, to) + 1, 0);

/** Asked days without an answer. @param answered days with an answer, each once, whether they were asked about or not */
export const unansweredOf = (asked: readonly Stretch[], answered: readonly CalendarDate[]): number =>
  daysOf(asked) - answered.filter(day => asked.some(({ from, to }) => from <= day && day <= to)).length;
