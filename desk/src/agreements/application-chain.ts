import type { ApplicationDetail } from '@guanhu/shared/agreements/application.contract';
import { APPLICATION_STAGES, type ApplicationStage } from '@guanhu/shared/agreements/application.terms';
import type { ChainStep } from '../ui/chain.tsx';
import { instantInWords } from '../ui/words.ts';

const LABELS: Readonly<Record<ApplicationStage, readonly [label: string, before: string]>> = {
  villageReview: ['村（居）审核', '村级小组组长'],
  townshipReview: ['乡镇联合审核', '五个部门提意见后，由乡镇办理'],
  countyApproval: ['县级审批', '县级管理员'],
};

/** The three levels of an application, and what each decided last. */
export function applicationChain({ steps, state }: Pick<ApplicationDetail, 'steps' | 'state'>): ChainStep[] {
  const stages = (Object.keys(APPLICATION_STAGES) as ApplicationStage[]).map((stage): ChainStep => {
    const [label, before] = LABELS[stage];
    const last = steps.filter(step => step.stage === stage).at(-1);
    if (stage === state) return { label, note: before, state: 'now' };
    if (!last) return { label, note: before, state: 'next' };
    const broken = last.act === 'refused' || last.act === 'returned' || last.act === 'upheld';
    return { label, note: `${last.by} · ${instantInWords(last.at)}`, state: broken ? 'broken' : 'done' };
  });
  return [...stages, { label: '批准，起草协议', note: '社会事务办', state: state === 'approved' ? 'done' : 'next' }];
}
