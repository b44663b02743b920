import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';

export type DrillLog = {
  readonly id: Id;
  readonly townshipId: Id;
  readonly on: CalendarDate;
  readonly what: string;
  readonly findings: string;
  readonly personIds: readonly Id[];
  readonly loggedBy: Id;
};
type Column = 'what_sealed' | 'findings_sealed';
const place = (row: Id, column: Column) => ({ table: 'drill', row, column });

/** @returns false when the id is taken. */
export async function insertDrill(tx: Tx, vault: CountyVault, drill: DrillLog & { readonly now: Date }): Promise<boolean> {
  const rows = await tx.sql(
    `INSERT INTO drill (county_id, id, township_id, on_day, what_sealed, findings_sealed, person_ids, logged_by, logged_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (county_id, id) DO NOTHING RETURNING id`,
    [
      tx.countyId,
      drill.id,
      drill.townshipId,
      drill.on,
      vault.seal(place(drill.id, 'what_sealed'), drill.what),
      vault.seal(place(drill.id, 'findings_sealed'), drill.findings),
      drill.personIds,
      drill.loggedBy,
      drill.now,
    ],
  );
  return rows.length === 1;
}

/** Drills held in these areas, as they were logged, newest first, before the row `before`. */
export async function readDrills(
  reader: Reader,
  vault: CountyVault,
  asked: { areas: readonly Id[]; before: Id | null; limit: number },
): Promise<(DrillLog & { readonly townshipName: string })[]> {
  type Sealed = Omit<DrillLog, 'what' | 'findings'> & { readonly townshipName: string } & Readonly<Record<Column, Buffer>>;
  const rows = await reader.sql<Sealed>(
    `SELECT drill.id, township_id AS "townshipId", area.name AS "townshipName", on_day AS "on", what_sealed, findings_sealed,
       person_ids AS "personIds", logged_by AS "loggedBy"
     FROM drill JOIN area ON area.county_id = $1 AND area.id = drill.township_id
     WHERE drill.county_id = $1 AND area.path && $2::uuid[] AND ($3::uuid IS NULL OR drill.id < $3) ORDER BY drill.id DESC LIMIT $4`,
    [reader.countyId, asked.areas, asked.before, asked.limit],
  );
  return rows.map(({ what_sealed, findings_sealed, ...row }) => ({
    ...row,
    what: vault.open(place(row.id, 'what_sealed'), what_sealed),
    findings: vault.open(place(row.id, 'findings_sealed'), findings_sealed),
  }));
}
