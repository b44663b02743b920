import type { Id } from '@guanhu/shared/kernel/ids';
import type { Reader } from '../platform/database/database.ts';

export type PaidMonth = { readonly township_id: Id; readonly month: number; readonly payments: number; readonly fen: number };

/** Paid entitlements of a year, as China counts it, by township and month. */
export const paidByMonth = (reader: Reader, areas: readonly Id[], from: Date, to: Date): Promise<PaidMonth[]> =>
  reader.sql(
    `SELECT area_path[2] AS township_id, extract(month FROM paid_at AT TIME ZONE 'Asia/Shanghai')::int AS month, count(*)::int AS payments,
       sum(amount_fen)::bigint AS fen
     FROM entitlement
     WHERE county_id = $1 AND state = 'paid' AND area_path && $2::uuid[] AND paid_at >= $3 AND paid_at < $4
     GROUP BY 1, 2 ORDER BY 1, 2`,
    [reader.countyId, areas, from, to],
  );

/** Approved, and in no batch whose money is set aside. */
export async function approvedFen(reader: Reader, areas: readonly Id[]): Promise<number> {
  const [row] = await reader.sql<{ fen: number }>(
    `SELECT coalesce(sum(entitlement.amount_fen), 0)::bigint AS fen
     FROM entitlement LEFT JOIN batch ON batch.county_id = $1 AND batch.id = entitlement.batch_id
     WHERE entitlement.county_id = $1 AND entitlement.state = 'approved' AND entitlement.area_path && $2::uuid[]
       AND (batch.id IS NULL OR batch.state = 'draft')`,
    [reader.countyId, areas],
  );
  return row?.fen ?? 0;
}
