import type { FormField } from '@guanhu/shared/policy/form-field.terms';
import { faultsOf, proposalOf, recordOf, sectionsOf, type Answers, type FormAsked } from './visit-form.ts';

const national: FormAsked = { form: 'national', local: [] };
const quick: FormAsked = { form: 'quick', local: [] };
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
const seen: Answers = { result: 'done', form: 2, respondents: [1], situation: 1, condition: 1, adherence: 1, guardianship: 1, control: 1 };

describe('the visit form', () => {
  it('asks for the outcome first, then only for what that outcome needs', () => {
    const asks = (answers: Answers) => Object.keys(faultsOf(national, answers));
    expect(asks({})).toEqual(['result']);
    expect(asks({ result: 'missed' })).toEqual(['form', 'missedReason']);
    expect(asks({ result: 'lost' })).toEqual(['lostReason']);
    expect(asks({ result: 'deceased' })).toEqual(['diedOn', 'deathCause']);
    expect(asks({ result: 'done' })).toEqual(['form', 'respondents', 'risk', 'stability']);
    expect(asks(done)).toEqual([]);
  });

  it('of the grid worker asks five things and no class', () => {
    expect(Object.keys(faultsOf(quick, { result: 'done' }))).toEqual([
      'form',
      'respondents',
      'situation',
      'condition',
      'adherence',
      'guardianship',
      'control',
    ]);
    expect(recordOf(quick, seen)).toEqual(seen);
    expect(proposalOf(quick, { ...seen, risk: 3 })).toBeUndefined();
  });

  it('keeps what both forms ask for when somebody changes the form, and sends only what this one asks for', () => {
    expect(recordOf(national, { ...done, ...seen, respondents: [1, 2] })).toEqual({ ...done, adherence: 1 });
    expect(recordOf(quick, { ...done, ...seen })).toEqual({ ...seen, risk: 0 });
  });

  it('proposes a class once the risk is known, and wants a reason to differ from it', () => {
    expect(proposalOf(national, { result: 'done' })).toBeUndefined();
    expect(proposalOf(national, done)?.stability).toBe('stable');
    const otherwise: Answers = { ...done, stability: 'unstable' };
    expect(Object.keys(faultsOf(national, otherwise))).toEqual(['overrideReason']);
    expect(faultsOf(national, { ...otherwise, overrideReason: ' ' })).toHaveProperty('overrideReason');
    expect(faultsOf(national, { ...otherwise, overrideReason: '家属说夜里吵闹' })).toEqual({});
  });

  it('sends no field that was not filled in, and none of another outcome', () => {
    expect(recordOf(national, { ...done, note: '  ', lostReason: 1 })).toEqual(done);
    expect(recordOf(national, { ...done, result: 'missed', missedReason: 1, note: ' 家里没人 ' })).toEqual({
      result: 'missed',
      form: 2,
      missedReason: 1,
      note: '家里没人',
    });
    expect(recordOf(national, { result: 'deceased', diedOn: '2026-11-01', deathCause: 2, fatalIllness: 3 })).toEqual({
      result: 'deceased',
      diedOn: '2026-11-01',
      deathCause: 2,
    });
  });

  it('drops a reason for differing that is no longer needed, and a referral that was taken back', () => {
    expect(recordOf(national, { ...done, overrideReason: '早先写的' })).not.toHaveProperty('overrideReason');
    expect(recordOf(national, { ...done, referral: 1, referralTo: '县医院' })).not.toHaveProperty('referralTo');
  });

  it('is not sent while something is missing', () => {
    expect(recordOf(national, { result: 'done', form: 2 })).toBeUndefined();
  });

  it('stands in sections, with the county’s own fields in one of theirs', () => {
    const field: FormField = { key: 'localWater', label: '饮水是否方便', section: 'local', kind: 'yesNo' };
    const sections = sectionsOf({ form: 'national', local: [field] }, done);
    expect(sections.map(section => section.key)).toEqual([
      'outcome',
      'condition',
      'life',
      'safety',
      'treatment',
      'referral',
      'local',
      'decision',
      'note',
    ]);
    expect(sections.find(section => section.key === 'local')).toMatchObject({ done: 0, needed: false });
    expect(sectionsOf(national, { result: 'lost' }).map(section => section.key)).toEqual(['outcome', 'note']);
  });
});
