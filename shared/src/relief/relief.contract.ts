import { z } from 'zod';
import { VERDICTS, type Verdict } from '../agreements/application.terms.ts';
import { contract, Day, FenAmount, IdPageQuery, IdText, Instant, keysOf, PageOf, Version, VoiceNote, Words } from '../kernel/contract.ts';
import { BenefitTermsBody, ReimbursementBody } from '../policy/relief-policy.contract.ts';
import * as routes from './relief.routes.ts';
import {
  APPLIED_BENEFIT_KEYS,
  BENEFIT_KEYS,
  FACT_ANSWERS,
  GRANT_RHYTHMS,
  HARDSHIPS,
  RELIEF_ACTS,
  RELIEF_FACT_KEYS,
  RELIEF_OFFICE_KEYS,
  RELIEF_STATE_CODES,
  STANDINGS,
  type FactAnswer,
  type GrantRhythm,
  type Hardship,
  type ReliefAct,
  type Standing,
} from './relief.terms.ts';

const BenefitCode = z.enum(BENEFIT_KEYS).meta({ id: 'Benefit' });
const FactCode = z.enum(RELIEF_FACT_KEYS).meta({ id: 'ReliefFact' });
const StateCode = z.enum(RELIEF_STATE_CODES).meta({ id: 'ReliefState' });
const Rhythm = keysOf<GrantRhythm>(GRANT_RHYTHMS);
const PatientParams = z.strictObject({ patientId: IdText });
const ReliefParams = z.strictObject({ reliefId: IdText });
const VOICE_REFUSALS = ['FILE_TYPE_NOT_KEPT', 'FILE_BROKEN', 'FILE_ACTIVE'] as const;

const Grant = z
  .object({
    grantId: IdText,
    benefit: BenefitCode,
    from: Day,
    /** Null: it goes on. */
    until: Day.nullable(),
    amountFen: FenAmount.nullable(),
    rhythm: Rhythm.nullable(),
    /** It holds today. */
    inForce: z.boolean(),
    /** The application that it came from; null: the family had it before. */
    reliefId: IdText.nullable(),
    version: Version,
  })
  .meta({ id: 'ReliefGrant' });

const Outlook = z
  .object({
    patientId: IdText,
    patientName: z.string(),
    benefits: z.array(
      z.object({
        benefit: BenefitCode,
        standing: keysOf<Standing>(STANDINGS),
        terms: BenefitTermsBody,
        findings: z.array(
          z.object({
            fact: FactCode.nullable(),
            label: z.string(),
            verdict: keysOf<Verdict>(VERDICTS),
            found: z.string(),
            source: z.string(),
            oneIsEnough: z.boolean(),
          }),
        ),
        /** The application that is under way, or the last one that was refused. */
        reliefId: IdText.nullable(),
      }),
    ),
    /** What is still to be asked, once each. */
    questions: z.array(FactCode),
    /** The ledger, newest first. */
    grants: z.array(Grant),
    reimbursement: ReimbursementBody,
    coverage: z.object({ insured: z.boolean(), special: z.boolean(), medicalRelief: z.boolean(), rest: z.boolean() }),
    may: z.object({ tell: z.boolean(), apply: z.boolean(), handle: z.boolean() }),
  })
  .meta({ id: 'ReliefOutlook' });
export type ReliefOutlook = z.infer<typeof Outlook>;
export const readOutlookContract = contract({
  route: routes.readOutlook,
  summary: 'What a family could have: each benefit with its conditions, what was found and where; nothing is refused by it',
  door: 'relief:read',
  params: PatientParams,
  answer: Outlook,
  refusals: ['NOT_FOUND_OR_NO_ACCESS', 'INPUT_INVALID'],
});

const TellFactBody = z.strictObject({ fact: FactCode, answer: keysOf<FactAnswer>(FACT_ANSWERS) });
export type TellFactBody = z.input<typeof TellFactBody>;
export const tellFactContract = contract({
  route: routes.tellFact,
  summary: 'Something the file does not say, as the family or its cadre answers it',
  door: 'relief:tell',
  params: PatientParams,
  body: TellFactBody,
  answer: Outlook,
  refusals: ['RELIEF_NOT_ASKED', 'NOT_FOUND_OR_NO_ACCESS', 'INPUT_INVALID'],
  once: true,
});

const Row = z
  .object({
    reliefId: IdText,
    patientId: IdText,
    patientName: z.string(),
    villageName: z.string(),
    benefit: BenefitCode,
    state: StateCode,
    office: z.enum(RELIEF_OFFICE_KEYS),
    fast: z.boolean(),
    /** The last working day in time of this step; null when nobody has one. */
    dueOn: Day.nullable(),
    overdue: z.boolean(),
    appliedAt: Instant,
    version: Version,
  })
  .meta({ id: 'ReliefRow' });

const Detail = Row.extend({
  papers: z.array(z.object({ name: z.string(), handedIn: z.boolean() })),
  steps: z.array(
    z.object({
      stepId: IdText,
      act: keysOf<ReliefAct>(RELIEF_ACTS),
      by: z.string(),
      words: z.string().nullable(),
      /** Something was said instead of typed. */
      hasVoice: z.boolean(),
      at: Instant,
    }),
  ),
  objectUntil: Day.nullable(),
  /** Months that the county grants it for; null: it goes on. */
  termMonths: z.int().nullable(),
  grant: Grant.nullable(),
  may: z.object({
    handle: z.boolean(),
    result: z.boolean(),
    withdraw: z.boolean(),
    object: z.boolean(),
    answer: z.boolean(),
  }),
}).meta({ id: 'ReliefDetail' });
export type ReliefDetail = z.infer<typeof Detail>;

const ApplyForReliefBody = z.strictObject({
  reliefId: IdText,
  benefit: z.enum(APPLIED_BENEFIT_KEYS),
  fast: z.boolean().default(false),
  words: Words(500).optional(),
  voice: VoiceNote.optional(),
});
export type ApplyForReliefBody = z.input<typeof ApplyForReliefBody>;
export const applyForReliefContract = contract({
  route: routes.applyForRelief,
  summary: 'A family applies for a benefit, or somebody writes it down for one; whatever the outlook says',
  door: 'relief:apply',
  params: PatientParams,
  body: ApplyForReliefBody,
  answer: Detail,
  refusals: [
    'RELIEF_LIVES',
    'RELIEF_HAD',
    'RELIEF_NOT_OFFERED',
    'RELIEF_NO_FAST_LANE',
    ...VOICE_REFUSALS,
    'NOT_FOUND_OR_NO_ACCESS',
    'INPUT_INVALID',
  ],
  once: true,
});

const GrantTerms = {
  from: Day,
  until: Day.nullable().default(null),
  amountFen: FenAmount.nullable().default(null),
  rhythm: Rhythm.nullable().default(null),
};
const RecordGrantBody = z.strictObject({ grantId: IdText, benefit: z.enum(APPLIED_BENEFIT_KEYS), ...GrantTerms });
export type RecordGrantBody = z.input<typeof RecordGrantBody>;
export const recordGrantContract = contract({
  route: routes.recordGrant,
  summary: 'A benefit that the family has already, entered into its ledger',
  door: 'relief:handle',
  params: PatientParams,
  body: RecordGrantBody,
  answer: Outlook,
  refusals: ['RELIEF_HAD', 'NOT_FOUND_OR_NO_ACCESS', 'INPUT_INVALID'],
  once: true,
});

const EndGrantBody = z.strictObject({ version: Version, lastOn: Day });
export type EndGrantBody = z.input<typeof EndGrantBody>;
export const endGrantContract = contract({
  route: routes.endGrant,
  summary: 'A benefit has ended, or ends on a day',
  door: 'relief:handle',
  params: z.strictObject({ grantId: IdText }),
  body: EndGrantBody,
  answer: Outlook,
  refusals: ['STALE', 'NOT_FOUND_OR_NO_ACCESS', 'INPUT_INVALID'],
  once: true,
});

const ReliefPage = PageOf(Row);
export type ReliefPage = z.infer<typeof ReliefPage>;
const ListReliefQuery = IdPageQuery.extend({ state: StateCode.optional(), patientId: IdText.optional() });
export type ListReliefQuery = z.input<typeof ListReliefQuery>;
export const listReliefContract = contract({
  route: routes.listRelief,
  summary: 'Applications for benefits of the asker’s areas, newest first',
  door: 'relief:list',
  query: ListReliefQuery,
  answer: ReliefPage,
  refusals: ['SIGN_IN_NEEDED', 'INPUT_INVALID'],
});

export const readReliefContract = contract({
  route: routes.readRelief,
  summary: 'One application with its papers, its steps and its clock',
  door: 'relief:read',
  params: ReliefParams,
  answer: Detail,
  refusals: ['NOT_FOUND_OR_NO_ACCESS', 'INPUT_INVALID'],
});

export const readReliefVoiceContract = contract({
  route: routes.readReliefVoice,
  summary: 'What was said instead of typed with one step of an application; the read is noted in the file',
  door: 'relief:read',
  params: z.strictObject({ reliefId: IdText, stepId: IdText }),
  refusals: ['NOT_FOUND_OR_NO_ACCESS', 'INPUT_INVALID'],
});

const ReceivePapersBody = z.strictObject({ version: Version, papers: z.array(Words(40)).min(1).max(10) });
export type ReceivePapersBody = z.input<typeof ReceivePapersBody>;
export const receivePapersContract = contract({
  route: routes.receivePapers,
  summary: 'Papers that the family has handed in',
  door: 'relief:handle',
  params: ReliefParams,
  body: ReceivePapersBody,
  answer: Detail,
  refusals: ['RELIEF_MOVE_NOT_ALLOWED', 'STALE', 'NOT_FOUND_OR_NO_ACCESS', 'INPUT_INVALID'],
  once: true,
});

const MoveReliefBody = z.strictObject({ version: Version });
export type MoveReliefBody = z.input<typeof MoveReliefBody>;
const MOVE_REFUSALS = ['RELIEF_MOVE_NOT_ALLOWED', 'STALE', 'NOT_FOUND_OR_NO_ACCESS', 'INPUT_INVALID'] as const;
export const forwardReliefContract = contract({
  route: routes.forwardRelief,
  summary: 'The application goes to the office that decides; its clock begins',
  door: 'relief:handle',
  params: ReliefParams,
  body: MoveReliefBody,
  answer: Detail,
  refusals: MOVE_REFUSALS,
  once: true,
});
export const withdrawReliefContract = contract({
  route: routes.withdrawRelief,
  summary: 'The family does not want it any more',
  door: 'relief:apply',
  params: ReliefParams,
  body: MoveReliefBody,
  answer: Detail,
  refusals: MOVE_REFUSALS,
  once: true,
});

const RecordResultBody = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('granted'), version: Version, grantId: IdText, ...GrantTerms, words: Words(500).optional() }),
  // A refusal always has its reason; the way to object is told with it.
  z.strictObject({ outcome: z.literal('refused'), version: Version, words: Words(500) }),
]);
export type RecordResultBody = z.input<typeof RecordResultBody>;
export const recordResultContract = contract({
  route: routes.recordResult,
  summary: 'What the office decided: granted from when to when and how much, or refused and why',
  door: 'relief:decide',
  params: ReliefParams,
  body: RecordResultBody,
  answer: Detail,
  refusals: ['RELIEF_NOT_YOUR_OFFICE', 'RELIEF_HAD', ...MOVE_REFUSALS],
  once: true,
});

const ObjectToReliefBody = z
  .strictObject({
    version: Version,
    words: Words(500).optional(),
    voice: VoiceNote.optional(),
    /** When the family tapped, by the phone's clock; absent where it is sent at once. */
    tappedAt: Instant.optional(),
  })
  .refine(({ words, voice }) => words !== undefined || voice !== undefined, { message: 'nothing is said' });
export type ObjectToReliefBody = z.input<typeof ObjectToReliefBody>;
export const objectToReliefContract = contract({
  route: routes.objectToRelief,
  summary: 'The family objects to a refusal, in words or by voice',
  door: 'relief:object',
  params: ReliefParams,
  body: ObjectToReliefBody,
  answer: Detail,
  refusals: ['RELIEF_OBJECTION_LATE', ...VOICE_REFUSALS, ...MOVE_REFUSALS],
  once: true,
});

const AnswerReliefBody = z.strictObject({ version: Version, outcome: z.enum(['uphold', 'overturn']), words: Words(500) });
export type AnswerReliefBody = z.input<typeof AnswerReliefBody>;
export const answerReliefContract = contract({
  route: routes.answerRelief,
  summary: 'An objection is answered by somebody who did not refuse',
  door: 'relief:answer',
  params: ReliefParams,
  body: AnswerReliefBody,
  answer: Detail,
  refusals: ['RELIEF_DECIDED_BY_YOU', ...MOVE_REFUSALS],
  once: true,
});

const HardshipPage = PageOf(z.object({ patientId: IdText, patientName: z.string(), villageName: z.string() }).meta({ id: 'HardshipRow' }));
export type HardshipPage = z.infer<typeof HardshipPage>;
const ListHardshipsQuery = IdPageQuery.extend({ kind: keysOf<Hardship>(HARDSHIPS) });
export type ListHardshipsQuery = z.input<typeof ListHardshipsQuery>;
export const listHardshipsContract = contract({
  route: routes.listHardships,
  summary: 'Patients without a home, or without means, income and family, of the asker’s areas',
  door: 'relief:list',
  query: ListHardshipsQuery,
  answer: HardshipPage,
  refusals: ['SIGN_IN_NEEDED', 'INPUT_INVALID'],
});
