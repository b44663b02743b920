import type { Id } from '@guanhu/shared/kernel/ids';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';

export type KeptException = { readonly key: string; readonly reason: string; readonly by: Id; readonly at: Date };

const place = (row: Id) => ({ table: 'roster_exception', row, column: 'reason_sealed' });

/** What was decided to be left as it is in these townships. */
export async function readExceptions(reader: Reader, vault: CountyVault, townshipIds: readonly Id[]): Promise<KeptException[]> {
  const rows = await reader.sql<{ id: Id; key: string; reason_sealed: Buffer; kept_by: Id; kept_at: Date }>(
    'SELECT id, key, reason_sealed, kept_by, kept_at FROM roster_exception WHERE county_id = $1 AND township_id = ANY($2::uuid[])',
    [reader.countyId, townshipIds],
  );
  return rows.map(row => ({ key: row.key, reason: vault.open(place(row.id), row.reason_sealed), by: row.kept_by, at: row.kept_at }));
}

/** The latest reason counts. */
export async function keepException(
  tx: Tx,
  vault: CountyVault,
  one: { key: string; townshipId: Id; reason: string; by: Id; now: Date },
): Promise<void> {
  await tx.sql('DELETE FROM roster_exception WHERE county_id = $1 AND key = $2', [tx.countyId, one.key]);
  const id = newId();
  await tx.sql(
    'INSERT INTO roster_exception (county_id, id, key, township_id, reason_sealed, kept_by, kept_at) VALUES ($1, $2, $3, $4, $5, $6, $7)',
    [tx.countyId, id, one.key, one.townshipId, vault.seal(place(id), one.reason), one.by, one.now],
  );
}
