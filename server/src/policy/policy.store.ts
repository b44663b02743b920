import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { SetPolicy } from '@guanhu/shared/policy/policy-in-force.rules';
import type { Policy, PolicyKind } from '@guanhu/shared/policy/policy.terms';
import type { Reader, Tx } from '../platform/database/database.ts';

export type StoredPolicy = SetPolicy & { readonly setAt: Date };

/** Everything that was ever set: a few rows a county. */
export async function readPolicies(reader: Reader): Promise<StoredPolicy[]> {
  return reader.sql<StoredPolicy>(
    'SELECT seq, effective_on AS "effectiveOn", body AS policy, set_at AS "setAt" FROM policy_version WHERE county_id = $1 ORDER BY kind, seq',
    [reader.countyId],
  );
}

/** @returns false when somebody set one of this kind in the meantime. */
export async function insertPolicy(
  tx: Tx,
  version: { id: Id; kind: PolicyKind; seq: number; effectiveOn: CalendarDate; policy: Policy; by: Id; now: Date },
): Promise<boolean> {
  const rows = await tx.sql(
    `INSERT INTO policy_version (county_id, id, kind, seq, effective_on, body, set_by, set_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (county_id, kind, seq) DO NOTHING RETURNING id`,
    [tx.countyId, version.id, version.kind, version.seq, version.effectiveOn, JSON.stringify(version.policy), version.by, version.now],
  );
  return rows.length === 1;
}
