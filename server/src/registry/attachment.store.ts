import type { AttachmentKind, FileType } from '@guanhu/shared/registry/attachments.terms';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';

const place = (row: Id, column: string) => ({ table: 'attachment', row, column });

/** A file with its line; `P` is null of an incident with somebody who has no file. */
export type KeptFile<P extends Id | null = Id | null> = {
  readonly id: Id;
  readonly patientId: P;
  readonly kind: AttachmentKind;
  readonly what: string;
  readonly type: FileType;
  readonly size: number;
  readonly sha256: Buffer;
  readonly madeBy: Id;
  readonly madeAt: Date;
  /** By null: its time was over. */
  readonly removed: { readonly by: Id | null; readonly at: Date; readonly reason: string } | null;
  /** An agreement, an application or an objection rests on it. */
  readonly isEvidence: boolean;
  readonly version: number;
};
/** One of a patient's file. */
export type AttachmentRow = KeptFile<Id>;

type Sealed<P extends Id | null = Id | null> = {
  id: Id;
  patient_id: P;
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
  is_evidence: boolean;
  version: number;
};
const COLUMNS = `id, patient_id, kind, what_sealed, type, size, sha256, made_by, made_at, removed_by, removed_at, remove_reason_sealed,
  cardinality(evidence_of) > 0 AS is_evidence, version`;

const opened = <P extends Id | null>(vault: CountyVault, row: Sealed<P>): KeptFile<P> => ({
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
    row.removed_at && row.remove_reason_sealed
      ? {
          by: row.removed_by,
          at: row.removed_at,
          reason: vault.open(place(row.id, 'remove_reason_sealed'), row.remove_reason_sealed),
        }
      : null,
  isEvidence: row.is_evidence,
  version: row.version,
});

export type NewAttachment = {
  readonly id: Id;
  readonly patientId: Id | null;
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
  const rows = await reader.sql<Sealed<Id>>(
    `SELECT ${COLUMNS} FROM attachment
     WHERE county_id = $1 AND patient_id = $2 AND ($3::uuid IS NULL OR id < $3) ORDER BY id DESC LIMIT $4`,
    [reader.countyId, patientId, before, limit],
  );
  return rows.map(row => opened(vault, row));
}

export async function readKeptFile(reader: Reader, vault: CountyVault, id: Id): Promise<KeptFile | undefined> {
  const [row] = await reader.sql<Sealed>(`SELECT ${COLUMNS} FROM attachment WHERE county_id = $1 AND id = $2`, [reader.countyId, id]);
  return row && opened(vault, row);
}

export async function readTypes(reader: Reader, ids: readonly Id[]): Promise<ReadonlyMap<Id, FileType>> {
  const rows = await reader.sql<{ id: Id; type: FileType }>(
    'SELECT id, type FROM attachment WHERE county_id = $1 AND id = ANY($2::uuid[])',
    [reader.countyId, ids],
  );
  return new Map(rows.map(row => [row.id, row.type]));
}

/**
 * From now on `of` rests on exactly these of the patient's files.
 * @returns those that stand; one that was taken out meanwhile is missing
 */
export async function markEvidence(
  tx: Tx,
  { of, patientId, ids }: { of: Id; patientId: Id; ids: readonly Id[] },
): Promise<ReadonlySet<Id>> {
  const rows = await tx.sql<{ id: Id; held: boolean }>(
    `UPDATE attachment SET version = version + 1,
       evidence_of = array_remove(evidence_of, $3::uuid) || CASE WHEN id = ANY($4::uuid[]) THEN ARRAY[$3::uuid] ELSE '{}' END
     WHERE county_id = $1 AND patient_id = $2 AND removed_at IS NULL AND (id = ANY($4::uuid[]) OR $3::uuid = ANY(evidence_of))
     RETURNING id, id = ANY($4::uuid[]) AS held`,
    [tx.countyId, patientId, of, ids],
  );
  return new Set(rows.filter(row => row.held).map(row => row.id));
}

/** @returns false when somebody was faster. */
export async function markRemoved(
  tx: Tx,
  vault: CountyVault,
  { id, by, at, reason, version }: { id: Id; by: Id; at: Date; reason: string; version: number },
): Promise<boolean> {
  const rows = await tx.sql(
    `UPDATE attachment SET removed_by = $3, removed_at = $4, remove_reason_sealed = $5, version = version + 1
     WHERE county_id = $1 AND id = $2 AND version = $6 AND removed_at IS NULL AND cardinality(evidence_of) = 0 RETURNING id`,
    [tx.countyId, id, by, at, vault.seal(place(id, 'remove_reason_sealed'), reason), version],
  );
  return rows.length === 1;
}

/** Marks files of nobody's file as erased, with the reason. @returns those that still stood */
export async function markForgotten(
  tx: Tx,
  vault: CountyVault,
  { ids, by, at, reason }: { ids: readonly Id[]; by: Id | null; at: Date; reason: string },
): Promise<{ id: Id; sha256: Buffer }[]> {
  return tx.sql(
    `UPDATE attachment SET removed_by = $4, removed_at = $5, remove_reason_sealed = erased.reason, version = version + 1
     FROM unnest($2::uuid[], $3::bytea[]) AS erased (id, reason)
     WHERE attachment.county_id = $1 AND attachment.id = erased.id AND attachment.patient_id IS NULL AND attachment.removed_at IS NULL
     RETURNING attachment.id, attachment.sha256`,
    [tx.countyId, ids, ids.map(id => vault.seal(place(id, 'remove_reason_sealed'), reason)), by, at],
  );
}

/** Which of these files have a row that still stands. */
export async function readStanding(reader: Reader, ids: readonly Id[]): Promise<ReadonlySet<Id>> {
  const rows = await reader.sql<{ id: Id }>(
    'SELECT id FROM attachment WHERE county_id = $1 AND id = ANY($2::uuid[]) AND removed_at IS NULL',
    [reader.countyId, ids],
  );
  return new Set(rows.map(row => row.id));
}
