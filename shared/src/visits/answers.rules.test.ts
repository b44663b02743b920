import fc from 'fast-check';
import type { FormField } from '../policy/form-field.terms.ts';
import { faultsOfAnswers, fieldsOf, isAsked, withoutSkipped, type FormAnswers } from './answers.rules.ts';
import { NATIONAL_FIELDS } from './national-form.terms.ts';
import { QUICK_FIELDS } from './quick-form.terms.ts';

const national = fieldsOf('national', []);
const done: FormAnswers = { result: 'done', form: 2, respondents: [1], risk: 0, stability: 'stable' };
const faults = (answers: FormAnswers, fields = national) => faultsOfAnswers(fields, answers).map(({ field, why }) => `${field} ${why}`);

describe('the national record as data', () => {
  it('has every field of the form, each with its national codes', () => {
    const codes = (key: string) => NATIONAL_FIELDS.find(field => field.key === key)?.options?.map(option => option.code);
    expect(codes('form')).toEqual([1, 2, 3]);
    expect(codes('respondents')).toEqual([1, 2, 3]);
    expect(codes('lostReason')).toEqual([1, 2, 3, 4, 5]);
    expect(codes('deathCause')).toEqual([1, 2, 3, 4, 5, 6]);
    expect(codes('fatalIllness')).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(codes('risk')).toEqual([0, 1, 2, 3, 4, 5]);
    expect(codes('symptoms')).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(codes('insight')).toEqual([1, 2, 3]);
    expect(codes('sleep')).toEqual([1, 2, 3]);
    expect(codes('appetite')).toEqual([1, 2, 3]);
    expect(codes('functions')).toEqual([1, 2, 3]);
    expect(codes('confinement')).toEqual([1, 2, 3]);
    expect(codes('hospitalisation')).toEqual([0, 1, 2]);
    expect(codes('labTest')).toEqual([1, 2]);
    expect(codes('adherence')).toEqual([1, 2, 3, 4]);
    expect(codes('adverseReaction')).toEqual([1, 2, 9]);
    expect(codes('effect')).toEqual([1, 2, 3, 4, 9]);
    expect(codes('referral')).toEqual([1, 2]);
    expect(codes('rehabilitation')).toEqual([1, 2, 3, 4, 5]);
    expect(codes('stability')).toEqual(['unstable', 'basicStable', 'stable']);
    expect(NATIONAL_FIELDS.find(field => field.key === 'functions')?.rows?.map(row => row.key)).toEqual([
      'selfCare',
      'housework',
      'work',
      'learning',
      'social',
    ]);
    expect(NATIONAL_FIELDS.find(field => field.key === 'dangerousActs')?.rows).toHaveLength(6);
    expect(NATIONAL_FIELDS.map(field => field.key)).toEqual(
      expect.arrayContaining(['diedOn', 'lastDischargedOn', 'drugs', 'advisedDrugs', 'referralReason', 'referralTo', 'nextDueOn']),
    );
  });

  it.each([NATIONAL_FIELDS, QUICK_FIELDS])('every key once, and every condition names an earlier field', (...fields: FormField[]) => {
    const keys = fields.map(field => field.key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const [index, field] of fields.entries())
      for (const condition of field.when ?? []) expect(keys.indexOf(condition.field)).toBeLessThan(index);
  });
});

describe('filling it in', () => {
  it.each<[string, FormAnswers, string[]]>([
    ['the least that a visit needs', done, []],
    ['nothing', {}, ['result missing']],
    ['a blank class', { ...done, stability: undefined }, ['stability missing']],
    ['a code that the field does not have', { ...done, insight: 4 }, ['insight wrong']],
    ['a code as a text', { ...done, insight: '1' }, ['insight wrong']],
    ['the same symptom twice', { ...done, symptoms: [1, 1] }, ['symptoms wrong']],
    ['no symptom', { ...done, symptoms: [] }, []],
    ['nobody seen', { ...done, respondents: [] }, ['respondents wrong']],
    ['no harm done', { ...done, dangerousActs: {} }, []],
    ['harm, counted', { ...done, dangerousActs: { selfHarm: 999 } }, []],
    ['harm beyond counting', { ...done, dangerousActs: { selfHarm: 1000 } }, ['dangerousActs wrong']],
    ['half a harm', { ...done, dangerousActs: { selfHarm: 0.5 } }, ['dangerousActs wrong']],
    ['a harm that the form does not know', { ...done, dangerousActs: { gossip: 1 } }, ['dangerousActs wrong']],
    ['work that does not apply', { ...done, functions: { work: 9 } }, []],
    ['self-care that does not apply', { ...done, functions: { selfCare: 9 } }, ['functions wrong']],
    ['a discharge of somebody who was never in hospital', { ...done, lastDischargedOn: '2026-01-01' }, ['lastDischargedOn skipped']],
    ['a discharge on no day', { ...done, hospitalisation: 2, lastDischargedOn: '2026-02-30' }, ['lastDischargedOn wrong']],
    ['another symptom without saying that there is one', { ...done, symptoms: [1], symptomOther: '发呆' }, ['symptomOther skipped']],
    ['another symptom', { ...done, symptoms: [1, 12], symptomOther: '发呆' }, []],
    ['a text that hides something', { ...done, note: 'a\u202eb' }, ['note wrong']],
    ['an empty text', { ...done, note: ' ' }, ['note wrong']],
    ['four drugs', { ...done, drugs: Array.from({ length: 4 }, () => ({ name: '甲药' })) }, ['drugs wrong']],
    ['a drug with a strange part', { ...done, drugs: [{ name: '甲药', colour: 1 }] }, ['drugs wrong']],
    ['a drug every 27 weeks', { ...done, drugs: [{ name: '甲药', everyWeeks: 27, eachMg: 1 }] }, ['drugs wrong']],
    ['an unknown field', { ...done, score: 3 }, ['score unknown']],
    [
      'a poisoned prototype',
      JSON.parse('{"result":"done","form":2,"respondents":[1],"risk":0,"stability":"stable","__proto__":{}}') as FormAnswers,
      ['__proto__ unknown'],
    ],
    ['findings of a visit that met nobody', { result: 'missed', form: 2, missedReason: 1, risk: 0 }, ['risk skipped']],
    ['a death without its day', { result: 'deceased', deathCause: 2 }, ['diedOn missing']],
    [
      'an illness of somebody who was killed',
      { result: 'deceased', diedOn: '2026-01-01', deathCause: 3, fatalIllness: 1 },
      ['fatalIllness skipped'],
    ],
  ])('%s', (_, answers, expected) => {
    const kept = Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined));
    expect(faults(answers['__proto__'] === Object.prototype ? answers : kept)).toEqual(expected);
  });

  it('a county’s own field stands beside the national ones', () => {
    const water: FormField = {
      key: 'localWater',
      label: '饮水',
      section: 'local',
      kind: 'number',
      most: 5,
      when: [{ field: 'result', is: ['done'] }],
    };
    const fields = fieldsOf('national', [water]);
    expect(fields).toHaveLength(national.length + 1);
    expect(faults({ ...done, localWater: 5 }, fields)).toEqual([]);
    expect(faults({ ...done, localWater: 6 }, fields)).toEqual(['localWater wrong']);
    expect(faults({ ...done, localWater: 5 })).toEqual(['localWater unknown']);
    expect(fieldsOf('quick', [water])).toEqual(QUICK_FIELDS);
  });

  it('what is no longer asked for is left out, and what is left has no skipped field', () => {
    const value = fc.oneof(
      fc.constantFrom('done', 'missed', 'lost', 'deceased'),
      fc.integer({ min: 0, max: 12 }),
      fc.array(fc.integer({ min: 1, max: 12 })),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...national.map(field => field.key)), value), answers => {
        const left = withoutSkipped(national, answers);
        expect(faultsOfAnswers(national, left).filter(fault => fault.why === 'skipped')).toEqual([]);
        for (const field of national) if (left[field.key] !== undefined) expect(isAsked(field, left)).toBe(true);
      }),
    );
  });
});
