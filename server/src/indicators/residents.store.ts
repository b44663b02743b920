import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { Tx } from '../platform/database/database.ts';

/** How many of these areas are villages of the county. */
export async function countVillages(tx: Tx, areaIds: readonly Id[]): Promise<number> {
  const [row] = await tx.sql<{ n: number }>(
    `SELECT count(*)::int AS n FROM area WHERE county_id = $1 AND kind = 'village' AND id = ANY($2::uuid[])`,
    [tx.countyId, areaIds],
  );
  return row?.n ?? 0;
}

export async function insertResidents(
  tx: Tx,
  said: { rows: readonly { areaId: Id; residents: number }[]; since: CalendarDate; by: Id; now: Date },
): Promise<void> {
  await tx.sql(
    `INSERT INTO area_residents (county_id, id, area_id, residents, since, recorded_by, recorded_at)
     SELECT $1, new_id(), row.area_id, row.residents, $4, $5, $6 FROM unnest($2::uuid[], $3::int[]) AS row (area_id, residents)`,
    [tx.countyId, said.rows.map(row => row.areaId), said.rows.map(row => row.residents), said.since, said.by, said.now],
  );
}
