import { route } from '../kernel/route.ts';
import type * as C from './visit-watch.contract.ts';

type OfVisit = { visitId: string };

export const readVisitSafety = route<{ params: { patientId: string }; answer: C.VisitSafetyAnswer }>()(
  'GET',
  '/patients/:patientId/visits/safety',
);
export const readVisitWatch = route<{ params: OfVisit; answer: C.VisitWatchAnswer }>()('GET', '/visits/:visitId/watch');
export const answerVisitWatch = route<{ params: OfVisit; body: C.AnswerWatchBody; answer: C.VisitWatchAnswer }>()(
  'POST',
  '/visits/:visitId/watch',
);
