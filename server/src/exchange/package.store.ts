import type { ExchangePackage } from '@guanhu/shared/exchange/round.rules';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';

const place = (row: Id) => ({ table: 'exchange_package', row, column: 'content_sealed' });

type SignedPackage = {
  readonly roundId: Id;
  readonly townshipId: Id;
  readonly month: string;
  readonly text: string;
  readonly sha256: string;
  readonly sm3: string;
  readonly patients: number;
  readonly notAgreed: number;
  readonly by: Id;
  readonly at: Date;
};

export async function insertPackage(tx: Tx, vault: CountyVault, one: SignedPackage): Promise<void> {
  await tx.sql(
    `INSERT INTO exchange_package (county_id, id, township_id, month, content_sealed, sha256, sm3, patients, not_agreed, signed_by, signed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      tx.countyId,
      one.roundId,
      one.townshipId,
      one.month,
      vault.seal(place(one.roundId), one.text),
      one.sha256,
      one.sm3,
      one.patients,
      one.notAgreed,
      one.by,
      one.at,
    ],
  );
}

type PackageLine = Pick<SignedPackage, 'sha256' | 'sm3' | 'patients' | 'notAgreed' | 'by' | 'at'>;

export async function readPackageLine(reader: Reader, roundId: Id): Promise<PackageLine | undefined> {
  const [row] = await reader.sql<PackageLine>(
    `SELECT sha256, sm3, patients, not_agreed AS "notAgreed", signed_by AS by, signed_at AS at FROM exchange_package
     WHERE county_id = $1 AND id = $2`,
    [reader.countyId, roundId],
  );
  return row;
}

/** The package of a round and the one of the township before it; neither before the round is signed. */
export async function readPackageAndFormer(
  reader: Reader,
  vault: CountyVault,
  { townshipId, month }: { townshipId: Id; month: string },
): Promise<{ readonly now: ExchangePackage | null; readonly former: ExchangePackage | null }> {
  const rows = await reader.sql<{ id: Id; month: string; content_sealed: Buffer }>(
    `SELECT id, month, content_sealed FROM exchange_package WHERE county_id = $1 AND township_id = $2 AND month <= $3 ORDER BY month DESC LIMIT 2`,
    [reader.countyId, townshipId, month],
  );
  if (rows[0]?.month !== month) return { now: null, former: null };
  const [now = null, former = null] = rows.map(row => JSON.parse(vault.open(place(row.id), row.content_sealed)) as ExchangePackage);
  return { now, former };
}
