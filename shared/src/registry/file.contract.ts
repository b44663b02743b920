import { z } from 'zod';
import { contract, Instant, IdText, keysOf, PageOf, PageQuery, PartialDay, Version, Words } from '../kernel/contract.ts';
import { LIKENESSES } from './duplicate.rules.ts';
import { FILE_FIELDS, FILE_KEYS, type FileChange, type FileField, type FileKey, type FileValues } from './file-fields.ts';
import * as routes from './file.routes.ts';
import { ID_TYPES } from './id-document.rules.ts';
import { PatientParams, State } from './registry.contract.ts';
import { FIRST_STATES, SEXES } from './registry.terms.ts';

/** A mobile, a landline with or without its area, or a short number. */
const TELEPHONE = /^(?:1[3-9]\d{9}|(?:0\d{2,3}-?)?\d{7,8}|\d{3,6})$/;
/** Six digits of GB/T 2260, or nine or twelve with township and village. */
const AREA_CODE = /^\d{6}(?:\d{3}|\d{6})?$/;

function valueSchema(field: FileField): z.ZodType {
  switch (field.kind) {
    case 'code':
      return keysOf(field.options);
    case 'codes':
      return z
        .array(keysOf(field.options))
        .min(1)
        .max(Object.keys(field.options).length)
        .refine(list => new Set(list).size === list.length, { message: 'the same code twice' });
    case 'count':
      return z.int().min(0).max(9999);
    case 'date':
      return PartialDay;
    case 'words':
      return Words(field.most);
    case 'telephone':
      return z.string().regex(TELEPHONE);
    case 'area':
      return z.string().regex(AREA_CODE);
  }
}

const fieldsOf = (wrap: (schema: z.ZodType) => z.ZodType) =>
  Object.fromEntries(FILE_KEYS.map(key => [key, wrap(valueSchema(FILE_FIELDS[key]).nullable())]));
/** The whole record; null is a blank. */
export const FileShown = z.object(fieldsOf(schema => schema)).meta({ id: 'FileValues' }) as unknown as z.ZodType<FileValues, FileValues>;
/** Fields to set; null makes one blank. */
const FileSet = z
  .strictObject(fieldsOf(schema => schema.optional()))
  .refine(set => Object.values(set).some(value => value !== undefined), { message: 'nothing to set' })
  .meta({ id: 'FileChange' }) as unknown as z.ZodType<FileChange, FileChange>;

const RecordAnswer = z
  .object({
    patientId: IdText,
    villageName: z.string(),
    townshipName: z.string(),
    state: State,
    values: FileShown,
    mayWrite: z.boolean(),
    version: z.int(),
  })
  .meta({ id: 'RecordAnswer' });
const WriteRecordBody = z.strictObject({ version: Version, set: FileSet });
const RecordWritten = z.object({ patientId: IdText, version: z.int() });

const FieldKey = z.enum(FILE_KEYS as readonly [FileKey, ...FileKey[]]);
const Value = z.union([z.string(), z.number(), z.array(z.string())]).nullable();
/** One act on the file. `before` and `after` hold what it changed, by the names of the fields; they may have been erased by law. */
const HistoryRow = z
  .object({
    deedId: IdText,
    at: Instant,
    /** Null: the system by itself. */
    by: z.object({ personId: IdText, name: z.string() }).nullable(),
    act: z.string(),
    objectKind: z.string(),
    /** Done to a file that was merged into this one. */
    ofMerged: z.boolean(),
    changes: z.array(z.object({ field: z.string(), before: Value, after: Value })),
  })
  .meta({ id: 'HistoryRow' });

const Described = {
  villageId: IdText,
  name: Words(30),
  idType: keysOf(ID_TYPES).optional(),
  idNumber: Words(30).optional(),
  born: PartialDay.optional(),
};
const DuplicatesBody = z.strictObject(Described);
export const Duplicate = z
  .object({
    patientId: IdText,
    name: z.string(),
    villageName: z.string(),
    state: State,
    born: PartialDay.nullable(),
    idNumberEnd: z.string().nullable(),
    likeness: keysOf(LIKENESSES),
  })
  .meta({ id: 'Duplicate' });
const Duplicates = z.object({
  rows: z.array(Duplicate),
  /** The document is on a file that the caller may not see: nothing more is said of it. */
  elsewhere: z.boolean(),
});
const CreatePatientBody = z
  .strictObject({
    /** Made by whoever creates, so that sending twice creates once. */
    patientId: IdText,
    ...Described,
    /** Where the file begins: suspected (not diagnosed), registered (diagnosed, consent or team not complete) or in care. */
    state: z.enum(FIRST_STATES),
    /** By what that is known: who suspects it, which hospital diagnosed it. Asked for before care begins. */
    stateReason: Words(200).optional(),
    sex: keysOf(SEXES).optional(),
    phone: z.string().regex(TELEPHONE).optional(),
    /** Why it is another person than those found. */
    reason: Words(200).optional(),
  })
  .refine(body => body.state === 'inCare' || body.stateReason !== undefined, {
    path: ['stateReason'],
    message: 'how it is known, before care begins',
  });
const CreatedPatient = z.object({ patientId: IdText });
const LocateBody = z.strictObject({ idType: keysOf(ID_TYPES), idNumber: Words(30) });
const Located = z.object({
  rows: z.array(z.object({ patientId: IdText, name: z.string(), villageName: z.string(), townshipName: z.string(), state: State })),
});

export const readRecordContract = contract({
  route: routes.readRecord,
  summary: 'The whole record of a person: supplement record and national extras',
  door: 'record:read',
  params: PatientParams,
  answer: RecordAnswer,
  refusals: [],
});
export const writeRecordContract = contract({
  route: routes.writeRecord,
  summary: 'Set fields of the record',
  door: 'patient:write',
  params: PatientParams,
  body: WriteRecordBody,
  answer: RecordWritten,
  refusals: ['STALE', 'FILE_NOT_RIGHT', 'DOCUMENT_TAKEN'],
  once: true,
});
export const readFileHistoryContract = contract({
  route: routes.readFileHistory,
  summary: 'Who did what to the file, newest first, with old and new values',
  door: 'record:read',
  params: PatientParams,
  query: PageQuery,
  answer: PageOf(HistoryRow),
  refusals: [],
});
export const findDuplicatesContract = contract({
  route: routes.findDuplicates,
  summary: 'Files within the reader’s sight that may be of this person, and whether the document is on one elsewhere',
  door: 'patient:write',
  body: DuplicatesBody,
  answer: Duplicates,
  refusals: ['NOT_FOUND_OR_NO_ACCESS', 'FILE_NOT_RIGHT'],
});
export const createPatientContract = contract({
  route: routes.createPatient,
  summary: 'Open a file by hand',
  door: 'patient:write',
  body: CreatePatientBody,
  answer: CreatedPatient,
  refusals: ['NOT_FOUND_OR_NO_ACCESS', 'FILE_NOT_RIGHT', 'DOCUMENT_TAKEN', 'PATIENT_MAY_EXIST', 'PATIENT_EXISTS'],
  once: true,
});
export const locatePatientContract = contract({
  route: routes.locatePatient,
  summary: 'Where the file with exactly this document is kept',
  door: 'patient:locate',
  body: LocateBody,
  answer: Located,
  refusals: ['FILE_NOT_RIGHT'],
});

export { FieldKey };
export type RecordAnswer = z.infer<typeof RecordAnswer>;
export type WriteRecordBody = z.input<typeof WriteRecordBody>;
export type RecordWritten = z.infer<typeof RecordWritten>;
export type HistoryQuery = z.input<typeof PageQuery>;
export type HistoryRow = z.infer<typeof HistoryRow>;
export type HistoryPage = { rows: HistoryRow[]; next: string | null };
export type DuplicatesBody = z.input<typeof DuplicatesBody>;
export type Duplicate = z.infer<typeof Duplicate>;
export type Duplicates = z.infer<typeof Duplicates>;
export type CreatePatientBody = z.input<typeof CreatePatientBody>;
export type CreatedPatient = z.infer<typeof CreatedPatient>;
export type LocateBody = z.input<typeof LocateBody>;
export type Located = z.infer<typeof Located>;
