import { faultsOf, proposalOf, recordOf, type Answers } from './visit-form.ts';

const done: Answers = {
  result: 'done',
  form: 2,
  respondents: [1, 2],
  risk: 0,
  symptoms: [],
  insight: 1,
  functions: { selfCare: 1 },
  stability: 'stable',
};

describe('the visit form', () => {
  it('asks for the outcome first, then only for what that outcome needs', () => {
    expect(Object.keys(faultsOf({}))).toEqual(['result']);
    expect(Object.keys(faultsOf({ result: 'missed' }))).toEqual(['form']);
    expect(Object.keys(faultsOf({ result: 'lost' }))).toEqual(['lostReason']);
    expect(Object.keys(faultsOf({ result: 'deceased' }))).toEqual(['diedOn', 'deathCause']);
    expect(Object.keys(faultsOf({ result: 'done' }))).toEqual(['form', 'respondents', 'risk', 'stability']);
    expect(faultsOf(done)).toEqual({});
  });

  it('proposes a class once the risk is known, and wants a reason to differ from it', () => {
    expect(proposalOf({ result: 'done' })).toBeUndefined();
    expect(proposalOf(done)?.stability).toBe('stable');
    const differs: Answers = { ...done, stability: 'unstable' };
    expect(Object.keys(faultsOf(differs))).toEqual(['overrideReason']);
    expect(faultsOf({ ...differs, overrideReason: ' ' })).toHaveProperty('overrideReason');
    expect(faultsOf({ ...differs, overrideReason: '家属说夜里吵闹' })).toEqual({});
  });

  it('sends no field that was not filled in, and none of another outcome', () => {
    expect(recordOf({ ...done, note: '  ', lostReason: 1 })).toEqual(done);
    expect(recordOf({ ...done, result: 'missed', note: ' 家里没人 ' })).toEqual({ result: 'missed', form: 2, note: '家里没人' });
    expect(recordOf({ result: 'deceased', diedOn: '2026-11-01' as never, deathCause: 2, fatalIllness: 3 })).toEqual({
      result: 'deceased',
      diedOn: '2026-11-01',
      deathCause: 2,
    });
  });

  it('drops a reason for differing that is no longer needed, and a referral that was taken back', () => {
    expect(recordOf({ ...done, overrideReason: '早先写的' })).not.toHaveProperty('overrideReason');
    expect(recordOf({ ...done, referral: 1, referralTo: '县医院' })).not.toHaveProperty('referralTo');
  });

  it('is not sent while something is missing', () => {
    expect(recordOf({ result: 'done', form: 2 })).toBeUndefined();
  });
});
