import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { EmploymentKind } from '@guanhu/shared/rehabilitation/rehabilitation.terms';
import type { CountyVault } from '../platform/crypto/vault.ts';
import { readAreaPage, type AreaPage } from '../platform/database/area-page.store.ts';
import type { Reader, Tx } from '../platform/database/database.ts';

type Columns = {
  readonly id: Id;
  readonly patientId: Id;
  readonly villageName: string;
  readonly kind: EmploymentKind;
  readonly since: CalendarDate;
  readonly until: CalendarDate | null;
  readonly version: number;
};
type EmploymentRow = Columns & { readonly where: string };
const place = (row: Id) => ({ table: 'employment', row, column: 'where_sealed' });
const FROM = `SELECT employment.id, employment.patient_id AS "patientId", area.name AS "villageName", employment.kind, employment.since,
    employment.until, employment.version, employment.where_sealed
  FROM employment JOIN patient ON patient.county_id = $1 AND patient.id = employment.patient_id
    JOIN area ON area.county_id = $1 AND area.id = patient.village_id`;
type Sealed = Columns & { readonly where_sealed: Buffer };
const opened = (vault: CountyVault, { where_sealed, ...row }: Sealed): EmploymentRow => ({
  ...row,
  where: vault.open(place(row.id), where_sealed),
});

/** @returns false when the id is taken. */
export async function insertEmployment(
  tx: Tx,
  vault: CountyVault,
  one: Pick<EmploymentRow, 'id' | 'patientId' | 'kind' | 'where' | 'since'> & { readonly by: Id },
): Promise<boolean> {
  const rows = await tx.sql(
    `INSERT INTO employment (county_id, id, patient_id, kind, where_sealed, since, recorded_by) VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (county_id, id) DO NOTHING RETURNING id`,
    [tx.countyId, one.id, one.patientId, one.kind, vault.seal(place(one.id), one.where), one.since, one.by],
  );
  return rows.length === 1;
}

export async function readEmployment(reader: Reader, vault: CountyVault, id: Id): Promise<EmploymentRow | undefined> {
  const [row] = await reader.sql<Sealed>(`${FROM} WHERE employment.county_id = $1 AND employment.id = $2`, [reader.countyId, id]);
  return row && opened(vault, row);
}

/** Of patients of these areas, or of one of them, newest first. */
export async function readEmployments(
  reader: Reader,
  vault: CountyVault,
  { patientId, ...asked }: AreaPage & { readonly patientId: Id | null },
): Promise<EmploymentRow[]> {
  const rows = await readAreaPage<Sealed>(reader, { from: FROM, of: 'employment', filters: { patient_id: patientId } }, asked);
  return rows.map(row => opened(vault, row));
}
