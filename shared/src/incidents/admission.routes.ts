import { route } from '../kernel/route.ts';
import type * as C from './admission.contract.ts';

type OfAdmission = { admissionId: string };

export const recordAdmission = route<{ params: { patientId: string }; body: C.RecordAdmissionBody; answer: C.AdmissionAnswer }>()(
  'POST',
  '/patients/:patientId/admissions',
);
export const listAdmissions = route<{ query: C.AdmissionsQuery; answer: C.AdmissionsAnswer }>()('GET', '/admissions');
export const readAdmission = route<{ params: OfAdmission; answer: C.AdmissionAnswer }>()('GET', '/admissions/:admissionId');
export const recordRediagnosis = route<{ params: OfAdmission; body: C.RecordRediagnosisBody; answer: C.AdmissionAnswer }>()(
  'POST',
  '/admissions/:admissionId/rediagnosis',
);
export const dischargePatient = route<{ params: OfAdmission; body: C.DischargeBody; answer: C.AdmissionAnswer }>()(
  'POST',
  '/admissions/:admissionId/discharge',
);
export const receiveDischarged = route<{ params: OfAdmission; body: C.ReceiveBody; answer: C.AdmissionAnswer }>()(
  'POST',
  '/admissions/:admissionId/receipt',
);
