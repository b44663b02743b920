import type { Id } from '@guanhu/shared/kernel/ids';
import type { Sql } from '../platform/database/database.ts';
import type { Slots } from './slots.rules.ts';

export type MerchantRow = {
  readonly id: Id;
  readonly paying_office: string;
  /** Townships of its own; without any: those that have no account of their own. */
  readonly area_codes: string[];
  readonly mchid: string;
  readonly appid: string;
  readonly notify_base: string;
  readonly account_sealed: Buffer;
  readonly account_digest: Buffer;
};
const COLUMNS = 'id, paying_office, area_codes, mchid, appid, notify_base, account_sealed, account_digest';

export async function upsertMerchant(directory: Sql, row: MerchantRow): Promise<void> {
  await directory(
    `INSERT INTO merchant_account (id, paying_office, mchid, appid, notify_base, account_sealed, account_digest, area_codes, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, now())
     ON CONFLICT (id) DO UPDATE SET paying_office = excluded.paying_office, area_codes = excluded.area_codes, mchid = excluded.mchid, appid = excluded.appid,
       notify_base = excluded.notify_base, account_sealed = excluded.account_sealed, account_digest = excluded.account_digest, updated_at = now()
     WHERE merchant_account.account_digest <> excluded.account_digest`,
    [row.id, row.paying_office, row.mchid, row.appid, row.notify_base, row.account_sealed, row.account_digest, row.area_codes],
  );
}

export async function readMerchant(directory: Sql, id: Id): Promise<MerchantRow | undefined> {
  const [row] = await directory<MerchantRow>(`SELECT ${COLUMNS} FROM merchant_account WHERE id = $1`, [id]);
  return row;
}

export const readMerchants = (directory: Sql): Promise<MerchantRow[]> => directory(`SELECT ${COLUMNS} FROM merchant_account ORDER BY id`);

/** What the platform counts apart. */
export type MerchantCall = 'create' | 'query' | 'cancel' | 'receipt';

/**
 * Takes the next `many` moments at which the merchant may make a call of this kind: one after the other, `perSecond` in any second, over all
 * servers and workers together. @returns the first of them, by PostgreSQL's clock; `undefined` while the account is paused
 */
export async function takeSlots(
  directory: Sql,
  merchantAccountId: Id,
  call: MerchantCall,
  many: number,
  perSecond: number,
): Promise<Slots | undefined> {
  const [slots] = await directory<Slots>(
    `INSERT INTO merchant_token (merchant_account_id, call, slot_at)
     VALUES ($1, $2, clock_timestamp() + make_interval(secs => $3::float8 / $4::float8))
     ON CONFLICT (merchant_account_id, call) DO UPDATE
       SET slot_at = greatest(merchant_token.slot_at, clock_timestamp()) + make_interval(secs => $3::float8 / $4::float8)
       WHERE merchant_token.paused_until IS NULL OR merchant_token.paused_until <= clock_timestamp()
     RETURNING 1000 * (extract(epoch FROM slot_at)::float8 - $3::float8 / $4::float8) AS at, 1000 * extract(epoch FROM clock_timestamp())::float8 AS now`,
    [merchantAccountId, call, many, perSecond],
  );
  return slots;
}

/** Nothing is sent for so many seconds: the account lacks money, and the same numbers go on when it has some. */
export async function pauseCalls(directory: Sql, merchantAccountId: Id, call: MerchantCall, seconds: number): Promise<void> {
  await directory(
    `UPDATE merchant_token SET paused_until = clock_timestamp() + make_interval(secs => $3) WHERE merchant_account_id = $1 AND call = $2`,
    [merchantAccountId, call, seconds],
  );
}

/** Accounts that are paused now. */
export const pausedAccounts = (directory: Sql): Promise<{ merchant_account_id: Id }[]> =>
  directory('SELECT merchant_account_id FROM merchant_token WHERE paused_until > clock_timestamp()');
