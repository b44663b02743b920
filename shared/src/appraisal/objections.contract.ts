import { z } from 'zod';
import { contract, Day, FenAmount, IdText, Instant, keysOf, PageOf, PageQuery, Version, VoiceNote, Words } from '../kernel/contract.ts';
import { AppraisalObjection, Breach } from './appraisal.contract.ts';
import {
  OBJECTION_LEVELS,
  OBJECTION_OUTCOMES,
  OBJECTION_STATES,
  type ObjectionLevel,
  type ObjectionOutcome,
  type ObjectionState,
} from './appraisal.terms.ts';
import * as routes from './objections.routes.ts';

const OfAppraisal = z.strictObject({ appraisalId: IdText });
const OfObjection = z.strictObject({ objectionId: IdText });

/** Words or a voice note, or both. */
const MakeObjectionBody = z.strictObject({
  objectionId: IdText,
  words: Words(1000).optional(),
  /** A recording in base64, with the id that it is kept under. */
  voice: z.strictObject({ fileId: IdText, content: VoiceNote }).optional(),
  /** When the person tapped, by the phone's clock; absent where it is sent at once. */
  tappedAt: Instant.optional(),
});
export type MakeObjectionBody = z.input<typeof MakeObjectionBody>;
const ObjectionMade = z
  .object({ objectionId: IdText, level: keysOf<ObjectionLevel>(OBJECTION_LEVELS), dueOn: Day, officer: z.string().nullable() })
  .meta({ id: 'ObjectionMade' });
export type ObjectionMade = z.infer<typeof ObjectionMade>;

export const makeObjectionContract = contract({
  route: routes.makeObjection,
  summary: 'The guardian objects to a deduction, in words or by voice; a second time, to what the township answered, at the county',
  door: 'objection:make',
  params: OfAppraisal,
  body: MakeObjectionBody,
  answer: ObjectionMade,
  refusals: [
    'NOT_FOUND_OR_NO_ACCESS',
    'OBJECTION_NOT_POSSIBLE',
    'OBJECTION_EMPTY',
    'FILE_TYPE_NOT_KEPT',
    'FILE_BROKEN',
    'FILE_ACTIVE',
    'FILE_TOO_LARGE',
  ],
  once: true,
});

export const recordObjectionContract = contract({
  route: routes.recordObjection,
  summary: 'The village objects for a guardian who asked it to',
  door: 'objection:record',
  params: OfAppraisal,
  body: MakeObjectionBody,
  answer: ObjectionMade,
  refusals: [
    'NOT_FOUND_OR_NO_ACCESS',
    'OBJECTION_NOT_POSSIBLE',
    'OBJECTION_EMPTY',
    'FILE_TYPE_NOT_KEPT',
    'FILE_BROKEN',
    'FILE_ACTIVE',
    'FILE_TOO_LARGE',
  ],
  once: true,
});

const ObjectionRow = AppraisalObjection.extend({
  appraisalId: IdText,
  patientName: z.string(),
  guardianName: z.string(),
  villageName: z.string(),
  from: Day,
  to: Day,
  overdue: z.boolean(),
  /** The reader is the named officer, and it waits. */
  yours: z.boolean(),
}).meta({ id: 'ObjectionRow' });
const ObjectionPage = PageOf(ObjectionRow);
export type ObjectionPage = z.infer<typeof ObjectionPage>;
const ListObjectionsQuery = PageQuery.extend({ state: keysOf<ObjectionState>(OBJECTION_STATES).optional() });
export type ListObjectionsQuery = z.input<typeof ListObjectionsQuery>;
export const listObjectionsContract = contract({
  route: routes.listObjections,
  summary: 'Objections of the reader’s area, the earliest day for an answer first',
  door: 'objection:read',
  query: ListObjectionsQuery,
  answer: ObjectionPage,
  refusals: ['INPUT_INVALID'],
});

const ObjectionDetail = ObjectionRow.extend({
  agreementNumber: z.string(),
  fullFen: FenAmount,
  /** What was decided and is objected to. */
  decidedFen: FenAmount,
  breaches: z.array(Breach),
  guardianHeardOn: Day.nullable(),
  /** What has become known since the evidence was frozen. */
  later: z.array(z.string()),
  version: Version,
  mayAnswer: z.boolean(),
}).meta({ id: 'ObjectionDetail' });
export type ObjectionDetail = z.infer<typeof ObjectionDetail>;
export const readObjectionContract = contract({
  route: routes.readObjection,
  summary: 'One objection with the decision it is about',
  door: 'objection:read',
  params: OfObjection,
  answer: ObjectionDetail,
  refusals: ['NOT_FOUND_OR_NO_ACCESS'],
});

const AnswerObjectionBody = z.strictObject({
  version: Version,
  outcome: keysOf<ObjectionOutcome>(OBJECTION_OUTCOMES),
  reasons: Words(1000),
});
export type AnswerObjectionBody = z.input<typeof AnswerObjectionBody>;
export const answerObjectionContract = contract({
  route: routes.answerObjection,
  summary:
    'Answers an objection with reasons, by somebody who had no part in the decision; the amount changes only by two people deciding anew',
  door: 'objection:answer',
  params: OfObjection,
  body: AnswerObjectionBody,
  answer: ObjectionDetail,
  refusals: ['NOT_FOUND_OR_NO_ACCESS', 'OBJECTION_CLOSED', 'OBJECTION_NOT_YOURS', 'APPRAISAL_OWN_PARTY', 'STALE'],
  once: true,
});

export const readObjectionVoiceContract = contract({
  route: routes.readObjectionVoice,
  summary: 'The recording of an objection; hearing it is noted in the file',
  door: 'objection:read',
  params: OfObjection,
  refusals: ['NOT_FOUND_OR_NO_ACCESS', 'FILE_REMOVED'],
});

const RecordTrainingBody = z.strictObject({ trainingId: IdText, onDay: Day, topic: Words(60) });
export type RecordTrainingBody = z.input<typeof RecordTrainingBody>;
const TrainingRecorded = z.object({ trainingId: IdText, onDay: Day }).meta({ id: 'TrainingRecorded' });
export type TrainingRecorded = z.infer<typeof TrainingRecorded>;
export const recordTrainingContract = contract({
  route: routes.recordTraining,
  summary: 'Notes that the guardian took part in a training within the period',
  door: 'training:record',
  params: OfAppraisal,
  body: RecordTrainingBody,
  answer: TrainingRecorded,
  refusals: ['NOT_FOUND_OR_NO_ACCESS', 'TRAINING_DAY_INVALID'],
  once: true,
});
