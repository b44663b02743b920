import type { AnswerOf } from '@guanhu/shared/kernel/route';
import type { readBatch } from '@guanhu/shared/payouts/payouts.routes';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Step } from '../../../ui/timeline/timeline.tsx';
import { momentInWords } from '../../../ui/time.ts';
import { payoutsWords } from '../../../words/payouts.ts';

export type Batch = AnswerOf<typeof readBatch>;

const CHAIN = [
  { step: 'prepared', title: payoutsWords.prepared },
  { step: 'checked', title: payoutsWords.checked },
  { step: 'released', title: payoutsWords.released },
] as const;

/** The chain of three different people, always in view: who has done it, who is next, who comes last. */
export function chainOf(batch: Batch, today: CalendarDate): readonly Step[] {
  const done = CHAIN.map(({ step }) => batch.steps.filter(each => each.step === step).pop());
  const now = done.findIndex(each => each === undefined);
  const yours = (step: 'prepared' | 'checked' | 'released') =>
    (step === 'checked' && batch.may.check) || (step === 'released' && batch.may.release);
  return CHAIN.map(({ step, title }, index) => {
    const was = done[index];
    if (was)
      return {
        title: was.mine ? payoutsWords.yours(title) : title,
        sub: [was.by, momentInWords(was.at, today)].filter(Boolean).join(' · '),
        state: 'done' as const,
      };
    return { title: yours(step) ? payoutsWords.yours(title) : title, state: index === now ? ('now' as const) : ('ahead' as const) };
  });
}
