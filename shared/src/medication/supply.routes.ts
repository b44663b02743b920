import { route } from '../kernel/route.ts';
import type * as C from './supply.contract.ts';

type OfPatient = { patientId: string };
type OfDispensing = { patientId: string; dispensingId: string };

export const recordInjection = route<{ params: OfPatient; body: C.RecordInjectionBody; answer: C.RecordInjectionAnswer }>()(
  'POST',
  '/patients/:patientId/medication/injections',
);
export const listInjections = route<{ params: OfPatient; query: C.SupplyQuery; answer: C.InjectionsAnswer }>()(
  'GET',
  '/patients/:patientId/medication/injections',
);
export const recordDispensing = route<{ params: OfPatient; body: C.RecordDispensingBody; answer: C.RecordDispensingAnswer }>()(
  'POST',
  '/patients/:patientId/medication/dispensings',
);
export const recordArrival = route<{ params: OfDispensing; body: C.RecordArrivalBody; answer: C.DispensingAnswer }>()(
  'POST',
  '/patients/:patientId/medication/dispensings/:dispensingId/arrival',
);
export const listDispensings = route<{ params: OfPatient; query: C.SupplyQuery; answer: C.DispensingsAnswer }>()(
  'GET',
  '/patients/:patientId/medication/dispensings',
);
