import type { CallReason } from '@guanhu/shared/agenda/agenda.terms';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { Reader, Tx } from '../platform/database/database.ts';

/** Notes whom a call is about besides the task's own patient. */
export async function insertCallWards(tx: Tx, taskId: Id, patientIds: readonly Id[]): Promise<void> {
  if (patientIds.length === 0) return;
  await tx.sql(
    `INSERT INTO call_ward (county_id, id, task_id, patient_id)
     SELECT $1, new_id(), $2, patient_id FROM unnest($3::uuid[]) AS also (patient_id) ON CONFLICT DO NOTHING`,
    [tx.countyId, taskId, patientIds],
  );
}

export async function readCallWards(reader: Reader, taskId: Id): Promise<readonly Id[]> {
  const rows = await reader.sql<{ patientId: Id }>(
    'SELECT patient_id AS "patientId" FROM call_ward WHERE county_id = $1 AND task_id = $2 ORDER BY patient_id',
    [reader.countyId, taskId],
  );
  return rows.map(row => row.patientId);
}

/** Ends the live calls for these reasons that are about one of these patients, also besides another one: the families were reached. */
export async function cancelCallsOf(
  tx: Tx,
  { patientIds, reasons, now }: { patientIds: readonly Id[]; reasons: readonly CallReason[]; now: Date },
): Promise<void> {
  const values = [tx.countyId, patientIds, reasons, now];
  await tx.sqlOfMany(
    `UPDATE task SET state = 'cancelled', closed_at = $4, version = version + 1
     WHERE county_id = $1 AND patient_id = ANY($2::uuid[]) AND kind = 'call' AND reason = ANY($3::text[]) AND state IN ('open', 'suspended')`,
    values,
  );
  await tx.sqlOfMany(
    `UPDATE task SET state = 'cancelled', closed_at = $4, version = task.version + 1 FROM call_ward
     WHERE task.county_id = $1 AND call_ward.county_id = $1 AND call_ward.patient_id = ANY($2::uuid[]) AND task.id = call_ward.task_id
       AND task.kind = 'call' AND task.reason = ANY($3::text[]) AND task.state IN ('open', 'suspended')`,
    values,
  );
}
