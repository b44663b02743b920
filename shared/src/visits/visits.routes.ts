import { route } from '../kernel/route.ts';
import type * as C from './visits.contract.ts';

type OfPatient = { patientId: string };
type OfVisit = { visitId: string };

export const checkInVisit = route<{ params: OfPatient; body: C.CheckInBody; answer: C.CheckInAnswer }>()(
  'POST',
  '/patients/:patientId/visits',
);
export const recordVisit = route<{ params: OfVisit; body: C.RecordVisitBody; answer: C.RecordVisitAnswer }>()(
  'POST',
  '/visits/:visitId/record',
);
export const readVisit = route<{ params: OfVisit; answer: C.VisitAnswer }>()('GET', '/visits/:visitId');
export const listVisits = route<{ params: OfPatient; query: C.VisitsQuery; answer: C.VisitsAnswer }>()(
  'GET',
  '/patients/:patientId/visits',
);
export const readNextVisits = route<{ params: OfPatient; answer: C.NextVisitsAnswer }>()('GET', '/patients/:patientId/visits/next');
export const readBlankForm = route<{ answer: C.BlankFormAnswer }>()('GET', '/visit-form');
export const readVisitForm = route<{ params: OfPatient; answer: C.VisitFormAnswer }>()('GET', '/patients/:patientId/visits/form');
export const listMyPresences = route<{ answer: C.MyPresencesAnswer }>()('GET', '/my/visit-presences');
export const answerPresence = route<{ params: OfVisit; body: C.AnswerPresenceBody; answer: C.PresenceAnswer }>()(
  'POST',
  '/visits/:visitId/presence',
);
export const recordOutcome = route<{ params: OfVisit; body: C.RecordOutcomeBody; answer: C.OutcomeAnswer }>()(
  'POST',
  '/visits/:visitId/outcome',
);
