import { route } from '../kernel/route.ts';
import type * as C from './incidents.contract.ts';

type OfIncident = { incidentId: string };

export const reportIncident = route<{ params: { patientId: string }; body: C.ReportIncidentBody; answer: C.IncidentAnswer }>()(
  'POST',
  '/patients/:patientId/incidents',
);
export const listIncidents = route<{ query: C.IncidentsQuery; answer: C.IncidentsAnswer }>()('GET', '/incidents');
export const readIncident = route<{ params: OfIncident; answer: C.IncidentAnswer }>()('GET', '/incidents/:incidentId');
export const markIncidentRead = route<{ params: OfIncident; answer: C.IncidentAnswer }>()('POST', '/incidents/:incidentId/read');
export const acknowledgeIncident = route<{ params: OfIncident; answer: C.IncidentAnswer }>()('POST', '/incidents/:incidentId/acknowledge');
