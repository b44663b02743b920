import type { BatchDetail } from '@guanhu/shared/payouts/payouts.contract';
import { batchChain } from './batch-chain.ts';

type Step = BatchDetail['steps'][number];
const step = (name: Step['step'], by: string, mine = false): Step => ({ step: name, by, at: '2026-11-20T08:02:00Z', mine, reason: null });
const NOTHING = { check: false, release: false, return: false, closedBecause: null };
const chain = (over: Partial<Parameters<typeof batchChain>[0]>) =>
  batchChain({ state: 'draft', steps: [step('prepared', '甲')], may: NOTHING, people: 46, paid: 0, ...over });

it('shows the maker, and asks the next person by their own name for it', () => {
  const [made, checked, released] = chain({ may: { ...NOTHING, check: true } });
  expect(made).toMatchObject({ label: '制单', state: 'done' });
  expect(checked).toEqual({ label: '复核（您）', note: '与制单人不是同一人', state: 'now' });
  expect(released).toEqual({ label: '放款', note: '财政所', state: 'next' });
});

it('marks the reader’s own steps', () => {
  expect(chain({ steps: [step('prepared', '甲', true)] })[0]?.label).toBe('制单（您）');
});

it('stops where the batch was returned', () => {
  const steps = chain({ state: 'returned', steps: [step('prepared', '甲'), step('returned', '乙')] });
  expect(steps.map(each => [each.label, each.state])).toEqual([
    ['制单', 'done'],
    ['退回', 'broken'],
  ]);
});

it('counts what has arrived until all has', () => {
  const steps = [step('prepared', '甲'), step('checked', '乙'), step('released', '丙')];
  expect(chain({ state: 'released', steps, paid: 12 })[3]).toEqual({ label: '对账', note: '已到账 12/46 笔', state: 'now' });
  expect(chain({ state: 'reconciled', steps: [...steps, step('reconciled', '')], paid: 46 })[3]?.state).toBe('done');
});
