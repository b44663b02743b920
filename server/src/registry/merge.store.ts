import type { Id } from '@guanhu/shared/kernel/ids';
import type { FileKey, FileValues } from '@guanhu/shared/registry/file-fields';
import type { MergeState } from '@guanhu/shared/registry/merge.rules';
import type { PatientState } from '@guanhu/shared/registry/registry.terms';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';

export type MergeRow = {
  readonly id: Id;
  readonly state: MergeState;
  readonly keptId: Id;
  readonly mergedId: Id;
  readonly take: readonly FileKey[];
  readonly reason: string;
  readonly note: string | null;
  readonly undoReason: string | null;
  /** Both files when they were merged. */
  readonly values: { readonly kept: FileValues; readonly merged: FileValues; readonly after: FileValues } | null;
  readonly formerState: PatientState | null;
  readonly proposedBy: Id;
  readonly proposedFor: readonly Id[];
  readonly proposedAt: Date;
  readonly decidedBy: Id | null;
  readonly decidedAt: Date | null;
  readonly undoneBy: Id | null;
  readonly undoneAt: Date | null;
  readonly version: number;
};

type Sealed = Omit<MergeRow, 'reason' | 'note' | 'undoReason' | 'values'> & {
  reason_sealed: Buffer;
  note_sealed: Buffer | null;
  undo_reason_sealed: Buffer | null;
  values_sealed: Buffer | null;
};

const COLUMNS = `id, state, kept_id AS "keptId", merged_id AS "mergedId", take, former_state AS "formerState",
  proposed_by AS "proposedBy", proposed_for AS "proposedFor", proposed_at AS "proposedAt", decided_by AS "decidedBy", decided_at AS "decidedAt",
  undone_by AS "undoneBy", undone_at AS "undoneAt", version, reason_sealed, note_sealed, undo_reason_sealed, values_sealed`;
const place = (row: Id, column: string) => ({ table: 'file_merge', row, column });

function opened(vault: CountyVault, { reason_sealed, note_sealed, undo_reason_sealed, values_sealed, ...row }: Sealed): MergeRow {
  const open = (column: string, sealed: Buffer | null) => (sealed === null ? null : vault.open(place(row.id, column), sealed));
  const values = open('values_sealed', values_sealed);
  return {
    ...row,
    reason: vault.open(place(row.id, 'reason_sealed'), reason_sealed),
    note: open('note_sealed', note_sealed),
    undoReason: open('undo_reason_sealed', undo_reason_sealed),
    values: values === null ? null : (JSON.parse(values) as NonNullable<MergeRow['values']>),
  };
}

export async function readMergeRow(reader: Reader, vault: CountyVault, id: Id): Promise<MergeRow | undefined> {
  const [row] = await reader.sql<Sealed>(`SELECT ${COLUMNS} FROM file_merge WHERE county_id = $1 AND id = $2`, [reader.countyId, id]);
  return row && opened(vault, row);
}

/** @returns false when the id is taken, or one of the files waits for a decision already. */
export async function insertMerge(
  tx: Tx,
  vault: CountyVault,
  merge: Pick<MergeRow, 'id' | 'keptId' | 'mergedId' | 'take' | 'reason' | 'proposedBy' | 'proposedFor' | 'proposedAt'>,
): Promise<boolean> {
  const rows = await tx.sql(
    `INSERT INTO file_merge (county_id, id, kept_id, merged_id, take, reason_sealed, proposed_by, proposed_for, proposed_at)
     SELECT $1, $2, $3, $4, $5::text[], $6, $7, $8::uuid[], $9
     WHERE NOT EXISTS (SELECT FROM file_merge WHERE county_id = $1 AND state = 'proposed' AND (kept_id IN ($3, $4) OR merged_id IN ($3, $4)))
     ON CONFLICT DO NOTHING RETURNING id`,
    [
      tx.countyId,
      merge.id,
      merge.keptId,
      merge.mergedId,
      merge.take,
      vault.seal(place(merge.id, 'reason_sealed'), merge.reason),
      merge.proposedBy,
      merge.proposedFor,
      merge.proposedAt,
    ],
  );
  return rows.length === 1;
}

type Decided = { readonly id: Id; readonly version: number; readonly by: Id; readonly at: Date; readonly note: string | null };

/** @returns false when the merge changed since it was read. */
export async function updateDecided(
  tx: Tx,
  vault: CountyVault,
  { id, version, by, at, note }: Decided,
  outcome: { state: 'refused' } | { state: 'merged'; values: NonNullable<MergeRow['values']> },
): Promise<boolean> {
  const values = outcome.state === 'merged' ? vault.seal(place(id, 'values_sealed'), JSON.stringify(outcome.values)) : null;
  const rows = await tx.sql(
    `UPDATE file_merge SET state = $4, decided_by = $5, decided_at = $6, note_sealed = $7, values_sealed = $8,
       former_state = CASE WHEN $4 = 'merged' THEN patient.state END,
       version = file_merge.version + 1
     FROM patient
     WHERE file_merge.county_id = $1 AND file_merge.id = $2 AND file_merge.version = $3 AND file_merge.state = 'proposed'
       AND patient.county_id = $1 AND patient.id = file_merge.merged_id RETURNING file_merge.id`,
    [tx.countyId, id, version, outcome.state, by, at, note === null ? null : vault.seal(place(id, 'note_sealed'), note), values],
  );
  return rows.length === 1;
}

/** @returns false when the merge changed since it was read. */
export async function updateUndone(
  tx: Tx,
  vault: CountyVault,
  { id, version, by, at, reason }: Omit<Decided, 'note'> & { readonly reason: string },
): Promise<boolean> {
  const rows = await tx.sql(
    `UPDATE file_merge SET state = 'undone', undone_by = $4, undone_at = $5, undo_reason_sealed = $6, version = version + 1
     WHERE county_id = $1 AND id = $2 AND version = $3 AND state = 'merged' RETURNING id`,
    [tx.countyId, id, version, by, at, vault.seal(place(id, 'undo_reason_sealed'), reason)],
  );
  return rows.length === 1;
}

/** Points a merged file to the one that goes on in its place; null: it goes on itself. */
export async function pointFile(tx: Tx, mergedId: Id, keptId: Id | null): Promise<void> {
  await tx.sql('UPDATE patient SET merged_into = $3 WHERE county_id = $1 AND id = $2', [tx.countyId, mergedId, keptId]);
}

export type ListedMerge = {
  readonly id: Id;
  readonly state: MergeState;
  readonly keptId: Id;
  readonly mergedId: Id;
  readonly villageName: string;
  readonly proposedAt: Date;
  readonly proposedFor: readonly Id[];
};

/** Merges of two files that both lie in these areas, newest first, after `after`. */
export const readMerges = (
  reader: Reader,
  { areas, state, after, limit }: { areas: readonly Id[]; state: MergeState | null; after: Id | null; limit: number },
): Promise<ListedMerge[]> =>
  reader.sql(
    `SELECT file_merge.id, file_merge.state, kept_id AS "keptId", merged_id AS "mergedId", area.name AS "villageName", proposed_at AS "proposedAt", proposed_for AS "proposedFor"
     FROM file_merge
     JOIN patient AS kept ON kept.county_id = $1 AND kept.id = kept_id JOIN area ON area.county_id = $1 AND area.id = kept.village_id
     JOIN patient AS merged ON merged.county_id = $1 AND merged.id = merged_id
     JOIN area AS other ON other.county_id = $1 AND other.id = merged.village_id
     WHERE file_merge.county_id = $1 AND area.path && $2::uuid[] AND other.path && $2::uuid[]
       AND ($3::text IS NULL OR file_merge.state = $3) AND ($4::uuid IS NULL OR file_merge.id < $4)
     ORDER BY file_merge.id DESC LIMIT $5`,
    [reader.countyId, areas, state, after, limit],
  );
