import { z } from 'zod';
import { contract, IdText, Instant, PageOf, PageQuery, Words } from '../kernel/contract.ts';
import { INCIDENT_KIND_KEYS, INCIDENT_POSTS } from '../policy/policy.terms.ts';
import * as routes from './incidents.routes.ts';

const Report = z.strictObject({
  /** Made on the phone: the same report twice is one. */
  incidentId: IdText,
  kind: z.enum(INCIDENT_KIND_KEYS),
  happenedAt: Instant,
  /** What was said, as words. */
  note: Words(500).optional(),
});
const Receipt = z
  .object({
    post: z.enum(INCIDENT_POSTS),
    /** 1 = told at once, 2 = told because nobody had answered. */
    round: z.int().min(1),
    state: z.enum(['vacant', 'notTold', 'told', 'read', 'acknowledged']),
    /** When a message to the holder went out. */
    toldAt: Instant.nullable(),
    readAt: Instant.nullable(),
    acknowledgedAt: Instant.nullable(),
    /** The reader's own receipt. */
    mine: z.boolean(),
  })
  .meta({ id: 'IncidentReceipt' });
const Incident = z
  .object({
    incidentId: IdText,
    /** The id that the reporter sent, when this report was joined to an incident that was there already. */
    joinedFrom: IdText.nullable(),
    patientId: IdText,
    /** For staff; a guardian's answer names nobody. */
    patientName: z.string().nullable(),
    kind: z.enum(INCIDENT_KIND_KEYS),
    state: z.enum(['open', 'acknowledged']),
    happenedAt: Instant,
    reportedAt: Instant,
    reportedByMe: z.boolean(),
    /** How many reports make up this incident. */
    reports: z.int().min(1),
    notes: z.array(z.string()),
    receipts: z.array(Receipt),
  })
  .meta({ id: 'Incident' });
const IncidentRow = z
  .object({
    incidentId: IdText,
    patientId: IdText,
    patientName: z.string().nullable(),
    villageName: z.string(),
    kind: z.enum(INCIDENT_KIND_KEYS),
    state: z.enum(['open', 'acknowledged']),
    happenedAt: Instant,
    reportedAt: Instant,
    /** Whether the reader was told and has not answered. */
    waitsForMe: z.boolean(),
  })
  .meta({ id: 'IncidentRow' });
const Incidents = PageOf(IncidentRow);
const IncidentsQuery = PageQuery.extend({ state: z.enum(['open', 'acknowledged']).optional() });
const ofIncident = z.strictObject({ incidentId: IdText });

export const reportIncidentContract = contract({
  route: routes.reportIncident,
  summary: 'Report that something is happening; the posts that the policy names are told at once',
  door: 'incident:report',
  params: z.strictObject({ patientId: IdText }),
  body: Report,
  answer: Incident,
  refusals: ['INCIDENT_IN_FUTURE', 'INCIDENT_TOO_OLD'],
  once: true,
});
export const listIncidentsContract = contract({
  route: routes.listIncidents,
  summary: 'Incidents that the reader reported, was told of, or is in charge of by area, newest first',
  door: 'incident:read',
  query: IncidentsQuery,
  answer: Incidents,
  refusals: [],
});
export const readIncidentContract = contract({
  route: routes.readIncident,
  summary: 'One incident and how far each post has got',
  door: 'incident:read',
  params: ofIncident,
  answer: Incident,
  refusals: [],
});
export const markIncidentReadContract = contract({
  route: routes.markIncidentRead,
  summary: 'The reader has seen it',
  door: 'incident:read',
  params: ofIncident,
  answer: Incident,
  refusals: ['INCIDENT_NOT_TOLD'],
  once: true,
});
export const acknowledgeIncidentContract = contract({
  route: routes.acknowledgeIncident,
  summary: 'The reader is on it',
  door: 'incident:acknowledge',
  params: ofIncident,
  answer: Incident,
  refusals: ['INCIDENT_NOT_TOLD'],
  once: true,
});

export type ReportIncidentBody = z.input<typeof Report>;
export type IncidentAnswer = z.infer<typeof Incident>;
export type IncidentRowAnswer = z.infer<typeof IncidentRow>;
export type IncidentsQuery = z.input<typeof IncidentsQuery>;
export type IncidentsAnswer = z.infer<typeof Incidents>;
