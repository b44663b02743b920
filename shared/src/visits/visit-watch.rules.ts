import { inLanguage } from '../kernel/language.ts';
import type { VisitWorkPolicy } from '../policy/visit-work.terms.ts';
import type { RiskRating } from '../registry/risk-rating.rules.ts';
import * as en from '../words/en/visits.ts';

/** A check-in that reaches the server later than this was made without signal: the visit may be long over, and nobody watches it. */
const IN_TIME_MS = 10 * 60_000;
const MINUTE_MS = 60_000;

/** Whether somebody watches a visit: its check-in has reached the server while the visitor stood at the door. */
export const isWatched = (checkedInAt: Date, now: Date): boolean => now.getTime() - checkedInAt.getTime() <= IN_TIME_MS;

/** When the phone asks a visitor who has not checked out, when the server then asks the team for help, and when the offices too. */
export type WatchTimes = { readonly asksAt: Date; readonly helpAt: Date; readonly officeAt: Date };

/** The times of a visit's clock that begins at `from`. The team has as long to reach the visitor as the visitor had to answer. */
export function watchTimes(from: Date, policy: VisitWorkPolicy): WatchTimes {
  const asksAt = new Date(from.getTime() + policy.checkOutMinutes * MINUTE_MS);
  const after = (times: number) => new Date(asksAt.getTime() + times * policy.helpAfterMinutes * MINUTE_MS);
  return { asksAt, helpAt: after(1), officeAt: after(2) };
}

/** Whether two people should go. A suggestion: it holds nobody up. */
export const needsTwo = (risk: RiskRating | null, policy: VisitWorkPolicy): boolean => risk !== null && risk >= policy.twoFromRisk;

/** For whoever is asked to look for a visitor who has not come out. The phone may only be without signal, and nobody can know. */
export const WATCH_SAID = inLanguage(
  {
    lookFor: '也可能只是手机没有信号，平安报不出来。先给他打电话；打不通，就到这一家去看看，或者请离得最近的人去。情况不对，打 110。',
  },
  { en: en.WATCH_SAID },
);
