import type { Id } from '@guanhu/shared/kernel/ids';
import type { Sql } from '../platform/database/database.ts';

export type MerchantRow = {
  readonly id: Id;
  readonly paying_office: string;
  readonly mchid: string;
  readonly appid: string;
  readonly notify_base: string;
  readonly account_sealed: Buffer;
  readonly account_digest: Buffer;
};
const COLUMNS = 'id, paying_office, mchid, appid, notify_base, account_sealed, account_digest';

export async function upsertMerchant(directory: Sql, row: MerchantRow): Promise<void> {
  await directory(
    `INSERT INTO merchant_account (id, paying_office, mchid, appid, notify_base, account_sealed, account_digest, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, now())
     ON CONFLICT (id) DO UPDATE SET paying_office = excluded.paying_office, mchid = excluded.mchid, appid = excluded.appid,
       notify_base = excluded.notify_base, account_sealed = excluded.account_sealed, account_digest = excluded.account_digest, updated_at = now()
     WHERE merchant_account.account_digest <> excluded.account_digest`,
    [row.id, row.paying_office, row.mchid, row.appid, row.notify_base, row.account_sealed, row.account_digest],
  );
}

export async function readMerchant(directory: Sql, id: Id): Promise<MerchantRow | undefined> {
  const [row] = await directory<MerchantRow>(`SELECT ${COLUMNS} FROM merchant_account WHERE id = $1`, [id]);
  return row;
}

export const readMerchants = (directory: Sql): Promise<MerchantRow[]> => directory(`SELECT ${COLUMNS} FROM merchant_account ORDER BY id`);

/**
 * Takes one call out of the merchant's bucket; false when it is empty. Refilled by time at `perSecond`, and never holds more than a second's
 * worth, so that all servers and workers together stay below the platform's limit.
 */
export async function takeToken(directory: Sql, merchantAccountId: Id, perSecond: number): Promise<boolean> {
  const refilled = `least($2::float8, tokens + extract(epoch FROM clock_timestamp() - refilled_at) * $2::float8)`;
  const take = () =>
    directory(
      `UPDATE merchant_token SET tokens = ${refilled} - 1, refilled_at = clock_timestamp()
       WHERE merchant_account_id = $1 AND ${refilled} >= 1 RETURNING 1 AS taken`,
      [merchantAccountId, perSecond],
    );
  if ((await take()).length === 1) return true;
  const opened = await directory(
    `INSERT INTO merchant_token (merchant_account_id, tokens, refilled_at) VALUES ($1, $2::float8 - 1, clock_timestamp())
     ON CONFLICT (merchant_account_id) DO NOTHING RETURNING 1 AS taken`,
    [merchantAccountId, perSecond],
  );
  return opened.length === 1;
}
