import { decideNoParty } from './party.rules.ts';

it('keeps a party out, and whoever acts for one', () => {
  expect(decideNoParty(['a'], ['g'], 'AGREEMENT_OWN_PARTY').granted).toBe(true);
  expect(decideNoParty(['g'], ['g'], 'AGREEMENT_OWN_PARTY')).toEqual({ granted: false, code: 'AGREEMENT_OWN_PARTY' });
  expect(decideNoParty(['deputy', 'g'], ['x', 'g'], 'APPRAISAL_OWN_PARTY')).toEqual({ granted: false, code: 'APPRAISAL_OWN_PARTY' });
});
