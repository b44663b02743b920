import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { CostAct, CostItem, CostOrigin, CostState } from '@guanhu/shared/relief/cost.terms';
import type { CountyVault } from '../platform/crypto/vault.ts';
import { readAreaPage, type AreaPage } from '../platform/database/area-page.store.ts';
import type { Reader, Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';

export type CostRow = {
  readonly id: Id;
  readonly patient_id: Id;
  /** Where the patient lives today, from the county down to the village. */
  readonly area_path: Id[];
  readonly origin: CostOrigin;
  readonly paid_for: CostItem;
  readonly escort_id: Id | null;
  readonly state: CostState;
  readonly version: number;
  readonly bill_fen: number;
  readonly allowed_fen: number | null;
  readonly paid_fen: number | null;
  readonly proposed_by: Id;
  readonly reviewed_by: Id | null;
  readonly paid_by: Id | null;
  readonly supervised_by: Id | null;
};
const FROM = `SELECT cost.id, cost.patient_id, area.path AS area_path, cost.origin, cost.paid_for, cost.escort_id, cost.state, cost.version, cost.bill_fen, cost.allowed_fen, cost.paid_fen,
    cost.proposed_by, cost.reviewed_by, cost.paid_by, cost.supervised_by
  FROM relief_cost AS cost JOIN patient ON patient.county_id = $1 AND patient.id = cost.patient_id
    JOIN area ON area.county_id = $1 AND area.id = patient.village_id`;
const wordsOf = (row: Id) => ({ table: 'relief_cost_step', row, column: 'words_sealed' });

export async function insertCost(
  tx: Tx,
  one: Pick<CostRow, 'id' | 'patient_id' | 'origin' | 'paid_for' | 'escort_id' | 'bill_fen' | 'proposed_by'> & { readonly at: Date },
): Promise<void> {
  const rows = await tx.sql(
    `INSERT INTO relief_cost (county_id, id, patient_id, origin, paid_for, escort_id, state, bill_fen, proposed_by, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, 'proposed', $7, $8, $9) ON CONFLICT DO NOTHING RETURNING id`,
    [tx.countyId, one.id, one.patient_id, one.origin, one.paid_for, one.escort_id, one.bill_fen, one.proposed_by, one.at],
  );
  if (rows.length === 0) throw new Refusal('INPUT_INVALID', ['body.costId']);
}

export async function readCost(reader: Reader, id: Id): Promise<CostRow | undefined> {
  const [row] = await reader.sql<CostRow>(`${FROM} WHERE cost.county_id = $1 AND cost.id = $2`, [reader.countyId, id]);
  return row;
}

/** Of patients of these areas, newest first. */
export const listCostRows = (reader: Reader, { state, ...asked }: AreaPage & { readonly state: CostState | null }): Promise<CostRow[]> =>
  readAreaPage(reader, { from: FROM, of: 'cost', filters: { state } }, asked);

/** What these escorts cost, in the order in which it was proposed. */
export const readEscortCosts = (
  reader: Reader,
  escortIds: readonly Id[],
): Promise<{ costId: Id; escortId: Id; paidFor: CostItem; billFen: number; paidFen: number | null; state: CostState }[]> =>
  reader.sql(
    `SELECT id AS "costId", escort_id AS "escortId", paid_for AS "paidFor", bill_fen AS "billFen", paid_fen AS "paidFen", state
     FROM relief_cost WHERE county_id = $1 AND escort_id = ANY($2::uuid[]) ORDER BY created_at, id`,
    [reader.countyId, escortIds],
  );

/** @throws Refusal STALE */
export async function moveCostRow(
  tx: Tx,
  row: CostRow,
  version: number,
  to: Partial<Pick<CostRow, 'allowed_fen' | 'paid_fen' | 'reviewed_by' | 'paid_by' | 'supervised_by'>> & { readonly state: CostState },
): Promise<void> {
  const next = { ...row, ...to };
  const rows = await tx.sql(
    `UPDATE relief_cost SET state = $4, allowed_fen = $5, paid_fen = $6, reviewed_by = $7, paid_by = $8, supervised_by = $9, version = version + 1
     WHERE county_id = $1 AND id = $2 AND version = $3 RETURNING id`,
    [tx.countyId, row.id, version, next.state, next.allowed_fen, next.paid_fen, next.reviewed_by, next.paid_by, next.supervised_by],
  );
  if (rows.length === 0) throw new Refusal('STALE');
}

export type CostStep = { readonly costId: Id; readonly act: CostAct; readonly personId: Id; readonly words: string; readonly at: Date };

export async function insertCostStep(tx: Tx, vault: CountyVault, step: CostStep): Promise<void> {
  const id = newId();
  await tx.sql(
    'INSERT INTO relief_cost_step (county_id, id, cost_id, act, person_id, words_sealed, at) VALUES ($1, $2, $3, $4, $5, $6, $7)',
    [tx.countyId, id, step.costId, step.act, step.personId, vault.seal(wordsOf(id), step.words), step.at],
  );
}

/** Of these costs, in the order in which they happened. */
export async function readCostSteps(reader: Reader, vault: CountyVault, costIds: readonly Id[]): Promise<CostStep[]> {
  const rows = await reader.sql<{ id: Id; cost_id: Id; act: CostAct; person_id: Id; words_sealed: Buffer; at: Date }>(
    `SELECT id, cost_id, act, person_id, words_sealed, at FROM relief_cost_step
     WHERE county_id = $1 AND cost_id = ANY($2::uuid[]) ORDER BY at, id`,
    [reader.countyId, costIds],
  );
  return rows.map(row => ({
    costId: row.cost_id,
    act: row.act,
    personId: row.person_id,
    words: vault.open(wordsOf(row.id), row.words_sealed),
    at: row.at,
  }));
}
