import { APPRAISAL_STATE_CODES } from '../appraisal/appraisal.terms.ts';
import { calendarDate } from '../kernel/calendar-date.ts';
import { claimWords, type ClaimFacts } from './claim-words.rules.ts';
import { ENTITLEMENT_STATE_CODES } from './payouts.terms.ts';

const day = calendarDate;
const running: ClaimFacts = { state: 'gathering', to: day('2026-12-31'), effectiveOn: null, payment: null, today: day('2026-11-22') };

it('says when the money can be claimed, wherever it stands', () => {
  expect(claimWords(running)).toContain('12月31日');
  expect(claimWords({ ...running, today: day('2027-01-01') })).toContain('等两个人认定');
  expect(claimWords({ ...running, state: 'decided', effectiveOn: day('2027-01-08') })).toContain('1月8日认定生效');
  expect(claimWords({ ...running, state: 'answered' })).toContain('重新认定');
  expect(claimWords({ ...running, state: 'final', effectiveOn: day('2027-01-08'), payment: 'claimable' })).toBe('现在就可以领取');
});

it('has words for every state of the period and of its money', () => {
  for (const state of APPRAISAL_STATE_CODES)
    for (const payment of [null, ...ENTITLEMENT_STATE_CODES]) expect(claimWords({ ...running, state, payment })).not.toBe('');
});
