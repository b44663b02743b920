import { metInPerson, talkedToPatient } from './met.rules.ts';

it('counts a visit as face to face when the patient was there, at home or in the clinic, and not by telephone', () => {
  expect(metInPerson({ form: 2, respondents: [2, 1] })).toBe(true);
  expect(metInPerson({ form: 1, respondents: [1] })).toBe(true);
  expect(metInPerson({ form: 3, respondents: [1] })).toBe(false);
  expect(metInPerson({ form: 2, respondents: [2] })).toBe(false);
  expect(talkedToPatient({ respondents: [1] })).toBe(true);
  expect(talkedToPatient({ respondents: [3] })).toBe(false);
});
