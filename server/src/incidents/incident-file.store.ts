import type { Id } from '@guanhu/shared/kernel/ids';
import type { Reader, Tx } from '../platform/database/database.ts';

/** Notes that an attachment of the patient's file is of this incident. */
export async function insertIncidentFile(tx: Tx, incidentId: Id, attachmentId: Id): Promise<void> {
  await tx.sql('INSERT INTO incident_file (county_id, id, incident_id) VALUES ($1, $2, $3)', [tx.countyId, attachmentId, incidentId]);
}

/** The attachments of an incident, in the order in which they came. */
export async function readIncidentFiles(reader: Reader, incidentId: Id): Promise<Id[]> {
  const rows = await reader.sql<{ id: Id }>('SELECT id FROM incident_file WHERE county_id = $1 AND incident_id = $2 ORDER BY id', [
    reader.countyId,
    incidentId,
  ]);
  return rows.map(row => row.id);
}
