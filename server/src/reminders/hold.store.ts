import type { Id } from '@guanhu/shared/kernel/ids';
import type { HoldKind, HoldReason } from '@guanhu/shared/reminders/reminders.terms';
import type { Reader, Tx } from '../platform/database/database.ts';

export type HoldRow = { readonly kind: HoldKind; readonly reason: HoldReason; readonly until: Date };

/** The hold on a task that is in force. */
export async function readHold(reader: Reader, taskId: Id, now: Date): Promise<HoldRow | undefined> {
  const [row] = await reader.sql<HoldRow>(
    `SELECT kind, reason, until_at AS until FROM task_hold WHERE county_id = $1 AND task_id = $2 AND ended_at IS NULL AND until_at > $3`,
    [reader.countyId, taskId, now],
  );
  return row;
}

/** Ends whatever hold there is on a task. */
export async function endHolds(tx: Tx, taskId: Id, now: Date): Promise<void> {
  await tx.sql('UPDATE task_hold SET ended_at = $3 WHERE county_id = $1 AND task_id = $2 AND ended_at IS NULL', [tx.countyId, taskId, now]);
}

export async function insertHold(tx: Tx, hold: HoldRow & { id: Id; taskId: Id; personId: Id; now: Date }): Promise<void> {
  await tx.sql(
    `INSERT INTO task_hold (county_id, id, task_id, person_id, kind, reason, until_at, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [tx.countyId, hold.id, hold.taskId, hold.personId, hold.kind, hold.reason, hold.until, hold.now],
  );
}
