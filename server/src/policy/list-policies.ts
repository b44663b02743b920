import type { Actor } from '@guanhu/shared/access/access.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { versionOf } from '@guanhu/shared/policy/policy-in-force.rules';
import type { PoliciesAnswer, PolicyVersionAnswer } from '@guanhu/shared/policy/policy.contract';
import { POLICY_KIND_KEYS, type PolicyKind } from '@guanhu/shared/policy/policy.terms';
import { SHIPPED_POLICIES } from '@guanhu/shared/policy/shipped-policies';
import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database } from '../platform/database/database.ts';
import { readPolicies, readTownships, type StoredPolicy } from './policy.store.ts';

/** Of every kind the policy in force today and what was set for later; those of single townships after the county's. */
@Injectable()
export class ListPolicies {
  readonly #database: Database;
  readonly #access: Access;
  readonly #clock: Clock;

  constructor(database: Database, access: Access, clock: Clock) {
    this.#database = database;
    this.#access = access;
    this.#clock = clock;
  }

  async run(actor: Actor): Promise<PoliciesAnswer> {
    // Policies are the county's: whoever may read them for some area reads the same ones.
    if (this.#access.scope(actor, 'policy:read').areas.length === 0) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    const county = this.#database.county(actor.countyId);
    const [set, names, today] = [await readPolicies(county), await readTownships(county), this.#clock.today()];
    const policies = POLICY_KIND_KEYS.flatMap(kind => {
      const ofKind = set.filter(one => one.kind === kind);
      const townships = [...new Set(ofKind.flatMap(one => (one.townshipId === null ? [] : [one.townshipId])))];
      return [null, ...townships].flatMap(townshipId => versions(kind, ofKind, { townshipId, names, today }));
    });
    return { policies };
  }
}

/** What the county or a township has set for itself and holds today, and what is set for later; the shipped one where the county has set nothing. */
function versions(
  kind: PolicyKind,
  set: readonly StoredPolicy[],
  { townshipId, names, today }: { townshipId: Id | null; names: ReadonlyMap<Id, string>; today: CalendarDate },
): PolicyVersionAnswer[] {
  const newestSeq = Math.max(0, ...set.map(one => one.seq));
  const place = { kind, newestSeq, townshipId, townshipName: townshipId === null ? null : (names.get(townshipId) ?? null) };
  const shown = ({ seq, effectiveOn, policy, setAt }: StoredPolicy, inForce: boolean) => ({
    ...place,
    seq,
    effectiveOn,
    policy,
    setAt: setAt.toISOString(),
    inForce,
  });
  const now = versionOf(kind, set, today, townshipId);
  const shipped = { ...place, seq: 0, effectiveOn: null, policy: SHIPPED_POLICIES[kind], setAt: null, inForce: true };
  return [
    ...(now ? [shown(now, true)] : townshipId === null ? [shipped] : []),
    ...set.filter(one => one.townshipId === townshipId && one.effectiveOn > today).map(one => shown(one, false)),
  ];
}
