import type { CountyId, Id } from '@guanhu/shared/kernel/ids';
import type { Sql } from '../platform/database/database.ts';

export type CountyRow = { readonly id: CountyId; readonly area_code: string; readonly name: string };

export async function readCounty(sql: Sql, countyId: CountyId): Promise<CountyRow | undefined> {
  const [row] = await sql<CountyRow>('SELECT id, area_code, name FROM county WHERE id = $1', [countyId]);
  return row;
}

export const readCounties = (sql: Sql): Promise<CountyRow[]> => sql('SELECT id, area_code, name FROM county ORDER BY id');

/** @returns whether the county was new. */
export async function insertCounty(sql: Sql, county: CountyRow): Promise<boolean> {
  const rows = await sql('INSERT INTO county (id, area_code, name) VALUES ($1, $2, $3) ON CONFLICT (id) DO NOTHING RETURNING id', [
    county.id,
    county.area_code,
    county.name,
  ]);
  return rows.length === 1;
}

export type AccountRow = { readonly county_id: CountyId; readonly county_name: string; readonly person_id: Id };

/** Whom a WeChat account belongs to, in every county. */
export const readAccounts = (sql: Sql, openidDigest: Buffer): Promise<AccountRow[]> =>
  sql(
    `SELECT county_id, county.name AS county_name, person_id
     FROM wechat_account JOIN county ON county.id = wechat_account.county_id WHERE openid_digest = $1 ORDER BY county_id`,
    [openidDigest],
  );

/** Whom the account of a person belongs to in other counties. */
export const readAccountsElsewhere = (sql: Sql, countyId: CountyId, personId: Id): Promise<AccountRow[]> =>
  sql(
    `SELECT other.county_id, county.name AS county_name, other.person_id
     FROM wechat_account AS mine JOIN wechat_account AS other ON other.openid_digest = mine.openid_digest AND other.county_id <> mine.county_id
     JOIN county ON county.id = other.county_id
     WHERE mine.county_id = $1 AND mine.person_id = $2 ORDER BY other.county_id`,
    [countyId, personId],
  );

/** @returns false when the account belongs to somebody of that county already. */
export async function insertAccount(
  sql: Sql,
  account: { openidDigest: Buffer; countyId: CountyId; personId: Id; now: Date },
): Promise<boolean> {
  const rows = await sql(
    `INSERT INTO wechat_account (openid_digest, county_id, person_id, bound_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (openid_digest, county_id) DO NOTHING RETURNING county_id`,
    [account.openidDigest, account.countyId, account.personId, account.now],
  );
  return rows.length === 1;
}

export async function deleteAccounts(sql: Sql, countyId: CountyId, personIds: readonly Id[]): Promise<void> {
  await sql('DELETE FROM wechat_account WHERE county_id = $1 AND person_id = ANY($2::uuid[])', [countyId, personIds]);
}
