import type { YearStopState } from '@guanhu/shared/appraisal/appraisal.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import { HEARD_COLUMNS, openHeard, sealHeard } from '../platform/crypto/heard-words.ts';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';

export type YearStopRow = {
  readonly id: Id;
  readonly appraisalId: Id;
  readonly state: YearStopState;
  readonly version: number;
  readonly reason: string;
  readonly guardianSaid: string;
  readonly guardianHeardOn: CalendarDate;
  readonly proposedBy: Id;
  readonly at: Date;
  readonly decidedBy: Id | null;
};
type Sealed = Omit<YearStopRow, 'reason' | 'guardianSaid'> & { readonly reasonSealed: Buffer; readonly guardianSaidSealed: Buffer };

const COLUMNS = `id, appraisal_id AS "appraisalId", state, version, ${HEARD_COLUMNS},
  guardian_heard_on AS "guardianHeardOn", proposed_by AS "proposedBy", at, decided_by AS "decidedBy"`;
const opened = (vault: CountyVault, row: Sealed): YearStopRow => openHeard(vault, 'year_stop', row);

/** @returns false when the id is taken, or one stands for the period */
export async function insertYearStop(tx: Tx, vault: CountyVault, row: YearStopRow): Promise<boolean> {
  const rows = await tx.sql(
    `INSERT INTO year_stop (county_id, id, appraisal_id, state, reason_sealed, guardian_said_sealed, guardian_heard_on, proposed_by, at)
     VALUES ($1, $2, $3, 'proposed', $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING id`,
    [tx.countyId, row.id, row.appraisalId, ...sealHeard(vault, 'year_stop', row), row.guardianHeardOn, row.proposedBy, row.at],
  );
  return rows.length === 1;
}

/** The newest one of a period. */
export async function yearStopOf(reader: Reader, vault: CountyVault, appraisalId: Id): Promise<YearStopRow | undefined> {
  const [row] = await reader.sql<Sealed>(
    `SELECT ${COLUMNS} FROM year_stop WHERE county_id = $1 AND appraisal_id = $2 ORDER BY id DESC LIMIT 1`,
    [reader.countyId, appraisalId],
  );
  return row && opened(vault, row);
}

/** Two people at once take turns. */
export async function lockYearStop(tx: Tx, vault: CountyVault, id: Id): Promise<YearStopRow | undefined> {
  const [row] = await tx.sql<Sealed>(`SELECT ${COLUMNS} FROM year_stop WHERE county_id = $1 AND id = $2 FOR UPDATE`, [tx.countyId, id]);
  return row && opened(vault, row);
}

/** @returns false when somebody was faster */
export async function moveYearStop(
  tx: Tx,
  { id, version }: Pick<YearStopRow, 'id' | 'version'>,
  to: { state: YearStopState; by: Id; at: Date },
): Promise<boolean> {
  const rows = await tx.sql(
    `UPDATE year_stop SET state = $4, decided_by = $5, decided_at = $6, version = version + 1
     WHERE county_id = $1 AND id = $2 AND version = $3 RETURNING id`,
    [tx.countyId, id, version, to.state, to.by, to.at],
  );
  return rows.length === 1;
}
