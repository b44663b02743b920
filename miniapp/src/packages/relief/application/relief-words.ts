import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { ReliefDetail } from '@guanhu/shared/relief/relief.contract';
import { RELIEF_OFFICES, type ReliefState } from '@guanhu/shared/relief/relief.terms';
import type { Step } from '../../../ui/timeline/timeline.tsx';
import { dayInWords } from '../../../ui/time.ts';

/** Where an application stands, as one would tell it to a neighbour. */
const STANDS: Readonly<Record<ReliefState, string>> = {
  collecting: '收到了，村里帮您收材料、送上去',
  forwarded: '材料送上去了，部门正在办',
  granted: '批准了',
  refused: '没有通过，理由写在下面，不同意可以提异议',
  objected: '您提的异议收到了，正在办理',
  upheld: '异议答复了，没有改变',
  withdrawn: '已经撤回，想办可以再申请',
};
export const standsIn = (state: ReliefState): string => STANDS[state];

const STEPS = ['collecting', 'forwarded', 'granted'] as const;

/** The three steps of an application; what ended otherwise has left the way at the office. */
export function wayOf({ state, office, dueOn }: Pick<ReliefDetail, 'state' | 'office' | 'dueOn'>, today: CalendarDate): readonly Step[] {
  const titles = { collecting: '交材料', forwarded: `${RELIEF_OFFICES[office]}办理`, granted: '批准' };
  const now = STEPS.findIndex(step => step === state);
  const left = state === 'withdrawn' ? 0 : 1;
  return STEPS.map((step, index): Step => {
    const due = index === now && dueOn !== null ? { sub: `${dayInWords(dueOn, today)} 以前` } : {};
    const done = now < 0 ? index <= left : index < now || state === 'granted';
    return { title: titles[step], ...due, state: index === now && !done ? 'now' : done ? 'done' : 'ahead' };
  });
}
