import { z } from 'zod';
import { ORGANISATION_KINDS, type OrganisationKind } from '../access/access.terms.ts';
import { contract, Day, IdText, Instant, keysOf, listOf, Version, Words } from '../kernel/contract.ts';
import * as routes from './duties.routes.ts';
import {
  DUTY_PERIODS,
  DUTY_VERDICTS,
  LETTER_STATES,
  PROOF_QUESTIONS,
  type DutyPeriod,
  type DutyVerdict,
  type LetterState,
  type ProofQuestion,
} from './duties.terms.ts';

const DutyKey = z
  .string()
  .regex(/^[A-Z]{2}-\d{2}$/)
  .meta({ id: 'DutyKey', description: 'An id of docs/duties.md' });
const Unit = keysOf<OrganisationKind>(ORGANISATION_KINDS);
const StateOfLetter = keysOf<LetterState>(LETTER_STATES).meta({ id: 'LetterState' });

const DutiesQuery = z.strictObject({ townshipId: IdText });
const Evidence = z.object({
  evidenceId: IdText,
  on: Day,
  note: z.string(),
  by: z.string(),
  /** What was held, and how many photographs of it are kept. */
  activity: z.object({ activityId: IdText, photos: z.int().min(0) }).nullable(),
});
const Duty = z
  .object({
    id: DutyKey,
    lead: Unit,
    support: z.array(Unit),
    duty: z.string(),
    period: keysOf<DutyPeriod>(DUTY_PERIODS),
    from: Day,
    to: Day,
    verdict: keysOf<DutyVerdict>(DUTY_VERDICTS).meta({ id: 'DutyVerdict' }),
    /** What was counted; null where somebody writes down what was done. */
    counted: z.object({ question: keysOf<ProofQuestion>(PROOF_QUESTIONS), done: z.int(), of: z.int() }).nullable(),
    /** From this day on something can be written down: the part of the year before is still open for it. */
    evidenceSince: Day,
    /** Since that day, newest first; the verdict is of the running part only. */
    evidence: z.array(Evidence),
  })
  .meta({ id: 'Duty' });
const Matrix = z.object({ townshipId: IdText, townshipName: z.string(), duties: z.array(Duty) });
const EvidenceBody = z.strictObject({
  evidenceId: IdText,
  townshipId: IdText,
  duty: DutyKey,
  on: Day,
  note: Words(1000),
  activityId: IdText.optional(),
});
const EvidenceRef = z.object({ evidenceId: IdText });

const LetterParams = z.strictObject({ letterId: IdText });
const Letter = z
  .object({
    letterId: IdText,
    townshipId: IdText,
    townshipName: z.string(),
    duty: DutyKey.nullable(),
    words: z.string(),
    sentBy: z.string(),
    sentAt: Instant,
    receiverName: z.string(),
    mine: z.boolean(),
    dueOn: Day,
    late: z.boolean(),
    state: StateOfLetter,
    answer: z.string().nullable(),
    answeredAt: Instant.nullable(),
    version: Version,
  })
  .meta({ id: 'SupervisionLetter' });
const Letters = listOf(Letter, {
  state: StateOfLetter.optional(),
  /** Only those to the reader, or to whoever they stand in for. */
  mine: z.literal('yes').optional(),
});
const SendLetterBody = z.strictObject({
  letterId: IdText,
  townshipId: IdText,
  receiverId: IdText,
  duty: DutyKey.nullable(),
  words: Words(1000),
  dueOn: Day,
});
const LetterVersionBody = z.strictObject({ version: Version });
const AnswerLetterBody = LetterVersionBody.extend({ answer: Words(2000) });
const GiveLetterBody = LetterVersionBody.extend({ receiverId: IdText });
const LetterRef = z.object({ letterId: IdText, state: StateOfLetter, version: Version });

export const readDutiesContract = contract({
  route: routes.readDuties,
  summary: 'The duty matrix of a township with the proofs of the running part of the year',
  door: 'duty:read',
  query: DutiesQuery,
  answer: Matrix,
  refusals: [],
});
export const recordEvidenceContract = contract({
  route: routes.recordEvidence,
  summary: 'Write down what was done of a duty that nothing counts',
  door: 'duty:prove',
  body: EvidenceBody,
  answer: EvidenceRef,
  refusals: ['DUTY_NEEDS_NO_EVIDENCE', 'EVIDENCE_DAY_WRONG', 'EVIDENCE_ACTIVITY_WRONG'],
  once: true,
});
export const listLettersContract = contract({
  route: routes.listLetters,
  summary: 'Supervision letters of the reader’s townships, and those to the reader, newest first',
  door: 'duty:read',
  ...Letters,
  refusals: [],
});
export const sendLetterContract = contract({
  route: routes.sendLetter,
  summary: 'Ask somebody in writing to answer until a day',
  door: 'duty:supervise',
  body: SendLetterBody,
  answer: LetterRef,
  refusals: ['LETTER_DAY_WRONG', 'LETTER_NEEDS_RECEIVER'],
  once: true,
});
export const answerLetterContract = contract({
  route: routes.answerLetter,
  summary: 'Answer a supervision letter, by whom it was sent to',
  door: 'signed-in',
  params: LetterParams,
  body: AnswerLetterBody,
  answer: LetterRef,
  refusals: ['LETTER_CLOSED', 'STALE'],
  once: true,
});
export const giveLetterContract = contract({
  route: routes.giveLetter,
  summary: 'Send a supervision letter that nobody has answered to somebody else',
  door: 'duty:supervise',
  params: LetterParams,
  body: GiveLetterBody,
  answer: LetterRef,
  refusals: ['LETTER_NEEDS_RECEIVER', 'LETTER_ANSWERED', 'LETTER_CLOSED', 'STALE'],
  once: true,
});
export const closeLetterContract = contract({
  route: routes.closeLetter,
  summary: 'Close a supervision letter that was answered',
  door: 'duty:supervise',
  params: LetterParams,
  body: LetterVersionBody,
  answer: LetterRef,
  refusals: ['LETTER_NOT_ANSWERED', 'LETTER_CLOSED', 'STALE'],
  once: true,
});

export type DutiesQuery = z.input<typeof DutiesQuery>;
export type DutyMatrix = z.infer<typeof Matrix>;
export type DutyShown = z.infer<typeof Duty>;
export type EvidenceBody = z.input<typeof EvidenceBody>;
export type EvidenceRef = z.infer<typeof EvidenceRef>;
export type LetterParams = z.input<typeof LetterParams>;
export type LettersQuery = z.input<typeof Letters.query>;
export type LettersPage = z.infer<typeof Letters.answer>;
export type LetterRow = z.infer<typeof Letter>;
export type SendLetterBody = z.input<typeof SendLetterBody>;
export type LetterVersionBody = z.input<typeof LetterVersionBody>;
export type AnswerLetterBody = z.input<typeof AnswerLetterBody>;
export type GiveLetterBody = z.input<typeof GiveLetterBody>;
export type LetterRef = z.infer<typeof LetterRef>;
