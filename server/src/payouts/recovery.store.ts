import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { RecoveryState } from '@guanhu/shared/payouts/recovery.terms';
import { HEARD_COLUMNS, openHeard, sealHeard } from '../platform/crypto/heard-words.ts';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';

export type RecoveryRow = {
  readonly id: Id;
  readonly entitlementId: Id;
  readonly guardianId: Id;
  readonly areaPath: readonly Id[];
  readonly state: RecoveryState;
  readonly version: number;
  readonly amountFen: number;
  readonly repaidFen: number;
  readonly reason: string;
  readonly guardianSaid: string;
  readonly guardianHeardOn: CalendarDate;
  readonly proposedBy: Id;
  readonly proposedAt: Date;
  readonly decidedBy: Id | null;
};
type Sealed = Omit<RecoveryRow, 'reason' | 'guardianSaid'> & { readonly reasonSealed: Buffer; readonly guardianSaidSealed: Buffer };

const COLUMNS = `id, entitlement_id AS "entitlementId", guardian_id AS "guardianId", area_path AS "areaPath", state, version,
  amount_fen AS "amountFen", repaid_fen AS "repaidFen", ${HEARD_COLUMNS},
  guardian_heard_on AS "guardianHeardOn", proposed_by AS "proposedBy", proposed_at AS "proposedAt", decided_by AS "decidedBy"`;
const opened = (vault: CountyVault, row: Sealed): RecoveryRow => openHeard(vault, 'recovery', row);

/** @returns false when the id is taken. */
export async function insertRecovery(tx: Tx, vault: CountyVault, row: RecoveryRow): Promise<boolean> {
  const rows = await tx.sql(
    `INSERT INTO recovery (county_id, id, entitlement_id, guardian_id, area_path, state, amount_fen, reason_sealed, guardian_said_sealed,
       guardian_heard_on, proposed_by, proposed_at)
     VALUES ($1, $2, $3, $4, $5::uuid[], 'proposed', $6, $7, $8, $9, $10, $11) ON CONFLICT (county_id, id) DO NOTHING RETURNING id`,
    [
      tx.countyId,
      row.id,
      row.entitlementId,
      row.guardianId,
      row.areaPath,
      row.amountFen,
      ...sealHeard(vault, 'recovery', row),
      row.guardianHeardOn,
      row.proposedBy,
      row.proposedAt,
    ],
  );
  return rows.length === 1;
}

/** Two people at once take turns. */
export async function lockRecovery(tx: Tx, vault: CountyVault, id: Id): Promise<RecoveryRow | undefined> {
  const [row] = await tx.sql<Sealed>(`SELECT ${COLUMNS} FROM recovery WHERE county_id = $1 AND id = $2 FOR UPDATE`, [tx.countyId, id]);
  return row && opened(vault, row);
}

/** Newest first. */
export async function listRecoveryRows(
  reader: Reader,
  vault: CountyVault,
  page: { areas: readonly Id[]; state: RecoveryState | null; before: Id | null; limit: number },
): Promise<RecoveryRow[]> {
  const rows = await reader.sql<Sealed>(
    `SELECT ${COLUMNS} FROM recovery WHERE county_id = $1 AND area_path && $2::uuid[] AND ($3::text IS NULL OR state = $3)
       AND ($4::uuid IS NULL OR id < $4) ORDER BY id DESC LIMIT $5`,
    [reader.countyId, page.areas, page.state, page.before, page.limit],
  );
  return rows.map(row => opened(vault, row));
}

/** What somebody owes or has paid back. */
export async function debtsOfGuardian(reader: Reader, vault: CountyVault, guardianId: Id): Promise<RecoveryRow[]> {
  const rows = await reader.sql<Sealed>(
    `SELECT ${COLUMNS} FROM recovery WHERE county_id = $1 AND guardian_id = $2 AND state IN ('owed', 'settled') ORDER BY id`,
    [reader.countyId, guardianId],
  );
  return rows.map(row => opened(vault, row));
}

/** How much of a payment is asked back already, in fen. */
export async function askedBack(tx: Tx, entitlementId: Id): Promise<number> {
  const [row] = await tx.sql<{ asked: number }>(
    `SELECT coalesce(sum(amount_fen), 0)::bigint AS asked FROM recovery WHERE county_id = $1 AND entitlement_id = $2 AND state <> 'withdrawn'`,
    [tx.countyId, entitlementId],
  );
  return row?.asked ?? 0;
}

type RecoveryChange = { readonly state: RecoveryState; readonly decidedBy?: Id; readonly repaidFen?: number; readonly at: Date };

/** @returns false when somebody was faster. */
export async function moveRecoveryRow(
  tx: Tx,
  { id, version }: Pick<RecoveryRow, 'id' | 'version'>,
  change: RecoveryChange,
): Promise<boolean> {
  const rows = await tx.sql(
    `UPDATE recovery SET state = $4, decided_by = coalesce($5, decided_by), repaid_fen = coalesce($6, repaid_fen), moved_at = $7,
       version = version + 1 WHERE county_id = $1 AND id = $2 AND version = $3 RETURNING id`,
    [tx.countyId, id, version, change.state, change.decidedBy ?? null, change.repaidFen ?? null, change.at],
  );
  return rows.length === 1;
}

type RepaymentRow = {
  readonly recoveryId: Id;
  readonly amountFen: number;
  readonly documentNumber: string;
  readonly paidOn: CalendarDate;
  readonly recordedBy: Id;
};

/** @returns its id; undefined when this receipt is recorded already */
export async function insertRepayment(tx: Tx, row: RepaymentRow, now: Date): Promise<Id | undefined> {
  const [inserted] = await tx.sql<{ id: Id }>(
    `INSERT INTO recovery_repayment (county_id, id, recovery_id, amount_fen, document_number, paid_on, recorded_by, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING id`,
    [tx.countyId, newId(), row.recoveryId, row.amountFen, row.documentNumber, row.paidOn, row.recordedBy, now],
  );
  return inserted?.id;
}

export const repaymentsOf = (reader: Reader, recoveryIds: readonly Id[]): Promise<RepaymentRow[]> =>
  reader.sql(
    `SELECT recovery_id AS "recoveryId", amount_fen AS "amountFen", document_number AS "documentNumber", paid_on AS "paidOn",
       recorded_by AS "recordedBy"
     FROM recovery_repayment WHERE county_id = $1 AND recovery_id = ANY($2::uuid[]) ORDER BY at, id`,
    [reader.countyId, recoveryIds],
  );
