import type { AttachmentKind, FileType } from '@guanhu/shared/registry/attachments.terms';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';

const place = (row: Id, column: string) => ({ table: 'attachment', row, column });

export type AttachmentRow = {
  readonly id: Id;
  readonly patientId: Id;
  readonly kind: AttachmentKind;
  readonly what: string;
  readonly type: FileType;
  readonly size: number;
  readonly sha256: Buffer;
  readonly madeBy: Id;
  readonly madeAt: Date;
  readonly removed: { readonly by: Id; readonly at: Date; readonly reason: string } | null;
  readonly version: number;
};

type Sealed = {
  id: Id;
  patient_id: Id;
  kind: AttachmentKind;
  what_sealed: Buffer;
  type: FileType;
  size: number;
  sha256: Buffer;
  made_by: Id;
  made_at: Date;
  removed_by: Id | null;
  removed_at: Date | null;
  remove_reason_sealed: Buffer | null;
  version: number;
};
const COLUMNS =
  'id, patient_id, kind, what_sealed, type, size, sha256, made_by, made_at, removed_by, removed_at, remove_reason_sealed, version';

const opened = (vault: CountyVault, row: Sealed): AttachmentRow => ({
  id: row.id,
  patientId: row.patient_id,
  kind: row.kind,
  what: vault.open(place(row.id, 'what_sealed'), row.what_sealed),
  type: row.type,
  size: row.size,
  sha256: row.sha256,
  madeBy: row.made_by,
  madeAt: row.made_at,
  removed:
    row.removed_at && row.removed_by && row.remove_reason_sealed
      ? {
          by: row.removed_by,
          at: row.removed_at,
          reason: vault.open(place(row.id, 'remove_reason_sealed'), row.remove_reason_sealed),
        }
      : null,
  version: row.version,
});

export type NewAttachment = {
  readonly id: Id;
  readonly patientId: Id;
  readonly kind: AttachmentKind;
  readonly what: string;
  readonly type: FileType;
  readonly size: number;
  readonly sha256: Buffer;
  readonly madeBy: Id;
  readonly madeAt: Date;
};

/** @returns false when the id is taken. */
export async function insertAttachment(tx: Tx, vault: CountyVault, row: NewAttachment): Promise<boolean> {
  const rows = await tx.sql(
    `INSERT INTO attachment (county_id, id, patient_id, kind, what_sealed, type, size, sha256, made_by, made_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (county_id, id) DO NOTHING RETURNING id`,
    [
      tx.countyId,
      row.id,
      row.patientId,
      row.kind,
      vault.seal(place(row.id, 'what_sealed'), row.what),
      row.type,
      row.size,
      row.sha256,
      row.madeBy,
      row.madeAt,
    ],
  );
  return rows.length === 1;
}

/** Those of a patient, newest first, before `before`. */
export async function readAttachments(
  reader: Reader,
  vault: CountyVault,
  { patientId, before, limit }: { patientId: Id; before: Id | null; limit: number },
): Promise<AttachmentRow[]> {
  const rows = await reader.sql<Sealed>(
    `SELECT ${COLUMNS} FROM attachment
     WHERE county_id = $1 AND patient_id = $2 AND ($3::uuid IS NULL OR id < $3) ORDER BY id DESC LIMIT $4`,
    [reader.countyId, patientId, before, limit],
  );
  return rows.map(row => opened(vault, row));
}

export async function readAttachmentRow(reader: Reader, vault: CountyVault, id: Id): Promise<AttachmentRow | undefined> {
  const [row] = await reader.sql<Sealed>(`SELECT ${COLUMNS} FROM attachment WHERE county_id = $1 AND id = $2`, [reader.countyId, id]);
  return row && opened(vault, row);
}

/** @returns false when somebody was faster. */
export async function markRemoved(
  tx: Tx,
  vault: CountyVault,
  { id, by, at, reason, version }: { id: Id; by: Id; at: Date; reason: string; version: number },
): Promise<boolean> {
  const rows = await tx.sql(
    `UPDATE attachment SET removed_by = $3, removed_at = $4, remove_reason_sealed = $5, version = version + 1
     WHERE county_id = $1 AND id = $2 AND version = $6 AND removed_at IS NULL RETURNING id`,
    [tx.countyId, id, by, at, vault.seal(place(id, 'remove_reason_sealed'), reason), version],
  );
  return rows.length === 1;
}

/** Which of these files have a row that still stands. */
export async function readStanding(reader: Reader, ids: readonly Id[]): Promise<ReadonlySet<Id>> {
  const rows = await reader.sql<{ id: Id }>(
    'SELECT id FROM attachment WHERE county_id = $1 AND id = ANY($2::uuid[]) AND removed_at IS NULL',
    [reader.countyId, ids],
  );
  return new Set(rows.map(row => row.id));
}
