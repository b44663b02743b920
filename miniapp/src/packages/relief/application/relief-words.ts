import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { ReliefDetail } from '@guanhu/shared/relief/relief.contract';
import { RELIEF_OFFICES, type ReliefState } from '@guanhu/shared/relief/relief.terms';
import type { Step } from '../../../ui/timeline/timeline.tsx';
import { dayInWords } from '../../../ui/time.ts';
import { reliefWords } from '../../../words/relief.ts';

/** Where an application stands, as one would tell it to a neighbour. */
const STANDS: Readonly<Record<ReliefState, string>> = {
  collecting: reliefWords.collecting,
  forwarded: reliefWords.forwarded,
  granted: reliefWords.granted,
  refused: reliefWords.refused,
  objected: reliefWords.objected,
  upheld: reliefWords.upheld,
  withdrawn: reliefWords.withdrawn,
};
export const standsIn = (state: ReliefState): string => STANDS[state];

const STEPS = ['collecting', 'forwarded', 'granted'] as const;

/** The three steps of an application; what ended otherwise has left the way at the office. */
export function wayOf({ state, office, dueOn }: Pick<ReliefDetail, 'state' | 'office' | 'dueOn'>, today: CalendarDate): readonly Step[] {
  const titles = {
    collecting: reliefWords.stepPapers,
    forwarded: reliefWords.stepOffice(RELIEF_OFFICES[office]),
    granted: reliefWords.stepGranted,
  };
  const now = STEPS.findIndex(step => step === state);
  const left = state === 'withdrawn' ? 0 : 1;
  return STEPS.map((step, index): Step => {
    const due = index === now && dueOn !== null ? { sub: reliefWords.dueBy(dayInWords(dueOn, today)) } : {};
    const done = now < 0 ? index <= left : index < now || state === 'granted';
    return { title: titles[step], ...due, state: index === now && !done ? 'now' : done ? 'done' : 'ahead' };
  });
}
