import type { LetterState } from '@guanhu/shared/duties/duties.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';

export type LetterRow = {
  readonly id: Id;
  readonly townshipId: Id;
  readonly duty: string | null;
  readonly words: string;
  readonly sentBy: Id;
  readonly sentAt: Date;
  readonly receiverId: Id;
  readonly dueOn: CalendarDate;
  readonly state: LetterState;
  readonly answer: string | null;
  readonly answeredAt: Date | null;
  readonly version: number;
};
type Column = 'words_sealed' | 'answer_sealed';
type Sealed = Omit<LetterRow, 'words' | 'answer'> & { readonly words_sealed: Buffer; readonly answer_sealed: Buffer | null };
const COLUMNS = `letter.id, letter.township_id AS "townshipId", duty, words_sealed, sent_by AS "sentBy", sent_at AS "sentAt",
  receiver_id AS "receiverId", due_on AS "dueOn", letter.state, answer_sealed, answered_at AS "answeredAt", letter.version`;
const at = (row: Id, column: Column) => ({ table: 'supervision_letter', row, column });

function whole<Row extends Sealed>(vault: CountyVault, row: Row): Omit<Row, Column> & Pick<LetterRow, 'words' | 'answer'> {
  const { words_sealed, answer_sealed, ...plain } = row;
  return {
    ...plain,
    words: vault.open(at(row.id, 'words_sealed'), words_sealed),
    answer: answer_sealed && vault.open(at(row.id, 'answer_sealed'), answer_sealed),
  };
}

/** @returns false when the id is taken. */
export async function insertLetter(
  tx: Tx,
  vault: CountyVault,
  letter: Pick<LetterRow, 'id' | 'townshipId' | 'duty' | 'words' | 'sentBy' | 'sentAt' | 'receiverId' | 'dueOn'>,
): Promise<boolean> {
  const rows = await tx.sql(
    `INSERT INTO supervision_letter (county_id, id, township_id, duty, words_sealed, sent_by, sent_at, receiver_id, due_on)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (county_id, id) DO NOTHING RETURNING id`,
    [
      tx.countyId,
      letter.id,
      letter.townshipId,
      letter.duty,
      vault.seal(at(letter.id, 'words_sealed'), letter.words),
      letter.sentBy,
      letter.sentAt,
      letter.receiverId,
      letter.dueOn,
    ],
  );
  return rows.length === 1;
}

export async function lockLetter(tx: Tx, vault: CountyVault, id: Id): Promise<LetterRow | undefined> {
  const [row] = await tx.sql<Sealed>(
    `SELECT ${COLUMNS} FROM supervision_letter AS letter WHERE letter.county_id = $1 AND letter.id = $2 FOR UPDATE`,
    [tx.countyId, id],
  );
  return row && whole(vault, row);
}

/** Moves a letter on; the caller holds the row. @returns its new version */
export async function moveLetter(
  tx: Tx,
  vault: CountyVault,
  id: Id,
  { state, answered }: { state: LetterState; answered?: { readonly words: string; readonly now: Date } },
): Promise<number> {
  const [row] = await tx.sql<{ version: number }>(
    `UPDATE supervision_letter SET state = $3, answer_sealed = coalesce($4, answer_sealed), answered_at = coalesce($5, answered_at), version = version + 1
     WHERE county_id = $1 AND id = $2 RETURNING version`,
    [tx.countyId, id, state, answered ? vault.seal(at(id, 'answer_sealed'), answered.words) : null, answered?.now ?? null],
  );
  if (!row) throw new Error('a letter that is held has gone');
  return row.version;
}

/** Somebody else is asked from now on. @returns its new version */
export async function giveLetter(tx: Tx, id: Id, receiverId: Id): Promise<number> {
  const [row] = await tx.sql<{ version: number }>(
    'UPDATE supervision_letter SET receiver_id = $3, version = version + 1 WHERE county_id = $1 AND id = $2 RETURNING version',
    [tx.countyId, id, receiverId],
  );
  if (!row) throw new Error('a letter that is held has gone');
  return row.version;
}

/** Letters of these areas, or to one of these persons, the newest first, before the row `before`. */
export async function readLetters(
  reader: Reader,
  vault: CountyVault,
  asked: { areas: readonly Id[]; persons: readonly Id[]; state: LetterState | null; before: Id | null; limit: number },
): Promise<(LetterRow & { readonly townshipName: string })[]> {
  const rows = await reader.sql<Sealed & { townshipName: string }>(
    `SELECT ${COLUMNS}, area.name AS "townshipName" FROM supervision_letter AS letter
     JOIN area ON area.county_id = $1 AND area.id = letter.township_id
     WHERE letter.county_id = $1 AND (area.path && $2::uuid[] OR letter.receiver_id = ANY($3::uuid[]))
       AND ($4::text IS NULL OR letter.state = $4) AND ($5::uuid IS NULL OR letter.id < $5)
     ORDER BY letter.id DESC LIMIT $6`,
    [reader.countyId, asked.areas, asked.persons, asked.state, asked.before, asked.limit],
  );
  return rows.map(row => whole(vault, row));
}

/** Whoever leaves hands the letters that wait for an answer to the successor. @returns the letters that changed hands */
export async function passLetters(tx: Tx, { from, to }: { from: Id; to: Id }): Promise<Id[]> {
  const rows = await tx.sql<{ id: Id }>(
    `UPDATE supervision_letter SET receiver_id = $3, version = version + 1 WHERE county_id = $1 AND receiver_id = $2 AND state = 'open' RETURNING id`,
    [tx.countyId, from, to],
  );
  return rows.map(row => row.id);
}
