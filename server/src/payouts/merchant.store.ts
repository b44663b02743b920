import type { Id } from '@guanhu/shared/kernel/ids';
import type { Sql } from '../platform/database/database.ts';
import { giveSlots, type Calls, type Over, type Rate, type Slots } from './slots.rules.ts';

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

/**
 * An account keeps its merchant and app for good: bills that are under way name only the account, and at another merchant nobody knows them.
 * @returns false, with nothing written, where it has others
 */
export async function upsertMerchant(directory: Sql, row: MerchantRow): Promise<boolean> {
  await directory(
    `INSERT INTO merchant_account (id, paying_office, mchid, appid, notify_base, account_sealed, account_digest, area_codes, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, now())
     ON CONFLICT (id) DO UPDATE SET paying_office = excluded.paying_office, area_codes = excluded.area_codes,
       notify_base = excluded.notify_base, account_sealed = excluded.account_sealed, account_digest = excluded.account_digest, updated_at = now()
     WHERE merchant_account.account_digest <> excluded.account_digest
       AND merchant_account.mchid = excluded.mchid AND merchant_account.appid = excluded.appid`,
    [row.id, row.paying_office, row.mchid, row.appid, row.notify_base, row.account_sealed, row.account_digest, row.area_codes],
  );
  const stored = await readMerchant(directory, row.id);
  return stored?.mchid === row.mchid && stored.appid === row.appid;
}

export async function readMerchant(directory: Sql, id: Id): Promise<MerchantRow | undefined> {
  const [row] = await directory<MerchantRow>(`SELECT ${COLUMNS} FROM merchant_account WHERE id = $1`, [id]);
  return row;
}

export const readMerchants = (directory: Sql): Promise<MerchantRow[]> => directory(`SELECT ${COLUMNS} FROM merchant_account ORDER BY id`);

/** What the platform counts apart. */
export type MerchantCall = 'create' | 'query' | 'cancel' | 'receipt';

/**
 * Takes the next `many` moments at which the merchant may make a call of this kind, over all servers and workers together, by PostgreSQL's clock,
 * and gives back calls that are over. Two that take at once do not wait for each other: the second looks again.
 * @returns `undefined` while the account is paused
 */
export async function takeSlots(
  directory: Sql,
  merchantAccountId: Id,
  call: MerchantCall,
  rate: Rate,
  { many, over }: { readonly many: number; readonly over: readonly Over[] },
): Promise<Slots | undefined> {
  for (;;) {
    const [row] = await directory<Calls & { version: number; paused: boolean; now: number }>(
      `SELECT version, 1000 * extract(epoch FROM slot_at)::float8 AS next, held_until AS "heldUntil",
         coalesce(paused_until > clock_timestamp(), false) AS paused, 1000 * extract(epoch FROM clock_timestamp())::float8 AS now
       FROM merchant_token WHERE merchant_account_id = $1 AND call = $2`,
      [merchantAccountId, call],
    );
    if (!row) {
      await directory(
        'INSERT INTO merchant_token (merchant_account_id, call, slot_at) VALUES ($1, $2, clock_timestamp()) ON CONFLICT DO NOTHING',
        [merchantAccountId, call],
      );
      continue;
    }
    if (row.paused) return undefined;
    const { slots, calls } = giveSlots(row, rate, { now: row.now, many, over });
    const stored = await directory(
      `UPDATE merchant_token SET version = version + 1, slot_at = to_timestamp($4::float8 / 1000), held_until = $5::float8[]
       WHERE merchant_account_id = $1 AND call = $2 AND version = $3 RETURNING version`,
      [merchantAccountId, call, row.version, calls.next, calls.heldUntil],
    );
    if (stored.length === 1) return { slots, now: row.now };
  }
}

/** While bills wait an account that lacks money is tried every minute or two; so long without a lack ends it. */
const STILL_SHORT_SECONDS = 300;

/**
 * Nothing is sent for so many seconds: the account lacks money, and the same numbers go on when it has some.
 * @returns since when it lacks money; `undefined` when somebody has paused it already
 */
export async function pauseCalls(directory: Sql, merchantAccountId: Id, call: MerchantCall, seconds: number): Promise<Date | undefined> {
  const [row] = await directory<{ shortSince: Date; wasPaused: boolean }>(
    `UPDATE merchant_token AS token
     SET paused_until = clock_timestamp() + make_interval(secs => $3),
       short_since = CASE WHEN before.paused_until > clock_timestamp() - make_interval(secs => $4)
         THEN coalesce(token.short_since, clock_timestamp()) ELSE clock_timestamp() END
     FROM (SELECT paused_until FROM merchant_token WHERE merchant_account_id = $1 AND call = $2 FOR UPDATE) AS before
     WHERE merchant_account_id = $1 AND call = $2
     RETURNING token.short_since AS "shortSince", coalesce(before.paused_until > clock_timestamp(), false) AS "wasPaused"`,
    [merchantAccountId, call, seconds, STILL_SHORT_SECONDS],
  );
  return row && !row.wasPaused ? row.shortSince : undefined;
}

/** Accounts that are paused now. */
export const pausedAccounts = (directory: Sql): Promise<{ merchant_account_id: Id }[]> =>
  directory('SELECT merchant_account_id FROM merchant_token WHERE paused_until > clock_timestamp()');
