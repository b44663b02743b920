import type { AppraisalDetail } from '@guanhu/shared/appraisal/appraisal.contract';
import { appraisalChain } from './appraisal-chain.ts';

const opinion = (by: string): AppraisalDetail['opinionsGiven'][number] => ({
  by,
  mine: false,
  at: '2026-10-02T02:00:00Z',
  outcome: 'full',
  payPercent: 100,
  breaches: [],
  guardianHeardOn: null,
  note: null,
});
const states = (...given: Parameters<typeof appraisalChain>) => appraisalChain(...given).map(step => step.state);

it('waits for the first, then for the second person', () => {
  expect(states({ state: 'proposed', opinionsGiven: [], finalOn: null })).toEqual(['now', 'next', 'next']);
  expect(states({ state: 'proposed', opinionsGiven: [opinion('甲')], finalOn: null })).toEqual(['done', 'now', 'next']);
});

it('does not take two opinions of one person for two persons', () => {
  expect(states({ state: 'proposed', opinionsGiven: [opinion('甲'), opinion('甲')], finalOn: null })).toEqual(['done', 'now', 'next']);
});

it('says when a decision takes effect', () => {
  const chain = appraisalChain({ state: 'decided', opinionsGiven: [opinion('甲'), opinion('乙')], finalOn: '2026-10-07' as never });
  expect(chain[2]).toEqual({ label: '生效', note: '2026年10月7日，此前可以异议', state: 'now' });
});
