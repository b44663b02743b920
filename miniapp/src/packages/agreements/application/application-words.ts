import type { ApplicationDetail } from '@guanhu/shared/agreements/application.contract';
import type { ApplicationState } from '@guanhu/shared/agreements/application.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Step } from '../../../ui/timeline/timeline.tsx';
import { dayInWords } from '../../../ui/time.ts';
import { agreementsWords } from '../../../words/agreements.ts';

/** Where an application stands, as one would tell it to a neighbour. */
const STANDS: Readonly<Record<ApplicationState, string>> = {
  villageReview: agreementsWords.atVillage,
  townshipReview: agreementsWords.atTownship,
  countyApproval: agreementsWords.atCounty,
  approved: agreementsWords.isApproved,
  returned: agreementsWords.isReturned,
  refused: agreementsWords.isRefused,
  objected: agreementsWords.isObjected,
  closed: agreementsWords.isClosed,
  withdrawn: agreementsWords.isWithdrawn,
};
export const standsIn = (state: ApplicationState): string => STANDS[state];

const ORDER = ['villageReview', 'townshipReview', 'countyApproval', 'approved'] as const;
const TITLES = {
  villageReview: agreementsWords.villageReview,
  townshipReview: agreementsWords.townshipReview,
  countyApproval: agreementsWords.countyApproval,
  approved: agreementsWords.approval,
} as const;

/** The way of an application; one that left it stands where it left. */
export function wayOf({ state, dueOn, steps }: Pick<ApplicationDetail, 'state' | 'dueOn' | 'steps'>, today: CalendarDate): readonly Step[] {
  const agreed = steps.filter(step => step.act === 'agreed' || step.act === 'overturned').map(step => step.stage);
  const now = ORDER.findIndex(each => each === state);
  return ORDER.map((each, index): Step => {
    if (index === now)
      return {
        title: TITLES[each],
        ...(dueOn === null ? {} : { sub: agreementsWords.dueBy(dayInWords(dueOn, today)) }),
        state: each === 'approved' ? 'done' : 'now',
      };
    const done = now >= 0 ? index < now : agreed.some(stage => stage === each);
    return { title: TITLES[each], state: done ? 'done' : 'ahead' };
  });
}
