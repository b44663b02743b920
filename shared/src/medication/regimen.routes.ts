import { route } from '../kernel/route.ts';
import type * as C from './regimen.contract.ts';

type OfPatient = { patientId: string };

export const readMedication = route<{ params: OfPatient; answer: C.MedicationAnswer }>()('GET', '/patients/:patientId/medication');
export const listRegimens = route<{ params: OfPatient; query: C.RegimensQuery; answer: C.RegimensAnswer }>()(
  'GET',
  '/patients/:patientId/medication/regimens',
);
export const setRegimen = route<{ params: OfPatient; body: C.SetRegimenBody; answer: C.RegimenAnswer }>()(
  'POST',
  '/patients/:patientId/medication/regimens',
);
export const endRegimen = route<{ params: { patientId: string; regimenId: string }; body: C.EndRegimenBody; answer: C.RegimenAnswer }>()(
  'POST',
  '/patients/:patientId/medication/regimens/:regimenId/end',
);
