import { performance } from 'node:perf_hooks';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { CountyId } from '@guanhu/shared/kernel/ids';
import { policyInForce, type PolicyInForce } from '@guanhu/shared/policy/policy-in-force.rules';
import type { PolicyKind, PolicyOf } from '@guanhu/shared/policy/policy.terms';
import { Injectable } from '@nestjs/common';
import type { Reader } from '../platform/database/database.ts';
import { readPolicies, type StoredPolicy } from './policy.store.ts';

/** How long another process may go on with the policies it has read. */
const FRESH_MS = 5_000;

/** The county's policies, for every room. What was set is kept for seconds: nearly every request asks. */
@Injectable()
export class Policies {
  readonly #read = new Map<CountyId, { readonly at: number; readonly set: Promise<readonly StoredPolicy[]> }>();

  /** The policy that holds on `day`. */
  async inForce<K extends PolicyKind>(reader: Reader, kind: K, day: CalendarDate): Promise<PolicyOf[K]> {
    return (await this.versionInForce(reader, kind, day)).policy;
  }

  /** The same with its number: 0 is the shipped one. */
  async versionInForce<K extends PolicyKind>(reader: Reader, kind: K, day: CalendarDate): Promise<PolicyInForce<PolicyOf[K]>> {
    return policyInForce(kind, await this.set(reader), day);
  }

  /** The policy in force on `from` and each that begins after it, up to `to`; the first one's day is `from`. */
  async beginningsWithin<K extends PolicyKind>(
    reader: Reader,
    kind: K,
    from: CalendarDate,
    to: CalendarDate,
  ): Promise<readonly { readonly from: CalendarDate; readonly policy: PolicyOf[K] }[]> {
    const set = await this.set(reader);
    const begun = set
      .filter(one => one.policy.kind === kind && one.effectiveOn > from && one.effectiveOn <= to)
      .map(one => one.effectiveOn);
    return [from, ...[...new Set(begun)].sort()].map(day => ({ from: day, policy: policyInForce(kind, set, day).policy }));
  }

  /** Everything that was set. */
  set(reader: Reader): Promise<readonly StoredPolicy[]> {
    const kept = this.#read.get(reader.countyId);
    if (kept && performance.now() - kept.at < FRESH_MS) return kept.set;
    const set = readPolicies(reader);
    this.#read.set(reader.countyId, { at: performance.now(), set });
    set.catch(() => this.#read.delete(reader.countyId));
    return set;
  }

  /** Called after a policy was set and committed. */
  forget(countyId: CountyId): void {
    this.#read.delete(countyId);
  }
}
