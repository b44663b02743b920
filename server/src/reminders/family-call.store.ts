import type { Id } from '@guanhu/shared/kernel/ids';
import type { Reader, Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';

/** Those of the guardians who are being telephoned, or whose last call ended after `since`. */
export async function readFamiliesInPeace(
  reader: Reader,
  families: readonly { readonly personId: Id; readonly since: Date }[],
): Promise<ReadonlySet<Id>> {
  if (families.length === 0) return new Set();
  const rows = await reader.sql<{ person_id: Id }>(
    `SELECT family_call.person_id FROM unnest($2::uuid[], $3::timestamptz[]) AS family (person_id, since)
     JOIN family_call ON family_call.county_id = $1 AND family_call.person_id = family.person_id
     JOIN task ON task.county_id = $1 AND task.id = family_call.task_id
     WHERE task.state IN ('open', 'suspended') OR task.closed_at >= family.since`,
    [reader.countyId, families.map(one => one.personId), families.map(one => one.since)],
  );
  return new Set(rows.map(row => row.person_id));
}

/** The patients whom each of these messages tells of. */
export async function readPatientsTold(reader: Reader, messageIds: readonly Id[]): Promise<ReadonlyMap<Id, readonly Id[]>> {
  if (messageIds.length === 0) return new Map();
  const rows = await reader.sql<{ messageId: Id; patientIds: Id[] }>(
    `SELECT task_told.message_id AS "messageId", array_agg(DISTINCT task.patient_id) AS "patientIds" FROM task_told
     JOIN task ON task.county_id = $1 AND task.id = task_told.task_id AND task.patient_id IS NOT NULL
     WHERE task_told.county_id = $1 AND task_told.message_id = ANY($2::uuid[]) GROUP BY task_told.message_id`,
    [reader.countyId, messageIds],
  );
  return new Map(rows.map(row => [row.messageId, row.patientIds]));
}

/** Notes the call that a family is to get now. */
export async function keepFamilyCall(tx: Tx, personId: Id, taskId: Id): Promise<void> {
  await tx.sql(
    `INSERT INTO family_call (county_id, id, person_id, task_id) VALUES ($1, $2, $3, $4)
     ON CONFLICT (county_id, person_id) DO UPDATE SET task_id = excluded.task_id`,
    [tx.countyId, newId(), personId, taskId],
  );
}
