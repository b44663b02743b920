import { yuanGrouped } from '@guanhu/shared/kernel/fen';
import { inWords } from '@guanhu/shared/kernel/calendar-date';
import type { ReliefOutlook } from '@guanhu/shared/relief/relief.contract';
import { BENEFITS, GRANT_RHYTHMS } from '@guanhu/shared/relief/relief.terms';
import { commonWords } from '../../../../words/common.ts';
import { reliefWords } from '../../../../words/relief.ts';

/** What somebody has, until when and how much, in one line. */
export function heldWords({ benefit, amountFen, rhythm, until }: ReliefOutlook['grants'][number]): {
  readonly name: string;
  readonly value: string;
} {
  const amount = amountFen === null || rhythm === null ? '' : reliefWords.each(GRANT_RHYTHMS[rhythm], yuanGrouped(amountFen));
  const end = until === null ? reliefWords.unlimited : reliefWords.until(inWords(until));
  return { name: BENEFITS[benefit].label, value: [amount, end].filter(Boolean).join(commonWords.commaMark) };
}
