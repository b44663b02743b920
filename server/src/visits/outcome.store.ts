import type { Id } from '@guanhu/shared/kernel/ids';
import type { Outcome } from '@guanhu/shared/visits/rights.terms';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';
import { opened, sealed } from './patient-page.store.ts';

export type OutcomeRow = { readonly outcome: Outcome; readonly note: string | null; readonly at: Date };
export async function insertOutcome(
  tx: Tx,
  vault: CountyVault,
  one: { visitId: Id; patientId: Id; outcome: Outcome; note: string | undefined; by: Id; now: Date },
): Promise<boolean> {
  const rows = await tx.sql(
    `INSERT INTO visit_outcome (county_id, id, patient_id, outcome, note_sealed, recorded_by, recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (county_id, id) DO NOTHING RETURNING id`,
    [
      tx.countyId,
      one.visitId,
      one.patientId,
      one.outcome,
      sealed(vault, 'visit_outcome', one.visitId, 'note_sealed', one.note),
      one.by,
      one.now,
    ],
  );
  return rows.length === 1;
}

export async function readOutcome(reader: Reader, vault: CountyVault, visitId: Id): Promise<OutcomeRow | undefined> {
  const [row] = await reader.sql<OutcomeRow & { note_sealed: Buffer | null }>(
    'SELECT outcome, note_sealed, recorded_at AS at FROM visit_outcome WHERE county_id = $1 AND id = $2',
    [reader.countyId, visitId],
  );
  return row && { outcome: row.outcome, at: row.at, note: opened(vault, 'visit_outcome', visitId, 'note_sealed', row.note_sealed) };
}
