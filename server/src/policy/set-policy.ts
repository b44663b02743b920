import type { Actor } from '@guanhu/shared/access/access.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { checkPolicy, versionOf } from '@guanhu/shared/policy/policy-in-force.rules';
import type { PolicyVersionAnswer, SetPolicyBody } from '@guanhu/shared/policy/policy.contract';
import { COUNTY_ONLY_KINDS, type Policy, type PolicyKind } from '@guanhu/shared/policy/policy.terms';
import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { Reader, Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import { insertPolicy, readPolicies, readTownships } from './policy.store.ts';

/** An administrator sets a policy from a day on, for the county or for one township. Rows are only added. */
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

  async run(tx: Tx, actor: Actor, kind: PolicyKind, body: SetPolicyBody): Promise<PolicyVersionAnswer> {
    await this.#access.requireInCounty(tx, actor, 'policy:write');
    const { effectiveOn, after, policy, townshipId = null } = body;
    const townshipName = await this.check(tx, kind, { policy, effectiveOn, townshipId });
    const set = await readPolicies(tx);
    const last = Math.max(0, ...set.filter(one => one.kind === kind).map(one => one.seq));
    const [id, now, seq] = [newId(), this.#clock.now(), after + 1];
    if (last !== after || !(await insertPolicy(tx, { id, kind, seq, effectiveOn, townshipId, policy, by: actor.personId, now })))
      throw new Refusal('STALE');
    const facts = { kind, seq, effectiveOn, townshipId };
    await this.#audit.deed(tx, { actor, act: 'policy:set', objectKind: 'policy', objectId: id, facts });
    await this.#outbox.put(tx, { kind: 'facts-changed', key: id, payload: { cause: 'policy' } });
    const holds = versionOf(kind, [...set, { kind, seq, effectiveOn, townshipId, policy }], this.#clock.today(), townshipId);
    return {
      kind,
      seq,
      newestSeq: seq,
      effectiveOn,
      setAt: now.toISOString(),
      inForce: holds?.seq === seq,
      townshipId,
      townshipName,
      policy,
    };
  }

  /**
   * Whether this may be set, asked before a preview as before the deed. @returns the township's name.
   * @throws Refusal with the rule's code, POLICY_NOT_OF_TOWNSHIP, INPUT_INVALID when the body is of another kind.
   */
  async check(
    reader: Reader,
    kind: PolicyKind,
    { policy, effectiveOn, townshipId }: { policy: Policy | null; effectiveOn: CalendarDate; townshipId: Id | null },
  ): Promise<string | null> {
    if (policy !== null && policy.kind !== kind) throw new Refusal('INPUT_INVALID', ['body.policy.kind']);
    const townshipName = townshipId === null ? null : ((await readTownships(reader)).get(townshipId) ?? null);
    if (townshipId === null ? policy === null : townshipName === null || COUNTY_ONLY_KINDS.includes(kind))
      throw new Refusal('POLICY_NOT_OF_TOWNSHIP');
    if (policy !== null) unwrap(checkPolicy(policy, effectiveOn, this.#clock.today()));
    else if (effectiveOn < this.#clock.today()) throw new Refusal('POLICY_NOT_BACKWARD');
    return townshipName;
  }
}
