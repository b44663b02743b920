import type { Id } from '@guanhu/shared/kernel/ids';
import type { Answers, ImportState, ReadList } from '@guanhu/shared/intake/import.terms';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';

/** What is kept of an upload. */
export type ImportContent = { readonly list: ReadList; readonly answers: Answers };
export type ImportRun = {
  readonly id: Id;
  readonly townshipId: Id;
  readonly fileName: string;
  readonly state: ImportState;
  readonly madeAt: Date;
  readonly version: number;
  readonly content: ImportContent;
};

const NOTHING: ImportContent = { list: { sheets: [], rows: [], skipped: [], problems: [] }, answers: {} };

const sealedPlace = (row: Id) => ({ table: 'import_run', row, column: 'content_sealed' });

/** What was read; nothing once its time was over and it was erased. */
const contentOf = (vault: CountyVault, id: Id, sealed: Buffer): ImportContent =>
  sealed.length === 0 ? NOTHING : (JSON.parse(vault.open(sealedPlace(id), sealed)) as ImportContent);

export async function insertImport(
  tx: Tx,
  vault: CountyVault,
  run: { id: Id; townshipId: Id; fileName: string; madeBy: Id; now: Date; content: ImportContent },
): Promise<void> {
  await tx.sql(
    `INSERT INTO import_run (county_id, id, township_id, file_name, state, made_by, made_at, content_sealed, version)
     VALUES ($1, $2, $3, $4, 'previewed', $5, $6, $7, 1)`,
    [tx.countyId, run.id, run.townshipId, run.fileName, run.madeBy, run.now, vault.seal(sealedPlace(run.id), JSON.stringify(run.content))],
  );
}

type Row = { id: Id; township_id: Id; file_name: string; state: ImportState; made_at: Date; version: number; content_sealed: Buffer };
const READ = 'SELECT id, township_id, file_name, state, made_at, version, content_sealed FROM import_run WHERE county_id = $1 AND id = $2';

const opened = (vault: CountyVault, row: Row): ImportRun => ({
  id: row.id,
  townshipId: row.township_id,
  fileName: row.file_name,
  state: row.state,
  madeAt: row.made_at,
  version: row.version,
  content: contentOf(vault, row.id, row.content_sealed),
});

export async function readImportRun(reader: Reader, vault: CountyVault, id: Id): Promise<ImportRun | undefined> {
  const [row] = await reader.sql<Row>(READ, [reader.countyId, id]);
  return row && opened(vault, row);
}

/** What people answered in the last confirmed import of the township: the same question is not asked twice. */
export async function readLastAnswers(reader: Reader, vault: CountyVault, townshipId: Id): Promise<Answers> {
  const [row] = await reader.sql<{ id: Id; content_sealed: Buffer }>(
    `SELECT id, content_sealed FROM import_run WHERE county_id = $1 AND township_id = $2 AND state = 'confirmed' ORDER BY id DESC LIMIT 1`,
    [reader.countyId, townshipId],
  );
  if (!row) return {};
  return contentOf(vault, row.id, row.content_sealed).answers;
}

/** For a decision: nobody else answers or confirms until the transaction ends. */
export async function lockImportRun(tx: Tx, vault: CountyVault, id: Id): Promise<ImportRun | undefined> {
  const [row] = await tx.sql<Row>(`${READ} FOR UPDATE`, [tx.countyId, id]);
  return row && opened(vault, row);
}

export async function updateContent(tx: Tx, vault: CountyVault, id: Id, content: ImportContent): Promise<void> {
  await tx.sql('UPDATE import_run SET content_sealed = $3, version = version + 1 WHERE county_id = $1 AND id = $2', [
    tx.countyId,
    id,
    vault.seal(sealedPlace(id), JSON.stringify(content)),
  ]);
}

export async function markConfirmed(tx: Tx, id: Id, now: Date): Promise<void> {
  await tx.sql(`UPDATE import_run SET state = 'confirmed', confirmed_at = $3, version = version + 1 WHERE county_id = $1 AND id = $2`, [
    tx.countyId,
    id,
    now,
  ]);
}

/** What was read is no longer needed: the sealed rows go, the line stays. */
export async function markDiscarded(tx: Tx, vault: CountyVault, id: Id): Promise<void> {
  await tx.sql(`UPDATE import_run SET state = 'discarded', content_sealed = $3, version = version + 1 WHERE county_id = $1 AND id = $2`, [
    tx.countyId,
    id,
    vault.seal(sealedPlace(id), JSON.stringify(NOTHING)),
  ]);
}

export type ImportLine = { readonly id: Id; readonly fileName: string; readonly state: ImportState; readonly madeAt: Date };

/** Uploads for these townships, newest first, before `before`. */
export const readImportLines = (reader: Reader, townshipIds: readonly Id[], before: Id | null, limit: number): Promise<ImportLine[]> =>
  reader.sql(
    `SELECT id, file_name AS "fileName", state, made_at AS "madeAt" FROM import_run
     WHERE county_id = $1 AND township_id = ANY($2::uuid[]) AND ($3::uuid IS NULL OR id < $3) ORDER BY id DESC LIMIT $4`,
    [reader.countyId, townshipIds, before, limit],
  );
