import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { BudgetPurpose } from '@guanhu/shared/payouts/budget.terms';
import type { Reader, Tx } from '../platform/database/database.ts';

export type LineRow = {
  readonly id: Id;
  readonly office_id: Id;
  readonly year: number;
  readonly code: string;
  readonly name: string;
  readonly purpose: BudgetPurpose;
  readonly planned_fen: number;
};

/** Newest year first. */
export const linesOfOffice = (reader: Reader, officeId: Id): Promise<LineRow[]> =>
  reader.sql(
    'SELECT id, office_id, year, code, name, purpose, planned_fen FROM budget_line WHERE county_id = $1 AND office_id = $2 ORDER BY year DESC, code LIMIT 200',
    [reader.countyId, officeId],
  );

export async function readLine(reader: Reader, id: Id): Promise<LineRow | undefined> {
  const [row] = await reader.sql<LineRow>(
    'SELECT id, office_id, year, code, name, purpose, planned_fen FROM budget_line WHERE county_id = $1 AND id = $2',
    [reader.countyId, id],
  );
  return row;
}

/** @throws Refusal STALE when the plan is not the one that was read */
export async function storePlan(tx: Tx, id: Id, wasFen: number, plannedFen: number): Promise<void> {
  const rows = await tx.sql('UPDATE budget_line SET planned_fen = $4 WHERE county_id = $1 AND id = $2 AND planned_fen = $3 RETURNING id', [
    tx.countyId,
    id,
    wasFen,
    plannedFen,
  ]);
  if (rows.length === 0) throw new Refusal('STALE');
}

/** @returns the line's id, also where somebody else opened it at the same moment */
export async function insertLine(tx: Tx, line: LineRow): Promise<Id> {
  await tx.sql(
    `INSERT INTO budget_line (county_id, id, office_id, year, code, name, purpose, planned_fen) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (county_id, office_id, year, code) DO NOTHING`,
    [tx.countyId, line.id, line.office_id, line.year, line.code, line.name, line.purpose, line.planned_fen],
  );
  const lines = await linesOfOffice(tx, line.office_id);
  return lines.find(each => each.year === line.year && each.code === line.code)?.id ?? line.id;
}
