import { z } from 'zod';
import { contract, Day, FenAmount, IdPageQuery, IdText, Instant, PageOf, Version } from '../kernel/contract.ts';
import type { RewardCycle } from '../policy/policy.terms.ts';
import * as routes from './agreements.routes.ts';
import { PartyRow } from './party-row.contract.ts';
import { AGREEMENT_STATE_CODES, SUSPENSION_REASON_CODES, TERMINATION_REASON_CODES } from './agreements.terms.ts';

const AgreementStateCode = z.enum(AGREEMENT_STATE_CODES).meta({ id: 'AgreementState' });
const CycleCode = z.enum(['month', 'quarter', 'halfYear', 'year'] satisfies RewardCycle[]).meta({ id: 'RewardCycle' });
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const AgreementParams = z.strictObject({ agreementId: IdText });

/** What every place shows of an agreement. Names are those of the patient and the guardian, for people of the money office and the parties. */
export const AgreementRow = PartyRow.extend({
  id: IdText,
  /** 'GH-990101-2026-0001': county code, year, serial. */
  number: z.string(),
  state: AgreementStateCode,
  cycle: CycleCode,
}).meta({ id: 'AgreementRow' });

/** The standard from a day on; the yearly amount rules, the monthly one is what people say. */
const Standard = z.object({ from: Day, monthlyFen: FenAmount, yearlyFen: FenAmount }).meta({ id: 'RewardStandard' });

export const AgreementDetail = AgreementRow.extend({
  standards: z.array(Standard),
  /** What the whole term earns when every duty is done. */
  fullFen: FenAmount,
  templateVersion: z.string(),
  title: z.string(),
  /** The text the parties sign, in order: a heading and its paragraphs. */
  sections: z.array(
    z.object({
      heading: z.string(),
      paragraphs: z.array(z.string()),
      /** Somebody has recorded exactly these words. */
      hasClip: z.boolean(),
    }),
  ),
  /** Digests of the canonical text; signing names the first. */
  contentSha256: Sha256,
  contentSm3: z.string(),
  steps: z.array(
    z.object({
      act: z.enum(['drafted', 'signed', 'countersigned', 'suspended', 'resumed', 'terminated', 'closed', 'stopped']),
      /** Null when the system did it. */
      by: z.string().nullable(),
      at: Instant,
    }),
  ),
  /** How the guardian signed: by touch, or on paper before a witness of the office, its pages photographed. */
  signed: z
    .object({
      way: z.enum(['touch', 'paper']),
      witness: z.string().nullable(),
      pages: z.array(z.object({ attachmentId: IdText, sha256: Sha256 })),
    })
    .nullable(),
  /** What the asker may do now. */
  may: z.object({
    sign: z.boolean(),
    witness: z.boolean(),
    countersign: z.boolean(),
    suspend: z.boolean(),
    resume: z.boolean(),
    terminate: z.boolean(),
  }),
}).meta({ id: 'AgreementDetail' });
export type AgreementDetail = z.infer<typeof AgreementDetail>;

export const AgreementMoved = z.object({ id: IdText, state: AgreementStateCode, version: Version }).meta({ id: 'AgreementMoved' });
export type AgreementMoved = z.infer<typeof AgreementMoved>;

const AgreementPage = PageOf(AgreementRow);
export type AgreementPage = z.infer<typeof AgreementPage>;
const ListAgreementsQuery = IdPageQuery.extend({ state: AgreementStateCode.optional(), patientId: IdText.optional() });
export type ListAgreementsQuery = z.input<typeof ListAgreementsQuery>;
export const listAgreementsContract = contract({
  route: routes.listAgreements,
  summary: 'Agreements of the asker’s township, newest first',
  door: 'agreement:read',
  query: ListAgreementsQuery,
  answer: AgreementPage,
  refusals: ['SIGN_IN_NEEDED', 'INPUT_INVALID'],
});

/**
 * It is drawn up from an approved application: with its guardian, about its patient; the decisions on it hold the reasons. Without days it
 * runs over those that were applied for; other days lie within them.
 */
const DraftAgreementBody = z.strictObject({ applicationId: IdText, from: Day.optional(), to: Day.optional() });
export type DraftAgreementBody = z.input<typeof DraftAgreementBody>;
export const draftAgreementContract = contract({
  route: routes.draftAgreement,
  summary: 'Draws up an agreement from an approved application, under the reward policy of its term',
  door: 'agreement:draft',
  body: DraftAgreementBody,
  answer: AgreementDetail,
  refusals: [
    'AGREEMENT_TERM_INVALID',
    'AGREEMENT_OVERLAPS',
    'AGREEMENT_NEEDS_GUARDIAN',
    'AGREEMENT_NEEDS_APPLICATION',
    'AGREEMENT_OWN_PARTY',
    'NOT_FOUND_OR_NO_ACCESS',
  ],
  once: true,
});

export const readAgreementContract = contract({
  route: routes.readAgreement,
  summary: 'One agreement with the text to read and sign',
  door: 'agreement:read',
  params: AgreementParams,
  answer: AgreementDetail,
  refusals: ['NOT_FOUND_OR_NO_ACCESS'],
});

/** Points of one stroke in canvas pixels, in the order they were drawn. */
const Stroke = z.array(z.tuple([z.number().min(0).max(4096), z.number().min(0).max(4096)])).max(2000);
const SignAgreementBody = z.strictObject({
  version: Version,
  /** Digest of the text that was shown. */
  contentSha256: Sha256,
  /** The reading that was begun in this session: the server knows since when. */
  readingId: IdText,
  readToEnd: z.boolean(),
  strokes: z.array(Stroke).max(100),
});
export type SignAgreementBody = z.input<typeof SignAgreementBody>;
export const signAgreementContract = contract({
  route: routes.signAgreement,
  summary: 'The guardian signs by touch; the server draws the signature into the document',
  door: 'agreement:sign',
  params: AgreementParams,
  body: SignAgreementBody,
  answer: AgreementMoved,
  refusals: [
    'AGREEMENT_MOVE_NOT_ALLOWED',
    'AGREEMENT_TEXT_CHANGED',
    'AGREEMENT_NOT_READ',
    'AGREEMENT_READ_TOO_FAST',
    'SIGNATURE_EMPTY',
    'STALE',
    'NOT_FOUND_OR_NO_ACCESS',
  ],
  once: true,
});

const CountersignAgreementBody = z.strictObject({ version: Version, contentSha256: Sha256 });
export type CountersignAgreementBody = z.input<typeof CountersignAgreementBody>;
export const countersignAgreementContract = contract({
  route: routes.countersignAgreement,
  summary: 'The township countersigns; the agreement becomes active',
  door: 'agreement:countersign',
  params: AgreementParams,
  body: CountersignAgreementBody,
  answer: AgreementMoved,
  refusals: [
    'AGREEMENT_MOVE_NOT_ALLOWED',
    'AGREEMENT_TEXT_CHANGED',
    'AGREEMENT_OWN_PARTY',
    'AGREEMENT_WITNESSED_BY_YOU',
    'STALE',
    'NOT_FOUND_OR_NO_ACCESS',
  ],
  once: true,
});

/** `from`: the first day without duty. */
const SuspendAgreementBody = z.strictObject({ version: Version, from: Day, reason: z.enum(SUSPENSION_REASON_CODES) });
export type SuspendAgreementBody = z.input<typeof SuspendAgreementBody>;
export const suspendAgreementContract = contract({
  route: routes.suspendAgreement,
  summary: 'Pauses duty and reward: long hospital stay, custody, missing',
  door: 'agreement:draft',
  params: AgreementParams,
  body: SuspendAgreementBody,
  answer: AgreementMoved,
  refusals: ['AGREEMENT_MOVE_NOT_ALLOWED', 'AGREEMENT_DAY_NOT_ALLOWED', 'AGREEMENT_OWN_PARTY', 'STALE', 'NOT_FOUND_OR_NO_ACCESS'],
  once: true,
});

/** `from`: the first day of duty again. */
const ResumeAgreementBody = z.strictObject({ version: Version, from: Day });
export type ResumeAgreementBody = z.input<typeof ResumeAgreementBody>;
export const resumeAgreementContract = contract({
  route: routes.resumeAgreement,
  summary: 'Ends a pause',
  door: 'agreement:draft',
  params: AgreementParams,
  body: ResumeAgreementBody,
  answer: AgreementMoved,
  refusals: ['AGREEMENT_MOVE_NOT_ALLOWED', 'AGREEMENT_DAY_NOT_ALLOWED', 'AGREEMENT_OWN_PARTY', 'STALE', 'NOT_FOUND_OR_NO_ACCESS'],
  once: true,
});

/** `lastDay`: the last day of duty; the running period is split by days. */
const TerminateAgreementBody = z.strictObject({ version: Version, lastDay: Day, reason: z.enum(TERMINATION_REASON_CODES) });
export type TerminateAgreementBody = z.input<typeof TerminateAgreementBody>;
export const terminateAgreementContract = contract({
  route: routes.terminateAgreement,
  summary: 'Ends an agreement before its term',
  door: 'agreement:draft',
  params: AgreementParams,
  body: TerminateAgreementBody,
  answer: AgreementMoved,
  refusals: ['AGREEMENT_MOVE_NOT_ALLOWED', 'AGREEMENT_DAY_NOT_ALLOWED', 'AGREEMENT_OWN_PARTY', 'STALE', 'NOT_FOUND_OR_NO_ACCESS'],
  once: true,
});

const AgreementDocument = z
  .object({
    /** A whole HTML page with its print style, the signatures drawn in. */
    html: z.string(),
    contentSha256: Sha256,
    contentSm3: z.string(),
  })
  .meta({ id: 'AgreementDocument' });
export type AgreementDocument = z.infer<typeof AgreementDocument>;
export const printAgreementContract = contract({
  route: routes.printAgreement,
  summary: 'The printable agreement',
  door: 'agreement:read',
  params: AgreementParams,
  answer: AgreementDocument,
  refusals: ['NOT_FOUND_OR_NO_ACCESS'],
});

export const printAgreementPdfContract = contract({
  route: routes.printAgreementPdf,
  summary: 'The agreement as PDF for A4, with its number, the digests of its text and the signatures drawn in',
  door: 'agreement:read',
  params: AgreementParams,
  refusals: ['NOT_FOUND_OR_NO_ACCESS', 'SERVER_BUSY'],
});

/** The digest as it stands at the foot of the paper: all of it or its first sixteen characters, SHA-256 or SM3. */
const CheckAgreementBody = z.strictObject({
  number: z.string().regex(/^GH-\d{6}-\d{4}-\d{4,10}$/),
  digest: z.string().regex(/^[0-9a-f]{16,64}$/),
});
export type CheckAgreementBody = z.input<typeof CheckAgreementBody>;
const AgreementChecked = z.object({ genuine: z.boolean() }).meta({ id: 'AgreementChecked' });
export type AgreementChecked = z.infer<typeof AgreementChecked>;
export const checkAgreementContract = contract({
  route: routes.checkAgreement,
  summary: 'Whether a printed agreement is genuine, and nothing else: for anybody who holds the paper',
  door: 'public',
  body: CheckAgreementBody,
  answer: AgreementChecked,
  refusals: ['RATE_LIMITED', 'INPUT_INVALID'],
});
