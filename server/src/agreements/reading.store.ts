import type { Reading } from '@guanhu/shared/agreements/reading.rules';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { Reader, Tx } from '../platform/database/database.ts';

/** @returns false when the id is taken */
export async function insertReading(tx: Tx, id: Id, agreementId: Id, reading: Reading): Promise<boolean> {
  const rows = await tx.sql(
    `INSERT INTO agreement_reading (county_id, id, agreement_id, person_id, session_id, content_sha256, started_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING id`,
    [tx.countyId, id, agreementId, reading.personId, reading.sessionId, reading.contentSha256, reading.startedAt],
  );
  return rows.length === 1;
}

export async function findReading(reader: Reader, id: Id, agreementId: Id): Promise<Reading | undefined> {
  const [row] = await reader.sql<Reading>(
    `SELECT person_id AS "personId", session_id AS "sessionId", content_sha256 AS "contentSha256", started_at AS "startedAt"
     FROM agreement_reading WHERE county_id = $1 AND id = $2 AND agreement_id = $3`,
    [reader.countyId, id, agreementId],
  );
  return row;
}
