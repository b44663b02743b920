import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { Tx } from '../platform/database/database.ts';

export type SpanEnd = { readonly id: Id; readonly version: number; readonly lastOn: CalendarDate };

/** Gives something that goes on its last day. @returns false when somebody was faster */
export async function endSpan(tx: Tx, table: 'rehab_programme' | 'family_volunteer' | 'employment', end: SpanEnd): Promise<boolean> {
  const rows = await tx.sql(
    `UPDATE ${table} SET until = $4, version = version + 1 WHERE county_id = $1 AND id = $2 AND version = $3 RETURNING id`,
    [tx.countyId, end.id, end.version, end.lastOn],
  );
  return rows.length === 1;
}
