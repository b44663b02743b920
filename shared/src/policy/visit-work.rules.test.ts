import type { FormField } from './form-field.terms.ts';
import { SCORE_ANSWERS, checkVisitForm, checkVisitWork } from './visit-work.rules.ts';
import { SHIPPED_VISIT_FORM, SHIPPED_VISIT_WORK } from './visit-work.shipped.ts';
import { SCORE_FIELDS } from '../visits/score-form.terms.ts';

const water: FormField = { key: 'localWater', label: '饮水是否方便', section: 'local', kind: 'yesNo' };
const choice: FormField = {
  key: 'localStove',
  label: '取暖',
  section: 'local',
  kind: 'choice',
  options: [
    { code: 1, label: '煤' },
    { code: 2, label: '电' },
  ],
};
const check = (...fields: FormField[]) => {
  const decided = checkVisitForm({ kind: 'visitForm', fields });
  return decided.granted ? 'granted' : decided.code;
};

describe('what a county adds to the national record', () => {
  it.each<[string, FormField[], string]>([
    ['nothing', [], 'granted'],
    ['fields of its own', [water, choice], 'granted'],
    ['a national field, changed', [{ ...choice, key: 'insight' }], 'VISIT_FORM_NATIONAL_FIXED'],
    ['a field in a national section', [{ ...water, section: 'condition' }], 'VISIT_FORM_NATIONAL_FIXED'],
    ['the same key twice', [water, water], 'VISIT_FORM_INCOMPLETE'],
    ['a choice without a choice', [{ ...choice, options: [{ code: 1, label: '煤' }] }], 'VISIT_FORM_INCOMPLETE'],
    [
      'the same code twice',
      [
        {
          ...choice,
          options: [
            { code: 1, label: '煤' },
            { code: 1, label: '电' },
          ],
        },
      ],
      'VISIT_FORM_INCOMPLETE',
    ],
    ['a kind that needs a screen of its own', [{ ...water, kind: 'drugs' }], 'VISIT_FORM_INCOMPLETE'],
    ['a number between 5 and 4', [{ ...water, kind: 'number', least: 5, most: 4 }], 'VISIT_FORM_INCOMPLETE'],
  ])('%s: %s', (_, fields, expected) => {
    expect(check(...fields)).toBe(expected);
  });

  it('is nothing at first', () => {
    expect(checkVisitForm(SHIPPED_VISIT_FORM).granted).toBe(true);
  });
});

describe('how a county works', () => {
  it('as shipped; not with points that are missing, or hours that end before they begin', () => {
    expect(checkVisitWork(SHIPPED_VISIT_WORK).granted).toBe(true);
    expect(checkVisitWork({ ...SHIPPED_VISIT_WORK, score: { ...SHIPPED_VISIT_WORK.score, risk: [1] } }).granted).toBe(false);
    expect(checkVisitWork({ ...SHIPPED_VISIT_WORK, hoursFrom: '20:00' }).granted).toBe(false);
  });

  it('has points for as many answers as the sheet has', () => {
    for (const field of SCORE_FIELDS) expect(field.options).toHaveLength(SCORE_ANSWERS[field.key as 'risk']);
  });
});
