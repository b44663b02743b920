import { addDays, addMonths, daysBetween, earlier, later, type CalendarDate } from '../kernel/calendar-date.ts';
import { grant, refuse, type Decision } from '../kernel/decision.ts';
import type { RewardCycle, RewardPolicy } from '../policy/policy.terms.ts';

/** First and last day, both inside. */
export type Span = { readonly from: CalendarDate; readonly to: CalendarDate };

/** Longest term of any agreement. Source: agreement skeleton, term ≤ 1 year. */
const LONGEST_MONTHS = 12;

const CYCLE_MONTHS: Readonly<Record<RewardCycle, number>> = { month: 1, quarter: 3, halfYear: 6, year: 12 };

export const lengthInDays = (span: Span): number => daysBetween(span.from, span.to) + 1;

/** The days that two spans share, or null. */
export function overlap(a: Span, b: Span): Span | null {
  const from = later(a.from, b.from);
  const to = earlier(a.to, b.to);
  return from <= to ? { from, to } : null;
}

/** Whether an agreement drafted today may run over `term`; the policy bounds its length and a start in the past. */
export function decideTerm(
  term: Span,
  today: CalendarDate,
  policy: Pick<RewardPolicy, 'backdatingDays' | 'mostTermMonths'>,
): Decision<Span> {
  const months = Math.min(policy.mostTermMonths, LONGEST_MONTHS);
  const tooLong = term.to > addDays(addMonths(term.from, months), -1);
  const tooEarly = term.from < addDays(today, -policy.backdatingDays);
  return term.from > term.to || tooLong || tooEarly ? refuse('AGREEMENT_TERM_INVALID') : grant(term);
}

/** The k-th month of a calendar that is counted from `anchor`; k may be negative. */
const monthOf = (anchor: CalendarDate, k: number): Span => ({ from: addMonths(anchor, k), to: addDays(addMonths(anchor, k + 1), -1) });

/** The number of the anchored month that `day` falls in. */
function monthNumber(anchor: CalendarDate, day: CalendarDate): number {
  const rough = (Number(day.slice(0, 4)) - Number(anchor.slice(0, 4))) * 12 + Number(day.slice(5, 7)) - Number(anchor.slice(5, 7));
  return day < addMonths(anchor, rough) ? rough - 1 : rough;
}

/** The months of the calendar counted from `anchor` that touch `span`, whole. */
export function monthsTouching(span: Span, anchor: CalendarDate): readonly Span[] {
  const first = monthNumber(anchor, span.from);
  const last = monthNumber(anchor, span.to);
  return Array.from({ length: last - first + 1 }, (_, index) => monthOf(anchor, first + index));
}

/**
 * The appraisal periods of a term: blocks of the cycle counted from `anchor`, cut where the term starts or ends inside one.
 * With the term's own first day as anchor every period but perhaps the last is whole.
 */
export function periodsOf(term: Span, cycle: RewardCycle, anchor: CalendarDate): readonly Span[] {
  const step = CYCLE_MONTHS[cycle];
  const block = (day: CalendarDate): number => Math.floor(monthNumber(anchor, day) / step);
  const periods: Span[] = [];
  for (let k = block(term.from); k <= block(term.to); k += 1) {
    const whole = { from: addMonths(anchor, k * step), to: addDays(addMonths(anchor, (k + 1) * step), -1) };
    const inside = overlap(whole, term);
    if (inside) periods.push(inside);
  }
  return periods;
}

/** A period has ended when its last day is over. */
export const hasEnded = (period: Span, today: CalendarDate): boolean => today > period.to;

/** The latest last day that has ended by `today`: what planning SQL compares with. */
export const latestEndedDay = (today: CalendarDate): CalendarDate => addDays(today, -1);
