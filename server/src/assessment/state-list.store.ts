import { PATIENT_STATES, type PatientState } from '@guanhu/shared/registry/registry.terms';

/** The states of which a rule holds, as a list for a statement. */
export const statesWhere = (holds: (state: PatientState) => boolean): string =>
  `(${(Object.keys(PATIENT_STATES) as PatientState[])
    .filter(holds)
    .map(state => `'${state}'`)
    .join(', ')})`;
