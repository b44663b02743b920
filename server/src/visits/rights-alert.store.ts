import type { Id } from '@guanhu/shared/kernel/ids';
import type { AlertOutcome, AlertState } from '@guanhu/shared/visits/rights.terms';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { OF_PATIENT, opened, PAGE, pageValues, sealed, WHOM, type Page, type Whom } from './patient-page.store.ts';

export type AlertRow = Whom & {
  readonly id: Id;
  readonly visitId: Id;
  readonly state: AlertState;
  readonly foundAt: Date;
  readonly dueAt: Date;
  readonly outcome: AlertOutcome | null;
  readonly note: string | null;
  readonly closedAt: Date | null;
  readonly version: number;
};
type SealedAlert = { readonly note_sealed: Buffer | null };
const ALERT = `rights_alert.id, rights_alert.visit_id AS "visitId", rights_alert.state, rights_alert.found_at AS "foundAt", rights_alert.due_at AS "dueAt",
  rights_alert.outcome, rights_alert.note_sealed, rights_alert.closed_at AS "closedAt", rights_alert.version, ${WHOM}`;
const openAlert = (vault: CountyVault, { note_sealed, ...row }: AlertRow & SealedAlert): AlertRow => ({
  ...row,
  note: opened(vault, 'rights_alert', row.id, 'note_sealed', note_sealed),
});

/** @returns the alert's id; undefined when one is open for the patient already. */
export async function insertAlert(tx: Tx, alert: { patientId: Id; visitId: Id; foundAt: Date; dueAt: Date }): Promise<Id | undefined> {
  const [row] = await tx.sql<{ id: Id }>(
    `INSERT INTO rights_alert (county_id, id, patient_id, visit_id, found_at, due_at) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (county_id, patient_id) WHERE state = 'open' DO NOTHING RETURNING id`,
    [tx.countyId, newId(), alert.patientId, alert.visitId, alert.foundAt, alert.dueAt],
  );
  return row?.id;
}

export async function readOpenAlert(reader: Reader, patientId: Id): Promise<{ id: Id; version: number } | undefined> {
  const [row] = await reader.sql<{ id: Id; version: number }>(
    `SELECT id, version FROM rights_alert WHERE county_id = $1 AND patient_id = $2 AND state = 'open'`,
    [reader.countyId, patientId],
  );
  return row;
}

export async function readAlert(reader: Reader, vault: CountyVault, id: Id): Promise<AlertRow | undefined> {
  const [row] = await reader.sql<AlertRow & SealedAlert>(
    `SELECT ${ALERT} FROM rights_alert ${OF_PATIENT('rights_alert')} WHERE rights_alert.county_id = $1 AND rights_alert.id = $2`,
    [reader.countyId, id],
  );
  return row && openAlert(vault, row);
}

export async function readAlerts(reader: Reader, vault: CountyVault, page: Page): Promise<AlertRow[]> {
  const rows = await reader.sql<AlertRow & SealedAlert>(
    `SELECT ${ALERT} FROM rights_alert ${PAGE('rights_alert', 'found_at')}`,
    pageValues(reader, page),
  );
  return rows.map(row => openAlert(vault, row));
}

/** @returns false when the alert changed since it was read. */
export async function closeAlert(
  tx: Tx,
  vault: CountyVault,
  alert: { id: Id; version: number; outcome: AlertOutcome; note: string; by: Id; now: Date },
): Promise<boolean> {
  const rows = await tx.sql(
    `UPDATE rights_alert SET state = 'closed', outcome = $4, note_sealed = $5, closed_by = $6, closed_at = $7, version = version + 1
     WHERE county_id = $1 AND id = $2 AND version = $3 AND state = 'open' RETURNING id`,
    [
      tx.countyId,
      alert.id,
      alert.version,
      alert.outcome,
      sealed(vault, 'rights_alert', alert.id, 'note_sealed', alert.note),
      alert.by,
      alert.now,
    ],
  );
  return rows.length === 1;
}
