import type { BatchDetail } from '@guanhu/shared/payouts/payouts.contract';
import { BATCH_STEPS } from '@guanhu/shared/payouts/payouts.terms';
import type { ChainStep } from '../ui/chain.tsx';
import { instantInWords } from '../ui/words.ts';

type Facts = Pick<BatchDetail, 'state' | 'steps' | 'may' | 'people' | 'paid'>;

const HANDS = [
  { step: 'prepared', office: '社会事务办', you: '' },
  { step: 'checked', office: '乡镇分管领导', you: '与制单人不是同一人' },
  { step: 'released', office: '财政所', you: '与制单人、复核人都不是同一人' },
] as const;

/** Maker, checker, payer, then what came of it: the chain that every batch shows. */
export function batchChain({ state, steps, may, people, paid }: Facts): ChainStep[] {
  const returned = steps.find(each => each.step === 'returned');
  const done = (step: string) => steps.find(each => each.step === step);
  const next = HANDS.find(({ step }) => !done(step));
  const mine = (step: string) => (step === 'checked' && may.check) || (step === 'released' && may.release);
  const hands = HANDS.map(({ step, office, you }): ChainStep => {
    const one = done(step);
    const label = `${BATCH_STEPS[step]}${(one?.mine ?? mine(step)) ? '（您）' : ''}`;
    if (one) return { label, note: `${one.by ?? office} · ${instantInWords(one.at)}`, state: 'done' };
    return { label, note: mine(step) ? you : office, state: next?.step === step && !returned ? 'now' : 'next' };
  });
  if (returned) {
    const label = `退回${returned.mine ? '（您）' : ''}`;
    return [
      ...hands.filter(each => each.state === 'done'),
      { label, note: `${returned.by ?? ''} · ${instantInWords(returned.at)}`, state: 'broken' },
    ];
  }
  const end = done('reconciled');
  const last: ChainStep = {
    label: '对账',
    note: end ? `全部到账 · ${instantInWords(end.at)}` : `已到账 ${paid}/${people} 笔`,
    state: state === 'reconciled' ? 'done' : state === 'released' ? 'now' : 'next',
  };
  return [...hands, last];
}
