import { daysBetween, type CalendarDate } from '../kernel/calendar-date.ts';
import { dailyDrugs, type Dispensed, type Ordered } from './supply.rules.ts';

/** How many days apart a family and whoever gave the medicine out may write down the same packets. */
const SAME_DAYS = 3;
/** What stands for a drug whose name nobody has said. */
export const UNNAMED_DRUG = '药名未登记';

/**
 * What a family has fetched, drug by drug: the one it names, else each that is ordered for every day. The family reads days on the boxes;
 * that the names are the doctor's is not asked of it.
 */
export function collectedDrugs(named: string | undefined, present: Ordered, dispensed: readonly Dispensed[]): readonly string[] {
  if (named !== undefined) return [named];
  const known = dailyDrugs(present, dispensed);
  return known.length > 0 || present.drugs !== null ? known : [UNNAMED_DRUG];
}

/** The supplies that count: a family's word gives way to whoever gave the same medicine out around the same day, so that nothing counts twice. */
export function countedSupplies<S extends { readonly drug: string; readonly givenOn: CalendarDate; readonly byFamily: boolean }>(
  supplies: readonly S[],
): readonly S[] {
  const official = supplies.filter(one => !one.byFamily);
  const isSame = (word: S, one: S): boolean => one.drug === word.drug && Math.abs(daysBetween(one.givenOn, word.givenOn)) <= SAME_DAYS;
  return supplies.filter(one => !one.byFamily || !official.some(other => isSame(one, other)));
}
