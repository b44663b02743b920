import type { ReviewVerdict } from '@guanhu/shared/care-team/break-glass.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';
import type { PageKey } from '../platform/http/page-key.ts';

const place = (row: Id, column: string) => ({ table: 'break_glass', row, column });

/** Whether the person has the patient's file open in an emergency at `now`. */
export async function isOpen(reader: Reader, personId: Id, patientId: Id, now: Date): Promise<boolean> {
  const rows = await reader.sql(
    'SELECT id FROM break_glass WHERE county_id = $1 AND person_id = $2 AND patient_id = $3 AND until > $4 AND at <= $4 LIMIT 1',
    [reader.countyId, personId, patientId, now],
  );
  return rows.length > 0;
}

/** How often the person broke the glass, or tried to, since `since`. */
export async function countSince(reader: Reader, personId: Id, since: Date): Promise<number> {
  const [row] = await reader.sql<{ n: number }>(
    'SELECT count(*)::int AS n FROM break_glass WHERE county_id = $1 AND person_id = $2 AND at > $3',
    [reader.countyId, personId, since],
  );
  return row?.n ?? 0;
}

export type NewOpening = {
  readonly id: Id;
  readonly personId: Id;
  readonly sessionId: Id;
  readonly patientId: Id | null;
  readonly reason: string;
  readonly at: Date;
  readonly until: Date;
  readonly reviewBy: CalendarDate;
};

/** @returns false when the id is taken. */
export async function insertOpening(tx: Tx, vault: CountyVault, row: NewOpening): Promise<boolean> {
  const rows = await tx.sql(
    `INSERT INTO break_glass (county_id, id, person_id, session_id, patient_id, reason_sealed, at, until, review_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (county_id, id) DO NOTHING RETURNING id`,
    [
      tx.countyId,
      row.id,
      row.personId,
      row.sessionId,
      row.patientId,
      vault.seal(place(row.id, 'reason_sealed'), row.reason),
      row.at,
      row.until,
      row.reviewBy,
    ],
  );
  return rows.length === 1;
}

export type OpeningFacts = {
  readonly id: Id;
  readonly personId: Id;
  readonly patientId: Id | null;
  readonly areaPath: readonly Id[] | null;
  readonly reason: string;
  readonly at: Date;
  readonly until: Date;
  readonly reviewBy: CalendarDate;
  readonly seenAt: Date | null;
  readonly review: { readonly by: Id; readonly at: Date; readonly verdict: ReviewVerdict; readonly note: string } | null;
};

type Sealed = {
  id: Id;
  person_id: Id;
  patient_id: Id | null;
  path: Id[] | null;
  reason_sealed: Buffer;
  at: Date;
  until: Date;
  review_by: CalendarDate;
  seen_at: Date | null;
  reviewed_by: Id | null;
  reviewed_at: Date | null;
  verdict: ReviewVerdict | null;
  note_sealed: Buffer | null;
};
const COLUMNS = `break_glass.id, person_id, patient_id, area.path, reason_sealed, at, break_glass.until, review_by, seen_at, reviewed_by, reviewed_at,
  verdict, note_sealed`;
const FROM = `break_glass
  LEFT JOIN patient ON patient.county_id = $1 AND patient.id = break_glass.patient_id
  LEFT JOIN area ON area.county_id = $1 AND area.id = patient.village_id`;

const opened = (vault: CountyVault, row: Sealed): OpeningFacts => ({
  id: row.id,
  personId: row.person_id,
  patientId: row.patient_id,
  areaPath: row.path,
  reason: vault.open(place(row.id, 'reason_sealed'), row.reason_sealed),
  at: row.at,
  until: row.until,
  reviewBy: row.review_by,
  seenAt: row.seen_at,
  review:
    row.reviewed_by && row.reviewed_at && row.verdict && row.note_sealed
      ? {
          by: row.reviewed_by,
          at: row.reviewed_at,
          verdict: row.verdict,
          note: vault.open(place(row.id, 'note_sealed'), row.note_sealed),
        }
      : null,
});

/** Openings of patients in these areas, newest first; with the county's root also those that found nobody. */
export async function readOpenings(
  reader: Reader,
  vault: CountyVault,
  page: { areas: readonly Id[]; wholeCounty: boolean; state: 'waiting' | 'reviewed' | null; after: PageKey | null; limit: number },
): Promise<OpeningFacts[]> {
  const rows = await reader.sql<Sealed>(
    `SELECT ${COLUMNS} FROM ${FROM}
     WHERE break_glass.county_id = $1 AND (area.path && $2::uuid[] OR $3 AND break_glass.patient_id IS NULL)
       AND ($4::text IS NULL OR (reviewed_at IS NULL) = ($4 = 'waiting'))
       AND ($5::timestamptz IS NULL OR (at, break_glass.id) < ($5, $6::uuid))
     ORDER BY at DESC, break_glass.id DESC LIMIT $7`,
    [reader.countyId, page.areas, page.wholeCounty, page.state, page.after?.at ?? null, page.after?.id ?? null, page.limit],
  );
  return rows.map(row => opened(vault, row));
}

/** For a decision. */
export async function lockOpening(tx: Tx, vault: CountyVault, id: Id): Promise<OpeningFacts | undefined> {
  const [row] = await tx.sql<Sealed>(
    `SELECT ${COLUMNS} FROM ${FROM} WHERE break_glass.county_id = $1 AND break_glass.id = $2 FOR UPDATE OF break_glass`,
    [tx.countyId, id],
  );
  return row && opened(vault, row);
}

export async function markSeen(tx: Tx, id: Id, by: Id, now: Date): Promise<void> {
  await tx.sql('UPDATE break_glass SET seen_by = $3, seen_at = $4 WHERE county_id = $1 AND id = $2 AND seen_at IS NULL', [
    tx.countyId,
    id,
    by,
    now,
  ]);
}

export async function storeReview(
  tx: Tx,
  vault: CountyVault,
  { id, by, at, verdict, note }: { id: Id; by: Id; at: Date; verdict: ReviewVerdict; note: string },
): Promise<void> {
  await tx.sql(
    'UPDATE break_glass SET reviewed_by = $3, reviewed_at = $4, verdict = $5, note_sealed = $6 WHERE county_id = $1 AND id = $2',
    [tx.countyId, id, by, at, verdict, vault.seal(place(id, 'note_sealed'), note)],
  );
}
