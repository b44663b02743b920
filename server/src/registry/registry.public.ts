export { Patients } from './patients.ts';
export type { PatientRow } from './patient.store.ts';
export type { GuardianshipRow, WardRow } from './guardianship.store.ts';
export { openPatientName } from './patient.store.ts';
