import { z } from 'zod';
import { contract, IdPageQuery, IdText, Instant, PageOf, Version, Words } from '../kernel/contract.ts';
import { IMPORT_STATES } from './import.terms.ts';
import { WORKBOOK_FAULTS } from './intake.refusals.ts';
import * as routes from './intake.routes.ts';

const ImportParams = z.strictObject({ importId: IdText });
/** base64 of an .xlsx of at most 5 MB. */
const Workbook = z.base64().min(4).max(7_000_000);
const Preview = z.strictObject({
  townshipId: IdText,
  fileName: Words(120),
  list: Workbook,
  /** The second file, when the details are not a sheet of the first. */
  details: Workbook.optional(),
});
const VERDICTS = ['create', 'unchanged', 'change', 'needsConfirmation', 'refused'] as const;
const Place = { sheet: z.string(), row: z.int(), column: z.string() };
const ReasonShown = z.object({ ...Place, code: z.string(), weight: z.enum(['refusal', 'question', 'notice']), say: z.string() });
const RowShown = z
  .object({
    key: z.string(),
    part: z.enum(['list', 'details']),
    sheet: z.string(),
    row: z.int(),
    /** As the file writes them, for the official to recognise the row. */
    patient: z.string(),
    village: z.string(),
    verdict: z.enum(VERDICTS),
    reasons: z.array(ReasonShown),
    /** Mismatches that must be answered first. */
    waitsFor: z.array(z.string()),
    /** The row that carries this patient's writes; rows of one patient are confirmed together. */
    lead: z.string(),
  })
  .meta({ id: 'ImportRow' });
const MismatchShown = z
  .object({
    key: z.string(),
    code: z.string(),
    say: z.string(),
    rows: z.array(z.string()),
    options: z.array(z.object({ value: z.string(), label: z.string() })),
    answer: z.string().nullable(),
    open: z.boolean(),
  })
  .meta({ id: 'ImportMismatch' });
const State = z.enum(IMPORT_STATES);
const ImportPreview = z
  .object({
    importId: IdText,
    state: State,
    fileName: z.string(),
    madeAt: Instant,
    version: Version,
    rows: z.array(RowShown),
    mismatches: z.array(MismatchShown),
    /** What is wrong with the sheets as wholes. */
    problems: z.array(ReasonShown),
    counts: z.record(z.enum(VERDICTS), z.int()),
  })
  .meta({ id: 'ImportPreview' });
const Answers = z.strictObject({ answers: z.record(z.string().max(300), z.string().max(300)), version: Version });
const Confirm = z.strictObject({
  /** Of the list and of the details: two rows a patient. */
  rows: z.array(z.string().max(40)).min(1).max(10_200),
  version: Version,
});
const Discard = z.strictObject({ version: Version });
const Discarded = z.object({ importId: IdText, state: State }).meta({ id: 'DiscardedImport' });
const ImportResult = z
  .object({ importId: IdText, patients: z.int(), people: z.int(), seats: z.int(), guardianships: z.int() })
  .meta({ id: 'ImportResult' });
const ImportLine = z.object({ importId: IdText, fileName: z.string(), state: State, madeAt: Instant });

const readFile = [...WORKBOOK_FAULTS, 'LIST_NOT_FOUND', 'PAYLOAD_TOO_LARGE'] as const;
export const previewImportContract = contract({
  route: routes.previewImport,
  summary: 'Reads a responsibility list and shows what would happen, row by row',
  door: 'import:write',
  body: Preview,
  answer: ImportPreview,
  refusals: readFile,
  once: true,
});
export const listImportsContract = contract({
  route: routes.listImports,
  summary: 'Imports of the areas the reader answers for, newest first',
  door: 'import:write',
  query: IdPageQuery,
  answer: PageOf(ImportLine),
  refusals: [],
});
export const readImportContract = contract({
  route: routes.readImport,
  summary: 'A preview as it stands now',
  door: 'import:write',
  params: ImportParams,
  answer: ImportPreview,
  refusals: [],
});
export const answerImportContract = contract({
  route: routes.answerImport,
  summary: 'Answers to the mismatches of a preview',
  door: 'import:write',
  params: ImportParams,
  body: Answers,
  answer: ImportPreview,
  refusals: ['IMPORT_NOT_OPEN', 'IMPORT_ANSWER_UNKNOWN', 'STALE'],
  once: true,
});
export const confirmImportContract = contract({
  route: routes.confirmImport,
  summary: 'Writes the rows named, together or not at all',
  door: 'import:write',
  params: ImportParams,
  body: Confirm,
  answer: ImportResult,
  refusals: ['IMPORT_NOT_OPEN', 'IMPORT_ROW_NOT_READY', 'STALE'],
  once: true,
});
export const discardImportContract = contract({
  route: routes.discardImport,
  summary: 'Puts a preview aside; nothing of it is written',
  door: 'import:write',
  params: ImportParams,
  body: Discard,
  answer: Discarded,
  refusals: ['IMPORT_NOT_OPEN', 'STALE'],
  once: true,
});

export type ImportParams = z.input<typeof ImportParams>;
export type ImportsQuery = z.input<typeof IdPageQuery>;
export type PreviewBody = z.input<typeof Preview>;
export type AnswersBody = z.input<typeof Answers>;
export type ConfirmBody = z.input<typeof Confirm>;
export type DiscardBody = z.input<typeof Discard>;
export type DiscardAnswer = z.infer<typeof Discarded>;
export type ImportPreview = z.infer<typeof ImportPreview>;
export type ImportResult = z.infer<typeof ImportResult>;
export type ImportsPage = { rows: z.infer<typeof ImportLine>[]; next: string | null };
