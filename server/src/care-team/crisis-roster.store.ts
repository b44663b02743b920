import type { Id } from '@guanhu/shared/kernel/ids';
import type { Reader, Tx } from '../platform/database/database.ts';

export type ShiftRow = {
  readonly id: Id;
  readonly townshipId: Id;
  readonly personId: Id;
  readonly insteadOfId: Id | null;
  readonly from: Date;
  readonly until: Date;
  readonly version: number;
};

const COLUMNS = `id, township_id AS "townshipId", person_id AS "personId", instead_of_id AS "insteadOfId", from_at AS "from", until_at AS "until", version`;

/** Shifts of a township that share a moment with this stretch, in the order in which they begin. */
export const readShifts = (reader: Reader, townshipId: Id, { from, until }: { from: Date; until: Date }): Promise<ShiftRow[]> =>
  reader.sql(
    `SELECT ${COLUMNS} FROM duty_shift
     WHERE county_id = $1 AND township_id = $2 AND removed_at IS NULL AND until_at > $3 AND from_at < $4 ORDER BY from_at, id`,
    [reader.countyId, townshipId, from, until],
  );

/** Who is on duty at a moment in the township of this path of areas, whoever began first first. */
export const readOnDuty = (reader: Reader, areaPath: readonly Id[], at: Date): Promise<{ personId: Id; until: Date }[]> =>
  reader.sql(
    `SELECT person_id AS "personId", max(until_at) AS "until" FROM duty_shift
     WHERE county_id = $1 AND township_id = ANY($2::uuid[]) AND removed_at IS NULL AND from_at <= $3 AND until_at > $3
     GROUP BY person_id ORDER BY min(from_at), person_id`,
    [reader.countyId, areaPath, at],
  );

/** The shift for a change; undefined when it is not there or was taken off the roster. */
export async function lockShift(tx: Tx, id: Id): Promise<ShiftRow | undefined> {
  const [row] = await tx.sql<ShiftRow>(
    `SELECT ${COLUMNS} FROM duty_shift WHERE county_id = $1 AND id = $2 AND removed_at IS NULL FOR UPDATE`,
    [tx.countyId, id],
  );
  return row;
}

/** The township's roster, for one change at a time. */
export async function lockRoster(tx: Tx, townshipId: Id): Promise<void> {
  await tx.sql('SELECT id FROM area WHERE county_id = $1 AND id = $2 FOR NO KEY UPDATE', [tx.countyId, townshipId]);
}

/** @returns false when the id is taken. */
export async function insertShift(tx: Tx, shift: Pick<ShiftRow, 'id' | 'townshipId' | 'personId' | 'from' | 'until'>): Promise<boolean> {
  const rows = await tx.sql(
    `INSERT INTO duty_shift (county_id, id, township_id, person_id, from_at, until_at) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (county_id, id) DO NOTHING RETURNING id`,
    [tx.countyId, shift.id, shift.townshipId, shift.personId, shift.from, shift.until],
  );
  return rows.length === 1;
}

/** One that has begun ends now; one that has not is taken off the roster. The caller holds the row. */
export async function endShift(tx: Tx, id: Id, now: Date): Promise<void> {
  await tx.sql(
    `UPDATE duty_shift SET until_at = CASE WHEN from_at < $3 THEN $3 ELSE until_at END, removed_at = CASE WHEN from_at < $3 THEN NULL ELSE $3 END,
       version = version + 1
     WHERE county_id = $1 AND id = $2`,
    [tx.countyId, id, now],
  );
}

/** Gives a shift to somebody else. The caller holds the row. */
export async function giveShift(tx: Tx, id: Id, to: Id): Promise<void> {
  await tx.sql(
    `UPDATE duty_shift SET instead_of_id = coalesce(instead_of_id, person_id), person_id = $3, version = version + 1
     WHERE county_id = $1 AND id = $2`,
    [tx.countyId, id, to],
  );
}

/** Whoever leaves is on duty no more: a gap that everybody sees is better than a name that nobody answers to. */
export async function endShiftsOf(tx: Tx, personId: Id, now: Date): Promise<void> {
  await tx.sql(
    `UPDATE duty_shift SET until_at = CASE WHEN from_at < $3 THEN $3 ELSE until_at END, removed_at = CASE WHEN from_at < $3 THEN NULL ELSE $3 END,
       version = version + 1
     WHERE county_id = $1 AND person_id = $2 AND removed_at IS NULL AND until_at > $3`,
    [tx.countyId, personId, now],
  );
}
