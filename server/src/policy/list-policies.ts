import type { Actor } from '@guanhu/shared/access/access.terms';
import { Refusal } from '@guanhu/shared/kernel/decision';
import { policyInForce } from '@guanhu/shared/policy/policy-in-force.rules';
import type { PoliciesAnswer } from '@guanhu/shared/policy/policy.contract';
import { POLICY_KIND_KEYS } from '@guanhu/shared/policy/policy.terms';
import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database } from '../platform/database/database.ts';
import { readPolicies } from './policy.store.ts';

/** Of every kind the policy in force today and what was set for later. */
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
    const set = await readPolicies(this.#database.county(actor.countyId));
    const today = this.#clock.today();
    return {
      policies: POLICY_KIND_KEYS.flatMap(kind => {
        const now = policyInForce(kind, set, today);
        const ahead = set.filter(one => one.policy.kind === kind && one.effectiveOn > today);
        const setAtOf = (seq: number) => set.find(one => one.policy.kind === kind && one.seq === seq)?.setAt.toISOString() ?? null;
        return [
          { kind, ...now, setAt: setAtOf(now.seq), inForce: true },
          ...ahead.map(({ seq, effectiveOn, policy }) => ({ kind, seq, effectiveOn, policy, setAt: setAtOf(seq), inForce: false })),
        ];
      }),
    };
  }
}
