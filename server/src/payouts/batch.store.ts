import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { BatchState, BatchStep } from '@guanhu/shared/payouts/payouts.terms';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';

export type BatchRow = {
  readonly id: Id;
  readonly title: string;
  readonly state: BatchState;
  readonly version: number;
  readonly township_id: Id;
  readonly area_path: Id[];
  readonly office_id: Id;
  readonly line_id: Id;
  readonly merchant_account_id: Id;
  readonly people: number;
  readonly total_fen: number;
  readonly created_at: Date;
};
const COLUMNS = 'id, title, state, version, township_id, area_path, office_id, line_id, merchant_account_id, people, total_fen, created_at';

export async function insertBatch(tx: Tx, one: Omit<BatchRow, 'state' | 'version' | 'created_at'>, now: Date): Promise<void> {
  await tx.sql(
    `INSERT INTO batch (county_id, id, title, state, township_id, area_path, office_id, line_id, merchant_account_id, people, total_fen, created_at)
     VALUES ($1, $2, $3, 'draft', $4, $5::uuid[], $6, $7, $8, $9, $10, $11)`,
    [
      tx.countyId,
      one.id,
      one.title,
      one.township_id,
      one.area_path,
      one.office_id,
      one.line_id,
      one.merchant_account_id,
      one.people,
      one.total_fen,
      now,
    ],
  );
}

export async function readBatch(reader: Reader, id: Id): Promise<BatchRow | undefined> {
  const [row] = await reader.sql<BatchRow>(`SELECT ${COLUMNS} FROM batch WHERE county_id = $1 AND id = $2`, [reader.countyId, id]);
  return row;
}

export const readBatches = (reader: Reader, ids: readonly Id[]): Promise<BatchRow[]> =>
  reader.sqlOfMany(`SELECT ${COLUMNS} FROM batch WHERE county_id = $1 AND id = ANY($2::uuid[])`, [reader.countyId, ids]);

export async function lockBatch(tx: Tx, id: Id): Promise<BatchRow | undefined> {
  const [row] = await tx.sql<BatchRow>(`SELECT ${COLUMNS} FROM batch WHERE county_id = $1 AND id = $2 FOR UPDATE`, [tx.countyId, id]);
  return row;
}

export type CountedBatch = BatchRow & { readonly paid: number; readonly failed: number };
const COUNTS = `(SELECT count(*) FROM entitlement WHERE county_id = $1 AND batch_id = batch.id AND entitlement.state = 'paid') AS paid,
  (SELECT count(*) FROM entitlement WHERE county_id = $1 AND batch_id = batch.id AND entitlement.state = 'failed') AS failed`;

/** Newest first. */
export const listBatches = (
  reader: Reader,
  filter: { areas: readonly Id[]; state: BatchState | null; before: Id | null; limit: number },
): Promise<CountedBatch[]> =>
  reader.sql(
    `SELECT ${COLUMNS}, ${COUNTS} FROM batch
     WHERE county_id = $1 AND area_path && $2::uuid[] AND ($3::text IS NULL OR state = $3) AND ($4::uuid IS NULL OR id < $4)
     ORDER BY id DESC LIMIT $5`,
    [reader.countyId, filter.areas, filter.state, filter.before, filter.limit],
  );

/** @throws Refusal STALE when somebody moved it since `version` was read. */
export async function moveBatchRow(
  tx: Tx,
  id: Id,
  version: number,
  state: BatchState,
): Promise<{ id: Id; state: BatchState; version: number }> {
  const rows = await tx.sql(
    'UPDATE batch SET state = $4, version = version + 1 WHERE county_id = $1 AND id = $2 AND version = $3 RETURNING id',
    [tx.countyId, id, version, state],
  );
  if (rows.length === 0) throw new Refusal('STALE');
  return { id, state, version: version + 1 };
}

const reasonOf = (row: Id) => ({ table: 'batch_step', row, column: 'reason_sealed' });

export async function insertBatchStep(
  tx: Tx,
  vault: CountyVault,
  one: { batchId: Id; step: BatchStep; personId: Id | null; standsFor: readonly Id[]; reason: string | null; now: Date },
): Promise<void> {
  const id = newId();
  await tx.sql(
    `INSERT INTO batch_step (county_id, id, batch_id, step, person_id, stands_for, reason_sealed, at) VALUES ($1, $2, $3, $4, $5, $6::uuid[], $7, $8)`,
    [
      tx.countyId,
      id,
      one.batchId,
      one.step,
      one.personId,
      one.standsFor,
      one.reason === null ? null : vault.seal(reasonOf(id), one.reason),
      one.now,
    ],
  );
}

export type StepRow = {
  readonly step: BatchStep;
  readonly personId: Id | null;
  readonly standsFor: readonly Id[];
  readonly reason: string | null;
  readonly at: Date;
};

export async function readBatchSteps(reader: Reader, vault: CountyVault, batchId: Id): Promise<StepRow[]> {
  const rows = await reader.sql<{
    id: Id;
    step: BatchStep;
    person_id: Id | null;
    stands_for: Id[];
    reason_sealed: Buffer | null;
    at: Date;
  }>('SELECT id, step, person_id, stands_for, reason_sealed, at FROM batch_step WHERE county_id = $1 AND batch_id = $2 ORDER BY at, id', [
    reader.countyId,
    batchId,
  ]);
  return rows.map(row => ({
    step: row.step,
    personId: row.person_id,
    standsFor: row.stands_for,
    reason: row.reason_sealed === null ? null : vault.open(reasonOf(row.id), row.reason_sealed),
    at: row.at,
  }));
}

/** All bills of a released batch are to be stored now; workers do it a part at a time. */
export async function wantBills(tx: Tx, id: Id): Promise<void> {
  await tx.sql('UPDATE batch SET bills_due_at = now(), bills_after = NULL WHERE county_id = $1 AND id = $2', [tx.countyId, id]);
}

/** Something is wrong with the batch: the others do not wait for it. */
export async function putOffBills(reader: Reader, id: Id, seconds: number): Promise<void> {
  await reader.sql(
    `UPDATE batch SET bills_due_at = now() + make_interval(secs => $3) WHERE county_id = $1 AND id = $2 AND bills_due_at IS NOT NULL`,
    [reader.countyId, id, seconds],
  );
}

/** A released batch with bills to be stored, locked, that no other worker has in hand, and after which entitlement it goes on. */
export async function lockWanting(tx: Tx): Promise<(BatchRow & { readonly bills_after: Id | null }) | undefined> {
  const [row] = await tx.sql<BatchRow & { bills_after: Id | null }>(
    `SELECT ${COLUMNS}, bills_after FROM batch WHERE county_id = $1 AND bills_due_at <= now() AND state = 'released'
     ORDER BY bills_due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED`,
    [tx.countyId],
  );
  return row;
}

/** How far the bills of a batch have come; null: to its end. */
export async function storeBillsAfter(tx: Tx, id: Id, after: Id | null): Promise<void> {
  await tx.sql(
    'UPDATE batch SET bills_due_at = CASE WHEN $3::uuid IS NOT NULL THEN bills_due_at END, bills_after = $3 WHERE county_id = $1 AND id = $2',
    [tx.countyId, id, after],
  );
}

export const releasedBatches = (reader: Reader): Promise<{ id: Id }[]> =>
  reader.sql(`SELECT id FROM batch WHERE county_id = $1 AND state = 'released' ORDER BY id`, [reader.countyId]);
