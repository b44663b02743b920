import { STABILITIES } from '@guanhu/shared/policy/stability.terms';
import type { MembershipsAnswer } from '@guanhu/shared/visits/special-period.contract';
import { PERIOD_LEAVINGS } from '@guanhu/shared/visits/special-period.terms';
import { dayInWords, spanInWords } from '../ui/words.ts';

type In = Pick<MembershipsAnswer['rows'][number], 'enteredOn' | 'leftOn' | 'leftWhy' | 'band' | 'risk' | 'stability' | 'lastIncidentOn'>;

/** From when to when somebody was in a period. */
export const daysIn = ({ enteredOn, leftOn }: In): string =>
  leftOn === null ? `${dayInWords(enteredOn)} 起` : spanInWords(enteredOn, leftOn);

/** Why somebody came in, from where they stood on that day, and why they are in it no more. */
export function whyIn({ band, risk, stability, lastIncidentOn, leftWhy }: In): string {
  const stood = [
    band?.label,
    risk === null ? undefined : `危险性 ${risk} 级`,
    stability === null ? undefined : STABILITIES[stability].label,
    lastIncidentOn === null ? undefined : `最近一次情况 ${dayInWords(lastIncidentOn)}`,
  ].filter(part => part !== undefined);
  return `列入原因：${stood.join('，')}${leftWhy === null ? '' : `；${PERIOD_LEAVINGS[leftWhy]}`}`;
}
