import { z } from 'zod';
import { contract, Day, IdPageQuery, IdText, Instant, keysOf, PageOf, Version, VoiceNote, Words } from '../kernel/contract.ts';
import {
  APPLICATION_ACTS,
  APPLICATION_STAGES,
  APPLICATION_STATE_CODES,
  MOST_PAPERS,
  DEPARTMENT_KEYS,
  ELIGIBILITY_RULES,
  OBJECTION_OUTCOMES,
  OPINION_STANDS,
  STAGE_OUTCOMES,
  VERDICTS,
  type ApplicationAct,
  type ApplicationStage,
  type EligibilityRule,
  type ObjectionOutcome,
  type OpinionStand,
  type StageOutcome,
  type Verdict,
} from './application.terms.ts';
import * as routes from './application.routes.ts';
import { PartyRow } from './party-row.contract.ts';
import { FileContent } from '../registry/attachments.contract.ts';
import { FILE_TYPES, type FileType } from '../registry/attachments.terms.ts';

const StateCode = z.enum(APPLICATION_STATE_CODES).meta({ id: 'ApplicationState' });
const DepartmentCode = z.enum(DEPARTMENT_KEYS).meta({ id: 'Department' });
const ApplicationParams = z.strictObject({ applicationId: IdText });
const Files = z.array(IdText).max(MOST_PAPERS);
/** A photographed page that was kept, with the digest of its bytes as kept. */
export const PaperKept = z.object({ attachmentId: IdText, sha256: z.string() }).meta({ id: 'PaperKept' });
export type PaperKept = z.infer<typeof PaperKept>;
/** What is written for the file; a family is told the reasons of a refusal in these words. */
const Reasons = Words(500);

const ApplicationRow = PartyRow.extend({
  applicationId: IdText,
  state: StateCode,
  /** The last working day in time of whoever is to decide now; null when nobody is. */
  dueOn: Day.nullable(),
  overdue: z.boolean(),
  appliedAt: Instant,
}).meta({ id: 'ApplicationRow' });

const ApplicationDetail = ApplicationRow.extend({
  stated: z.object({ livesTogether: z.boolean(), reallyCares: z.boolean() }),
  /** What the family writes. */
  words: z.string().nullable(),
  /** Somebody wrote it down for the family. */
  onBehalf: z.boolean(),
  /** Papers in the patient's file that belong to it. */
  files: z.array(z.object({ attachmentId: IdText, type: keysOf<FileType>(FILE_TYPES) })),
  /** Each rule with what was found and where. Empty for the family: it is told what is decided, with reasons. */
  findings: z.array(
    z.object({
      rule: keysOf<EligibilityRule>(ELIGIBILITY_RULES),
      verdict: keysOf<Verdict>(VERDICTS),
      found: z.string(),
      source: z.string(),
    }),
  ),
  /** In order. A family sees no department's opinion. */
  steps: z.array(
    z.object({
      stepId: IdText,
      act: keysOf<ApplicationAct>(APPLICATION_ACTS),
      stage: keysOf<ApplicationStage>(APPLICATION_STAGES).nullable(),
      department: DepartmentCode.nullable(),
      stand: keysOf<OpinionStand>(OPINION_STANDS).nullable(),
      by: z.string(),
      words: z.string().nullable(),
      /** The family said something instead of typing it. */
      hasVoice: z.boolean(),
      /** Counts up with every return for revision. */
      round: z.int(),
      at: Instant,
    }),
  ),
  /** How a refusal is objected to: until when, and who answers until when. */
  objection: z.object({ until: Day.nullable(), officer: z.string().nullable(), answerDueOn: Day.nullable() }).nullable(),
  /** The agreement that was drawn up from it. */
  agreementId: IdText.nullable(),
  may: z.object({
    decide: keysOf<ApplicationStage>(APPLICATION_STAGES).nullable(),
    /** The departments that the asker can still speak for. */
    opine: z.array(DepartmentCode),
    resubmit: z.boolean(),
    withdraw: z.boolean(),
    object: z.boolean(),
    answer: z.boolean(),
    draft: z.boolean(),
  }),
}).meta({ id: 'ApplicationDetail' });
export type ApplicationDetail = z.infer<typeof ApplicationDetail>;

const Stated = {
  livesTogether: z.boolean(),
  reallyCares: z.boolean(),
  words: Words(500).optional(),
  voice: VoiceNote.optional(),
  files: Files.default([]),
};
const VOICE_REFUSALS = ['FILE_TYPE_NOT_KEPT', 'FILE_BROKEN', 'FILE_ACTIVE'] as const;
/** Without `guardianId` it is for whoever asks, or, written down by an official, for the patient's primary guardian. */
const MakeApplicationBody = z.strictObject({ applicationId: IdText, guardianId: IdText.optional(), from: Day, to: Day, ...Stated });
export type MakeApplicationBody = z.input<typeof MakeApplicationBody>;
export const makeApplicationContract = contract({
  route: routes.makeApplication,
  summary: 'A guardian applies for the reward, or an official writes the application down for one',
  door: 'application:make',
  params: z.strictObject({ patientId: IdText }),
  body: MakeApplicationBody,
  answer: ApplicationDetail,
  refusals: [
    'AGREEMENT_TERM_INVALID',
    'AGREEMENT_OVERLAPS',
    'AGREEMENT_NEEDS_GUARDIAN',
    'APPLICATION_LIVES',
    ...VOICE_REFUSALS,
    'FILE_REMOVED',
    'INPUT_INVALID',
    'NOT_FOUND_OR_NO_ACCESS',
  ],
  once: true,
});

const KeepPaperBody = z.strictObject({ attachmentId: IdText, content: FileContent });
export type KeepPaperBody = z.input<typeof KeepPaperBody>;
export const keepRewardPaperContract = contract({
  route: routes.keepRewardPaper,
  summary: 'A photographed paper for an application, kept in the patient’s file; the application names it',
  door: 'application:make',
  params: z.strictObject({ patientId: IdText }),
  body: KeepPaperBody,
  answer: PaperKept,
  refusals: [
    'NOT_FOUND_OR_NO_ACCESS',
    'PAPER_NOT_PICTURE',
    'FILE_TYPE_NOT_KEPT',
    'FILE_BROKEN',
    'FILE_ACTIVE',
    'FILE_TOO_LARGE',
    'INPUT_INVALID',
  ],
  once: true,
});

const ApplicationPage = PageOf(ApplicationRow);
export type ApplicationPage = z.infer<typeof ApplicationPage>;
const ListApplicationsQuery = IdPageQuery.extend({
  state: StateCode.optional(),
  patientId: IdText.optional(),
  /** Only those at a step that one of the asker's posts takes: deciding, answering, drawing the agreement up. */
  waiting: z.literal('yes').optional(),
});
export type ListApplicationsQuery = z.input<typeof ListApplicationsQuery>;
export const listApplicationsContract = contract({
  route: routes.listApplications,
  summary: 'Applications of the asker’s areas, newest first',
  door: 'application:list',
  query: ListApplicationsQuery,
  answer: ApplicationPage,
  refusals: ['SIGN_IN_NEEDED', 'INPUT_INVALID'],
});

const MyApplications = z.object({ rows: z.array(ApplicationRow) }).meta({ id: 'MyApplications' });
export type MyApplications = z.infer<typeof MyApplications>;
export const myApplicationsContract = contract({
  route: routes.myApplications,
  summary: 'What the asker has applied for as a guardian, newest first',
  door: 'signed-in',
  answer: MyApplications,
  refusals: ['SIGN_IN_NEEDED'],
});

export const readApplicationContract = contract({
  route: routes.readApplication,
  summary: 'One application with its rules, opinions and decisions',
  door: 'application:read',
  params: ApplicationParams,
  answer: ApplicationDetail,
  refusals: ['NOT_FOUND_OR_NO_ACCESS'],
});

export const readRewardPaperContract = contract({
  route: routes.readRewardPaper,
  summary: 'The bytes of one of its papers, for whoever is heard on it and for the family; the read is noted in the file',
  door: 'application:read',
  params: ApplicationParams.extend({ attachmentId: IdText }),
  refusals: ['NOT_FOUND_OR_NO_ACCESS', 'FILE_REMOVED'],
});

const StageBody = z.strictObject({ version: Version, outcome: keysOf<StageOutcome>(STAGE_OUTCOMES), words: Reasons.optional() });
export type StageBody = z.input<typeof StageBody>;
const STAGE_REFUSALS = [
  'APPLICATION_MOVE_NOT_ALLOWED',
  'APPLICATION_NEEDS_WORDS',
  'APPLICATION_OWN_PARTY',
  'APPLICATION_DECIDED_BY_YOU',
  'STALE',
  'NOT_FOUND_OR_NO_ACCESS',
] as const;
export const reviewInVillageContract = contract({
  route: routes.reviewInVillage,
  summary: 'The village agrees, sends back or refuses, with reasons',
  door: 'application:review',
  params: ApplicationParams,
  body: StageBody,
  answer: ApplicationDetail,
  refusals: STAGE_REFUSALS,
  once: true,
});

const DepartmentOpinionBody = z.strictObject({
  version: Version,
  department: DepartmentCode,
  stand: keysOf<OpinionStand>(OPINION_STANDS),
  words: Reasons.optional(),
});
export type DepartmentOpinionBody = z.input<typeof DepartmentOpinionBody>;
export const giveDepartmentOpinionContract = contract({
  route: routes.giveDepartmentOpinion,
  summary: 'A department of the joint review gives its own opinion',
  door: 'application:opine',
  params: ApplicationParams,
  body: DepartmentOpinionBody,
  answer: ApplicationDetail,
  refusals: [
    'APPLICATION_MOVE_NOT_ALLOWED',
    'APPLICATION_NEEDS_WORDS',
    'APPLICATION_NOT_YOUR_DEPARTMENT',
    'APPLICATION_OPINION_GIVEN',
    'APPLICATION_OWN_PARTY',
    'STALE',
    'NOT_FOUND_OR_NO_ACCESS',
  ],
  once: true,
});

export const concludeInTownshipContract = contract({
  route: routes.concludeInTownship,
  summary: 'The township concludes its joint review once every department has been heard',
  door: 'application:conclude',
  params: ApplicationParams,
  body: StageBody,
  answer: ApplicationDetail,
  refusals: [...STAGE_REFUSALS, 'APPLICATION_OPINIONS_MISSING'],
  once: true,
});

export const approveInCountyContract = contract({
  route: routes.approveInCounty,
  summary: 'The county approves, sends back or refuses, with reasons',
  door: 'application:approve',
  params: ApplicationParams,
  body: StageBody,
  answer: ApplicationDetail,
  refusals: STAGE_REFUSALS,
  once: true,
});

/** When the family tapped, by the phone's clock; absent where it is sent at once. */
const Tapped = { tappedAt: Instant.optional() };
const ResubmitBody = z.strictObject({ version: Version, ...Stated, ...Tapped });
export type ResubmitBody = z.input<typeof ResubmitBody>;
export const resubmitApplicationContract = contract({
  route: routes.resubmitApplication,
  summary: 'What was sent back comes again, with what was asked for; the history stays',
  door: 'application:make',
  params: ApplicationParams,
  body: ResubmitBody,
  answer: ApplicationDetail,
  refusals: ['APPLICATION_MOVE_NOT_ALLOWED', 'FILE_REMOVED', ...VOICE_REFUSALS, 'INPUT_INVALID', 'STALE', 'NOT_FOUND_OR_NO_ACCESS'],
  once: true,
});

const WithdrawBody = z.strictObject({ version: Version, ...Tapped });
export type WithdrawBody = z.input<typeof WithdrawBody>;
export const withdrawApplicationContract = contract({
  route: routes.withdrawApplication,
  summary: 'A family takes its application back',
  door: 'application:make',
  params: ApplicationParams,
  body: WithdrawBody,
  answer: ApplicationDetail,
  refusals: ['APPLICATION_MOVE_NOT_ALLOWED', 'STALE', 'NOT_FOUND_OR_NO_ACCESS'],
  once: true,
});

const ObjectBody = z
  .strictObject({ version: Version, words: Reasons.optional(), voice: VoiceNote.optional(), ...Tapped })
  .refine(({ words, voice }) => words !== undefined || voice !== undefined, { message: 'nothing is said' });
export type ObjectBody = z.input<typeof ObjectBody>;
export const objectToRefusalContract = contract({
  route: routes.objectToRefusal,
  summary: 'A guardian objects to a refusal; a named officer one level up answers',
  door: 'application:object',
  params: ApplicationParams,
  body: ObjectBody,
  answer: ApplicationDetail,
  refusals: ['APPLICATION_MOVE_NOT_ALLOWED', 'APPLICATION_OBJECTION_LATE', ...VOICE_REFUSALS, 'STALE', 'NOT_FOUND_OR_NO_ACCESS'],
  once: true,
});

export const readApplicationVoiceContract = contract({
  route: routes.readApplicationVoice,
  summary: 'What the family said with one step instead of typing it, for those who are heard on the application; the read is noted',
  door: 'application:read',
  params: z.strictObject({ applicationId: IdText, stepId: IdText }),
  refusals: ['NOT_FOUND_OR_NO_ACCESS'],
});

const AnswerObjectionBody = z.strictObject({ version: Version, outcome: keysOf<ObjectionOutcome>(OBJECTION_OUTCOMES), words: Reasons });
export type AnswerObjectionBody = z.input<typeof AnswerObjectionBody>;
export const answerObjectionContract = contract({
  route: routes.answerObjection,
  summary: 'The level above answers an objection, with reasons',
  door: 'application:answer',
  params: ApplicationParams,
  body: AnswerObjectionBody,
  answer: ApplicationDetail,
  refusals: [
    'APPLICATION_MOVE_NOT_ALLOWED',
    'APPLICATION_NOT_YOUR_LEVEL',
    'APPLICATION_OWN_PARTY',
    'APPLICATION_DECIDED_BY_YOU',
    'STALE',
    'NOT_FOUND_OR_NO_ACCESS',
  ],
  once: true,
});
