import type { Id } from '@guanhu/shared/kernel/ids';
import type { ExportFacts } from '@guanhu/shared/rights/exports.rules';
import type { ExportContent } from '@guanhu/shared/rights/rights.terms';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';

const place = (row: Id, column: string) => ({ table: 'data_export', row, column });

export type ExportRow = ExportFacts & {
  readonly id: Id;
  readonly content: ExportContent;
  readonly townshipId: Id;
  readonly areaPath: readonly Id[];
  readonly reason: string;
  readonly askedAt: Date;
  readonly decided: { readonly by: Id; readonly at: Date; readonly note: string | null } | null;
  readonly downloads: number;
  readonly version: number;
};

type Sealed = {
  id: Id;
  content: ExportContent;
  township_id: Id;
  path: Id[];
  reason_sealed: Buffer;
  state: ExportFacts['state'];
  asked_by: Id;
  asked_at: Date;
  decided_by: Id | null;
  decided_at: Date | null;
  note_sealed: Buffer | null;
  expires_at: Date | null;
  downloads: number;
  version: number;
};
const READ = `SELECT data_export.id, content, township_id, area.path, reason_sealed, state, asked_by, asked_at, decided_by, decided_at, note_sealed,
    expires_at, downloads, version
  FROM data_export JOIN area ON area.county_id = $1 AND area.id = township_id WHERE data_export.county_id = $1`;

const opened = (vault: CountyVault, row: Sealed): ExportRow => ({
  id: row.id,
  content: row.content,
  townshipId: row.township_id,
  areaPath: row.path,
  reason: vault.open(place(row.id, 'reason_sealed'), row.reason_sealed),
  state: row.state,
  askedBy: row.asked_by,
  askedAt: row.asked_at,
  decided:
    row.decided_by && row.decided_at
      ? {
          by: row.decided_by,
          at: row.decided_at,
          note: row.note_sealed && vault.open(place(row.id, 'note_sealed'), row.note_sealed),
        }
      : null,
  expiresAt: row.expires_at,
  downloads: row.downloads,
  version: row.version,
});

/** @returns false when the id is taken. */
export async function insertExport(
  tx: Tx,
  vault: CountyVault,
  row: { id: Id; content: ExportContent; townshipId: Id; reason: string; askedBy: Id; askedAt: Date },
): Promise<boolean> {
  const rows = await tx.sql(
    `INSERT INTO data_export (county_id, id, content, township_id, reason_sealed, state, asked_by, asked_at)
     VALUES ($1, $2, $3, $4, $5, 'requested', $6, $7) ON CONFLICT (county_id, id) DO NOTHING RETURNING id`,
    [tx.countyId, row.id, row.content, row.townshipId, vault.seal(place(row.id, 'reason_sealed'), row.reason), row.askedBy, row.askedAt],
  );
  return rows.length === 1;
}

/** Exports about these areas, newest first, before `before`. */
export async function readExports(
  reader: Reader,
  vault: CountyVault,
  { areas, before, limit }: { areas: readonly Id[]; before: Id | null; limit: number },
): Promise<ExportRow[]> {
  const rows = await reader.sql<Sealed>(
    `${READ} AND area.path && $2::uuid[] AND ($3::uuid IS NULL OR data_export.id < $3) ORDER BY data_export.id DESC LIMIT $4`,
    [reader.countyId, areas, before, limit],
  );
  return rows.map(row => opened(vault, row));
}

/** For a decision. */
export async function lockExport(tx: Tx, vault: CountyVault, id: Id): Promise<ExportRow | undefined> {
  const [row] = await tx.sql<Sealed>(`${READ} AND data_export.id = $2 FOR UPDATE OF data_export`, [tx.countyId, id]);
  return row && opened(vault, row);
}

/** @returns false when somebody was faster. */
export async function storeDecision(
  tx: Tx,
  vault: CountyVault,
  decision: { id: Id; version: number; state: 'approved' | 'refused'; by: Id; at: Date; note: string | null; expiresAt: Date | null },
): Promise<boolean> {
  const { id, note } = decision;
  const rows = await tx.sql(
    `UPDATE data_export SET state = $4, decided_by = $5, decided_at = $6, note_sealed = $7, expires_at = $8, version = version + 1
     WHERE county_id = $1 AND id = $2 AND version = $3 AND state = 'requested' RETURNING id`,
    [
      tx.countyId,
      id,
      decision.version,
      decision.state,
      decision.by,
      decision.at,
      note === null ? null : vault.seal(place(id, 'note_sealed'), note),
      decision.expiresAt,
    ],
  );
  return rows.length === 1;
}

export async function countDownload(tx: Tx, id: Id): Promise<void> {
  await tx.sql('UPDATE data_export SET downloads = downloads + 1 WHERE county_id = $1 AND id = $2', [tx.countyId, id]);
}

/** The villages of a township in the order of their codes. */
export const readVillages = (reader: Reader, townshipId: Id): Promise<{ id: Id; name: string }[]> =>
  reader.sql(`SELECT id, name FROM area WHERE county_id = $1 AND parent_id = $2 AND kind = 'village' ORDER BY code, id`, [
    reader.countyId,
    townshipId,
  ]);
