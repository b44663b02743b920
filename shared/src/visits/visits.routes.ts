import { route } from '../kernel/route.ts';
import type * as C from './visits.contract.ts';

export const checkInVisit = route<{ params: { patientId: string }; body: C.CheckInBody; answer: C.CheckInAnswer }>()(
  'POST',
  '/patients/:patientId/visits',
);
export const recordVisit = route<{ params: { visitId: string }; body: C.RecordVisitBody; answer: C.RecordVisitAnswer }>()(
  'POST',
  '/visits/:visitId/record',
);
export const readVisit = route<{ params: { visitId: string }; answer: C.VisitAnswer }>()('GET', '/visits/:visitId');
export const listVisits = route<{ params: { patientId: string }; query: C.VisitsQuery; answer: C.VisitsAnswer }>()(
  'GET',
  '/patients/:patientId/visits',
);
export const readNextVisits = route<{ params: { patientId: string }; answer: C.NextVisitsAnswer }>()(
  'GET',
  '/patients/:patientId/visits/next',
);
