import { z } from 'zod';
import { contract, IdText, Instant, Version, Words } from '../kernel/contract.ts';
import { HANDLING_STEP_KEYS } from '../policy/handling.terms.ts';
import { INCIDENT_KIND_KEYS, INCIDENT_POSTS } from '../policy/policy.terms.ts';
import { RISK_RATINGS } from '../registry/risk-rating.rules.ts';
import { CONDUCT_KEYS } from './conduct.terms.ts';
import type { EntryWhat } from './handling.rules.ts';
import * as routes from './handling.routes.ts';
import { CLOSING_PART_KEYS, HANDLING_STATE_KEYS, MEASURE_KEYS, RECORD_PARTS, STEP_ANSWER_KEYS } from './handling.terms.ts';

const Risk = z.literal(RISK_RATINGS);
const Count = z.int().min(0).max(999);
/** What a row of the timeline says; which of them is told by `kind`. */
const What = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('step'),
      step: z.enum(HANDLING_STEP_KEYS),
      to: z.enum(STEP_ANSWER_KEYS),
      /** Asked for when it is not needed. */
      reason: Words(200).optional(),
    }),
    z.strictObject({ kind: z.literal('note'), words: Words(1000) }),
    z.strictObject({ kind: z.literal('people'), words: Words(500) }),
    z.strictObject({
      kind: z.literal('measure'),
      measures: z.array(z.enum(MEASURE_KEYS)).min(1).max(MEASURE_KEYS.length).readonly(),
      words: Words(1000).optional(),
    }),
    z.strictObject({ kind: z.literal('restraint'), reason: Words(500), until: Instant.optional() }),
    z.strictObject({
      kind: z.literal('harm'),
      injured: Count,
      dead: Count,
      lossFen: z.int().min(0).max(10_000_000_000),
      words: Words(1000).optional(),
    }),
    z.strictObject({ kind: z.literal('diagnosis'), diagnosis: Words(500), effect: z.literal([1, 2, 3, 4]) }),
    z.strictObject({ kind: z.literal('observation'), stable: z.boolean(), words: Words(500).optional() }),
  ])
  .meta({ id: 'HandlingEntryWhat' }) satisfies z.ZodType<EntryWhat>;

const AddEntry = z.strictObject({
  /** Made on the phone: the same row twice is one. */
  entryId: IdText,
  /** When it happened; a restraint: when it began. */
  at: Instant,
  what: What,
  /** The row that this one puts right. Rows are never changed. */
  corrects: IdText.optional(),
});
const CloseHandling = z.strictObject({
  part: z.enum(CLOSING_PART_KEYS),
  /** What was read: whoever closes has seen everything. */
  version: Version,
  /** Why there is no police part, when the office says so. */
  withoutPolice: Words(200).optional(),
});
const DecideConduct = z.strictObject({
  conductId: IdText,
  conduct: z.enum(CONDUCT_KEYS),
  times: z.int().min(0).max(99),
  as: z.enum(CLOSING_PART_KEYS),
  reason: Words(500),
  /** The doctor's rating, when the doctor decides and rates at once. */
  risk: Risk.optional(),
});

const Entry = z.object({
  entryId: IdText,
  at: Instant,
  recordedAt: Instant,
  byName: z.string(),
  what: What,
  corrects: IdText.nullable(),
  /** The row that puts this one right; such a row does not count any more. */
  correctedBy: IdText.nullable(),
});
const Step = z.object({
  step: z.enum(HANDLING_STEP_KEYS),
  owner: z.enum(INCIDENT_POSTS),
  dueAt: Instant,
  state: z.enum(['waiting', 'taken', 'done', 'notNeeded']),
  at: Instant.nullable(),
  byName: z.string().nullable(),
  late: z.boolean(),
});
const ConductShown = z.object({
  conduct: z.enum(CONDUCT_KEYS),
  times: z.int(),
  as: z.enum(CLOSING_PART_KEYS),
  byName: z.string(),
  at: Instant,
  reason: z.string(),
  risk: Risk.nullable(),
  /** A higher rating that this speaks for, and that nobody has given yet: for the doctor to decide. */
  proposedRisk: Risk.nullable(),
});
const Handling = z
  .object({
    incidentId: IdText,
    patientId: IdText,
    patientName: z.string(),
    villageName: z.string(),
    kind: z.enum(INCIDENT_KIND_KEYS),
    reportedAt: Instant,
    /** Null: nobody has begun it, and the kind does not begin by itself. */
    handling: z
      .object({
        state: z.enum(HANDLING_STATE_KEYS),
        version: Version,
        begunAt: Instant,
        recordDueAt: Instant,
        /** When the last missing part was written; null while one is missing. */
        recordDoneAt: Instant.nullable(),
        recordMissing: z.array(z.enum(RECORD_PARTS)),
        /** What stands between this and its end: steps, parts of the record, `observation`. */
        missing: z.array(z.string()),
        steps: z.array(Step),
        observation: z.object({ begun: z.boolean(), stableInRow: z.int(), looks: z.int(), nextAt: Instant.nullable() }),
        given: z.array(z.object({ part: z.enum(CLOSING_PART_KEYS), byName: z.string(), at: Instant })),
        timeline: z.array(Entry),
      })
      .nullable(),
    /** The last decision on what it was; null while nobody decided. */
    conduct: ConductShown.nullable(),
    /** As which of the two posts the reader may close and decide. */
    mayActAs: z.array(z.enum(CLOSING_PART_KEYS)),
    /** Nobody of the police is on the team, and the reader may say so when closing. */
    mayWaivePolice: z.boolean(),
  })
  .meta({ id: 'Handling' });

const ofIncident = z.strictObject({ incidentId: IdText });

export const readHandlingContract = contract({
  route: routes.readHandling,
  summary: 'The joint handling of an incident: steps with owner and clock, the record, the timeline, what it was found to be',
  door: 'handling:read',
  params: ofIncident,
  answer: Handling,
  refusals: [],
});
export const beginHandlingContract = contract({
  route: routes.beginHandling,
  summary: 'Begin a joint handling for an incident of a kind that does not begin one by itself; beginning again changes nothing',
  door: 'handling:write',
  params: ofIncident,
  answer: Handling,
  refusals: [],
  once: true,
});
export const addEntryContract = contract({
  route: routes.addEntry,
  summary: 'Write a row into the timeline, or put an earlier one right by a new one',
  door: 'handling:write',
  params: ofIncident,
  body: AddEntry,
  answer: Handling,
  refusals: [
    'HANDLING_NOT_BEGUN',
    'HANDLING_CLOSED',
    'HANDLING_STEP_ANSWERED',
    'HANDLING_REASON_NEEDED',
    'HANDLING_TIME_WRONG',
    'HANDLING_CORRECTION_WRONG',
  ],
  once: true,
});
export const closeHandlingContract = contract({
  route: routes.closeHandling,
  summary: 'The doctor’s or the police’s part is finished; the second of the two closes',
  door: 'handling:close',
  params: ofIncident,
  body: CloseHandling,
  answer: Handling,
  refusals: [
    'HANDLING_NOT_BEGUN',
    'HANDLING_CHANGED',
    'HANDLING_CLOSED',
    'HANDLING_PART_NOT_YOURS',
    'HANDLING_NO_POLICE_REASON',
    'HANDLING_PART_GIVEN',
    'HANDLING_NEEDS_ANOTHER',
    'HANDLING_NOT_COMPLETE',
  ],
  once: true,
});
export const decideConductContract = contract({
  route: routes.decideConduct,
  summary: 'Doctor or police decide what the incident was and how often, with a reason; a later decision stands beside the earlier one',
  door: 'handling:close',
  params: ofIncident,
  body: DecideConduct,
  answer: Handling,
  refusals: ['HANDLING_PART_NOT_YOURS', 'CONDUCT_RISK_BY_DOCTOR', 'CONDUCT_TIMES_WRONG'],
  once: true,
});

export type HandlingAnswer = z.infer<typeof Handling>;
export type HandlingShown = NonNullable<HandlingAnswer['handling']>;
export type AddEntryBody = z.input<typeof AddEntry>;
export type CloseHandlingBody = z.input<typeof CloseHandling>;
export type DecideConductBody = z.input<typeof DecideConduct>;
