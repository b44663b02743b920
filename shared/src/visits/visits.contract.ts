import { z } from 'zod';
import { SEATS } from '../care-team/seats.terms.ts';
import { contract, Day, IdText, Instant, PageOf, PageQuery, Sequence, Version, Words } from '../kernel/contract.ts';
import { BandView, DueView } from '../policy/band.contract.ts';
import { VISITING_SEATS } from '../policy/policy.terms.ts';
import { STABILITY_KEYS } from '../policy/stability.terms.ts';
import { FormFieldBody } from '../policy/visit-work.contract.ts';
import { RISK_RATINGS } from '../registry/risk-rating.rules.ts';
import { OUTCOME_KEYS, PRESENCE_STATE_KEYS } from './rights.terms.ts';
import * as routes from './visits.routes.ts';
import { RECORD_FORM_KEYS } from './visit-record.terms.ts';
import { VisitPhoto } from './visit-photos.contract.ts';
import { VISIT_FLAG_KEYS } from './visit-flags.rules.ts';

const Place = z
  .strictObject({
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
    accuracyMetres: z.number().min(0).max(100_000),
  })
  .meta({ id: 'Place', description: 'GCJ-02, where the visitor stood at the check-in; once, never a track' });
const CheckIn = z.strictObject({
  /** Made on the phone, so that a visit without signal has its name. */
  visitId: IdText,
  /** The agenda's task that this visit answers. */
  taskId: IdText.optional(),
  /** When the visitor checked in, by the phone's clock. */
  at: Instant,
  /** Stored on a grid of about a kilometre unless the policy asks for the precise place. */
  place: Place.optional(),
});
const Flags = z.array(z.enum(VISIT_FLAG_KEYS));
const CheckedIn = z.object({ visitId: IdText, version: Version, seat: z.enum(VISITING_SEATS), checkedInAt: Instant });
/** What was filled in, by field: the forms are data (`national-form.terms`, `quick-form.terms`), so their own rule checks it. */
const Answers = z
  .record(z.string().max(40), z.unknown())
  .meta({ id: 'FormAnswers', description: 'Answers by the keys of the form’s fields; a blank is absent' });
const Edition = z.strictObject({ national: Sequence, local: Sequence });
const Companion = z.strictObject({ personId: IdText });
const Record = z.strictObject({
  version: Version,
  /** Absent: the national record. */
  form: z.enum(RECORD_FORM_KEYS).optional(),
  /** By which edition of the national form and of the county's additions it was filled in; absent: the national form alone. */
  edition: Edition.optional(),
  record: Answers,
  /** When the visitor finished the form, by the phone's clock; absent: now. */
  finishedAt: Instant.optional(),
  /** Why a form was finished days after the check-in. */
  lateReason: Words(200).optional(),
  /** Members of the team who were there too. */
  companions: z.array(Companion).max(7).optional(),
  /** The quick form that the record has taken over. */
  absorbed: z.strictObject({ visitId: IdText }).optional(),
  /** The visit score sheet. */
  score: Answers.optional(),
});
const Proposal = z.object({
  stability: z.enum(STABILITY_KEYS),
  /** Keys of CLASS_REASONS. */
  reasons: z.array(z.string()),
});
const Score = z.object({ points: z.record(z.string(), z.int()), total: z.int(), most: z.int() });
const Recorded = z.object({
  visitId: IdText,
  version: Version,
  /** What the rules propose from what was filled in; null unless the visit was done on the national record. */
  proposed: Proposal.nullable(),
  /** What the standing is now. */
  stability: z.enum(STABILITY_KEYS).nullable(),
  band: BandView.nullable(),
  /** BAND_DOWNGRADE_NEEDS_TWO when the facts speak for a calmer band and the present one stays. */
  held: z.enum(['BAND_DOWNGRADE_NEEDS_TWO']).nullable(),
  /** When the visitor's own seat is due again; null when that seat visits no more. */
  nextDueOn: Day.nullable(),
  dues: z.array(DueView),
  score: Score.nullable(),
  /** What the record led to besides dates. */
  led: z.array(z.enum(['rightsAlert', 'outcomeTask', 'referral', 'lostReport'])),
});
const VisitSummary = z.object({
  visitId: IdText,
  seat: z.enum(VISITING_SEATS),
  at: Instant,
  state: z.enum(['checkedIn', 'recorded']),
  form: z.enum(RECORD_FORM_KEYS),
  result: z.enum(['done', 'missed', 'lost', 'deceased']).nullable(),
  risk: z.literal(RISK_RATINGS).nullable(),
  stability: z.enum(STABILITY_KEYS).nullable(),
  flags: Flags,
});
const Presence = z.object({
  personId: IdText,
  name: z.string(),
  seat: z.enum(SEATS),
  state: z.enum(PRESENCE_STATE_KEYS),
  reason: z.string().nullable(),
  /** Whether the reader is the one who is named. */
  mine: z.boolean(),
});
const Visit = VisitSummary.extend({
  patientId: IdText,
  version: Version,
  /** Whether the reader may record it. */
  mine: z.boolean(),
  visitorName: z.string(),
  place: Place.nullable(),
  recordedAt: Instant.nullable(),
  edition: Edition.nullable(),
  /** The county's own fields of that edition. */
  localFields: z.array(FormFieldBody),
  record: Answers.nullable(),
  proposed: Proposal.nullable(),
  lateReason: z.string().nullable(),
  presences: z.array(Presence),
  /** Fields that were taken over from a quick form. */
  absorbed: z.object({ visitId: IdText, fields: z.array(z.string()) }).nullable(),
  score: Score.extend({ answers: Answers }).nullable(),
  outcome: z.object({ outcome: z.enum(OUTCOME_KEYS), note: z.string().nullable(), at: Instant }).nullable(),
  /** Whether the outcome of this unstable patient is still to be learnt. */
  outcomeDueOn: Day.nullable(),
  /** The referral that the record led to. */
  referralId: IdText.nullable(),
  /** Help was asked for the visitor, who has not come out: whom to telephone, since when they should have answered. Else null. */
  lookedFor: z.object({ phone: z.string().nullable(), since: Instant }).nullable(),
  /** Photographs taken at the check-in, for those who may see what is attached to the file. */
  photos: z.array(VisitPhoto),
}).meta({ id: 'Visit' });
const Visits = PageOf(VisitSummary);
const NextVisits = z.object({ visits: z.array(z.object({ seat: z.enum(VISITING_SEATS), dueOn: Day })) });
const BlankForm = z.object({
  edition: Edition,
  localFields: z.array(FormFieldBody),
  lateAfterDays: z.int(),
});
const VisitForm = BlankForm.extend({
  /** Members of the team whom the reader can name as present. */
  team: z.array(z.object({ personId: IdText, name: z.string(), seat: z.enum(SEATS) })),
  /** The newest quick form since the doctor's last record, as far as the record can take it over. */
  quick: z.object({ visitId: IdText, at: Instant, seat: z.enum(VISITING_SEATS), visitorName: z.string(), answers: Answers }).nullable(),
});
const MyPresences = z.object({
  rows: z.array(
    z.object({ visitId: IdText, patientId: IdText, patientName: z.string(), at: Instant, visitorName: z.string(), seat: z.enum(SEATS) }),
  ),
});
const AnswerPresence = z.strictObject({ there: z.boolean(), reason: Words(200).optional() });
const PresenceAnswered = z.object({ visitId: IdText, state: z.enum(PRESENCE_STATE_KEYS) });
const RecordOutcome = z.strictObject({ outcome: z.enum(OUTCOME_KEYS), note: Words(500).optional() });
const OutcomeRecorded = z.object({ visitId: IdText, outcome: z.enum(OUTCOME_KEYS), dues: z.array(DueView) });

const ofPatient = z.strictObject({ patientId: IdText });
const ofVisit = z.strictObject({ visitId: IdText });

export const checkInVisitContract = contract({
  route: routes.checkInVisit,
  summary: 'Check in at a patient’s home; also later, when there was no signal',
  door: 'visit:write',
  params: ofPatient,
  body: CheckIn,
  answer: CheckedIn,
  refusals: ['VISIT_IN_FUTURE', 'VISIT_TOO_OLD', 'VISIT_SEAT_NEEDED', 'VISIT_TASK_MISMATCH'],
  once: true,
});
export const recordVisitContract = contract({
  route: routes.recordVisit,
  summary:
    'Record a visit on the national or the quick form, for everybody of the team who was there; the answer says when the next one is due',
  door: 'visit:write',
  params: ofVisit,
  body: Record,
  answer: Recorded,
  refusals: [
    'VISIT_OF_ANOTHER',
    'VISIT_RECORDED',
    'VISIT_FORM_UNKNOWN',
    'VISIT_IN_FUTURE',
    'VISIT_LATE_NEEDS_REASON',
    'VISIT_COMPANION_NOT_OF_TEAM',
    'VISIT_SOURCE_UNKNOWN',
    'OVERRIDE_NEEDS_REASON',
    'NEXT_VISIT_TOO_LATE',
    'NEXT_VISIT_NOT_AHEAD',
    'STALE',
  ],
  once: true,
});
export const readVisitContract = contract({
  route: routes.readVisit,
  summary: 'One visit with its record, its flags and who was there',
  door: 'visit:read',
  params: ofVisit,
  answer: Visit,
  refusals: [],
});
export const listVisitsContract = contract({
  route: routes.listVisits,
  summary: 'A patient’s visits, newest first',
  door: 'visit:read',
  params: ofPatient,
  query: PageQuery,
  answer: Visits,
  refusals: [],
});
export const readNextVisitsContract = contract({
  route: routes.readNextVisits,
  summary: 'When who comes next: for the family, without classes or colours',
  door: 'visit:read-next',
  params: ofPatient,
  answer: NextVisits,
  refusals: [],
});
export const readVisitFormContract = contract({
  route: routes.readVisitForm,
  summary: 'What a visit’s form needs: the county’s own fields, the team, and the quick form to take over',
  door: 'visit:write',
  params: ofPatient,
  answer: VisitForm,
  refusals: [],
});
export const readBlankFormContract = contract({
  route: routes.readBlankForm,
  summary: 'The form of a visit as the county has it, about nobody: kept on a phone for a door without signal',
  door: 'signed-in',
  answer: BlankForm,
  refusals: [],
});
export const listMyPresencesContract = contract({
  route: routes.listMyPresences,
  summary: 'Visits at which the reader was named as present and has not answered yet',
  door: 'signed-in',
  answer: MyPresences,
  refusals: [],
});
export const answerPresenceContract = contract({
  route: routes.answerPresence,
  summary: 'Confirm to have been at a joint visit, or dispute it; a disputed one makes the seat’s visit due again',
  door: 'visit:write',
  params: ofVisit,
  body: AnswerPresence,
  answer: PresenceAnswered,
  refusals: ['PRESENCE_ANSWERED', 'NOTE_NEEDED'],
  once: true,
});
export const recordOutcomeContract = contract({
  route: routes.recordOutcome,
  summary: 'What became of a patient who was found unstable: asked for within two weeks',
  door: 'visit:write',
  params: ofVisit,
  body: RecordOutcome,
  answer: OutcomeRecorded,
  refusals: ['OUTCOME_NOT_ASKED', 'NOTE_NEEDED'],
  once: true,
});

export type CheckInBody = z.input<typeof CheckIn>;
export type CheckInAnswer = z.infer<typeof CheckedIn>;
export type RecordVisitBody = z.input<typeof Record>;
export type RecordVisitAnswer = z.infer<typeof Recorded>;
export type VisitAnswer = z.infer<typeof Visit>;
export type BlankFormAnswer = z.infer<typeof BlankForm>;
export type VisitsQuery = z.input<typeof PageQuery>;
export type VisitsAnswer = z.infer<typeof Visits>;
export type NextVisitsAnswer = z.infer<typeof NextVisits>;
export type VisitFormAnswer = z.infer<typeof VisitForm>;
export type MyPresencesAnswer = z.infer<typeof MyPresences>;
export type AnswerPresenceBody = z.input<typeof AnswerPresence>;
export type PresenceAnswer = z.infer<typeof PresenceAnswered>;
export type RecordOutcomeBody = z.input<typeof RecordOutcome>;
export type OutcomeAnswer = z.infer<typeof OutcomeRecorded>;
