import { route } from '../kernel/route.ts';
import type * as C from './incidents.contract.ts';

type OfIncident = { incidentId: string };

export const reportIncident = route<{ params: { patientId: string }; body: C.ReportIncidentBody; answer: C.IncidentAnswer }>()(
  'POST',
  '/patients/:patientId/incidents',
);
export const listIncidents = route<{ query: C.IncidentsQuery; answer: C.IncidentsAnswer }>()('GET', '/incidents');
export const readIncident = route<{ params: OfIncident; answer: C.IncidentReadAnswer }>()('GET', '/incidents/:incidentId');
export const markIncidentRead = route<{ params: OfIncident; answer: C.IncidentAnswer }>()('POST', '/incidents/:incidentId/read');
export const acknowledgeIncident = route<{ params: OfIncident; answer: C.IncidentAnswer }>()('POST', '/incidents/:incidentId/acknowledge');
/** Words or a place, after the tap. */
export const addToIncident = route<{ params: OfIncident; body: C.AddToIncidentBody; answer: C.IncidentAnswer }>()(
  'POST',
  '/incidents/:incidentId/additions',
);
/** A voice note or a photograph, after the tap. */
export const addIncidentFile = route<{ params: OfIncident; body: C.IncidentFileBody; answer: C.IncidentFile }>()(
  'POST',
  '/incidents/:incidentId/files',
);
/** The bytes of one, to be heard or looked at by those who act on it. */
export const readIncidentFile = route<{ params: { incidentId: string; fileId: string } }>()(
  'GET',
  '/incidents/:incidentId/files/:fileId/content',
);
