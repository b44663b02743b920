import type { Id } from '@guanhu/shared/kernel/ids';
import type { Reader, Tx } from '../platform/database/database.ts';

export type LineRow = {
  readonly id: Id;
  readonly office_id: Id;
  readonly year: number;
  readonly code: string;
  readonly name: string;
  readonly planned_fen: number;
};

/** Newest year first. */
export const linesOfOffice = (reader: Reader, officeId: Id): Promise<LineRow[]> =>
  reader.sql(
    'SELECT id, office_id, year, code, name, planned_fen FROM budget_line WHERE county_id = $1 AND office_id = $2 ORDER BY year DESC, code LIMIT 200',
    [reader.countyId, officeId],
  );

/** @returns the line's id, also where somebody else opened it at the same moment */
export async function insertLine(tx: Tx, line: LineRow): Promise<Id> {
  await tx.sql(
    `INSERT INTO budget_line (county_id, id, office_id, year, code, name, planned_fen) VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (county_id, office_id, year, code) DO NOTHING`,
    [tx.countyId, line.id, line.office_id, line.year, line.code, line.name, line.planned_fen],
  );
  const lines = await linesOfOffice(tx, line.office_id);
  return lines.find(each => each.year === line.year && each.code === line.code)?.id ?? line.id;
}
