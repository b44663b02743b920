import type { AppraisalOutcome } from '@guanhu/shared/appraisal/appraisal.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { EntitlementKind, EntitlementState, FailureDecision } from '@guanhu/shared/payouts/payouts.terms';
import type { Reader, Tx } from '../platform/database/database.ts';

export type EntitlementRow = {
  readonly id: Id;
  readonly agreement_id: Id;
  readonly appraisal_id: Id;
  readonly patient_id: Id;
  readonly guardian_id: Id;
  readonly area_path: Id[];
  readonly from_on: CalendarDate;
  readonly to_on: CalendarDate;
  readonly kind: EntitlementKind;
  readonly full_fen: number;
  readonly amount_fen: number;
  readonly outcome: AppraisalOutcome;
  readonly state: EntitlementState;
  readonly version: number;
  readonly attempt: number;
  readonly batch_id: Id | null;
  readonly fail_reason: string | null;
  readonly pending_decision: FailureDecision | null;
  readonly pending_by: Id | null;
  readonly paid_at: Date | null;
};
const COLUMNS = `id, agreement_id, appraisal_id, patient_id, guardian_id, area_path, from_on, to_on, kind, full_fen, amount_fen, outcome, state,
  version, attempt, batch_id, fail_reason, pending_decision, pending_by, paid_at`;

export type NewEntitlement = Pick<
  EntitlementRow,
  | 'id'
  | 'agreement_id'
  | 'appraisal_id'
  | 'patient_id'
  | 'guardian_id'
  | 'area_path'
  | 'from_on'
  | 'to_on'
  | 'kind'
  | 'full_fen'
  | 'amount_fen'
  | 'outcome'
> & { readonly seq: number };

/** @returns false when the period has its entitlement already. */
export async function insertEntitlement(tx: Tx, one: NewEntitlement, now: Date): Promise<boolean> {
  const rows = await tx.sql(
    `INSERT INTO entitlement (county_id, id, agreement_id, appraisal_id, patient_id, guardian_id, area_path, from_on, to_on, kind, seq,
       full_fen, amount_fen, outcome, state, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7::uuid[], $8, $9, $10, $11, $12, $13, $14, 'approved', $15)
     ON CONFLICT (county_id, agreement_id, from_on, kind, seq) DO NOTHING RETURNING id`,
    [
      tx.countyId,
      one.id,
      one.agreement_id,
      one.appraisal_id,
      one.patient_id,
      one.guardian_id,
      one.area_path,
      one.from_on,
      one.to_on,
      one.kind,
      one.seq,
      one.full_fen,
      one.amount_fen,
      one.outcome,
      now,
    ],
  );
  return rows.length === 1;
}

export async function readEntitlement(reader: Reader, id: Id): Promise<EntitlementRow | undefined> {
  const [row] = await reader.sql<EntitlementRow>(`SELECT ${COLUMNS} FROM entitlement WHERE county_id = $1 AND id = $2`, [
    reader.countyId,
    id,
  ]);
  return row;
}

export const readEntitlements = (reader: Reader, ids: readonly Id[]): Promise<EntitlementRow[]> =>
  reader.sql(`SELECT ${COLUMNS} FROM entitlement WHERE county_id = $1 AND id = ANY($2::uuid[])`, [reader.countyId, ids]);

/** The row stays as it is until the transaction ends: two claims, or a claim and a callback, take turns. */
export async function lockEntitlement(tx: Tx, id: Id): Promise<EntitlementRow | undefined> {
  const [row] = await tx.sql<EntitlementRow>(`SELECT ${COLUMNS} FROM entitlement WHERE county_id = $1 AND id = $2 FOR UPDATE`, [
    tx.countyId,
    id,
  ]);
  return row;
}

/** The same for several, in one order: whoever locks some of the same waits. */
export const lockEntitlements = (tx: Tx, ids: readonly Id[]): Promise<EntitlementRow[]> =>
  tx.sqlOfMany(`SELECT ${COLUMNS} FROM entitlement WHERE county_id = $1 AND id = ANY($2::uuid[]) ORDER BY id FOR UPDATE`, [
    tx.countyId,
    ids,
  ]);

/** The next of a batch that may be claimed, locked. */
export const lockClaimable = (tx: Tx, batchId: Id, after: Id | null, most: number): Promise<EntitlementRow[]> =>
  tx.sqlOfMany(
    `SELECT ${COLUMNS} FROM entitlement WHERE county_id = $1 AND batch_id = $2 AND state = 'claimable' AND ($3::uuid IS NULL OR id > $3)
     ORDER BY id LIMIT $4 FOR UPDATE`,
    [tx.countyId, batchId, after, most],
  );

/** Those of these that are free for a batch, locked. */
export const lockFree = (tx: Tx, ids: readonly Id[]): Promise<EntitlementRow[]> =>
  tx.sql(
    `SELECT ${COLUMNS} FROM entitlement WHERE county_id = $1 AND id = ANY($2::uuid[]) AND state = 'approved' AND batch_id IS NULL
     ORDER BY id FOR UPDATE`,
    [tx.countyId, ids],
  );

export const listEntitlements = (
  reader: Reader,
  filter: { areas: readonly Id[]; state: EntitlementState | null; after: Id | null; limit: number },
): Promise<EntitlementRow[]> =>
  reader.sql(
    `SELECT ${COLUMNS} FROM entitlement
     WHERE county_id = $1 AND area_path && $2::uuid[] AND ($3::text IS NULL OR state = $3) AND ($4::uuid IS NULL OR id > $4)
     ORDER BY id LIMIT $5`,
    [reader.countyId, filter.areas, filter.state, filter.after, filter.limit],
  );

export const entitlementsOfGuardian = (reader: Reader, guardianId: Id): Promise<EntitlementRow[]> =>
  reader.sql(`SELECT ${COLUMNS} FROM entitlement WHERE county_id = $1 AND guardian_id = $2 ORDER BY from_on DESC, id DESC LIMIT 100`, [
    reader.countyId,
    guardianId,
  ]);

/** What was granted for a period so far, supplements among it. */
export const entitlementsOfPeriod = (reader: Reader, agreementId: Id, from: CalendarDate): Promise<EntitlementRow[]> =>
  reader.sql(
    `SELECT ${COLUMNS} FROM entitlement
     WHERE county_id = $1 AND agreement_id = $2 AND from_on = $3 AND kind IN ('regular', 'supplement') ORDER BY id`,
    [reader.countyId, agreementId, from],
  );

export const entitlementsOfBatch = (reader: Reader, batchId: Id): Promise<EntitlementRow[]> =>
  reader.sql(`SELECT ${COLUMNS} FROM entitlement WHERE county_id = $1 AND batch_id = $2 ORDER BY id`, [reader.countyId, batchId]);

/** The batch came back: its entitlements are free for another one. */
export async function takeOutOfBatch(tx: Tx, batchId: Id): Promise<void> {
  await tx.sql(
    'UPDATE entitlement SET batch_id = NULL, frozen_sealed = NULL, version = version + 1 WHERE county_id = $1 AND batch_id = $2',
    [tx.countyId, batchId],
  );
}

/** Whether money of the batch is still on its way or waits for somebody. */
export async function hasUnsettled(reader: Reader, batchId: Id, settled: readonly EntitlementState[]): Promise<boolean> {
  const [row] = await reader.sql<{ some: boolean }>(
    'SELECT EXISTS (SELECT FROM entitlement WHERE county_id = $1 AND batch_id = $2 AND state <> ALL($3::text[])) AS some',
    [reader.countyId, batchId, settled],
  );
  return row?.some === true;
}

/** Every entitlement of the batch becomes claimable. */
export const releaseAll = (tx: Tx, batchId: Id, to: EntitlementState): Promise<{ id: Id; guardian_id: Id; patient_id: Id }[]> =>
  tx.sql(
    `UPDATE entitlement SET state = $3, version = version + 1 WHERE county_id = $1 AND batch_id = $2 AND state = 'approved'
     RETURNING id, guardian_id, patient_id`,
    [tx.countyId, batchId, to],
  );

export type EntitlementChange = {
  readonly state: EntitlementState;
  readonly attempt?: number;
  readonly failReason?: string | null;
  readonly pending?: { readonly decision: FailureDecision; readonly by: Id } | null;
  readonly paidAt?: Date;
};

/** Writes what a decision made of a locked row. @throws Refusal STALE when it is not the row that was read */
export async function storeEntitlement(tx: Tx, row: EntitlementRow, change: EntitlementChange): Promise<number> {
  const pending = change.pending ?? null;
  const [stored] = await tx.sql<{ version: number }>(
    `UPDATE entitlement SET state = $4, attempt = $5, fail_reason = $6, pending_decision = $7, pending_by = $8, paid_at = $9, version = version + 1
     WHERE county_id = $1 AND id = $2 AND version = $3 RETURNING version`,
    [
      tx.countyId,
      row.id,
      row.version,
      change.state,
      change.attempt ?? row.attempt,
      change.failReason === undefined ? row.fail_reason : change.failReason,
      pending?.decision ?? null,
      pending?.by ?? null,
      change.paidAt ?? row.paid_at,
    ],
  );
  if (!stored) throw new Refusal('STALE');
  return stored.version;
}

/** The same for many locked rows, each with its own end. */
export async function storeEntitlements(
  tx: Tx,
  changes: readonly {
    readonly row: EntitlementRow;
    readonly state: EntitlementState;
    readonly failReason: string | null;
    readonly paidAt: Date | null;
  }[],
): Promise<void> {
  const stored = await tx.sqlOfMany(
    `UPDATE entitlement SET state = row.state, fail_reason = row.fail_reason, paid_at = coalesce(row.paid_at, entitlement.paid_at),
       pending_decision = NULL, pending_by = NULL, version = entitlement.version + 1
     FROM unnest($2::uuid[], $3::int[], $4::text[], $5::text[], $6::timestamptz[]) AS row (id, version, state, fail_reason, paid_at)
     WHERE entitlement.county_id = $1 AND entitlement.id = row.id AND entitlement.version = row.version RETURNING entitlement.id`,
    [
      tx.countyId,
      changes.map(each => each.row.id),
      changes.map(each => each.row.version),
      changes.map(each => each.state),
      changes.map(each => each.failReason),
      changes.map(each => each.paidAt),
    ],
  );
  if (stored.length < changes.length) throw new Refusal('STALE');
}
