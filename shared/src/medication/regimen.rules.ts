import { addDays, earlier, later, type CalendarDate } from '../kernel/calendar-date.ts';
import { grant, refuse, type Decision } from '../kernel/decision.ts';
import type { MedicationPolicy } from '../policy/policy.terms.ts';
import { earliestAnswerable, type Regimen } from './confirmation.rules.ts';

/** How far ahead an order may begin: until the next appointment, not a guess about next year. */
const MOST_DAYS_AHEAD = 92;

export type OrderFacts = {
  readonly from: CalendarDate;
  readonly until: CalendarDate | null;
  /** The newest order, whether it goes on or has ended; null when there never was one. */
  readonly newest: Regimen | null;
  readonly policy: MedicationPolicy;
  readonly today: CalendarDate;
};

/**
 * The first day from which a new order may stand. While an order goes on its days have been asked about, so a change may reach back to its
 * beginning. Otherwise a day that no family can answer for any more is never asked about afterwards: it would look like silence.
 */
export function earliestOrder({ newest, policy, today }: Pick<OrderFacts, 'newest' | 'policy' | 'today'>): CalendarDate {
  if (newest === null) return earliestAnswerable(policy, today);
  if (newest.until === null) return newest.since;
  const free = addDays(newest.until, 1);
  // An end that lies ahead is still to be changed; what lies before today is not rewritten.
  return free > today ? newest.since : later(free, earliestAnswerable(policy, today));
}

/** Whether a doctor may set a new order from this day. @returns the last day of the one before, null when there is none to end */
export function decideOrder(facts: OrderFacts): Decision<{ readonly before: CalendarDate | null }> {
  const { from, until, newest, today } = facts;
  if (from < earliestOrder(facts)) return refuse('REGIMEN_TOO_EARLY');
  if (from > addDays(today, MOST_DAYS_AHEAD)) return refuse('REGIMEN_TOO_LATE');
  if (until !== null && until < from) return refuse('REGIMEN_ENDS_BEFORE');
  const goesOn = newest !== null && (newest.until === null || newest.until >= from);
  return grant({ before: goesOn ? addDays(from, -1) : null });
}

/**
 * Whether a doctor may end an order with this last day: one that goes on, not before it began, and not so long ago that answers families gave
 * would be about nothing.
 */
export function decideEnd(facts: {
  readonly regimen: Regimen;
  readonly lastDay: CalendarDate;
  readonly policy: MedicationPolicy;
  readonly today: CalendarDate;
}): Decision<CalendarDate> {
  const { regimen, lastDay, policy, today } = facts;
  if (regimen.until !== null && regimen.until < today) return refuse('REGIMEN_ENDED');
  if (lastDay < addDays(regimen.since, -1) || lastDay < addDays(earliestAnswerable(policy, today), -1)) return refuse('REGIMEN_TOO_EARLY');
  if (lastDay > addDays(today, MOST_DAYS_AHEAD)) return refuse('REGIMEN_TOO_LATE');
  return grant(lastDay);
}

/** Since when medicine has been ordered without a day between: what a silence counts from, whatever changed in the order meanwhile. */
export const orderedSince = (before: (Regimen & { readonly orderedSince: CalendarDate }) | null, from: CalendarDate): CalendarDate =>
  before !== null && (before.until === null || before.until >= addDays(from, -1)) ? earlier(before.orderedSince, from) : from;
