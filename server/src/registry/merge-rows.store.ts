import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { Reader, Tx } from '../platform/database/database.ts';
import { MERGE_TABLES, type MergeTable } from './merge-tables.terms.ts';

/*
 * Table and column names come from the terms beside this file and from nowhere else. Every statement remembers the rows it touched, in the
 * same statement.
 */

type Between = { readonly mergeId: Id; readonly keptId: Id; readonly mergedId: Id };

const remember = (effect: string, former = 'NULL::text') =>
  `INSERT INTO file_merge_row (county_id, id, merge_id, table_name, row_id, effect, former)
   SELECT $1, new_id(), $2, $3, touched.id, '${effect}', ${former} FROM touched`;

/** Whether the kept file has the row already that this one would be the second of. */
const clash = ({ table, once, inForce }: MergeTable, kept: string): string => {
  if (once === undefined) return 'false';
  const both = inForce === undefined ? [] : [`mine.${inForce}`, `other.${inForce}`];
  const same = once.map(column => `other.${column} IS NOT DISTINCT FROM mine.${column}`);
  return `EXISTS (SELECT FROM ${table} AS other WHERE other.county_id = $1 AND other.patient_id = ${kept} AND ${[...both, ...same].join(' AND ')})`;
};

/** Moves, ends and cancels the merged file's rows as the terms say. */
export async function mergeRows(tx: Tx, merge: Between, today: CalendarDate, now: Date): Promise<void> {
  for (const terms of MERGE_TABLES) {
    if (terms.how === 'end') {
      await passRows(tx, merge, terms);
      await cancelRows(tx, merge, terms, now);
    }
    if (terms.how !== 'move') continue;
    if (terms.first !== undefined) await stepBack(tx, merge, terms, terms.first);
    await moveRows(tx, merge, terms);
    if (terms.ends) await endRows(tx, merge, terms, today);
  }
}

async function stepBack(
  tx: Tx,
  { mergeId, keptId, mergedId }: Between,
  { table, inForce = 'true' }: MergeTable,
  first: string,
): Promise<void> {
  await tx.sql(
    `WITH touched AS (
       UPDATE ${table} SET ${first} = false WHERE county_id = $1 AND patient_id = $5 AND ${first} AND ${inForce} AND EXISTS (
         SELECT FROM ${table} AS other WHERE other.county_id = $1 AND other.patient_id = $4 AND other.${first} AND other.${inForce})
       RETURNING id)
     ${remember('steppedBack')}`,
    [tx.countyId, mergeId, table, keptId, mergedId],
  );
}

async function moveRows(tx: Tx, { mergeId, keptId, mergedId }: Between, terms: MergeTable): Promise<void> {
  const { table } = terms;
  await tx.sql(
    `WITH touched AS (
       UPDATE ${table} AS mine SET patient_id = $4 WHERE mine.county_id = $1 AND mine.patient_id = $5 AND NOT ${clash(terms, '$4')}
       RETURNING mine.id)
     ${remember('moved')}`,
    [tx.countyId, mergeId, table, keptId, mergedId],
  );
}

/** What stayed although it was in force ends with yesterday; a row that began today never was. */
async function endRows(
  tx: Tx,
  { mergeId, mergedId }: Between,
  { table, inForce = 'true' }: MergeTable,
  today: CalendarDate,
): Promise<void> {
  await tx.sql(
    `WITH touched AS (
       UPDATE ${table} SET until = greatest(since, $5::date) - 1 WHERE county_id = $1 AND patient_id = $4 AND ${inForce} RETURNING id)
     ${remember('ended')}`,
    [tx.countyId, mergeId, table, mergedId, today],
  );
}

/** Live tasks that go on with the kept file. */
async function passRows(tx: Tx, { mergeId, keptId, mergedId }: Between, { table, goOn = 'false' }: MergeTable): Promise<void> {
  await tx.sql(
    `WITH touched AS (
       UPDATE ${table} SET patient_id = $4 WHERE county_id = $1 AND patient_id = $5 AND state IN ('open', 'suspended') AND ${goOn} RETURNING id)
     ${remember('moved')}`,
    [tx.countyId, mergeId, table, keptId, mergedId],
  );
}

async function cancelRows(tx: Tx, { mergeId, mergedId }: Between, { table }: MergeTable, now: Date): Promise<void> {
  await tx.sql(
    `WITH live AS (
       SELECT id, state FROM ${table} WHERE county_id = $1 AND patient_id = $4 AND state IN ('open', 'suspended') FOR UPDATE
     ), touched AS (
       UPDATE ${table} AS mine SET state = 'cancelled', closed_at = $5, version = version + 1 FROM live
       WHERE mine.county_id = $1 AND mine.id = live.id RETURNING mine.id, live.state AS former)
     ${remember('cancelled', 'touched.former')}`,
    [tx.countyId, mergeId, table, mergedId, now],
  );
}

/** Gives every row back that the merge took; rows that came since stay with the kept file. */
export async function unmergeRows(tx: Tx, { mergeId, keptId, mergedId }: Between): Promise<void> {
  for (const { table, how, first, inForce, ends } of MERGE_TABLES) {
    const taken = (effect: string) =>
      `SELECT row_id FROM file_merge_row WHERE county_id = $1 AND merge_id = $2 AND table_name = $3 AND effect = '${effect}'`;
    const values = [tx.countyId, mergeId, table];
    if (how === 'end')
      await tx.sql(
        `UPDATE ${table} AS mine SET state = touched.former, closed_at = NULL, version = version + 1
         FROM file_merge_row AS touched
         WHERE mine.county_id = $1 AND mine.id = touched.row_id AND mine.state = 'cancelled'
           AND touched.county_id = $1 AND touched.merge_id = $2 AND touched.table_name = $3 AND touched.effect = 'cancelled'`,
        values,
      );
    if (how === 'stay') continue;
    await tx.sql(`UPDATE ${table} SET patient_id = $4 WHERE county_id = $1 AND patient_id = $5 AND id IN (${taken('moved')})`, [
      ...values,
      mergedId,
      keptId,
    ]);
    if (ends) await tx.sql(`UPDATE ${table} SET until = NULL WHERE county_id = $1 AND id IN (${taken('ended')})`, values);
    if (first !== undefined) await stepForward(tx, table, first, inForce ?? 'true', keptId, taken('steppedBack'), values);
  }
}

/** Who stood first before stands first again; where the one who stood first has gone back, the oldest of the others takes the place. */
async function stepForward(
  tx: Tx,
  table: string,
  first: string,
  inForce: string,
  keptId: Id,
  steppedBack: string,
  values: readonly unknown[],
): Promise<void> {
  await tx.sql(`UPDATE ${table} SET ${first} = true WHERE county_id = $1 AND id IN (${steppedBack})`, values);
  await tx.sql(
    `UPDATE ${table} SET ${first} = true WHERE county_id = $1 AND id = (
       SELECT id FROM ${table} WHERE county_id = $1 AND patient_id = $2 AND ${inForce} ORDER BY since, id LIMIT 1)
     AND NOT EXISTS (SELECT FROM ${table} WHERE county_id = $1 AND patient_id = $2 AND ${inForce} AND ${first})`,
    [tx.countyId, keptId],
  );
}

export type Obstacles = {
  /** Both files have a row that only one of them may have. */
  readonly two: boolean;
  /** The merged file has a row that waits for somebody. */
  readonly unsettled: boolean;
};

/** What people have to settle before these files can be one. */
export async function readObstacles(reader: Reader, keptId: Id, mergedId: Id): Promise<Obstacles> {
  const having = async (table: string, condition: string) =>
    (
      await reader.sql<{ patientId: Id }>(
        `SELECT DISTINCT patient_id AS "patientId" FROM ${table} WHERE county_id = $1 AND patient_id = ANY($2::uuid[]) AND ${condition}`,
        [reader.countyId, [keptId, mergedId]],
      )
    ).map(row => row.patientId);
  const found = { two: false, unsettled: false };
  for (const { table, never, unsettled } of MERGE_TABLES) {
    if (never !== undefined && (await having(table, never)).length > 1) found.two = true;
    if (unsettled !== undefined && (await having(table, unsettled)).includes(mergedId)) found.unsettled = true;
  }
  return found;
}

export type Moving = { readonly table: string; readonly rows: number };
const MOVING = MERGE_TABLES.filter(({ how }) => how === 'move');

/** How many rows of the merged file would move, table by table. */
export const countMoving = (reader: Reader, keptId: Id, mergedId: Id): Promise<Moving[]> =>
  reader.sql(
    MOVING.map(
      terms =>
        `SELECT '${terms.table}' AS table, count(*)::int AS rows FROM ${terms.table} AS mine
         WHERE mine.county_id = $1 AND mine.patient_id = $3 AND NOT ${clash(terms, '$2')}`,
    ).join(' UNION ALL '),
    [reader.countyId, keptId, mergedId],
  );

/** How many rows a merge has moved. */
export const countMoved = (reader: Reader, mergeId: Id): Promise<Moving[]> =>
  reader.sql(
    `SELECT table_name AS table, count(*)::int AS rows FROM file_merge_row WHERE county_id = $1 AND merge_id = $2 AND effect = 'moved' GROUP BY table_name`,
    [reader.countyId, mergeId],
  );
