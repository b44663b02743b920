import { route } from '../kernel/route.ts';
import type * as C from './medication.contract.ts';

export const confirmMedication = route<{ params: { patientId: string }; body: C.ConfirmBody; answer: C.ConfirmAnswer }>()(
  'POST',
  '/patients/:patientId/medication/confirmations',
);
export const readMedicationWeek = route<{ params: { patientId: string }; query: C.WeekQuery; answer: C.WeekAnswer }>()(
  'GET',
  '/patients/:patientId/medication/week',
);
