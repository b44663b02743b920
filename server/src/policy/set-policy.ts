import type { Actor } from '@guanhu/shared/access/access.terms';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import { checkPolicy } from '@guanhu/shared/policy/policy-in-force.rules';
import type { PolicyVersionAnswer, SetPolicyBody } from '@guanhu/shared/policy/policy.contract';
import type { PolicyKind } from '@guanhu/shared/policy/policy.terms';
import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import { insertPolicy, readPolicies } from './policy.store.ts';

/** An administrator sets a policy from a day on. Rows are only added. */
@Injectable()
export class SetPolicy {
  readonly #access: Access;
  readonly #audit: Audit;
  readonly #outbox: Outbox;
  readonly #clock: Clock;

  constructor(access: Access, audit: Audit, outbox: Outbox, clock: Clock) {
    this.#access = access;
    this.#audit = audit;
    this.#outbox = outbox;
    this.#clock = clock;
  }

  async run(tx: Tx, actor: Actor, kind: PolicyKind, { effectiveOn, after, policy }: SetPolicyBody): Promise<PolicyVersionAnswer> {
    await this.#access.requireInCounty(tx, actor, 'policy:write');
    if (policy.kind !== kind) throw new Refusal('INPUT_INVALID', ['body.policy.kind']);
    unwrap(checkPolicy(policy, effectiveOn, this.#clock.today()));
    const last = Math.max(0, ...(await readPolicies(tx)).filter(one => one.policy.kind === kind).map(one => one.seq));
    const [id, now, seq] = [newId(), this.#clock.now(), after + 1];
    if (last !== after || !(await insertPolicy(tx, { id, kind, seq, effectiveOn, policy, by: actor.personId, now })))
      throw new Refusal('STALE');
    await this.#audit.deed(tx, { actor, act: 'policy:set', objectKind: 'policy', objectId: id, facts: { kind, seq, effectiveOn } });
    await this.#outbox.put(tx, { kind: 'facts-changed', key: id, payload: { cause: 'policy' } });
    return { kind, seq, effectiveOn, setAt: now.toISOString(), inForce: effectiveOn <= this.#clock.today(), policy };
  }
}
