import { z } from 'zod';
import { contract, Day, IdPageQuery, IdText, Instant, keysOf, PageOf, PartialDay, Version, Words } from '../kernel/contract.ts';
import { Duplicate } from '../registry/file.contract.ts';
import { LIKENESSES } from '../registry/duplicate.rules.ts';
import { ID_TYPES } from '../registry/id-document.rules.ts';
import { SEXES } from '../registry/registry.terms.ts';
import * as routes from './clue.routes.ts';
import {
  CLUE_SOURCES,
  CLUE_STATES,
  FINDINGS,
  INFORMANT_REASONS,
  REPORTER_STATES,
  TOLD_SOURCES,
  WHEREABOUTS,
  type ClueSource,
  type ClueState,
  type Finding,
  type ReporterState,
  type Whereabouts,
} from './clue.terms.ts';

const OfClue = z.strictObject({ clueId: IdText });
const Number99 = z.int().min(1).max(99);

/** Who it is, as far as it is known: a name, or what the village calls the person. */
export const CluePersonBody = z.strictObject({
  name: Words(30),
  idType: keysOf(ID_TYPES).optional(),
  idNumber: Words(30).optional(),
  born: PartialDay.optional(),
  sex: keysOf(SEXES).optional(),
  /** Where they live or stay. */
  place: Words(100).optional(),
});
/** Whoever told it and is to be protected: kept apart from the clue, shown for a reason and noted each time. */
const Informant = z.strictObject({ name: Words(30), phone: Words(20).optional(), note: Words(200).optional() });

const ReportClueBody = z.strictObject({
  /** Made by whoever reports, so that sending twice reports once. */
  clueId: IdText,
  form: Number99,
  /** Numbers of the questions answered 有. */
  yes: z.array(Number99).max(30).readonly(),
  group: Number99.optional(),
  source: z.enum(TOLD_SOURCES),
  whereabouts: keysOf<Whereabouts>(WHEREABOUTS),
  person: CluePersonBody,
  note: Words(500).optional(),
  informant: Informant.optional(),
});
/** No words of anybody: the answer is kept beside its key, and what was told must be erasable. */
const ClueRef = z.object({ clueId: IdText, state: keysOf<ClueState>(CLUE_STATES), version: Version }).meta({ id: 'ClueRef' });

const CluesQuery = IdPageQuery.extend({
  state: keysOf<ClueState>(CLUE_STATES).optional(),
  whereabouts: keysOf<Whereabouts>(WHEREABOUTS).optional(),
  group: z.coerce.number().int().min(1).max(99).optional(),
});
const ClueShown = z
  .object({
    clueId: IdText,
    areaName: z.string(),
    /** 王某; null when nobody has said yet who it is, or when that was erased. */
    nameless: z.string().nullable(),
    state: keysOf<ClueState>(CLUE_STATES),
    source: keysOf<ClueSource>(CLUE_SOURCES),
    whereabouts: keysOf<Whereabouts>(WHEREABOUTS),
    form: z.int(),
    group: z.int().nullable(),
    reportedAt: Instant,
    /** Until when the next step should be done; null once it has ended. */
    dueOn: Day.nullable(),
  })
  .meta({ id: 'ClueShown' });
/** Of the reader's own: the outcome is not theirs to know. */
const MyClue = z
  .object({
    clueId: IdText,
    areaName: z.string(),
    /** 王某; null once that was erased. */
    nameless: z.string().nullable(),
    state: keysOf<ReporterState>(REPORTER_STATES),
    reportedAt: Instant,
  })
  .meta({ id: 'MyClue' });
const Review = z.object({ finding: keysOf<Finding>(FINDINGS), on: Day, words: z.string().nullable() });
const ClueAnswer = ClueShown.extend({
  areaId: IdText,
  person: CluePersonBody.nullable(),
  yes: z.array(z.int()),
  note: z.string().nullable(),
  reportedBy: z.string(),
  /** Whether somebody is kept who told it. */
  hasInformant: z.boolean(),
  /** The incident from which it came: what was told then stands there. */
  incidentId: IdText.nullable(),
  checked: z.object({ by: z.string(), at: Instant, reason: z.string().nullable() }).nullable(),
  review: Review.nullable(),
  /** The file that the person has. */
  patientId: IdText.nullable(),
  sameAs: IdText.nullable(),
  endedAt: Instant.nullable(),
  erasedAt: Instant.nullable(),
  version: Version,
}).meta({ id: 'Clue' });

const DescribeClueBody = z.strictObject({
  version: Version,
  areaId: IdText,
  whereabouts: keysOf<Whereabouts>(WHEREABOUTS),
  person: CluePersonBody,
});
const AlikeAnswer = z.object({
  files: z.array(Duplicate),
  /** The document is on a file that the caller may not see: nothing more is said of it. */
  elsewhere: z.boolean(),
  clues: z.array(
    z.object({
      clueId: IdText,
      name: z.string(),
      areaName: z.string(),
      state: keysOf<ClueState>(CLUE_STATES),
      likeness: keysOf(LIKENESSES),
    }),
  ),
});
const CheckClueBody = z.discriminatedUnion('as', [
  z.strictObject({ as: z.literal('known'), patientId: IdText, version: Version }),
  z.strictObject({ as: z.literal('same'), sameAs: IdText, version: Version }),
  /** `reason`: why it is none of those who are alike. */
  z.strictObject({ as: z.literal('new'), reason: Words(200).optional(), version: Version }),
]);
const ReviewClueBody = z.strictObject({
  version: Version,
  finding: keysOf<Finding>(FINDINGS),
  reviewedOn: Day,
  psychiatrist: Words(30),
  hospital: Words(60),
  opinion: Words(500).optional(),
  /** Of the file that comes of it. */
  patientId: IdText,
});
const WithdrawClueBody = z.strictObject({ version: Version, reason: Words(200) });
const OpenInformantBody = z.strictObject({ why: keysOf(INFORMANT_REASONS) });
const InformantAnswer = z.object({ informant: Informant.nullable() });

export const reportClueContract = contract({
  route: routes.reportClue,
  summary: 'Hand in a clue about somebody in this place who has no file: any question answered 有, or one of the groups',
  door: 'clue:report',
  params: z.strictObject({ areaId: IdText }),
  body: ReportClueBody,
  answer: ClueRef,
  refusals: ['NOT_FOUND_OR_NO_ACCESS', 'CLUE_FORM_UNKNOWN', 'CLUE_WITHOUT_SIGN', 'FILE_NOT_RIGHT'],
  once: true,
});
export const listCluesContract = contract({
  route: routes.listClues,
  summary: 'Clues of the reader’s areas, newest first, by where they stand and where the person is; nobody is named',
  door: 'clue:read',
  query: CluesQuery,
  answer: PageOf(ClueShown),
  refusals: [],
});
export const listMyCluesContract = contract({
  route: routes.listMyClues,
  summary: 'Clues that the reader handed in, newest first, and how far each has got; nobody is named and nothing is told of what was found',
  door: 'clue:report',
  query: IdPageQuery,
  answer: PageOf(MyClue),
  refusals: [],
});
export const readClueContract = contract({
  route: routes.readClue,
  summary: 'One clue; that it was read is noted',
  door: 'clue:read',
  params: OfClue,
  answer: ClueAnswer,
  refusals: ['NOT_FOUND_OR_NO_ACCESS'],
});
export const describeClueContract = contract({
  route: routes.describeClue,
  summary: 'Say who it is, or say it better, before it is checked',
  door: 'clue:check',
  params: OfClue,
  body: DescribeClueBody,
  answer: ClueRef,
  refusals: ['NOT_FOUND_OR_NO_ACCESS', 'STALE', 'CLUE_ENDED', 'CLUE_CHECKED', 'FILE_NOT_RIGHT'],
  once: true,
});
export const findAlikeContract = contract({
  route: routes.findAlike,
  summary: 'Files and clues that may be of the same person: same document, same name and birth, a name that sounds alike',
  door: 'clue:check',
  params: OfClue,
  answer: AlikeAnswer,
  refusals: ['NOT_FOUND_OR_NO_ACCESS', 'CLUE_NOT_DESCRIBED'],
});
export const checkClueContract = contract({
  route: routes.checkClue,
  summary: 'Whether the person is known: has a file, is that of another clue, or is new and goes to the psychiatrist',
  door: 'clue:check',
  params: OfClue,
  body: CheckClueBody,
  answer: ClueRef,
  refusals: [
    'NOT_FOUND_OR_NO_ACCESS',
    'STALE',
    'CLUE_ENDED',
    'CLUE_CHECKED',
    'CLUE_NOT_DESCRIBED',
    'CLUE_IS_KNOWN',
    'CLUE_MAY_BE_KNOWN',
    'CLUE_WITHOUT_ISSUE',
  ],
  once: true,
});
export const reviewClueContract = contract({
  route: routes.reviewClue,
  summary: 'What the psychiatrist found: a file is opened, or the clue is closed and de-identified later',
  door: 'clue:review',
  params: OfClue,
  body: ReviewClueBody,
  answer: ClueRef,
  refusals: [
    'NOT_FOUND_OR_NO_ACCESS',
    'STALE',
    'CLUE_ENDED',
    'CLUE_NOT_CHECKED',
    'CLUE_NOT_DESCRIBED',
    'CLUE_REVIEW_DAY_WRONG',
    'DOCUMENT_TAKEN',
    'PATIENT_MAY_EXIST',
    'PATIENT_EXISTS',
    'FILE_NOT_RIGHT',
  ],
  once: true,
});
export const withdrawClueContract = contract({
  route: routes.withdrawClue,
  summary: 'It is no clue: close it; who it was is erased when its time is over',
  door: 'clue:check',
  params: OfClue,
  body: WithdrawClueBody,
  answer: ClueRef,
  refusals: ['NOT_FOUND_OR_NO_ACCESS', 'STALE', 'CLUE_ENDED'],
  once: true,
});
export const openInformantContract = contract({
  route: routes.openInformant,
  summary: 'Who told it, for a reason that is noted with the reader each time',
  door: 'informant:open',
  params: OfClue,
  body: OpenInformantBody,
  answer: InformantAnswer,
  refusals: ['NOT_FOUND_OR_NO_ACCESS'],
});

export type OfClue = z.input<typeof OfClue>;
export type CluePerson = z.infer<typeof CluePersonBody>;
export type ClueInformant = z.infer<typeof Informant>;
export type ReportClueBody = z.input<typeof ReportClueBody>;
export type ClueRef = z.infer<typeof ClueRef>;
export type CluesQuery = z.input<typeof CluesQuery>;
export type ClueShown = z.infer<typeof ClueShown>;
export type CluesPage = { rows: ClueShown[]; next: string | null };
export type MyClue = z.infer<typeof MyClue>;
export type MyCluesQuery = z.input<typeof IdPageQuery>;
export type MyCluesPage = { rows: MyClue[]; next: string | null };
export type ClueAnswer = z.infer<typeof ClueAnswer>;
export type DescribeClueBody = z.input<typeof DescribeClueBody>;
export type AlikeAnswer = z.infer<typeof AlikeAnswer>;
export type CheckClueBody = z.input<typeof CheckClueBody>;
export type ReviewClueBody = z.input<typeof ReviewClueBody>;
export type WithdrawClueBody = z.input<typeof WithdrawClueBody>;
export type OpenInformantBody = z.input<typeof OpenInformantBody>;
export type InformantAnswer = z.infer<typeof InformantAnswer>;
