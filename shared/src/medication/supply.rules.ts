import { addDays, daysBetween, earlier, later, type CalendarDate } from '../kernel/calendar-date.ts';
import type { MedicationPolicy } from '../policy/policy.terms.ts';
import { dailyMg, type Drug } from './dose.rules.ts';

/** Medicine that was given out: how much, or for how many days; at least one is known. */
export type Dispensed = {
  readonly on: CalendarDate;
  readonly drug: string;
  readonly totalMg: number | null;
  readonly days: number | null;
};
/** An order with its drugs; null when nobody has named them. `until` is null while it goes on. */
export type Ordered = { readonly since: CalendarDate; readonly until: CalendarDate | null; readonly drugs: readonly Drug[] | null };

/** Doses are counted in whole thousandths of a milligram: halves and quarters of tablets add up exactly. */
const units = (mg: number): number => Math.round(mg * 1000);
const FAR = '9999-12-31' as CalendarDate;
const endOf = (ordered: Ordered): CalendarDate => ordered.until ?? FAR;

/**
 * The first day for which no whole dose is left, counted from what was given out and what was ordered, as if every dose had been taken.
 * Null when nothing was given out, or nothing is to be taken any more.
 *
 * The days between two events (a gift, a change of the order) all need the same, so each stretch is one division. What is left of a
 * stretch goes into the next; a day that could not be covered uses nothing.
 */
export function runsOutOn(drug: string, dispensed: readonly Dispensed[], orders: readonly Ordered[]): CalendarDate | null {
  const gifts = dispensed.filter(one => one.drug === drug && one.days !== 0 && one.totalMg !== 0);
  const first = gifts.reduce<CalendarDate | null>((least, { on }) => (least === null ? on : earlier(least, on)), null);
  if (first === null) return null;
  const usual = usualDose(drug, orders);
  const needOn = (day: CalendarDate): number =>
    doseOf(
      drug,
      orders.find(order => order.since <= day && day <= endOf(order)),
      usual.need,
    );
  // Days count as whole days of the dose that is ordered then; an amount counts where milligrams are.
  const amountOf = ({ on, totalMg, days }: Dispensed): number =>
    usual.isNamed && totalMg !== null ? units(totalMg) : (days ?? 0) * (needOn(on) || usual.need);
  const changes = orders.flatMap(order => [order.since, ...(order.until === null ? [] : [addDays(order.until, 1)])]);
  const days = [...new Set([...gifts.map(({ on }) => on), ...changes])].filter(day => day >= first).sort();
  let left = 0;
  for (const [index, day] of days.entries()) {
    for (const gift of gifts) if (gift.on === day) left += amountOf(gift);
    const need = needOn(day);
    const next = days[index + 1];
    const covered = need === 0 ? 0 : Math.floor(left / need);
    if (next === undefined) return need === 0 ? null : addDays(day, covered);
    left -= need * Math.min(covered, daysBetween(day, next));
  }
  return null;
}

/** A day's dose by the newest order that names the drug; where none does, everything is counted in days. */
function usualDose(drug: string, orders: readonly Ordered[]): { readonly need: number; readonly isNamed: boolean } {
  const named = [...orders]
    .sort((a, b) => (a.since < b.since ? 1 : -1))
    .flatMap(order => order.drugs ?? [])
    .find(one => one.name === drug && dailyMg(one) > 0);
  return named === undefined ? { need: units(1), isNamed: false } : { need: units(dailyMg(named)), isNamed: true };
}

/** What a day of this drug needs under an order. An order whose drugs nobody has named is taken to be the usual one. */
function doseOf(drug: string, order: Ordered | undefined, usual: number): number {
  if (order === undefined) return 0;
  if (order.drugs === null) return usual;
  const named = order.drugs.find(one => one.name === drug);
  return named === undefined ? 0 : units(dailyMg(named));
}

/** The drugs that a present order needs every day; `null` in the list stands for drugs that nobody has named. */
export const dailyDrugs = ({ drugs }: Ordered, dispensed: readonly Dispensed[]): readonly string[] =>
  drugs === null ? [...new Set(dispensed.map(one => one.drug))] : drugs.filter(drug => dailyMg(drug) > 0).map(drug => drug.name);

/** The day on which the first of the ordered drugs runs out; null when none of them was ever given out here. */
export function firstOut(present: Ordered, dispensed: readonly Dispensed[], orders: readonly Ordered[]): CalendarDate | null {
  const days = dailyDrugs(present, dispensed).flatMap(drug => runsOutOn(drug, dispensed, orders) ?? []);
  return days.reduce<CalendarDate | null>((first, day) => (first === null ? day : earlier(first, day)), null);
}

/** When somebody begins to fetch more, and the last day in time: the one before the gap. The lead of the policy is at least a day. */
export const refillDates = (
  runsOut: CalendarDate,
  policy: Pick<MedicationPolicy, 'refillLeadDays'>,
): { readonly dueOn: CalendarDate; readonly overdueAfter: CalendarDate } => ({
  dueOn: addDays(runsOut, -policy.refillLeadDays),
  overdueAfter: later(addDays(runsOut, -1), addDays(runsOut, -policy.refillLeadDays)),
});

/** The last run-out day that is to be refilled today: what planning compares with. */
export const latestToRefill = (today: CalendarDate, policy: Pick<MedicationPolicy, 'refillLeadDays'>): CalendarDate =>
  addDays(today, policy.refillLeadDays);
