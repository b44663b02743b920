import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { BillState } from '@guanhu/shared/payouts/bill-life.rules';
import type { EntitlementState } from '@guanhu/shared/payouts/payouts.terms';
import type { Difference } from '@guanhu/shared/payouts/reconciliation.rules';
import type { Reader, Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';

export type ComparedBill = {
  readonly entitlement_id: Id;
  readonly out_bill_no: string;
  readonly merchant_account_id: Id | null;
  readonly amount_fen: number;
  readonly state: BillState;
  readonly is_forgotten: boolean;
  readonly posted: 'paid' | 'failed' | null;
};

/**
 * Which rows PostgreSQL serves. Another name when it was started, as it must be for another data directory, and when the tables were made
 * again, as by a restored dump: nothing inside the rows can tell that they are yesterday's.
 */
export async function servedRows(reader: Reader): Promise<string> {
  const [row] = await reader.sql<{ served: string }>(
    `SELECT extract(epoch FROM pg_postmaster_start_time())::bigint || '.' || 'outbox'::regclass::oid AS served`,
  );
  return row?.served ?? '';
}

/** Bills that were not final, or became so lately, with what the ledger says of each; a page at a time. */
export const billsToCompare = (reader: Reader, days: number, after: string | null, most: number): Promise<ComparedBill[]> =>
  reader.sqlOfMany(
    `SELECT bill.entitlement_id, bill.out_bill_no, bill.merchant_account_id, bill.amount_fen, bill.state,
       bill.created_at <= now() - interval '30 days' AS is_forgotten,
       (SELECT kind FROM ledger_posting WHERE ledger_posting.county_id = $1 AND ledger_posting.cause IN
         ('paid:' || bill.entitlement_id || ':' || bill.attempt, 'failed:' || bill.entitlement_id || ':' || bill.attempt) LIMIT 1) AS posted
     FROM bill
     WHERE bill.county_id = $1 AND ($2::text IS NULL OR bill.out_bill_no > $2)
       AND (bill.final_at IS NULL OR bill.final_at > now() - make_interval(days => $3))
     ORDER BY bill.out_bill_no LIMIT $4`,
    [reader.countyId, after, days, most],
  );

export type Unbilled = {
  readonly id: Id;
  readonly state: EntitlementState;
  /** The one for which there is no bill yet. */
  readonly attempt: number;
  readonly merchant_account_id: Id;
  readonly batch_id: Id;
};

/**
 * Payments of released batches with the next attempt, for whose number there is no bill of ours: a restored backup forgets bills. What a list
 * pays is among them: it may have come back since, and have been paid through WeChat.
 */
export const withoutBill = (reader: Reader, after: Id | null, most: number): Promise<Unbilled[]> =>
  reader.sqlOfMany(
    `SELECT entitlement.id, entitlement.state, entitlement.attempt + CASE WHEN entitlement.state = 'claimable' THEN 0 ELSE 1 END AS attempt,
       batch.merchant_account_id, batch.id AS batch_id
     FROM entitlement JOIN batch ON batch.county_id = $1 AND batch.id = entitlement.batch_id
     WHERE entitlement.county_id = $1 AND ($2::uuid IS NULL OR entitlement.id > $2)
       AND (entitlement.state IN ('claimable', 'failed') OR entitlement.state = 'inTransfer' AND EXISTS (
         SELECT FROM bill WHERE bill.county_id = $1 AND bill.entitlement_id = entitlement.id AND bill.channel <> 'wechat' AND bill.final_at IS NULL))
     ORDER BY entitlement.id LIMIT $3`,
    [reader.countyId, after, most],
  );

export type Found = {
  readonly entitlementId: Id;
  readonly kind: Difference;
  readonly ourState: string;
  readonly platformState: string | null;
};

/** Writes the day's comparison: new differences are opened, and those that were not found again closed. */
export async function storeReconciliation(
  tx: Tx,
  one: { day: CalendarDate; compared: number; agreed: number; found: readonly Found[] },
): Promise<void> {
  const [row] = await tx.sql<{ id: Id }>(
    `INSERT INTO reconciliation (county_id, id, on_day, compared, agreed, at) VALUES ($1, $2, $3, $4, $5, now())
     ON CONFLICT (county_id, on_day) DO UPDATE SET compared = excluded.compared, agreed = excluded.agreed, at = now() RETURNING id`,
    [tx.countyId, newId(), one.day, one.compared, one.agreed],
  );
  await tx.sqlOfMany(
    `UPDATE reconciliation_difference SET closed_at = now()
     WHERE county_id = $1 AND closed_at IS NULL AND NOT EXISTS (
       SELECT FROM unnest($2::uuid[], $3::text[]) AS found (entitlement_id, kind)
       WHERE found.entitlement_id = reconciliation_difference.entitlement_id AND found.kind = reconciliation_difference.kind)`,
    [tx.countyId, one.found.map(each => each.entitlementId), one.found.map(each => each.kind)],
  );
  await tx.sqlOfMany(
    `INSERT INTO reconciliation_difference (county_id, id, reconciliation_id, entitlement_id, kind, our_state, platform_state, at)
     SELECT $1, row.id, $2, row.entitlement_id, row.kind, row.our_state, row.platform_state, now()
     FROM unnest($3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[]) AS row (id, entitlement_id, kind, our_state, platform_state)
     ON CONFLICT (county_id, entitlement_id, kind) WHERE closed_at IS NULL DO NOTHING`,
    [
      tx.countyId,
      row?.id,
      one.found.map(() => newId()),
      one.found.map(each => each.entitlementId),
      one.found.map(each => each.kind),
      one.found.map(each => each.ourState),
      one.found.map(each => each.platformState),
    ],
  );
}

/** Those of these of which the platform may know a payment that we do not. */
export async function paidElsewhere(reader: Reader, entitlementIds: readonly Id[]): Promise<ReadonlySet<Id>> {
  if (entitlementIds.length === 0) return new Set();
  const rows = await reader.sqlOfMany<{ entitlement_id: Id }>(
    `SELECT entitlement_id FROM reconciliation_difference
     WHERE county_id = $1 AND entitlement_id = ANY($2::uuid[]) AND kind IN ('paidElsewhere', 'otherAmount') AND closed_at IS NULL`,
    [reader.countyId, entitlementIds],
  );
  return new Set(rows.map(row => row.entitlement_id));
}

export async function lastReconciliation(
  reader: Reader,
): Promise<{ on_day: CalendarDate; compared: number; agreed: number; at: Date } | undefined> {
  const [row] = await reader.sql<{ on_day: CalendarDate; compared: number; agreed: number; at: Date }>(
    'SELECT on_day, compared, agreed, at FROM reconciliation WHERE county_id = $1 ORDER BY on_day DESC LIMIT 1',
    [reader.countyId],
  );
  return row;
}

export type OpenDifference = {
  readonly entitlement_id: Id;
  readonly kind: Difference;
  readonly our_state: string;
  readonly platform_state: string | null;
  readonly at: Date;
  readonly batch_id: Id;
  readonly agreement_id: Id;
  readonly patient_id: Id;
  readonly guardian_id: Id;
  readonly amount_fen: number;
};

/** Oldest first. */
export const openDifferences = (reader: Reader, areas: readonly Id[]): Promise<OpenDifference[]> =>
  reader.sql(
    `SELECT difference.entitlement_id, difference.kind, difference.our_state, difference.platform_state, difference.at, entitlement.batch_id,
       entitlement.agreement_id, entitlement.patient_id, entitlement.guardian_id, entitlement.amount_fen
     FROM reconciliation_difference AS difference
       JOIN entitlement ON entitlement.county_id = $1 AND entitlement.id = difference.entitlement_id
     WHERE difference.county_id = $1 AND difference.closed_at IS NULL AND entitlement.batch_id IS NOT NULL AND entitlement.area_path && $2::uuid[]
     ORDER BY difference.at, difference.id LIMIT 200`,
    [reader.countyId, areas],
  );
