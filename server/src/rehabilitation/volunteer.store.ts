import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { CountyVault } from '../platform/crypto/vault.ts';
import { readAreaPage, type AreaPage } from '../platform/database/area-page.store.ts';
import type { Reader, Tx } from '../platform/database/database.ts';

type Columns = {
  readonly id: Id;
  readonly areaPath: readonly Id[];
  readonly areaName: string;
  readonly since: CalendarDate;
  readonly until: CalendarDate | null;
  readonly version: number;
};
type Column = 'name_sealed' | 'phone_sealed' | 'does_sealed';
type VolunteerRow = Columns & { readonly name: string; readonly phone: string | null; readonly does: string };
type Sealed = Columns & { readonly name_sealed: Buffer; readonly phone_sealed: Buffer | null; readonly does_sealed: Buffer };
const place = (row: Id, column: Column) => ({ table: 'family_volunteer', row, column });
const FROM = `SELECT volunteer.id, area.path AS "areaPath", area.name AS "areaName", volunteer.since, volunteer.until, volunteer.version,
    volunteer.name_sealed, volunteer.phone_sealed, volunteer.does_sealed
  FROM family_volunteer AS volunteer JOIN area ON area.county_id = $1 AND area.id = volunteer.area_id`;
const opened = (vault: CountyVault, { name_sealed, phone_sealed, does_sealed, ...row }: Sealed): VolunteerRow => ({
  ...row,
  name: vault.open(place(row.id, 'name_sealed'), name_sealed),
  phone: phone_sealed && vault.open(place(row.id, 'phone_sealed'), phone_sealed),
  does: vault.open(place(row.id, 'does_sealed'), does_sealed),
});

type NewVolunteer = Pick<VolunteerRow, 'id' | 'name' | 'phone' | 'does' | 'since'> & { readonly areaId: Id; readonly by: Id };
/** @returns false when the id is taken. */
export async function insertVolunteer(tx: Tx, vault: CountyVault, one: NewVolunteer): Promise<boolean> {
  const rows = await tx.sql(
    `INSERT INTO family_volunteer (county_id, id, area_id, name_sealed, phone_sealed, does_sealed, since, added_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (county_id, id) DO NOTHING RETURNING id`,
    [
      tx.countyId,
      one.id,
      one.areaId,
      vault.seal(place(one.id, 'name_sealed'), one.name),
      one.phone === null ? null : vault.seal(place(one.id, 'phone_sealed'), one.phone),
      vault.seal(place(one.id, 'does_sealed'), one.does),
      one.since,
      one.by,
    ],
  );
  return rows.length === 1;
}

export async function readVolunteer(reader: Reader, vault: CountyVault, id: Id): Promise<VolunteerRow | undefined> {
  const [row] = await reader.sql<Sealed>(`${FROM} WHERE volunteer.county_id = $1 AND volunteer.id = $2`, [reader.countyId, id]);
  return row && opened(vault, row);
}

/** Of these areas, newest first. */
export async function readVolunteers(reader: Reader, vault: CountyVault, asked: AreaPage): Promise<VolunteerRow[]> {
  const rows = await readAreaPage<Sealed>(reader, { from: FROM, of: 'volunteer' }, asked);
  return rows.map(row => opened(vault, row));
}
