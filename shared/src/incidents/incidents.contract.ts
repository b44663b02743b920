import { z } from 'zod';
import { contract, IdText, Instant, keysOf, PageOf, PageQuery, Words } from '../kernel/contract.ts';
import { INCIDENT_KIND_KEYS, INCIDENT_POSTS } from '../policy/policy.terms.ts';
import { FILE_TYPES, MOST_FILE_BYTES, type FileType } from '../registry/attachments.terms.ts';
import { OTHER_CONTACT_KEYS, UNFILED_OUTCOMES, UNFILED_SOURCES, type UnfiledOutcome, type UnfiledSource } from './incidents.terms.ts';
import * as routes from './incidents.routes.ts';

const Place = z
  .strictObject({
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
    accuracyMetres: z.number().min(0).max(100_000),
  })
  .meta({ id: 'IncidentPlace', description: 'GCJ-02, degrees and metres' });
/** What every report says. */
export const ReportFields = {
  /** Made on the phone: the same report twice is one. */
  incidentId: IdText,
  kind: z.enum(INCIDENT_KIND_KEYS),
  happenedAt: Instant,
  /** When the button was tapped, by the phone's own clock; kept as it is, however wrong it goes. */
  tappedAt: Instant.optional(),
  /** What was said, as words. */
  note: Words(500).optional(),
};
const Report = z.strictObject(ReportFields);
const AddToIncident = z
  .strictObject({
    additionId: IdText,
    tappedAt: Instant.optional(),
    note: Words(500).optional(),
    place: Place.optional(),
    /** Of somebody who has no file: how whoever reported it knows. */
    source: keysOf<UnfiledSource>(UNFILED_SOURCES).optional(),
  })
  .refine(({ note, place, source }) => note !== undefined || place !== undefined || source !== undefined, { message: 'nothing is added' });
const FileBody = z.strictObject({
  fileId: IdText,
  /** In base64. Some more than may be kept is let in, to be refused in words. */
  content: z.base64().max(Math.ceil((MOST_FILE_BYTES * 4) / 3) + 1_000_000),
});
const File = z.object({ fileId: IdText, type: keysOf<FileType>(FILE_TYPES), at: Instant, byMe: z.boolean() }).meta({ id: 'IncidentFile' });
const Told = z
  .object({ kind: z.enum(INCIDENT_KIND_KEYS), happenedAt: Instant, reportedAt: Instant })
  .meta({ id: 'IncidentReport', description: 'One report of an incident' });
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
    /** Null of somebody who has no file. */
    patientId: IdText.nullable(),
    /** For staff; a guardian's answer names nobody. */
    patientName: z.string().nullable(),
    /** Of somebody who has no file. */
    unfiled: z
      .object({
        /** Null while nobody has said. */
        source: keysOf<UnfiledSource>(UNFILED_SOURCES).nullable(),
        /** Null when nothing was said of them, once it was erased, and for whoever does not act on it. */
        description: z.string().nullable(),
        outcome: keysOf<UnfiledOutcome>(UNFILED_OUTCOMES).nullable(),
        /** Whether it is the reader's to say what becomes of it. */
        mine: z.boolean(),
      })
      .nullable(),
    villageName: z.string(),
    /** The gravest that was reported. */
    kind: z.enum(INCIDENT_KIND_KEYS),
    state: z.enum(['open', 'acknowledged']),
    happenedAt: Instant,
    /** When the first report was tapped, by the phone's clock. */
    tappedAt: Instant.nullable(),
    /** When the server received it. */
    reportedAt: Instant,
    /** When the report came in for which everybody was told anew; null when none was graver than the first. */
    worsenedAt: Instant.nullable(),
    acknowledgedAt: Instant.nullable(),
    /** When the next are told if nobody acknowledges; null when nobody is told any more. */
    nextRoundAt: Instant.nullable(),
    reportedByMe: z.boolean(),
    /** Whether the reader may open this person's file: some are told who may not. */
    opensFile: z.boolean(),
    /** Its joint handling is closed: nobody's answer is waited for. */
    handled: z.boolean(),
    /** How many reports make up this incident. */
    reports: z.int().min(1),
    /** Of what kind each report was, and when it came; nobody is named. */
    reported: z.array(Told),
    notes: z.array(z.string()),
    files: z.array(File),
    receipts: z.array(Receipt),
  })
  .meta({ id: 'Incident' });
const Contact = z
  .object({
    who: z.enum([...INCIDENT_POSTS, ...OTHER_CONTACT_KEYS]),
    name: z.string(),
    phone: z.string(),
    /** How far somebody has got who was told; null of whoever was not told, for they told. */
    state: z.enum(['notTold', 'told', 'read', 'acknowledged']).nullable(),
  })
  .meta({ id: 'IncidentContact' });
const IncidentRead = Incident.extend({
  /** The phone list, for those who act on the incident: who reported it, whoever was told, and the family. Without a number nobody is on it. */
  contacts: z.array(Contact),
  /** Where whoever added it stood, for those who act on the incident: the newest first. */
  places: z.array(Place),
}).meta({ id: 'IncidentRead' });
const IncidentRow = z
  .object({
    incidentId: IdText,
    patientId: IdText.nullable(),
    patientName: z.string().nullable(),
    villageName: z.string(),
    kind: z.enum(INCIDENT_KIND_KEYS),
    state: z.enum(['open', 'acknowledged']),
    happenedAt: Instant,
    reportedAt: Instant,
    /** Whether the reader was told and has not answered; nobody's answer is asked for of what is over. */
    waitsForMe: z.boolean(),
  })
  .meta({ id: 'IncidentRow' });
const Incidents = PageOf(IncidentRow);
const IncidentsQuery = PageQuery.extend({
  state: z.enum(['open', 'acknowledged']).optional(),
  /** Only those that wait for the reader's own answer, whoever else has answered. */
  waiting: z.literal('yes').optional(),
});
const ofIncident = z.strictObject({ incidentId: IdText });

export const reportIncidentContract = contract({
  route: routes.reportIncident,
  summary: 'Report that something is happening; the posts that the policy names are told at once',
  door: 'incident:report',
  params: z.strictObject({ patientId: IdText }),
  body: Report,
  answer: Incident,
  refusals: [],
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
  answer: IncidentRead,
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
export const addToIncidentContract = contract({
  route: routes.addToIncident,
  summary: 'Add words or a place to an incident that was reported, or how it is known of somebody who has no file',
  door: 'incident:read',
  params: ofIncident,
  body: AddToIncident,
  answer: Incident,
  refusals: ['INCIDENT_CLOSED', 'INCIDENT_HAS_FILE', 'INCIDENT_NOT_YOURS'],
  once: true,
});
export const addIncidentFileContract = contract({
  route: routes.addIncidentFile,
  summary: 'Add a voice note or a photograph to an incident: its type is read from its content, it is kept encrypted',
  door: 'incident:read',
  params: ofIncident,
  body: FileBody,
  answer: File,
  refusals: ['NOT_FOUND_OR_NO_ACCESS', 'INCIDENT_CLOSED', 'FILE_TYPE_NOT_KEPT', 'FILE_BROKEN', 'FILE_ACTIVE', 'FILE_TOO_LARGE'],
  once: true,
});
export const readIncidentFileContract = contract({
  route: routes.readIncidentFile,
  summary: 'The bytes of a voice note or photograph, for those who act on the incident; the read is noted in the file',
  door: 'incident:read',
  params: z.strictObject({ incidentId: IdText, fileId: IdText }),
  refusals: ['NOT_FOUND_OR_NO_ACCESS', 'FILE_REMOVED'],
});

export type ReportIncidentBody = z.input<typeof Report>;
export type IncidentContactShown = z.infer<typeof Contact>;
export type IncidentAnswer = z.infer<typeof Incident>;
export type IncidentReadAnswer = z.infer<typeof IncidentRead>;
export type IncidentRowAnswer = z.infer<typeof IncidentRow>;
export type AddToIncidentBody = z.input<typeof AddToIncident>;
export type IncidentFileBody = z.input<typeof FileBody>;
export type IncidentFile = z.infer<typeof File>;
export type IncidentsQuery = z.input<typeof IncidentsQuery>;
export type IncidentsAnswer = z.infer<typeof Incidents>;
