import { route } from '../kernel/route.ts';
import type * as C from './handling.contract.ts';

type OfIncident = { incidentId: string };

export const readHandling = route<{ params: OfIncident; answer: C.HandlingAnswer }>()('GET', '/incidents/:incidentId/handling');
export const beginHandling = route<{ params: OfIncident; answer: C.HandlingAnswer }>()('POST', '/incidents/:incidentId/handling');
export const addEntry = route<{ params: OfIncident; body: C.AddEntryBody; answer: C.HandlingAnswer }>()(
  'POST',
  '/incidents/:incidentId/handling/entries',
);
export const closeHandling = route<{ params: OfIncident; body: C.CloseHandlingBody; answer: C.HandlingAnswer }>()(
  'POST',
  '/incidents/:incidentId/handling/close',
);
export const decideConduct = route<{ params: OfIncident; body: C.DecideConductBody; answer: C.HandlingAnswer }>()(
  'POST',
  '/incidents/:incidentId/conduct',
);
