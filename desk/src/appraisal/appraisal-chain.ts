import type { AppraisalDetail } from '@guanhu/shared/appraisal/appraisal.contract';
import { OBJECTION_STATES } from '@guanhu/shared/appraisal/appraisal.terms';
import type { ChainStep } from '../ui/chain.tsx';
import { dayInWords, instantInWords } from '../ui/words.ts';

type Facts = Pick<AppraisalDetail, 'state' | 'opinionsGiven' | 'finalOn' | 'round' | 'objections'>;

/** First opinion, second opinion, effect: two people stand in it, whoever they are; after an upheld objection once more, with two anew. */
export function appraisalChain({ state, opinionsGiven, finalOn, round, objections }: Facts): ChainStep[] {
  const now = opinionsGiven.filter(each => each.round === round);
  const people = [...new Map(now.map(each => [each.by, each])).values()];
  const decided = state === 'decided' || state === 'final' || state === 'objected' || (state === 'answered' && finalOn !== null);
  const opinion = (index: number, label: string): ChainStep => {
    const given = people[index];
    if (given) return { label, note: `${given.by}${given.mine ? '（您）' : ''} · ${instantInWords(given.at)}`, state: 'done' };
    return {
      label,
      note: index === 0 ? '村级小组或办公室一人' : '与第一人不是同一人',
      state: !decided && people.length === index ? 'now' : 'next',
    };
  };
  const again = round > 1 ? '重新认定：' : '';
  const last = objections.at(-1);
  return [
    opinion(0, `${again}第一人认定`),
    opinion(1, `${again}第二人认定`),
    ...(last
      ? [
          {
            label: '异议',
            note: last.state === 'open' ? `${last.officer ?? '待定'}，${dayInWords(last.dueOn)}前答复` : OBJECTION_STATES[last.state],
            state: last.state === 'open' ? ('now' as const) : ('done' as const),
          },
        ]
      : []),
    {
      label: '生效',
      note: state === 'final' ? '已生效' : finalOn === null ? '两人一致以后' : `${dayInWords(finalOn)}，此前可以异议`,
      state: state === 'final' ? 'done' : state === 'decided' || (state === 'answered' && decided) ? 'now' : 'next',
    },
  ];
}
