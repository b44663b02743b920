import type { VisitingSeat } from './policy.terms.ts';

/** What is done differently in a special period (特殊敏感时期). */
export type SpecialPeriodPolicy = {
  readonly kind: 'specialPeriod';
  /** Keys of the bands that a proposal begins with; the proposer may name others. */
  readonly bands: readonly string[];
  /** The most days that one period lasts. */
  readonly mostDays: number;
  /** 'HH:MM' in China: whoever has not been marked by then is told to the village's lead. */
  readonly rollCallUntil: string;
  /** During a period a seat comes at least every so many days; a seat that is absent comes as always. */
  readonly everyDays: { readonly [S in VisitingSeat]?: number | undefined };
};

/** Red and orange are called daily; the grid worker comes every three days, the village's team every week. Numbers no source names. */
export const SHIPPED_SPECIAL_PERIOD: SpecialPeriodPolicy = {
  kind: 'specialPeriod',
  bands: ['red', 'orange'],
  mostDays: 31,
  rollCallUntil: '18:00',
  everyDays: { gridWorker: 3, lead: 7 },
};
