import { inLanguage } from '../kernel/language.ts';
import * as en from '../words/en/medication.ts';

/** One drug of an order, in milligrams: so much at a time of every day, or so much every so many weeks. */
export type Drug = {
  readonly name: string;
  readonly morningMg?: number | undefined;
  readonly noonMg?: number | undefined;
  readonly eveningMg?: number | undefined;
  /** Long-acting, by injection: `eachMg` every so many weeks. */
  readonly everyWeeks?: number | undefined;
  readonly eachMg?: number | undefined;
};
export type LongActing = Drug & { readonly everyWeeks: number; readonly eachMg: number };

/** The most drugs that the national form has room for. */
export const MOST_DRUGS = 3;

/** Milligrams of a whole day; 0 of a drug that is only injected. */
export const dailyMg = ({ morningMg = 0, noonMg = 0, eveningMg = 0 }: Drug): number => morningMg + noonMg + eveningMg;

export const isLongActing = (drug: Drug): drug is LongActing => drug.everyWeeks !== undefined && drug.eachMg !== undefined;

/** Whether an order of this drug can be followed: taken daily or injected every so many weeks, not both and not neither. */
export const isDosed = (drug: Drug): boolean => {
  const injected = drug.everyWeeks !== undefined || drug.eachMg !== undefined;
  return injected ? isLongActing(drug) && drug.eachMg > 0 && dailyMg(drug) === 0 : dailyMg(drug) > 0;
};

const SAID = inLanguage(
  {
    injected: (weeks: number, mg: number) => `每 ${weeks} 周注射 ${mg} 毫克`,
    morning: '早',
    noon: '中',
    evening: '晚',
    dose: (time: string, mg: number) => `${time} ${mg} 毫克`,
    commaMark: '，',
  },
  { en: en.DOSE_SAID },
);

/** The dose as people say it: 早 1 毫克，晚 2 毫克 · 每 4 周注射 100 毫克. */
export function doseInWords(drug: Drug): string {
  if (isLongActing(drug)) return SAID.injected(drug.everyWeeks, drug.eachMg);
  const times = [
    [SAID.morning, drug.morningMg],
    [SAID.noon, drug.noonMg],
    [SAID.evening, drug.eveningMg],
  ] as const;
  return times.flatMap(([time, mg]) => (mg === undefined || mg === 0 ? [] : [SAID.dose(time, mg)])).join(SAID.commaMark);
}
