import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { ConsentBasis, ConsentDecision, ConsentSigner } from '@guanhu/shared/registry/consent.terms';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';

type Plain = {
  readonly id: Id;
  readonly decision: ConsentDecision;
  readonly on: CalendarDate;
  readonly signer: ConsentSigner | null;
  readonly textVersion: string | null;
  readonly basis: ConsentBasis | null;
  readonly by: Id;
};
export type ConsentRow = Plain & { readonly signerName: string | null; readonly note: string | null };
const column = (row: Id, name: 'signer_name_sealed' | 'note_sealed') => ({ table: 'consent', row, column: name });

/** @returns whether it is new: the same consent again, by its id, changes nothing. */
export async function insertConsent(
  tx: Tx,
  vault: CountyVault,
  { patientId, now, ...row }: ConsentRow & { patientId: Id; now: Date },
): Promise<boolean> {
  const seal = (name: 'signer_name_sealed' | 'note_sealed', text: string | null) =>
    text === null ? null : vault.seal(column(row.id, name), text);
  const rows = await tx.sql(
    `INSERT INTO consent (county_id, id, patient_id, decision, on_day, signer, signer_name_sealed, text_version, basis, note_sealed, recorded_by, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT (county_id, id) DO NOTHING RETURNING id`,
    [
      tx.countyId,
      row.id,
      patientId,
      row.decision,
      row.on,
      row.signer,
      seal('signer_name_sealed', row.signerName),
      row.textVersion,
      row.basis,
      seal('note_sealed', row.note),
      row.by,
      now,
    ],
  );
  return rows.length === 1;
}

/** A page of decisions, newest first, after the one called `after`. */
export async function readConsents(
  reader: Reader,
  vault: CountyVault,
  patientId: Id,
  after: Id | null,
  limit: number,
): Promise<ConsentRow[]> {
  const rows = await reader.sql<Plain & { signer_name_sealed: Buffer | null; note_sealed: Buffer | null }>(
    `SELECT id, decision, on_day AS "on", signer, text_version AS "textVersion", basis, recorded_by AS "by", signer_name_sealed, note_sealed
     FROM consent WHERE county_id = $1 AND patient_id = $2 AND ($3::uuid IS NULL OR (recorded_at, id) < (
       SELECT recorded_at, id FROM consent AS last WHERE last.county_id = $1 AND last.id = $3 AND last.patient_id = $2))
     ORDER BY recorded_at DESC, id DESC LIMIT $4`,
    [reader.countyId, patientId, after, limit],
  );
  return rows.map(({ signer_name_sealed, note_sealed, ...row }) => ({
    ...row,
    signerName: signer_name_sealed === null ? null : vault.open(column(row.id, 'signer_name_sealed'), signer_name_sealed),
    note: note_sealed === null ? null : vault.open(column(row.id, 'note_sealed'), note_sealed),
  }));
}
