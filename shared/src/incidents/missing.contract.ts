import { z } from 'zod';
import { contract, IdText, Instant, PageOf, PageQuery, Version, Words } from '../kernel/contract.ts';
import * as routes from './missing.routes.ts';
import { MOST_FILE_BYTES } from '../registry/attachments.terms.ts';
import { FOUND_CONDITION_KEYS, REPORT_RECEIVER_KEYS, SEARCH_END_KEYS } from './missing.terms.ts';

/** In base64. Some more than may be kept is let in, to be refused in words. */
const Photo = z.strictObject({ attachmentId: IdText, content: z.base64().max(Math.ceil((MOST_FILE_BYTES * 4) / 3) + 1_000_000) });
const ReportMissing = z.strictObject({
  missingId: IdText,
  incidentId: IdText.optional(),
  lastSeenAt: Instant,
  place: Words(100),
  clothes: Words(200),
  /** By what a stranger knows them; nothing of an illness. */
  looks: Words(200).optional(),
  photo: Photo.optional(),
  /** Whether the family agrees to name and photograph on a sheet that others see. */
  sheetAgreed: z.boolean(),
});
const MarkSent = z.strictObject({ version: Version, to: z.enum(REPORT_RECEIVER_KEYS) });
const RecordFound = z.strictObject({
  version: Version,
  at: Instant,
  place: Words(100),
  condition: z.enum(FOUND_CONDITION_KEYS),
  words: Words(500).optional(),
});

const MissingRow = z.object({
  missingId: IdText,
  patientId: IdText,
  patientName: z.string(),
  villageName: z.string(),
  state: z.enum(['searching', 'found']),
  lastSeenAt: Instant,
  reportedAt: Instant,
});
const Told = z.object({ toldAt: Instant.nullable(), acknowledgedAt: Instant.nullable() }).meta({ id: 'MissingTold' });
const Missing = MissingRow.extend({
  incidentId: IdText.nullable(),
  version: Version,
  place: z.string(),
  clothes: z.string(),
  looks: z.string().nullable(),
  sheetAgreed: z.boolean(),
  photoId: IdText.nullable(),
  /** When the written report was handed to each; null while it was not. */
  sent: z.object({ police: Instant.nullable(), committee: Instant.nullable() }),
  /** How far the alarm has got with each: when they were told, and when they answered; null while they have not. */
  told: z.object({ police: Told, committee: Told }),
  found: z
    .object({ at: Instant, place: z.string(), condition: z.enum(SEARCH_END_KEYS), words: z.string().nullable(), byName: z.string() })
    .nullable(),
}).meta({ id: 'MissingPerson' });
const Page = z.object({
  /** A whole HTML page with its print style; nothing is loaded from elsewhere. */
  html: z.string(),
});
const MissingQuery = PageQuery.extend({ state: z.enum(['searching', 'found']).optional() });
const ofMissing = z.strictObject({ missingId: IdText });

export const reportMissingContract = contract({
  route: routes.reportMissing,
  summary: 'Somebody is gone: the file’s life turns, police and political-legal committee are to be told today',
  door: 'missing:record',
  params: z.strictObject({ patientId: IdText }),
  body: ReportMissing,
  answer: Missing,
  refusals: [
    'MISSING_ALREADY',
    'MISSING_TIME_WRONG',
    'PATIENT_STATE_NOT_ALLOWED',
    'PATIENT_STATE_DAY_NOT_ALLOWED',
    'FILE_TYPE_NOT_KEPT',
    'FILE_BROKEN',
    'FILE_ACTIVE',
    'FILE_TOO_LARGE',
  ],
  once: true,
});
export const listMissingContract = contract({
  route: routes.listMissing,
  summary: 'The reader’s patients who are, or were, looked for; newest first',
  door: 'missing:read',
  query: MissingQuery,
  answer: PageOf(MissingRow),
  refusals: [],
});
export const readMissingContract = contract({
  route: routes.readMissing,
  summary: 'One search',
  door: 'missing:read',
  params: ofMissing,
  answer: Missing,
  refusals: [],
});
export const printMissingReportContract = contract({
  route: routes.printMissingReport,
  summary: 'The written report to police and political-legal committee, ready to print',
  door: 'missing:read',
  params: ofMissing,
  answer: Page,
  refusals: [],
});
export const printMissingSheetContract = contract({
  route: routes.printMissingSheet,
  summary: 'The sheet for anybody else: it says nothing of an illness, a programme or a rating',
  door: 'missing:read',
  params: ofMissing,
  answer: Page,
  refusals: [],
});
export const markReportSentContract = contract({
  route: routes.markReportSent,
  summary: 'The written report was handed over',
  door: 'missing:record',
  params: ofMissing,
  body: MarkSent,
  answer: Missing,
  refusals: ['STALE'],
  once: true,
});
export const recordFoundContract = contract({
  route: routes.recordFound,
  summary: 'Somebody was found: the search ends, the file’s life turns back, a visit comes within the policy’s days',
  door: 'missing:record',
  params: ofMissing,
  body: RecordFound,
  answer: Missing,
  refusals: ['MISSING_FOUND', 'MISSING_TIME_WRONG', 'PATIENT_STATE_DAY_NOT_ALLOWED', 'STALE'],
  once: true,
});

export type ReportMissingBody = z.input<typeof ReportMissing>;
export type MarkSentBody = z.input<typeof MarkSent>;
export type RecordFoundBody = z.input<typeof RecordFound>;
export type MissingQuery = z.input<typeof MissingQuery>;
export type MissingAnswer = z.infer<typeof Missing>;
export type MissingListAnswer = { rows: z.infer<typeof MissingRow>[]; next: string | null };
export type MissingPage = z.infer<typeof Page>;
