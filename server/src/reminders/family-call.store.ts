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

/** Notes the call that a family is to get now. */
export async function keepFamilyCall(tx: Tx, personId: Id, taskId: Id): Promise<void> {
  await tx.sql(
    `INSERT INTO family_call (county_id, id, person_id, task_id) VALUES ($1, $2, $3, $4)
     ON CONFLICT (county_id, person_id) DO UPDATE SET task_id = excluded.task_id`,
    [tx.countyId, newId(), personId, taskId],
  );
}
