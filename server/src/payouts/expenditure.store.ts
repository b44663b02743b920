import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { BudgetPurpose, ExpenditureStep } from '@guanhu/shared/payouts/budget.terms';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';

type Columns = {
  readonly id: Id;
  readonly officeId: Id;
  readonly lineId: Id;
  /** Year, code and name. */
  readonly line: string;
  readonly purpose: BudgetPurpose;
  readonly amountFen: number;
  readonly paidOn: CalendarDate;
  readonly documentNumber: string | null;
  readonly costId: Id | null;
  readonly recordedBy: Id;
};
export type ExpenditureRow = Columns & { readonly words: string | null };
const wordsOf = (row: Id) => ({ table: 'expenditure', row, column: 'words_sealed' });
const stepWordsOf = (row: Id) => ({ table: 'expenditure_step', row, column: 'words_sealed' });
const FROM = `SELECT spent.id, spent.office_id AS "officeId", spent.line_id AS "lineId", line.year || '年 ' || line.code || ' ' || line.name AS line,
    spent.purpose, spent.amount_fen AS "amountFen", spent.paid_on AS "paidOn", spent.document_number AS "documentNumber", spent.cost_id AS "costId",
    spent.recorded_by AS "recordedBy", spent.words_sealed
  FROM expenditure AS spent JOIN budget_line AS line ON line.county_id = $1 AND line.id = spent.line_id`;
type Sealed = Columns & { readonly words_sealed: Buffer | null };
const opened = (vault: CountyVault, { words_sealed, ...row }: Sealed): ExpenditureRow => ({
  ...row,
  words: words_sealed && vault.open(wordsOf(row.id), words_sealed),
});

/** Of these offices, newest first, before the row `before`. */
export async function readExpenditures(
  reader: Reader,
  vault: CountyVault,
  asked: { officeIds: readonly Id[]; purpose: BudgetPurpose | null; before: Id | null; limit: number },
): Promise<ExpenditureRow[]> {
  const rows = await reader.sql<Sealed>(
    `${FROM} WHERE spent.county_id = $1 AND spent.office_id = ANY($2::uuid[]) AND ($3::text IS NULL OR spent.purpose = $3)
       AND ($4::uuid IS NULL OR spent.id < $4) ORDER BY spent.id DESC LIMIT $5`,
    [reader.countyId, asked.officeIds, asked.purpose, asked.before, asked.limit],
  );
  return rows.map(row => opened(vault, row));
}

/** It stays as it is until the transaction ends: nobody else takes a step of it. */
export async function lockExpenditure(tx: Tx, vault: CountyVault, id: Id): Promise<ExpenditureRow | undefined> {
  await lock(tx, id);
  const [row] = await tx.sql<Sealed>(`${FROM} WHERE spent.county_id = $1 AND spent.id = $2`, [tx.countyId, id]);
  return row && opened(vault, row);
}

/** Whether a voucher stands under a line and was not taken back. Whoever asks about the same one waits. */
export async function isOnRecord(tx: Tx, lineId: Id, documentNumber: string): Promise<boolean> {
  await lock(tx, `${lineId}:${documentNumber}`);
  const rows = await tx.sql(
    `SELECT 1 AS found FROM expenditure WHERE county_id = $1 AND line_id = $2 AND document_number = $3 AND NOT EXISTS (
       SELECT FROM expenditure_step AS step WHERE step.county_id = $1 AND step.expenditure_id = expenditure.id AND step.step = 'takenBack')`,
    [tx.countyId, lineId, documentNumber],
  );
  return rows.length > 0;
}

async function lock(tx: Tx, what: string): Promise<void> {
  await tx.sql('SELECT pg_advisory_xact_lock($1, hashtext($2))', [tx.countyId, what]);
}

export type NewExpenditure = Omit<ExpenditureRow, 'line'> & { readonly now: Date };
/** @returns false when the id is taken. */
export async function insertExpenditure(tx: Tx, vault: CountyVault, one: NewExpenditure): Promise<boolean> {
  const rows = await tx.sql(
    `INSERT INTO expenditure (county_id, id, office_id, line_id, purpose, amount_fen, paid_on, document_number, words_sealed, cost_id, recorded_by, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT (county_id, id) DO NOTHING RETURNING id`,
    [
      tx.countyId,
      one.id,
      one.officeId,
      one.lineId,
      one.purpose,
      one.amountFen,
      one.paidOn,
      one.documentNumber,
      one.words === null ? null : vault.seal(wordsOf(one.id), one.words),
      one.costId,
      one.recordedBy,
      one.now,
    ],
  );
  return rows.length === 1;
}

export type StepRow = {
  readonly expenditureId: Id;
  readonly step: ExpenditureStep;
  readonly personId: Id;
  readonly words: string;
  readonly at: Date;
};
export async function insertStep(tx: Tx, vault: CountyVault, step: StepRow): Promise<void> {
  const id = newId();
  await tx.sql(
    'INSERT INTO expenditure_step (county_id, id, expenditure_id, step, person_id, words_sealed, at) VALUES ($1, $2, $3, $4, $5, $6, $7)',
    [tx.countyId, id, step.expenditureId, step.step, step.personId, vault.seal(stepWordsOf(id), step.words), step.at],
  );
}

/** Of these expenditures, in the order in which they were taken. */
export async function readSteps(reader: Reader, vault: CountyVault, expenditureIds: readonly Id[]): Promise<StepRow[]> {
  const rows = await reader.sql<Omit<StepRow, 'words'> & { id: Id; words_sealed: Buffer }>(
    `SELECT id, expenditure_id AS "expenditureId", step, person_id AS "personId", words_sealed, at FROM expenditure_step
     WHERE county_id = $1 AND expenditure_id = ANY($2::uuid[]) ORDER BY at, id`,
    [reader.countyId, expenditureIds],
  );
  return rows.map(({ id, words_sealed, ...row }) => ({ ...row, words: vault.open(stepWordsOf(id), words_sealed) }));
}
