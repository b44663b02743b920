import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { SetPolicy } from '@guanhu/shared/policy/policy-in-force.rules';
import type { Policy, PolicyKind } from '@guanhu/shared/policy/policy.terms';
import type { Reader, Tx } from '../platform/database/database.ts';

export type StoredPolicy = SetPolicy & { readonly setAt: Date };

/** Everything that was ever set: a few rows a county. */
export async function readPolicies(reader: Reader): Promise<StoredPolicy[]> {
  return reader.sql<StoredPolicy>(
    `SELECT kind, seq, effective_on AS "effectiveOn", township_id AS "townshipId", body AS policy, set_at AS "setAt"
     FROM policy_version WHERE county_id = $1 ORDER BY kind, seq`,
    [reader.countyId],
  );
}

/** @returns false when somebody set one of this kind in the meantime. */
export async function insertPolicy(
  tx: Tx,
  version: {
    id: Id;
    kind: PolicyKind;
    seq: number;
    effectiveOn: CalendarDate;
    townshipId: Id | null;
    policy: Policy | null;
    by: Id;
    now: Date;
  },
): Promise<boolean> {
  const { id, kind, seq, effectiveOn, townshipId, policy, by, now } = version;
  const body = policy === null ? null : JSON.stringify(policy);
  const rows = await tx.sql(
    `INSERT INTO policy_version (county_id, id, kind, seq, effective_on, township_id, body, set_by, set_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (county_id, kind, seq) DO NOTHING RETURNING id`,
    [tx.countyId, id, kind, seq, effectiveOn, townshipId, body, by, now],
  );
  return rows.length === 1;
}

/** The townships that patients live in. The table is the registry's, a room above: most policies hold all over the county and ask nothing. */
export async function readTownshipsOf(reader: Reader, patientIds: readonly Id[]): Promise<ReadonlyMap<Id, Id>> {
  const rows = await reader.sql<{ id: Id; township_id: Id }>(
    'SELECT id, township_id FROM patient WHERE county_id = $1 AND id = ANY($2::uuid[])',
    [reader.countyId, patientIds],
  );
  return new Map(rows.map(row => [row.id, row.township_id]));
}

/** Townships of the county, by id. */
export async function readTownships(reader: Reader): Promise<ReadonlyMap<Id, string>> {
  const rows = await reader.sql<{ id: Id; name: string }>(`SELECT id, name FROM area WHERE county_id = $1 AND kind = 'township'`, [
    reader.countyId,
  ]);
  return new Map(rows.map(row => [row.id, row.name]));
}
