import { readPatientState } from './patient-state-words.rules.ts';
import { PATIENT_STATES, type PatientState } from './registry.terms.ts';

it.each((Object.keys(PATIENT_STATES) as PatientState[]).filter(state => state !== 'merged'))('reads our own word for %s', state => {
  expect(readPatientState(` ${PATIENT_STATES[state]} `)).toBe(state);
});

it.each([
  ['在　管', 'inCare'],
  ['居家', 'inCare'],
  ['服刑', 'inCustody'],
  ['已并入另一份档案', null],
  ['在管？', null],
  ['在管或住院', null],
  ['', null],
] as const)('%j is %s', (written, state) => {
  expect(readPatientState(written)).toBe(state);
});
