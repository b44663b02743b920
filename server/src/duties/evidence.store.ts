import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';

export type EvidenceRow = {
  readonly id: Id;
  readonly townshipId: Id;
  readonly duty: string;
  readonly on: CalendarDate;
  readonly note: string;
  readonly recordedBy: Id;
  /** What was held. */
  readonly activityId: Id | null;
};
const place = (row: Id) => ({ table: 'duty_evidence', row, column: 'note_sealed' });

/** @returns false when the id is taken. */
export async function insertEvidence(tx: Tx, vault: CountyVault, evidence: EvidenceRow & { readonly now: Date }): Promise<boolean> {
  const rows = await tx.sql(
    `INSERT INTO duty_evidence (county_id, id, township_id, duty, on_day, note_sealed, recorded_by, recorded_at, activity_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (county_id, id) DO NOTHING RETURNING id`,
    [
      tx.countyId,
      evidence.id,
      evidence.townshipId,
      evidence.duty,
      evidence.on,
      vault.seal(place(evidence.id), evidence.note),
      evidence.recordedBy,
      evidence.now,
      evidence.activityId,
    ],
  );
  return rows.length === 1;
}

/** What was written down in a township from a day on, newest first, at most `most`. */
export async function readEvidence(
  reader: Reader,
  vault: CountyVault,
  asked: { townshipId: Id; from: CalendarDate; most: number },
): Promise<(EvidenceRow & { readonly photos: number })[]> {
  const rows = await reader.sql<Omit<EvidenceRow, 'note'> & { note_sealed: Buffer; photos: number }>(
    `SELECT id, township_id AS "townshipId", duty, on_day AS "on", note_sealed, recorded_by AS "recordedBy", activity_id AS "activityId",
       (SELECT count(*)::int FROM outreach_photo AS photo
          JOIN attachment ON attachment.county_id = $1 AND attachment.id = photo.id AND attachment.removed_at IS NULL
        WHERE photo.county_id = $1 AND photo.activity_id = duty_evidence.activity_id) AS photos
     FROM duty_evidence
     WHERE county_id = $1 AND township_id = $2 AND on_day >= $3 ORDER BY on_day DESC, id DESC LIMIT $4`,
    [reader.countyId, asked.townshipId, asked.from, asked.most],
  );
  return rows.map(({ note_sealed, ...row }) => ({ ...row, note: vault.open(place(row.id), note_sealed) }));
}

/** On which days something was written down of which duty: each once, whatever the notes say. */
export const readEvidenceDays = (
  reader: Reader,
  asked: { townshipId: Id; from: CalendarDate; to: CalendarDate },
): Promise<{ readonly duty: string; readonly on: CalendarDate }[]> =>
  reader.sql(
    `SELECT DISTINCT duty, on_day AS "on" FROM duty_evidence WHERE county_id = $1 AND township_id = $2 AND on_day BETWEEN $3 AND $4`,
    [reader.countyId, asked.townshipId, asked.from, asked.to],
  );
