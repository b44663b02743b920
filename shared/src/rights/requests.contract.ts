import { z } from 'zod';
import { IssuedInvitation } from '../access/access.contract.ts';
import { contract, Day, IdText, Instant, keysOf, PageOf, PageQuery, Version, VoiceNote, Words } from '../kernel/contract.ts';
import * as routes from './requests.routes.ts';
import {
  PROOF_KINDS,
  REQUEST_KINDS,
  REQUEST_OUTCOMES,
  REQUEST_STATES,
  REQUEST_WAYS,
  type ProofKind,
  type RequestKind,
  type RequestOutcome,
  type RequestState,
  type RequestWay,
} from './rights.terms.ts';

const OfPatient = z.strictObject({ patientId: IdText });
const OfRequest = z.strictObject({ requestId: IdText });
const Kind = keysOf<RequestKind>(REQUEST_KINDS);
const State = keysOf<RequestState>(REQUEST_STATES);

const Answer = z.object({
  by: z.string(),
  at: Instant,
  outcome: keysOf<RequestOutcome>(REQUEST_OUTCOMES),
  words: z.string(),
});

const RightsRequest = z
  .object({
    requestId: IdText,
    patientId: IdText,
    kind: Kind,
    /** Empty of a request that was only spoken. */
    words: z.string(),
    hasVoice: z.boolean(),
    way: keysOf<RequestWay>(REQUEST_WAYS),
    state: State,
    at: Instant,
    dueOn: Day,
    overdue: z.boolean(),
    /** Who answers for it, by name and office; null while nobody holds the office. */
    officer: z.string().nullable(),
    /** The first answer and, when that was contested, the county's. */
    answers: z.array(Answer),
    mayEscalate: z.boolean(),
    version: z.int(),
  })
  .meta({ id: 'RightsRequest' });

/** What the desk sees besides: whom it is about and how it came. */
const RequestAtDesk = RightsRequest.extend({
  patientName: z.string(),
  villageName: z.string(),
  /** Name of whoever asked by an account of their own. */
  askedBy: z.string().nullable(),
  /** Of a request from outside the family: who spoke, with what proof, and who wrote it down. */
  outside: z
    .object({ name: z.string(), contact: z.string(), proof: keysOf<ProofKind>(PROOF_KINDS), proofNote: z.string(), writtenBy: z.string() })
    .nullable(),
  yours: z.boolean(),
}).meta({ id: 'RightsRequestAtDesk' });

const MakeBody = z
  .strictObject({ requestId: IdText, kind: Kind, words: Words(1000).optional(), voice: VoiceNote.optional() })
  .refine(({ words, voice }) => words !== undefined || voice !== undefined, { message: 'nothing is said' });
const RecordBody = z.strictObject({
  requestId: IdText,
  kind: Kind,
  words: Words(1000),
  name: Words(40),
  contact: Words(60),
  proof: keysOf<ProofKind>(PROOF_KINDS),
  /** What the proof says or where it is kept. */
  proofNote: Words(200),
});
const AnswerBody = z.strictObject({ outcome: keysOf<RequestOutcome>(REQUEST_OUTCOMES), words: Words(1000), version: Version });
const EscalateBody = z.strictObject({ version: Version });
const RequestsQuery = PageQuery.extend({ state: State.optional(), patientId: IdText.optional() });

export const makeRequestContract = contract({
  route: routes.makeRequest,
  summary:
    'Ask to see, copy, correct or delete what is kept, object, complain or withdraw consent, in words or by voice, by an account of one’s own',
  door: 'request:make',
  params: OfPatient,
  body: MakeBody,
  answer: RightsRequest,
  refusals: ['NOT_FOUND_OR_NO_ACCESS', 'FILE_TYPE_NOT_KEPT', 'FILE_BROKEN', 'FILE_ACTIVE'],
  once: true,
});

export const recordRequestContract = contract({
  route: routes.recordRequest,
  summary: 'Write down what the patient asks through somebody outside the family, with the proof',
  door: 'request:record',
  params: OfPatient,
  body: RecordBody,
  answer: RequestAtDesk,
  refusals: ['NOT_FOUND_OR_NO_ACCESS'],
  once: true,
});

export const listMyRequestsContract = contract({
  route: routes.listMyRequests,
  summary: 'What the reader asked by an account of their own, newest first; a guardian never sees what the patient asked',
  door: 'signed-in',
  query: PageQuery,
  answer: PageOf(RightsRequest),
  refusals: [],
});

export const listRequestsContract = contract({
  route: routes.listRequests,
  summary: 'Requests that the reader’s office answers for, the most urgent first',
  door: 'request:read',
  query: RequestsQuery,
  answer: PageOf(RequestAtDesk),
  refusals: [],
});

export const readRequestContract = contract({
  route: routes.readRequest,
  summary: 'One request with its answers',
  door: 'request:read',
  params: OfRequest,
  answer: RequestAtDesk,
  refusals: ['NOT_FOUND_OR_NO_ACCESS'],
});

export const readRequestVoiceContract = contract({
  route: routes.readRequestVoice,
  summary: 'What was said instead of typed, for those who answer; the read is noted in the file',
  door: 'request:read',
  params: OfRequest,
  refusals: ['NOT_FOUND_OR_NO_ACCESS'],
});

export const answerRequestContract = contract({
  route: routes.answerRequest,
  summary: 'Answer a request in words; a contested answer is answered by the county, by somebody else',
  door: 'request:answer',
  params: OfRequest,
  body: AnswerBody,
  answer: RequestAtDesk,
  refusals: ['NOT_FOUND_OR_NO_ACCESS', 'REQUEST_MOVE_NOT_ALLOWED', 'REQUEST_ANSWERED_BY_YOU', 'STALE'],
  once: true,
});

export const escalateRequestContract = contract({
  route: routes.escalateRequest,
  summary: 'Go to the county with an answer that does not satisfy, or when none came in time; by whoever asked',
  door: 'signed-in',
  params: OfRequest,
  body: EscalateBody,
  answer: RightsRequest,
  refusals: ['NOT_FOUND_OR_NO_ACCESS', 'REQUEST_MOVE_NOT_ALLOWED', 'STALE'],
  once: true,
});

/** Never kept for a repeated request: a code lost on the way is replaced by issuing another. */
export const invitePatientContract = contract({
  route: routes.invitePatient,
  summary: 'Invite the patient to bind a WeChat account of their own',
  door: 'patient:invite',
  params: OfPatient,
  answer: IssuedInvitation,
  refusals: ['NOT_FOUND_OR_NO_ACCESS', 'PHONE_MISSING'],
});

export type OfRequest = z.input<typeof OfRequest>;
export type RightsRequest = z.infer<typeof RightsRequest>;
export type RequestAtDesk = z.infer<typeof RequestAtDesk>;
export type MyRequestsQuery = z.input<typeof PageQuery>;
export type MyRequestsPage = { rows: RightsRequest[]; next: string | null };
export type RequestsQuery = z.input<typeof RequestsQuery>;
export type RequestsPage = { rows: RequestAtDesk[]; next: string | null };
export type MakeRequestBody = z.input<typeof MakeBody>;
export type RecordRequestBody = z.input<typeof RecordBody>;
export type AnswerRequestBody = z.input<typeof AnswerBody>;
export type EscalateRequestBody = z.input<typeof EscalateBody>;
