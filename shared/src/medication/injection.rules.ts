import { addDays, type CalendarDate } from '../kernel/calendar-date.ts';
import { isLongActing, type Drug } from './dose.rules.ts';

/** An injection that was given. */
export type GivenInjection = { readonly drug: string; readonly on: CalendarDate };

/** When a drug is injected next: so many weeks after the last time; on the first day of the order when it never was. */
export const nextInjectionOn = (everyWeeks: number, last: CalendarDate | null, since: CalendarDate): CalendarDate =>
  last === null ? since : addDays(last, everyWeeks * 7);

/** What of an order is injected next and when, soonest first; nothing when nothing is injected. */
export function injectionsDue(
  drugs: readonly Drug[],
  since: CalendarDate,
  given: readonly GivenInjection[],
): readonly { readonly drug: string; readonly eachMg: number; readonly dueOn: CalendarDate }[] {
  const lastOf = (name: string): CalendarDate | null =>
    given.filter(one => one.drug === name).reduce<CalendarDate | null>((last, { on }) => (last === null || on > last ? on : last), null);
  return drugs
    .filter(isLongActing)
    .map(drug => ({ drug: drug.name, eachMg: drug.eachMg, dueOn: nextInjectionOn(drug.everyWeeks, lastOf(drug.name), since) }))
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}
