import type { AppraisalDetail } from '@guanhu/shared/appraisal/appraisal.contract';
import { appraisalChain } from './appraisal-chain.ts';

const opinion = (by: string, round = 1): AppraisalDetail['opinionsGiven'][number] => ({
  by,
  round,
  mine: false,
  at: '2026-10-02T02:00:00Z',
  outcome: 'full',
  payPercent: 100,
  breaches: [],
  guardianHeardOn: null,
  note: null,
});
const first = { round: 1, objections: [] };
const states = (given: Pick<AppraisalDetail, 'state' | 'opinionsGiven' | 'finalOn'>) =>
  appraisalChain({ ...first, ...given }).map(step => step.state);

it('waits for the first, then for the second person', () => {
  expect(states({ state: 'proposed', opinionsGiven: [], finalOn: null })).toEqual(['now', 'next', 'next']);
  expect(states({ state: 'proposed', opinionsGiven: [opinion('甲')], finalOn: null })).toEqual(['done', 'now', 'next']);
});

it('does not take two opinions of one person for two persons', () => {
  expect(states({ state: 'proposed', opinionsGiven: [opinion('甲'), opinion('甲')], finalOn: null })).toEqual(['done', 'now', 'next']);
});

it('says when a decision takes effect', () => {
  const chain = appraisalChain({
    ...first,
    state: 'decided',
    opinionsGiven: [opinion('甲'), opinion('乙')],
    finalOn: '2026-10-07' as never,
  });
  expect(chain[2]).toEqual({ label: '生效', note: '2026年10月7日，此前可以异议', state: 'now' });
});

it('begins with two people anew after an objection was upheld, and stands while one is looked at', () => {
  const objection: AppraisalDetail['objections'][number] = {
    id: 'o',
    level: 'township',
    way: 'self',
    state: 'open',
    words: '那天在医院',
    hasVoice: false,
    madeBy: '丙',
    at: '2026-10-03T02:00:00Z',
    dueOn: '2026-10-15' as never,
    officer: '丁（乡镇）',
    answer: null,
  };
  const given = { opinionsGiven: [opinion('甲'), opinion('乙')], finalOn: null };
  expect(appraisalChain({ ...given, state: 'objected', round: 1, objections: [objection] }).map(step => step.state)).toEqual([
    'done',
    'done',
    'now',
    'next',
  ]);
  const upheld = appraisalChain({ ...given, state: 'answered', round: 2, objections: [{ ...objection, state: 'upheld' }] });
  expect(upheld.map(step => step.state)).toEqual(['now', 'next', 'done', 'next']);
  expect(upheld[0]?.label).toContain('重新认定');
});
