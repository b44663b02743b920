import type { Id } from '@guanhu/shared/kernel/ids';
import type { PayChannel } from '@guanhu/shared/payouts/payouts.terms';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';

export type BankAccount = { readonly bank: string; readonly number: string; readonly holder: string };
export type ChannelRow = { readonly personId: Id; readonly channel: PayChannel; readonly account: BankAccount | null; readonly at: Date };

const place = (row: Id) => ({ table: 'payee_channel', row, column: 'account_sealed' });

export async function insertChannel(
  tx: Tx,
  vault: CountyVault,
  one: { id: Id; personId: Id; channel: PayChannel; account: BankAccount | null; by: Id },
): Promise<void> {
  await tx.sql(
    'INSERT INTO payee_channel (county_id, id, person_id, channel, account_sealed, set_by, at) VALUES ($1, $2, $3, $4, $5, $6, now())',
    [
      tx.countyId,
      one.id,
      one.personId,
      one.channel,
      one.account === null ? null : vault.seal(place(one.id), JSON.stringify(one.account)),
      one.by,
    ],
  );
}

/** The newest of each of these persons who ever had one. */
export async function readChannels(reader: Reader, vault: CountyVault, personIds: readonly Id[]): Promise<ChannelRow[]> {
  const rows = await reader.sqlOfMany<{ id: Id; person_id: Id; channel: PayChannel; account_sealed: Buffer | null; at: Date }>(
    `SELECT DISTINCT ON (person_id) id, person_id, channel, account_sealed, at FROM payee_channel
     WHERE county_id = $1 AND person_id = ANY($2::uuid[]) ORDER BY person_id, id DESC`,
    [reader.countyId, personIds],
  );
  return rows.map(row => ({
    personId: row.person_id,
    channel: row.channel,
    account: row.account_sealed === null ? null : (JSON.parse(vault.open(place(row.id), row.account_sealed)) as BankAccount),
    at: row.at,
  }));
}
