import { RECORD_KEYS, type FileKey, type FileValues, type PersonField } from '@guanhu/shared/registry/file-fields';
import { BLANK_FILE, differingKeys } from '@guanhu/shared/registry/file-values.rules';
import { documentKey, type IdType } from '@guanhu/shared/registry/id-document.rules';
import type { PatientState } from '@guanhu/shared/registry/registry.terms';
import { startOf, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';

export type FileRow = {
  readonly id: Id;
  readonly state: PatientState;
  readonly villageId: Id;
  readonly townshipId: Id;
  readonly mergedInto: Id | null;
  readonly version: number;
  readonly values: FileValues;
};

/** Columns of the patient's row in which fields are sealed. */
const SEALED = {
  name: 'name_sealed',
  idNumber: 'id_number_sealed',
  phone: 'phone_sealed',
  address: 'address_sealed',
  diagnosis: 'diagnosis_sealed',
} as const satisfies Partial<Record<PersonField, string>>;
type SealedField = keyof typeof SEALED;
const SEALED_FIELDS = Object.keys(SEALED) as readonly SealedField[];

type Row = { readonly [F in SealedField as (typeof SEALED)[F]]: Buffer | null } & {
  id: Id;
  state: PatientState;
  village_id: Id;
  township_id: Id;
  merged_into: Id | null;
  version: number;
  id_type: string | null;
  sex: string | null;
  born: string | null;
  values_sealed: Buffer | null;
};

const inPatient = (row: Id, column: string) => ({ table: 'patient', row, column });
const inRecord = (row: Id) => ({ table: 'supplement_record', row, column: 'values_sealed' });

function opened(vault: CountyVault, row: Row): FileRow {
  const open = (field: SealedField) => {
    const sealed = row[SEALED[field]];
    return sealed === null ? null : vault.open(inPatient(row.id, SEALED[field]), sealed);
  };
  const record = row.values_sealed === null ? {} : (JSON.parse(vault.open(inRecord(row.id), row.values_sealed)) as Partial<FileValues>);
  return {
    id: row.id,
    state: row.state,
    villageId: row.village_id,
    townshipId: row.township_id,
    mergedInto: row.merged_into,
    version: row.version,
    values: {
      ...BLANK_FILE,
      ...record,
      ...Object.fromEntries(SEALED_FIELDS.map(field => [field, open(field)])),
      idType: row.id_type,
      sex: row.sex,
      born: row.born,
    },
  };
}

const COLUMNS = `patient.id, state, village_id, township_id, merged_into, version, id_type, sex, born, ${Object.values(SEALED).join(', ')}, values_sealed`;
const FILES = `FROM patient LEFT JOIN supplement_record AS record ON record.county_id = $1 AND record.id = patient.id WHERE patient.county_id = $1`;

/** Whole files, in no order. */
export async function readFiles(reader: Reader, vault: CountyVault, ids: readonly Id[]): Promise<FileRow[]> {
  const rows = await reader.sql<Row>(`SELECT ${COLUMNS} ${FILES} AND patient.id = ANY($2::uuid[])`, [reader.countyId, ids]);
  return rows.map(row => opened(vault, row));
}

/** The same, locked until the transaction ends; two that lock the same files take turns. */
export async function lockFiles(tx: Tx, vault: CountyVault, ids: readonly Id[]): Promise<FileRow[]> {
  await tx.sql('SELECT id FROM patient WHERE county_id = $1 AND id = ANY($2::uuid[]) ORDER BY id FOR UPDATE', [tx.countyId, ids]);
  return readFiles(tx, vault, ids);
}

const text = (values: FileValues, key: FileKey): string | null => {
  const value = values[key];
  return typeof value === 'string' ? value : null;
};

/** What a document is found by. */
export const documentDigest = (vault: CountyVault, type: IdType, number: string): Buffer =>
  vault.digest('id-number', documentKey(type, number));

/** Writes the file as it is now. The row has been locked. */
export async function updateFile(tx: Tx, vault: CountyVault, before: FileRow, values: FileValues): Promise<void> {
  const { id } = before;
  const seal = (field: SealedField) => {
    const value = text(values, field);
    return value === null ? null : vault.seal(inPatient(id, SEALED[field]), value);
  };
  const [idType, idNumber] = [text(values, 'idType') as IdType | null, text(values, 'idNumber')];
  await tx.sql(
    `UPDATE patient SET name_sealed = $3, name_digest = $4, id_type = $5, id_number_sealed = $6, id_number_digest = $7, born = $8, sex = $9,
       phone_sealed = $10, address_sealed = $11, diagnosis_sealed = $12, version = version + 1
     WHERE county_id = $1 AND id = $2`,
    [
      tx.countyId,
      id,
      seal('name'),
      vault.digest('patient-name', text(values, 'name') ?? ''),
      idType,
      seal('idNumber'),
      idType === null || idNumber === null ? null : documentDigest(vault, idType, idNumber),
      text(values, 'born'),
      text(values, 'sex'),
      seal('phone'),
      seal('address'),
      seal('diagnosis'),
    ],
  );
  const changed = differingKeys(before.values, values);
  if (!changed.some(key => (RECORD_KEYS as readonly string[]).includes(key))) return;
  const record = Object.fromEntries(RECORD_KEYS.flatMap(key => (values[key] === null ? [] : [[key, values[key]]])));
  await tx.sql(
    `INSERT INTO supplement_record (county_id, id, values_sealed) VALUES ($1, $2, $3)
     ON CONFLICT (county_id, id) DO UPDATE SET values_sealed = excluded.values_sealed`,
    [tx.countyId, id, vault.seal(inRecord(id), JSON.stringify(record))],
  );
}

/** Two who write the same document take turns until their transactions end. */
export async function lockDocument(tx: Tx, digest: Buffer): Promise<void> {
  await tx.sql('SELECT pg_advisory_xact_lock($1, hashtext($2))', [tx.countyId, digest.toString('hex')]);
}

export type DocumentHolder = { readonly id: Id; readonly path: readonly Id[] };

/** The file that answers for a document, with its areas: the one that has it, else the one that goes on for a merged file that has it. */
export async function readHolder(reader: Reader, digest: Buffer): Promise<DocumentHolder | undefined> {
  const [row] = await reader.sql<DocumentHolder>(
    `WITH RECURSIVE chain (id, merged_into) AS (
       SELECT id, merged_into FROM patient WHERE county_id = $1 AND id_number_digest = $2
       UNION SELECT next.id, next.merged_into FROM chain JOIN patient AS next ON next.county_id = $1 AND next.id = chain.merged_into
     )
     SELECT chain.id, area.path FROM chain JOIN patient ON patient.county_id = $1 AND patient.id = chain.id
       JOIN area ON area.county_id = $1 AND area.id = patient.village_id
     WHERE chain.merged_into IS NULL ORDER BY (patient.id_number_digest IS NOT DISTINCT FROM $2) DESC LIMIT 1`,
    [reader.countyId, digest],
  );
  return row;
}

/** The file in which this one goes on, also by way of others; null for one that was not merged. */
export async function readKept(reader: Reader, id: Id): Promise<Id | null> {
  const [row] = await reader.sql<{ id: Id }>(
    `WITH RECURSIVE chain (id, merged_into) AS (
       SELECT id, merged_into FROM patient WHERE county_id = $1 AND id = $2 AND merged_into IS NOT NULL
       UNION SELECT next.id, next.merged_into FROM chain JOIN patient AS next ON next.county_id = $1 AND next.id = chain.merged_into
     ) SELECT id FROM chain WHERE merged_into IS NULL`,
    [reader.countyId, id],
  );
  return row?.id ?? null;
}

/** This file and every one that was merged into it, also by way of others. */
export async function readLineage(reader: Reader, id: Id): Promise<Id[]> {
  const rows = await reader.sql<{ id: Id }>(
    `WITH RECURSIVE lineage (id) AS (
       SELECT $2::uuid UNION SELECT patient.id FROM lineage JOIN patient ON patient.county_id = $1 AND patient.merged_into = lineage.id
     ) SELECT id FROM lineage`,
    [reader.countyId, id],
  );
  return rows.map(row => row.id);
}

/** What stands in the place of a name that was taken out. */
const NOBODY = '（已去除身份）';

/** Files of a suspicion that was not confirmed, closed before this day in China, which still have a name. */
export async function readUnconfirmed(reader: Reader, before: CalendarDate): Promise<Id[]> {
  const rows = await reader.sql<{ id: Id }>(
    `SELECT id FROM patient WHERE county_id = $1 AND state = 'notConfirmed' AND care_changed_at < $2 AND name_digest <> ''::bytea`,
    [reader.countyId, startOf(before)],
  );
  return rows.map(row => row.id);
}

/** Takes everything out of these files that says of whom they are. */
export async function forgetPersons(tx: Tx, vault: CountyVault, ids: readonly Id[]): Promise<void> {
  if (ids.length === 0) return;
  const sealed = (place: (id: Id) => Parameters<CountyVault['seal']>[0], text: string) => ids.map(id => vault.seal(place(id), text));
  await tx.sql(
    `UPDATE patient SET name_sealed = blank.name, name_digest = ''::bytea, id_type = NULL, id_number_sealed = NULL, id_number_digest = NULL, born = NULL,
       sex = NULL, phone_sealed = NULL, address_sealed = NULL, diagnosis_sealed = NULL, version = version + 1
     FROM unnest($2::uuid[], $3::bytea[]) AS blank (id, name) WHERE patient.county_id = $1 AND patient.id = blank.id`,
    [tx.countyId, ids, sealed(id => inPatient(id, 'name_sealed'), NOBODY)],
  );
  await tx.sql(
    `UPDATE supplement_record SET values_sealed = blank.sealed FROM unnest($2::uuid[], $3::bytea[]) AS blank (id, sealed)
     WHERE supplement_record.county_id = $1 AND supplement_record.id = blank.id`,
    [tx.countyId, ids, sealed(inRecord, '{}')],
  );
}

export type NamedFile = { readonly id: Id; readonly name: string; readonly born: string | null };

/** Names and births of the files in these areas, never more than `most`; those merged into others are not among them. */
export async function readNamed(reader: Reader, vault: CountyVault, areas: readonly Id[], most: number): Promise<NamedFile[]> {
  const rows = await reader.sql<{ id: Id; name_sealed: Buffer; born: string | null }>(
    `SELECT patient.id, name_sealed, born FROM patient JOIN area ON area.county_id = $1 AND area.id = patient.village_id
     WHERE patient.county_id = $1 AND patient.state <> 'merged' AND area.path && $2::uuid[] ORDER BY patient.id LIMIT $3`,
    [reader.countyId, areas, most],
  );
  return rows.map(({ id, name_sealed, born }) => ({ id, born, name: vault.open(inPatient(id, 'name_sealed'), name_sealed) }));
}
