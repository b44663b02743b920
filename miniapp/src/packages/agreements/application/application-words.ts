import type { ApplicationDetail } from '@guanhu/shared/agreements/application.contract';
import type { ApplicationState } from '@guanhu/shared/agreements/application.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Step } from '../../../ui/timeline/timeline.tsx';
import { dayInWords } from '../../../ui/time.ts';

/** Where an application stands, as one would tell it to a neighbour. */
const STANDS: Readonly<Record<ApplicationState, string>> = {
  villageReview: '交上去了，村里正在看',
  townshipReview: '村里同意了，乡镇和几个部门正在一起看',
  countyApproval: '乡镇同意了，等县里批',
  approved: '批准了，社会事务办会请您签协议',
  returned: '要补充一些内容，补好再交一次',
  refused: '没有通过，理由写在下面',
  objected: '您提的异议收到了，正在办理',
  closed: '异议答复了，没有改变',
  withdrawn: '您已经撤回',
};
export const standsIn = (state: ApplicationState): string => STANDS[state];

const ORDER = ['villageReview', 'townshipReview', 'countyApproval', 'approved'] as const;
const TITLES = { villageReview: '村里审核', townshipReview: '乡镇联合审核', countyApproval: '县里审批', approved: '批准，签协议' } as const;

/** The way of an application; one that left it stands where it left. */
export function wayOf({ state, dueOn, steps }: Pick<ApplicationDetail, 'state' | 'dueOn' | 'steps'>, today: CalendarDate): readonly Step[] {
  const agreed = steps.filter(step => step.act === 'agreed' || step.act === 'overturned').map(step => step.stage);
  const now = ORDER.findIndex(each => each === state);
  return ORDER.map((each, index): Step => {
    if (index === now)
      return {
        title: TITLES[each],
        ...(dueOn === null ? {} : { sub: `${dayInWords(dueOn, today)} 以前` }),
        state: each === 'approved' ? 'done' : 'now',
      };
    const done = now >= 0 ? index < now : agreed.some(stage => stage === each);
    return { title: TITLES[each], state: done ? 'done' : 'ahead' };
  });
}
