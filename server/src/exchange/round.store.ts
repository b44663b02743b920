import { DEPARTMENT_KEYS, type Department, type RowVerdict } from '@guanhu/shared/exchange/exchange.terms';
import type { RoundState } from '@guanhu/shared/exchange/round.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { Reader, Tx } from '../platform/database/database.ts';

export type RoundRow = {
  readonly id: Id;
  readonly townshipId: Id;
  readonly townshipName: string;
  readonly areaPath: readonly Id[];
  readonly month: string;
  readonly deadline: CalendarDate;
  readonly state: RoundState;
  readonly version: number;
};
const READ = `SELECT round.id, round.township_id AS "townshipId", area.name AS "townshipName", area.path AS "areaPath", round.month, round.deadline,
    round.state, round.version
  FROM exchange_round AS round JOIN area ON area.county_id = $1 AND area.id = round.township_id WHERE round.county_id = $1`;

/** Opens the rounds that are not there yet. @returns their ids */
export async function insertRounds(
  tx: Tx,
  rounds: readonly { id: Id; townshipId: Id; month: string; deadline: CalendarDate }[],
  now: Date,
): Promise<Id[]> {
  const rows = await tx.sql<{ id: Id }>(
    `INSERT INTO exchange_round (county_id, id, township_id, month, deadline, state, opened_at)
     SELECT $1, id, township_id, month, deadline, 'open', $6 FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::date[]) AS due (id, township_id, month, deadline)
     ON CONFLICT (county_id, township_id, month) DO NOTHING RETURNING id`,
    [
      tx.countyId,
      rounds.map(one => one.id),
      rounds.map(one => one.townshipId),
      rounds.map(one => one.month),
      rounds.map(one => one.deadline),
      now,
    ],
  );
  return rows.map(row => row.id);
}

export async function readRound(reader: Reader, id: Id): Promise<RoundRow | undefined> {
  const [row] = await reader.sql<RoundRow>(`${READ} AND round.id = $2`, [reader.countyId, id]);
  return row;
}

/** For a change of it: whoever else changes the round waits. */
export async function lockRound(tx: Tx, id: Id): Promise<RoundRow | undefined> {
  const [row] = await tx.sql<RoundRow>(`${READ} AND round.id = $2 FOR UPDATE OF round`, [tx.countyId, id]);
  return row;
}

/** Rounds of these areas, newest first, with how many departments handed in. */
export const readRoundPage = (
  reader: Reader,
  { areas, before, limit }: { areas: readonly Id[]; before: Id | null; limit: number },
): Promise<(RoundRow & { handedIn: number })[]> =>
  reader.sql(
    `WITH page AS (${READ} AND area.path && $2::uuid[] AND ($3::uuid IS NULL OR round.id < $3) ORDER BY round.id DESC LIMIT $4)
     SELECT page.*, (SELECT count(*)::int FROM exchange_list AS list WHERE list.county_id = $1 AND list.round_id = page.id) AS "handedIn"
     FROM page ORDER BY page.id DESC`,
    [reader.countyId, areas, before, limit],
  );

export async function touchRound(tx: Tx, id: Id, state: RoundState = 'open'): Promise<void> {
  await tx.sql('UPDATE exchange_round SET state = $3, version = version + 1 WHERE county_id = $1 AND id = $2', [tx.countyId, id, state]);
}

/** Open rounds of which no row was handed in and whose last day lies before `before` are over. @returns their ids */
export async function lapseEmptyRounds(tx: Tx, before: CalendarDate): Promise<Id[]> {
  const rows = await tx.sql<{ id: Id }>(
    `UPDATE exchange_round AS round SET state = 'lapsed', version = version + 1 WHERE county_id = $1 AND state = 'open' AND deadline < $2
       AND NOT EXISTS (SELECT FROM exchange_row AS line WHERE line.county_id = $1 AND line.round_id = round.id) RETURNING id`,
    [tx.countyId, before],
  );
  return rows.map(row => row.id);
}

type LeftOut = { readonly skipped: readonly string[]; readonly ignored: readonly string[] };
export type ListRow = {
  readonly department: Department;
  readonly fileName: string | null;
  readonly leftOut: LeftOut;
  readonly sha256: Buffer;
  readonly madeBy: Id;
  readonly madeAt: Date;
  readonly late: boolean;
  readonly rows: number;
};

/** What was handed in, in the order of the departments. */
export const readLists = (reader: Reader, roundId: Id): Promise<ListRow[]> =>
  reader.sql(
    `SELECT department, file_name AS "fileName", left_out AS "leftOut", sha256, made_by AS "madeBy", made_at AS "madeAt", late, rows
     FROM exchange_list WHERE county_id = $1 AND round_id = $2 ORDER BY array_position($3::text[], department)`,
    [reader.countyId, roundId, DEPARTMENT_KEYS],
  );

/** What a department hands in takes the place of what it had handed in; whoever was in time and corrects later stays in time. */
export async function putList(tx: Tx, list: ListRow & { id: Id; roundId: Id }): Promise<void> {
  await tx.sql(
    `INSERT INTO exchange_list (county_id, id, round_id, department, file_name, left_out, sha256, made_by, made_at, late, rows)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     ON CONFLICT (county_id, round_id, department) DO UPDATE SET file_name = excluded.file_name, left_out = excluded.left_out,
       sha256 = excluded.sha256, made_by = excluded.made_by, made_at = excluded.made_at, late = exchange_list.late AND excluded.late, rows = excluded.rows`,
    [
      tx.countyId,
      list.id,
      list.roundId,
      list.department,
      list.fileName,
      JSON.stringify(list.leftOut),
      list.sha256,
      list.madeBy,
      list.madeAt,
      list.late,
      list.rows,
    ],
  );
}

/** How many rows of every department have which verdict. */
export const countVerdicts = (reader: Reader, roundId: Id): Promise<{ department: Department; verdict: RowVerdict; count: number }[]> =>
  reader.sql(
    'SELECT department, verdict, count(*)::int AS count FROM exchange_row WHERE county_id = $1 AND round_id = $2 GROUP BY department, verdict',
    [reader.countyId, roundId],
  );
