import { z } from 'zod';
import { IssuedInvitation } from '../access/access.contract.ts';
import { contract, Day, IdPageQuery, IdText, NamePart, PageOf, PartialDay, keysOf } from '../kernel/contract.ts';
import { DIAGNOSIS_CODES } from './diagnosis.rules.ts';
import { GUARDIAN_RELATION_CODES } from './guardian-relation.rules.ts';
import * as routes from './registry.routes.ts';
import { PATIENT_STATES, SEXES, type PatientState, type Sex } from './registry.terms.ts';

export const State = keysOf<PatientState>(PATIENT_STATES).meta({ id: 'PatientState' });
export const PatientParams = z.strictObject({ patientId: IdText });
const GuardianParams = PatientParams.extend({ personId: IdText });
const PatientsQuery = IdPageQuery.extend({ villageId: IdText.optional(), state: State.optional() });
const SearchPatientsBody = PatientsQuery.extend({ q: NamePart });

export const PatientRow = z
  .object({ patientId: IdText, name: z.string(), villageId: IdText, villageName: z.string(), state: State })
  .meta({ id: 'PatientRow' });

const GuardianShown = z.object({
  personId: IdText,
  name: z.string(),
  phone: z.string().nullable(),
  relation: z.enum(GUARDIAN_RELATION_CODES as [string, ...string[]]).nullable(),
  isPrimary: z.boolean(),
  since: Day,
  /** Whether the guardian has bound a WeChat account. */
  bound: z.boolean(),
});

const PatientFile = z
  .object({
    patientId: IdText,
    name: z.string(),
    villageId: IdText,
    villageName: z.string(),
    townshipName: z.string(),
    state: State,
    sex: keysOf<Sex>(SEXES).nullable(),
    born: PartialDay.nullable(),
    /** Only the last four characters; the whole number is for duties that need it. */
    idNumberEnd: z.string().nullable(),
    phone: z.string().nullable(),
    diagnosis: z.enum(DIAGNOSIS_CODES as [string, ...string[]]).nullable(),
    guardians: z.array(GuardianShown),
    version: z.int(),
  })
  .meta({ id: 'PatientFile' });

const Ward = z
  .object({
    patientId: IdText,
    /** How a screen calls the patient: the guardian's own word (父母, 子女 …), never a name. */
    label: z.string(),
    isPrimary: z.boolean(),
    state: State,
    /** The guardian for whom the reader acts; null for a guardian's own ward. */
    onBehalfOf: z.string().nullable(),
  })
  .meta({ id: 'Ward' });

export const listPatientsContract = contract({
  route: routes.listPatients,
  summary: 'The files the reader answers for, oldest first',
  door: 'patient:read',
  query: PatientsQuery,
  answer: PageOf(PatientRow),
  refusals: [],
});
export const searchPatientsContract = contract({
  route: routes.searchPatients,
  summary: 'The files the reader answers for whose name or its pinyin has this part',
  door: 'patient:read',
  body: SearchPatientsBody,
  answer: PageOf(PatientRow),
  refusals: [],
});
export const readPatientContract = contract({
  route: routes.readPatient,
  summary: 'One file',
  door: 'patient:read',
  params: PatientParams,
  answer: PatientFile,
  refusals: [],
});
/** Never kept for a repeated request: a code lost on the way is replaced by issuing another. */
export const inviteGuardianContract = contract({
  route: routes.inviteGuardian,
  summary: 'Invite a guardian of the patient to bind their WeChat account',
  door: 'guardian:invite',
  params: GuardianParams,
  answer: IssuedInvitation,
  refusals: ['NOT_FOUND_OR_NO_ACCESS', 'PHONE_MISSING'],
});
export const listWardsContract = contract({
  route: routes.listWards,
  summary: 'The people a guardian looks after, by relation',
  door: 'signed-in',
  answer: z.object({ rows: z.array(Ward) }),
  refusals: [],
});

export type GuardianParams = z.input<typeof GuardianParams>;
export type PatientParams = z.input<typeof PatientParams>;
export type PatientsQuery = z.input<typeof PatientsQuery>;
export type SearchPatientsBody = z.input<typeof SearchPatientsBody>;
export type PatientRow = z.infer<typeof PatientRow>;
export type PatientsPage = { rows: PatientRow[]; next: string | null };
export type PatientFile = z.infer<typeof PatientFile>;
export type Ward = z.infer<typeof Ward>;
export type Wards = { rows: Ward[] };
