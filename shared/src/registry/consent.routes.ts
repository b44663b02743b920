import { route } from '../kernel/route.ts';
import type * as C from './consent.contract.ts';

/** What was decided about community management, newest first, and the text that is read out. */
export const listConsents = route<{ params: C.PatientParams; query: C.ConsentsQuery; answer: C.ConsentsAnswer }>()(
  'GET',
  '/patients/:patientId/consents',
);
export const recordConsent = route<{ params: C.PatientParams; body: C.RecordConsentBody; answer: C.ConsentRecorded }>()(
  'POST',
  '/patients/:patientId/consents',
);
