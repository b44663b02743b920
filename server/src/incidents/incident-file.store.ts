import type { Id } from '@guanhu/shared/kernel/ids';
import type { Reader, Tx } from '../platform/database/database.ts';

/** Notes that an attachment is of this incident. */
export async function insertIncidentFile(tx: Tx, incidentId: Id, attachmentId: Id): Promise<void> {
  await tx.sql('INSERT INTO incident_file (county_id, id, incident_id) VALUES ($1, $2, $3)', [tx.countyId, attachmentId, incidentId]);
}

/** The attachments of these incidents, in the order in which they came. */
export async function readIncidentFiles(reader: Reader, incidentIds: readonly Id[]): Promise<Id[]> {
  const rows = await reader.sql<{ id: Id }>(
    'SELECT id FROM incident_file WHERE county_id = $1 AND incident_id = ANY($2::uuid[]) ORDER BY id',
    [reader.countyId, incidentIds],
  );
  return rows.map(row => row.id);
}
