import type { AgreementDetail } from '@guanhu/shared/agreements/agreements.contract';
import { AGREEMENT_STATES } from '@guanhu/shared/agreements/agreements.terms';
import type { ChainStep } from '../ui/chain.tsx';
import { instantInWords } from '../ui/words.ts';

const SIGNING = [
  { act: 'drafted', label: '起草', before: '社会事务办' },
  { act: 'signed', label: '监护人签字', before: '在监护人手机上签' },
  { act: 'countersigned', label: '乡镇签章', before: '乡镇分管领导' },
] as const;
const LATER = { suspended: '暂停', resumed: '恢复', terminated: '终止', closed: '到期', stopped: '停发全年' } as const;

/** The three signatures of an agreement, then what became of it. */
export function agreementChain({ steps, state }: Pick<AgreementDetail, 'steps' | 'state'>): ChainStep[] {
  const done = (act: string) => steps.find(each => each.act === act);
  const firstOpen = SIGNING.find(({ act }) => !done(act));
  const ended = state === 'terminated' || state === 'closed';
  const signing = SIGNING.map(({ act, label, before }): ChainStep => {
    const step = done(act);
    if (step) return { label, note: `${step.by ?? '系统'} · ${instantInWords(step.at)}`, state: 'done' };
    return { label, note: before, state: firstOpen?.act === act && !ended ? 'now' : 'next' };
  });
  const later = steps.flatMap(({ act, by, at }): ChainStep[] =>
    act in LATER
      ? [
          {
            label: LATER[act as keyof typeof LATER],
            note: `${by ?? '系统'} · ${instantInWords(at)}`,
            state: act === 'terminated' || act === 'stopped' ? 'broken' : 'done',
          },
        ]
      : [],
  );
  return later.length > 0
    ? [...signing, ...later]
    : [...signing, { label: AGREEMENT_STATES.active, note: '按期认定和发放', state: state === 'active' ? 'now' : 'next' }];
}
