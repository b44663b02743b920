import type { Id } from '@guanhu/shared/kernel/ids';
import type { Basis } from '@guanhu/shared/payouts/frozen.rules';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';

const place = (row: Id) => ({ table: 'entitlement', row, column: 'frozen_sealed' });

/** Puts entitlements into a batch, each with what it rests on at this moment. */
export async function freezeInBatch(tx: Tx, vault: CountyVault, batchId: Id, bases: ReadonlyMap<Id, Basis>): Promise<void> {
  const rows = [...bases];
  await tx.sqlOfMany(
    `UPDATE entitlement SET batch_id = $2, frozen_sealed = row.frozen, version = version + 1
     FROM unnest($3::uuid[], $4::bytea[]) AS row (id, frozen) WHERE entitlement.county_id = $1 AND entitlement.id = row.id`,
    [tx.countyId, batchId, rows.map(([id]) => id), rows.map(([id, basis]) => vault.seal(place(id), JSON.stringify(basis)))],
  );
}

/** What these entitlements rested on when they were frozen, of those that are in a batch. */
export async function readFrozen(reader: Reader, vault: CountyVault, ids: readonly Id[]): Promise<ReadonlyMap<Id, Basis>> {
  const rows = await reader.sqlOfMany<{ id: Id; frozen_sealed: Buffer }>(
    'SELECT id, frozen_sealed FROM entitlement WHERE county_id = $1 AND id = ANY($2::uuid[]) AND frozen_sealed IS NOT NULL',
    [reader.countyId, ids],
  );
  return new Map(rows.map(row => [row.id, JSON.parse(vault.open(place(row.id), row.frozen_sealed)) as Basis]));
}
