import type { Id } from '@guanhu/shared/kernel/ids';
import type { EscortItem, EscortReason, EscortState } from '@guanhu/shared/relief/escort.terms';
import type { CountyVault } from '../platform/crypto/vault.ts';
import { readAreaPage, type AreaPage } from '../platform/database/area-page.store.ts';
import type { Reader, Tx } from '../platform/database/database.ts';

type Plan = { readonly from: string; readonly to: string; readonly escorts: string; readonly words: string };
type Receipt = {
  readonly receiver: string;
  readonly unit: string;
  readonly phone: string;
  readonly items: readonly EscortItem[];
  readonly condition: string;
};
type Columns = {
  readonly id: Id;
  readonly patientId: Id;
  /** Where the patient lives today, from the county down to the village. */
  readonly areaPath: readonly Id[];
  readonly villageName: string;
  readonly reason: EscortReason;
  readonly state: EscortState;
  readonly version: number;
  readonly handedOverAt: Date | null;
  readonly handedOverBy: Id | null;
};
export type EscortRow = Columns & { readonly plan: Plan; readonly receipt: Receipt | null };
type Sealed = Columns & { readonly plan_sealed: Buffer; readonly receipt_sealed: Buffer | null };

const FROM = `SELECT escort.id, escort.patient_id AS "patientId", area.path AS "areaPath", area.name AS "villageName", escort.reason, escort.state,
    escort.version, escort.handed_over_at AS "handedOverAt", escort.handed_over_by AS "handedOverBy", escort.plan_sealed, escort.receipt_sealed
  FROM escort JOIN patient ON patient.county_id = $1 AND patient.id = escort.patient_id
    JOIN area ON area.county_id = $1 AND area.id = patient.village_id`;
const place = (row: Id, column: 'plan_sealed' | 'receipt_sealed') => ({ table: 'escort', row, column });
const opened = (vault: CountyVault, { plan_sealed, receipt_sealed, ...row }: Sealed): EscortRow => ({
  ...row,
  plan: JSON.parse(vault.open(place(row.id, 'plan_sealed'), plan_sealed)) as Plan,
  receipt: receipt_sealed && (JSON.parse(vault.open(place(row.id, 'receipt_sealed'), receipt_sealed)) as Receipt),
});

/** @returns false when the id is taken. */
export async function insertEscort(
  tx: Tx,
  vault: CountyVault,
  one: { readonly id: Id; readonly patientId: Id; readonly reason: EscortReason; readonly plan: Plan; readonly by: Id; readonly now: Date },
): Promise<boolean> {
  const rows = await tx.sql(
    `INSERT INTO escort (county_id, id, patient_id, reason, plan_sealed, planned_by, planned_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (county_id, id) DO NOTHING RETURNING id`,
    [tx.countyId, one.id, one.patientId, one.reason, vault.seal(place(one.id, 'plan_sealed'), JSON.stringify(one.plan)), one.by, one.now],
  );
  return rows.length === 1;
}

export async function readEscortsOf(reader: Reader, vault: CountyVault, ids: readonly Id[]): Promise<EscortRow[]> {
  if (ids.length === 0) return [];
  const rows = await reader.sql<Sealed>(`${FROM} WHERE escort.county_id = $1 AND escort.id = ANY($2::uuid[])`, [reader.countyId, ids]);
  return rows.map(row => opened(vault, row));
}

/** Of patients of these areas, newest first. */
export async function readEscorts(
  reader: Reader,
  vault: CountyVault,
  { state, ...asked }: AreaPage & { readonly state: EscortState | null },
): Promise<EscortRow[]> {
  const rows = await readAreaPage<Sealed>(reader, { from: FROM, of: 'escort', filters: { state } }, asked);
  return rows.map(row => opened(vault, row));
}

/** @returns the new version; undefined when somebody was faster. */
export async function moveEscortRow(
  tx: Tx,
  vault: CountyVault,
  { id, version }: { readonly id: Id; readonly version: number },
  to: { readonly state: EscortState; readonly receipt?: { readonly written: Receipt; readonly at: Date; readonly by: Id } },
): Promise<number | undefined> {
  const { state, receipt } = to;
  const sealed = receipt && vault.seal(place(id, 'receipt_sealed'), JSON.stringify(receipt.written));
  const [row] = await tx.sql<{ version: number }>(
    `UPDATE escort SET state = $4, receipt_sealed = $5, handed_over_at = $6, handed_over_by = $7, version = version + 1
     WHERE county_id = $1 AND id = $2 AND version = $3 RETURNING version`,
    [tx.countyId, id, version, state, sealed ?? null, receipt?.at ?? null, receipt?.by ?? null],
  );
  return row?.version;
}
