import { z } from 'zod';
import { WORKBOOK_FAULTS } from '../intake/intake.refusals.ts';
import { contract, Day, IdPageQuery, IdText, Instant, keysOf, PageOf, Version, Words } from '../kernel/contract.ts';
import { ANSWERS, DIFFERENCE_STATES, type DifferenceState, type ExchangeField } from './difference.terms.ts';
import {
  DEPARTMENTS,
  ENTRY_STATES,
  EXCHANGE_FIELDS,
  ROW_REASONS,
  ROW_VERDICTS,
  SYSTEMS,
  type Department,
  type EntryState,
  type OutsideSystem,
  type RowReason,
  type RowVerdict,
} from './exchange.terms.ts';
import * as routes from './exchange.routes.ts';
import { ROUND_STATES, type RoundState } from './round.terms.ts';

const OfRound = z.strictObject({ roundId: IdText });
const DepartmentKey = keysOf<Department>(DEPARTMENTS);
const FieldKey = keysOf<ExchangeField>(EXCHANGE_FIELDS);
const Verdict = keysOf<RowVerdict>(ROW_VERDICTS);

const ListShown = z.object({
  department: DepartmentKey,
  /** Null: nothing was handed in. */
  handedIn: z
    .object({
      fileName: z.string().nullable(),
      by: z.string(),
      at: Instant,
      late: z.boolean(),
      counts: z.record(Verdict, z.int()),
      /** Sheets without a list, and columns that were not read. */
      skipped: z.array(z.string()),
      ignored: z.array(z.string()),
    })
    .nullable(),
});
const Round = z
  .object({
    roundId: IdText,
    townshipId: IdText,
    townshipName: z.string(),
    /** 'YYYY-MM' */
    month: z.string(),
    deadline: Day,
    state: keysOf<RoundState>(ROUND_STATES),
    version: Version,
    lists: z.array(ListShown),
    openDifferences: z.int(),
    /** The departments that the reader hands in for. */
    mine: z.array(DepartmentKey),
    mayMatch: z.boolean(),
    maySign: z.boolean(),
    signed: z
      .object({ by: z.string(), at: Instant, sha256: z.string(), sm3: z.string(), patients: z.int(), notAgreed: z.int() })
      .nullable(),
  })
  .meta({ id: 'ExchangeRound' });
const RoundLine = z
  .object({
    roundId: IdText,
    townshipName: z.string(),
    month: z.string(),
    deadline: Day,
    state: keysOf<RoundState>(ROUND_STATES),
    handedIn: z.int(),
  })
  .meta({ id: 'ExchangeRoundLine' });

const Value = z.string().trim().max(120);
const TypedRow = z.strictObject({
  name: Words(30),
  idNumber: Value.optional(),
  born: Value.optional(),
  values: z.partialRecord(FieldKey, Value),
});
const HandIn = z.strictObject({
  department: DepartmentKey,
  list: z.discriminatedUnion('way', [
    /** base64 of an .xlsx or a text with separators, at most 5 MB. */
    z.strictObject({ way: z.literal('file'), fileName: Words(120), file: z.base64().min(4).max(7_000_000) }),
    z.strictObject({ way: z.literal('typed'), people: z.array(TypedRow).min(1).max(200) }),
  ]),
});
const Person = z.object({ patientId: IdText, name: z.string(), born: z.string().nullable(), villageName: z.string() });
const RowShown = z
  .object({
    rowId: IdText,
    department: DepartmentKey,
    /** Where it stands in the file; sheet '' of a typed list. */
    sheet: z.string(),
    row: z.int(),
    name: z.string(),
    born: z.string().nullable(),
    verdict: Verdict,
    reasons: z.array(z.object({ code: keysOf<RowReason>(ROW_REASONS), say: z.string() })),
    /** Whom it may mean, for whoever may decide. */
    candidates: z.array(Person),
    version: Version,
  })
  .meta({ id: 'ExchangeRow' });
const RowsQuery = IdPageQuery.extend({ department: DepartmentKey.optional(), verdict: Verdict.optional() });
const OfRow = OfRound.extend({ rowId: IdText });
/** Null: none of them, the person has no file here. */
const Match = z.strictObject({ patientId: IdText.nullable(), version: Version });
const Matched = z.object({ rowId: IdText, verdict: Verdict }).meta({ id: 'ExchangeRowDecided' });

const DifferenceShown = z
  .object({
    differenceId: IdText,
    patient: Person,
    department: DepartmentKey,
    field: FieldKey,
    stated: z.string(),
    known: z.string().nullable(),
    state: keysOf<DifferenceState>(DIFFERENCE_STATES),
    value: z.string().nullable(),
    words: z.string().nullable(),
    answeredBy: z.string().nullable(),
    /** The reader's own to answer. */
    mayAnswer: z.boolean(),
    version: Version,
  })
  .meta({ id: 'ExchangeDifference' });
const DifferencesQuery = IdPageQuery.extend({ state: keysOf<DifferenceState>(DIFFERENCE_STATES).optional() });
const OfDifference = OfRound.extend({ differenceId: IdText });
const Answer = z.strictObject({ outcome: z.enum(ANSWERS), value: Words(120).optional(), words: Words(300).optional(), version: Version });
const Answered = z.object({ differenceId: IdText, state: keysOf<DifferenceState>(DIFFERENCE_STATES) }).meta({ id: 'ExchangeAnswered' });

const Sign = z.strictObject({ version: Version });
const OutcomeShown = z.object({ agreed: z.boolean(), value: z.string().nullable() }).nullable();
const ChangeShown = z
  .object({
    patient: Person,
    kind: z.enum(['added', 'gone', 'changed']),
    fields: z.array(z.object({ field: FieldKey, before: OutcomeShown, after: OutcomeShown })),
  })
  .meta({ id: 'ExchangeChange' });

const System = keysOf<OutsideSystem>(SYSTEMS);
const EntryShown = z
  .object({ patient: Person, state: keysOf<EntryState>(ENTRY_STATES).nullable(), on: Day.nullable() })
  .meta({ id: 'SystemEntry' });
const EntriesQuery = IdPageQuery.extend({ system: System });
const RecordEntry = z.strictObject({
  entryId: IdText,
  patientId: IdText,
  system: System,
  state: keysOf<EntryState>(ENTRY_STATES),
  on: Day,
});
const EntryRecorded = z.object({ entryId: IdText, state: keysOf<EntryState>(ENTRY_STATES) }).meta({ id: 'SystemEntryRecorded' });

export const listRoundsContract = contract({
  route: routes.listRounds,
  summary: 'Monthly exchanges of the reader’s townships, newest first',
  door: 'exchange:read',
  query: IdPageQuery,
  answer: PageOf(RoundLine),
  refusals: [],
});
export const readRoundContract = contract({
  route: routes.readRound,
  summary: 'How far a month’s exchange is: who handed in, what became of the rows, what is still open',
  door: 'exchange:read',
  params: OfRound,
  answer: Round,
  refusals: [],
});
export const handInListContract = contract({
  route: routes.handInList,
  summary: 'A department hands its list in, uploaded or typed; a newer one takes the place of the one before',
  door: 'exchange:hand-in',
  params: OfRound,
  body: HandIn,
  answer: Round,
  refusals: [...WORKBOOK_FAULTS, 'EXCHANGE_LIST_NOT_FOUND', 'EXCHANGE_NOT_YOUR_DEPARTMENT', 'EXCHANGE_SIGNED', 'PAYLOAD_TOO_LARGE'],
  once: true,
});
export const listRowsContract = contract({
  route: routes.listRows,
  summary: 'Rows of the lists with their verdicts: a department sees its own, the office all',
  door: 'exchange:details',
  params: OfRound,
  query: RowsQuery,
  answer: PageOf(RowShown),
  refusals: [],
});
export const matchRowContract = contract({
  route: routes.matchRow,
  summary: 'A person decides whose file a row means, or that there is none',
  door: 'exchange:match',
  params: OfRow,
  body: Match,
  answer: Matched,
  refusals: ['EXCHANGE_ROW_DECIDED', 'EXCHANGE_NOT_OFFERED', 'EXCHANGE_PERSON_TAKEN', 'EXCHANGE_SIGNED', 'STALE'],
  once: true,
});
export const listDifferencesContract = contract({
  route: routes.listDifferences,
  summary: 'Claims that something else contradicts, in the fields that the reader’s duty needs',
  door: 'exchange:details',
  params: OfRound,
  query: DifferencesQuery,
  answer: PageOf(DifferenceShown),
  refusals: [],
});
export const answerDifferenceContract = contract({
  route: routes.answerDifference,
  summary: 'The department that made a claim confirms, corrects or disputes it',
  door: 'exchange:hand-in',
  params: OfDifference,
  body: Answer,
  answer: Answered,
  refusals: [
    'EXCHANGE_ANSWERED',
    'EXCHANGE_NOT_YOUR_DEPARTMENT',
    'EXCHANGE_VALUE_UNKNOWN',
    'EXCHANGE_REASON_MISSING',
    'EXCHANGE_SIGNED',
    'STALE',
  ],
  once: true,
});
export const signRoundContract = contract({
  route: routes.signRound,
  summary: 'Signs what was agreed: hashed, frozen; what the departments handed in is erased',
  door: 'exchange:sign',
  params: OfRound,
  body: Sign,
  answer: Round,
  refusals: ['EXCHANGE_SIGNED', 'EXCHANGE_LIST_MISSING', 'EXCHANGE_ROWS_OPEN', 'EXCHANGE_DIFFERENCES_OPEN', 'STALE'],
  once: true,
});
export const listChangesContract = contract({
  route: routes.listChanges,
  summary: 'What changed between the signed package and the one before, in the fields that the reader’s duty needs',
  door: 'exchange:details',
  params: OfRound,
  query: IdPageQuery,
  answer: PageOf(ChangeShown),
  refusals: [],
});
export const listEntriesContract = contract({
  route: routes.listEntries,
  summary: 'Patients of the reader’s townships with their state of entry in a system outside',
  door: 'exchange:enter',
  query: EntriesQuery,
  answer: PageOf(EntryShown),
  refusals: [],
});
export const recordEntryContract = contract({
  route: routes.recordEntry,
  summary: 'Records that a patient was entered in a system outside, or removed from it',
  door: 'exchange:enter',
  body: RecordEntry,
  answer: EntryRecorded,
  refusals: ['INPUT_INVALID', 'EXCHANGE_NOT_YOUR_DEPARTMENT'],
  once: true,
});

export type OfRound = z.input<typeof OfRound>;
export type OfRow = z.input<typeof OfRow>;
export type OfDifference = z.input<typeof OfDifference>;
export type RoundsQuery = z.input<typeof IdPageQuery>;
export type RowsQuery = z.input<typeof RowsQuery>;
export type DifferencesQuery = z.input<typeof DifferencesQuery>;
export type EntriesQuery = z.input<typeof EntriesQuery>;
export type HandInBody = z.input<typeof HandIn>;
export type MatchBody = z.input<typeof Match>;
export type AnswerBody = z.input<typeof Answer>;
export type SignBody = z.input<typeof Sign>;
export type RecordEntryBody = z.input<typeof RecordEntry>;
export type RoundAnswer = z.infer<typeof Round>;
export type RowAnswer = z.infer<typeof RowShown>;
export type DifferenceAnswer = z.infer<typeof DifferenceShown>;
export type ChangeAnswer = z.infer<typeof ChangeShown>;
export type EntryAnswer = z.infer<typeof EntryShown>;
type Page<Row> = { rows: Row[]; next: string | null };
export type RoundsPage = Page<z.infer<typeof RoundLine>>;
export type RowsPage = Page<RowAnswer>;
export type DifferencesPage = Page<DifferenceAnswer>;
export type ChangesPage = Page<ChangeAnswer>;
export type EntriesPage = Page<EntryAnswer>;
export type MatchedAnswer = z.infer<typeof Matched>;
export type AnsweredAnswer = z.infer<typeof Answered>;
export type EntryRecordedAnswer = z.infer<typeof EntryRecorded>;
