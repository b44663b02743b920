import type { AppraisalDetail } from '@guanhu/shared/appraisal/appraisal.contract';
import type { ChainStep } from '../ui/chain.tsx';
import { dayInWords, instantInWords } from '../ui/words.ts';

type Facts = Pick<AppraisalDetail, 'state' | 'opinionsGiven' | 'finalOn'>;

/** First opinion, second opinion, effect: two people stand in it, whoever they are. */
export function appraisalChain({ state, opinionsGiven, finalOn }: Facts): ChainStep[] {
  const people = [...new Map(opinionsGiven.map(each => [each.by, each])).values()];
  const decided = state === 'decided' || state === 'final';
  const opinion = (index: number, label: string): ChainStep => {
    const given = people[index];
    if (given) return { label, note: `${given.by}${given.mine ? '（您）' : ''} · ${instantInWords(given.at)}`, state: 'done' };
    return {
      label,
      note: index === 0 ? '村级小组或办公室一人' : '与第一人不是同一人',
      state: !decided && people.length === index ? 'now' : 'next',
    };
  };
  return [
    opinion(0, '第一人认定'),
    opinion(1, '第二人认定'),
    {
      label: '生效',
      note: state === 'final' ? '已生效' : finalOn === null ? '两人一致以后' : `${dayInWords(finalOn)}，此前可以异议`,
      state: state === 'final' ? 'done' : state === 'decided' ? 'now' : 'next',
    },
  ];
}
