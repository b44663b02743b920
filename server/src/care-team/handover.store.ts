import type { HandoverState } from '@guanhu/shared/care-team/handover.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';

export type HandoverRow = {
  readonly id: Id;
  readonly personId: Id;
  readonly toId: Id | null;
  readonly from: CalendarDate;
  readonly until: CalendarDate | null;
  readonly state: HandoverState;
  readonly note: string | null;
  readonly proposedAt: Date;
  readonly decidedBy: Id | null;
};

const place = (row: Id) => ({ table: 'handover', row, column: 'note_sealed' });
const COLUMNS = `id, person_id AS "personId", to_id AS "toId", from_on AS "from", until_on AS "until", state, note_sealed,
  proposed_at AS "proposedAt", decided_by AS "decidedBy"`;

type Sealed = Omit<HandoverRow, 'note'> & { note_sealed: Buffer | null };
const opened = (vault: CountyVault, { note_sealed, ...row }: Sealed): HandoverRow => ({
  ...row,
  note: note_sealed === null ? null : vault.open(place(row.id), note_sealed),
});

/** Handovers of persons who hold or held a post in these areas, newest first, before the row `before`. */
export async function readHandovers(
  reader: Reader,
  vault: CountyVault,
  asked: { areas: readonly Id[]; state: HandoverState | null; before: Id | null; limit: number },
): Promise<HandoverRow[]> {
  const rows = await reader.sql<Sealed>(
    `SELECT ${COLUMNS} FROM handover
     WHERE county_id = $1 AND ($3::text IS NULL OR state = $3) AND ($4::uuid IS NULL OR id < $4) AND EXISTS (
       SELECT FROM post JOIN area ON area.county_id = $1 AND area.id = post.area_id
       WHERE post.county_id = $1 AND post.person_id = handover.person_id AND area.path && $2::uuid[])
     ORDER BY id DESC LIMIT $5`,
    [reader.countyId, asked.areas, asked.state, asked.before, asked.limit],
  );
  return rows.map(row => opened(vault, row));
}

/** What a person asked for themself, newest first. */
export async function readOwnHandovers(
  reader: Reader,
  vault: CountyVault,
  asked: { personId: Id; before: Id | null; limit: number },
): Promise<HandoverRow[]> {
  const rows = await reader.sql<Sealed>(
    `SELECT ${COLUMNS} FROM handover WHERE county_id = $1 AND person_id = $2 AND ($3::uuid IS NULL OR id < $3) ORDER BY id DESC LIMIT $4`,
    [reader.countyId, asked.personId, asked.before, asked.limit],
  );
  return rows.map(row => opened(vault, row));
}

/** For a decision: nobody else decides until the transaction ends. */
export async function lockHandover(tx: Tx, vault: CountyVault, id: Id): Promise<HandoverRow | undefined> {
  const [row] = await tx.sql<Sealed>(`SELECT ${COLUMNS} FROM handover WHERE county_id = $1 AND id = $2 FOR UPDATE`, [tx.countyId, id]);
  return row && opened(vault, row);
}

/** @returns false when the id is taken. */
export async function insertHandover(
  tx: Tx,
  vault: CountyVault,
  row: Omit<HandoverRow, 'decidedBy' | 'state' | 'toId'> & { readonly toId: Id | null },
): Promise<boolean> {
  const rows = await tx.sql(
    `INSERT INTO handover (county_id, id, person_id, to_id, from_on, until_on, state, note_sealed, proposed_at)
     VALUES ($1, $2, $3, $4, $5, $6, 'proposed', $7, $8) ON CONFLICT (county_id, id) DO NOTHING RETURNING id`,
    [
      tx.countyId,
      row.id,
      row.personId,
      row.toId,
      row.from,
      row.until,
      row.note === null ? null : vault.seal(place(row.id), row.note),
      row.proposedAt,
    ],
  );
  return rows.length === 1;
}

export async function settleHandover(tx: Tx, one: { id: Id; state: HandoverState; toId: Id | null; by: Id; now: Date }): Promise<void> {
  await tx.sql(
    'UPDATE handover SET state = $3, to_id = coalesce($4, to_id), decided_by = $5, decided_at = $6 WHERE county_id = $1 AND id = $2',
    [tx.countyId, one.id, one.state, one.toId, one.by, one.now],
  );
}
