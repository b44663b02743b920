import type { Difference } from '@guanhu/shared/exchange/difference.rules';
import type { DifferenceState, ExchangeField } from '@guanhu/shared/exchange/difference.terms';
import type { Department } from '@guanhu/shared/exchange/exchange.terms';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';

/** What is sealed of a difference. */
type Values = { readonly stated: string; readonly known: string | null; readonly value: string | null; readonly words: string | null };
export type DifferenceRow = Values & {
  readonly id: Id;
  readonly patientId: Id;
  readonly department: Department;
  readonly field: ExchangeField;
  readonly state: DifferenceState;
  readonly answeredBy: Id | null;
  readonly version: number;
};
export type NewDifference = Difference & { readonly id: Id; readonly patientId: Id };

const place = (row: Id) => ({ table: 'exchange_difference', row, column: 'values_sealed' });

/** What is answered stays; a difference that is there already is not made twice. */
export async function insertDifferences(tx: Tx, vault: CountyVault, roundId: Id, rows: readonly NewDifference[]): Promise<void> {
  if (rows.length === 0) return;
  const values = ({ stated, known }: NewDifference): Values => ({ stated, known, value: null, words: null });
  await tx.sqlOfMany(
    `INSERT INTO exchange_difference (county_id, id, round_id, patient_id, department, field, values_sealed, state)
     SELECT $1, id, $2, patient_id, department, field, sealed, 'open'
     FROM unnest($3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::bytea[]) AS row (id, patient_id, department, field, sealed)
     ON CONFLICT (county_id, round_id, patient_id, department, field) DO NOTHING`,
    [
      tx.countyId,
      roundId,
      rows.map(row => row.id),
      rows.map(row => row.patientId),
      rows.map(row => row.department),
      rows.map(row => row.field),
      rows.map(row => vault.seal(place(row.id), JSON.stringify(values(row)))),
    ],
  );
}

/** Those that are none any more, or others than they were. */
export async function deleteDifferences(tx: Tx, roundId: Id, ids: readonly Id[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.sqlOfMany('DELETE FROM exchange_difference WHERE county_id = $1 AND round_id = $2 AND id = ANY($3::uuid[])', [
    tx.countyId,
    roundId,
    ids,
  ]);
}

/** A department hands in anew: what it answered was about its former list. */
export async function deleteOf(tx: Tx, roundId: Id, department: Department): Promise<void> {
  await tx.sql('DELETE FROM exchange_difference WHERE county_id = $1 AND round_id = $2 AND department = $3', [
    tx.countyId,
    roundId,
    department,
  ]);
}

type Sealed = Omit<DifferenceRow, keyof Values> & { values_sealed: Buffer };
const READ = `SELECT id, patient_id AS "patientId", department, field, state, answered_by AS "answeredBy", version, values_sealed
  FROM exchange_difference WHERE county_id = $1 AND round_id = $2`;
const opened = (vault: CountyVault, { values_sealed, ...row }: Sealed): DifferenceRow => ({
  ...row,
  ...(JSON.parse(vault.open(place(row.id), values_sealed)) as Values),
});

/** Differences in these fields, oldest first, after `after`. */
export async function readDifferences(
  reader: Reader,
  vault: CountyVault,
  page: { roundId: Id; fields: readonly ExchangeField[]; state: DifferenceState | null; after: Id | null; limit: number },
): Promise<DifferenceRow[]> {
  const rows = await reader.sql<Sealed>(
    `${READ} AND field = ANY($3::text[]) AND ($4::text IS NULL OR state = $4) AND ($5::uuid IS NULL OR id > $5) ORDER BY id LIMIT $6`,
    [reader.countyId, page.roundId, page.fields, page.state, page.after, page.limit],
  );
  return rows.map(row => opened(vault, row));
}

/** Every difference of these patients. */
export async function readOfPatients(reader: Reader, vault: CountyVault, roundId: Id, patientIds: readonly Id[]): Promise<DifferenceRow[]> {
  const rows = await reader.sqlOfMany<Sealed>(`${READ} AND patient_id = ANY($3::uuid[])`, [reader.countyId, roundId, patientIds]);
  return rows.map(row => opened(vault, row));
}

export async function lockDifference(tx: Tx, vault: CountyVault, roundId: Id, id: Id): Promise<DifferenceRow | undefined> {
  const [row] = await tx.sql<Sealed>(`${READ} AND id = $3 FOR UPDATE`, [tx.countyId, roundId, id]);
  return row && opened(vault, row);
}

export async function storeAnswer(tx: Tx, vault: CountyVault, row: DifferenceRow, by: Id, at: Date): Promise<void> {
  const { stated, known, value, words } = row;
  await tx.sql(
    `UPDATE exchange_difference SET state = $3, values_sealed = $4, answered_by = $5, answered_at = $6, version = version + 1
     WHERE county_id = $1 AND id = $2`,
    [tx.countyId, row.id, row.state, vault.seal(place(row.id), JSON.stringify({ stated, known, value, words } satisfies Values)), by, at],
  );
}

export async function countOpen(reader: Reader, roundId: Id): Promise<number> {
  const [row] = await reader.sql<{ count: number }>(
    `SELECT count(*)::int AS count FROM exchange_difference WHERE county_id = $1 AND round_id = $2 AND state = 'open'`,
    [reader.countyId, roundId],
  );
  return row?.count ?? 0;
}
