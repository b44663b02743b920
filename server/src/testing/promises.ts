import type { Sql } from '../platform/database/database.ts';

/** The hour of promises has come: of those whose kind is like this, in one county. */
export async function comesDue(sql: Sql, countyId: number, kind: string): Promise<void> {
  await sql(
    `UPDATE outbox_due SET not_before = now() FROM outbox
     WHERE outbox_due.county_id = $1 AND outbox.county_id = $1 AND outbox.id = outbox_due.id AND outbox.kind LIKE $2`,
    [countyId, kind],
  );
}
