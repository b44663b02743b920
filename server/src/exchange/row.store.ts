import type { DepartmentRow } from '@guanhu/shared/exchange/department-list.rules';
import type { Department, RowVerdict } from '@guanhu/shared/exchange/exchange.terms';
import type { RowMatch } from '@guanhu/shared/exchange/match.rules';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { PartialDate } from '@guanhu/shared/kernel/partial-date';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';
import { openPatientName } from '../registry/registry.public.ts';

const place = (row: Id) => ({ table: 'exchange_row', row, column: 'content_sealed' });
const opened = (vault: CountyVault, id: Id, sealed: Buffer): DepartmentRow => JSON.parse(vault.open(place(id), sealed)) as DepartmentRow;

type NewRow = RowMatch & { readonly id: Id; readonly content: DepartmentRow };

/** One statement for many rows. */
export async function insertRows(
  tx: Tx,
  vault: CountyVault,
  { roundId, department }: { roundId: Id; department: Department },
  rows: readonly NewRow[],
): Promise<void> {
  // A list of lists of different length is no array of PostgreSQL: the candidates go as text.
  await tx.sqlOfMany(
    `INSERT INTO exchange_row (county_id, id, round_id, department, verdict, patient_id, candidates, content_sealed)
     SELECT $1, id, $2, $3, verdict, patient_id, candidates::uuid[], content
     FROM unnest($4::uuid[], $5::text[], $6::uuid[], $7::text[], $8::bytea[]) AS row (id, verdict, patient_id, candidates, content)`,
    [
      tx.countyId,
      roundId,
      department,
      rows.map(row => row.id),
      rows.map(row => row.verdict),
      rows.map(row => row.patientId),
      rows.map(row => `{${row.candidates.join(',')}}`),
      rows.map(row => vault.seal(place(row.id), JSON.stringify(row.content))),
    ],
  );
}

/** Files of the township that have one of these numbers. */
export const findByNumber = (
  reader: Reader,
  townshipId: Id,
  digests: readonly Buffer[],
): Promise<{ id: Id; number: Buffer; name: Buffer; born: PartialDate | null }[]> =>
  reader.sqlOfMany(
    `SELECT id, id_number_digest AS number, name_digest AS name, born FROM patient
     WHERE county_id = $1 AND id_number_digest = ANY($3::bytea[]) AND township_id = $2 AND state <> ALL('{suspected,notConfirmed,merged}')`,
    [reader.countyId, townshipId, digests],
  );

/** Files of the township that have one of these names. */
export const findByName = (
  reader: Reader,
  townshipId: Id,
  digests: readonly Buffer[],
): Promise<{ id: Id; name: Buffer; born: PartialDate | null }[]> =>
  reader.sqlOfMany(
    `SELECT id, name_digest AS name, born FROM patient
     WHERE county_id = $1 AND name_digest = ANY($3::bytea[]) AND township_id = $2 AND state <> ALL('{suspected,notConfirmed,merged}') ORDER BY id`,
    [reader.countyId, townshipId, digests],
  );

/** Takes away what a department handed in before. @returns the patients whom it was about */
export async function deleteRows(tx: Tx, roundId: Id, department: Department): Promise<Id[]> {
  const rows = await tx.sql<{ patient_id: Id | null }>(
    'DELETE FROM exchange_row WHERE county_id = $1 AND round_id = $2 AND department = $3 RETURNING patient_id',
    [tx.countyId, roundId, department],
  );
  return rows.flatMap(row => row.patient_id ?? []);
}

/** The round is signed: nobody needs any more what was handed in. */
export async function eraseRows(tx: Tx, roundId: Id): Promise<void> {
  await tx.sql('DELETE FROM exchange_row WHERE county_id = $1 AND round_id = $2', [tx.countyId, roundId]);
}

type ShownRow = {
  readonly id: Id;
  readonly department: Department;
  readonly verdict: RowVerdict;
  readonly candidates: readonly Id[];
  readonly version: number;
  readonly content: DepartmentRow;
};
type Sealed = Omit<ShownRow, 'content'> & { content_sealed: Buffer };
const READ = 'SELECT id, department, verdict, candidates, version, content_sealed FROM exchange_row WHERE county_id = $1 AND round_id = $2';
const shown = (vault: CountyVault, { content_sealed, ...row }: Sealed): ShownRow => ({
  ...row,
  content: opened(vault, row.id, content_sealed),
});

/** Rows of these departments as they were handed in, after `after`. */
export async function readRows(
  reader: Reader,
  vault: CountyVault,
  page: { roundId: Id; departments: readonly Department[]; verdict: RowVerdict | null; after: Id | null; limit: number },
): Promise<ShownRow[]> {
  const rows = await reader.sql<Sealed>(
    `${READ} AND department = ANY($3::text[]) AND ($4::text IS NULL OR verdict = $4) AND ($5::uuid IS NULL OR id > $5) ORDER BY id LIMIT $6`,
    [reader.countyId, page.roundId, page.departments, page.verdict, page.after, page.limit],
  );
  return rows.map(row => shown(vault, row));
}

export async function readRow(tx: Tx, vault: CountyVault, roundId: Id, id: Id): Promise<ShownRow | undefined> {
  const [row] = await tx.sql<Sealed>(`${READ} AND id = $3 FOR UPDATE`, [tx.countyId, roundId, id]);
  return row && shown(vault, row);
}

/** Whether another row of the department is about the patient already. */
export async function isTaken(tx: Tx, roundId: Id, department: Department, patientId: Id): Promise<boolean> {
  const rows = await tx.sql('SELECT 1 FROM exchange_row WHERE county_id = $1 AND round_id = $2 AND department = $3 AND patient_id = $4', [
    tx.countyId,
    roundId,
    department,
    patientId,
  ]);
  return rows.length > 0;
}

export async function decideRow(tx: Tx, id: Id, verdict: RowVerdict, patientId: Id | null): Promise<void> {
  await tx.sql('UPDATE exchange_row SET verdict = $3, patient_id = $4, version = version + 1 WHERE county_id = $1 AND id = $2', [
    tx.countyId,
    id,
    verdict,
    patientId,
  ]);
}

export type ClaimRow = { readonly patientId: Id; readonly department: Department; readonly content: DepartmentRow };

/** What every department says of these patients. */
export async function readClaims(reader: Reader, vault: CountyVault, roundId: Id, patientIds: readonly Id[]): Promise<ClaimRow[]> {
  const rows = await reader.sqlOfMany<{ id: Id; patientId: Id; department: Department; content_sealed: Buffer }>(
    `SELECT id, patient_id AS "patientId", department, content_sealed FROM exchange_row
     WHERE county_id = $1 AND round_id = $2 AND patient_id = ANY($3::uuid[]) ORDER BY patient_id, department`,
    [reader.countyId, roundId, patientIds],
  );
  return rows.map(({ id, patientId, department, content_sealed }) => ({
    patientId,
    department,
    content: opened(vault, id, content_sealed),
  }));
}

/** Patients of a round in the order of their ids, after `after`. */
export async function readMatched(reader: Reader, roundId: Id, after: Id | null, limit: number): Promise<Id[]> {
  const rows = await reader.sqlOfMany<{ patient_id: Id }>(
    `SELECT DISTINCT patient_id FROM exchange_row
     WHERE county_id = $1 AND round_id = $2 AND patient_id IS NOT NULL AND ($3::uuid IS NULL OR patient_id > $3) ORDER BY patient_id LIMIT $4`,
    [reader.countyId, roundId, after, limit],
  );
  return rows.map(row => row.patient_id);
}

type PersonRow = { readonly patientId: Id; readonly name: string; readonly born: string | null; readonly villageName: string };

/** Who these patients are. */
export async function readPersons(reader: Reader, vault: CountyVault, ids: readonly Id[]): Promise<Map<Id, PersonRow>> {
  const rows = await reader.sqlOfMany<{ id: Id; name_sealed: Buffer; born: string | null; villageName: string }>(
    `SELECT patient.id, name_sealed, born, area.name AS "villageName" FROM patient
     JOIN area ON area.county_id = $1 AND area.id = patient.village_id WHERE patient.county_id = $1 AND patient.id = ANY($2::uuid[])`,
    [reader.countyId, ids],
  );
  return new Map(
    rows.map(({ id, name_sealed, born, villageName }) => [
      id,
      { patientId: id, name: openPatientName(vault, id, name_sealed), born, villageName },
    ]),
  );
}

/** Rows of one patient together. */
export function byPatient<Row extends { readonly patientId: Id }>(rows: readonly Row[]): Map<Id, Row[]> {
  const found = new Map<Id, Row[]>();
  for (const row of rows) found.set(row.patientId, [...(found.get(row.patientId) ?? []), row]);
  return found;
}
