import { performance } from 'node:perf_hooks';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { CountyId, Id } from '@guanhu/shared/kernel/ids';
import { inTownship, policyInForce, spreadOf, type PolicyInForce, type Spread } from '@guanhu/shared/policy/policy-in-force.rules';
import type { PolicyKind, PolicyOf } from '@guanhu/shared/policy/policy.terms';
import { SHIPPED_POLICIES } from '@guanhu/shared/policy/shipped-policies';
import { Injectable } from '@nestjs/common';
import type { Reader } from '../platform/database/database.ts';
import { readPolicies, readTownshipsOf, type StoredPolicy } from './policy.store.ts';

/** How long another process may go on with the policies it has read. */
const FRESH_MS = 5_000;

/** Whom a policy is asked for: a patient or a township, whose own version goes before the county's; or what concerns no one township. */
export type Whose = 'county' | { readonly townshipId: Id } | { readonly patientId: Id };

/** The county's policies, for every room. What was set is kept for seconds: nearly every request asks. */
@Injectable()
export class Policies {
  readonly #read = new Map<CountyId, { readonly at: number; readonly set: Promise<readonly StoredPolicy[]> }>();

  /** The policy that holds on `day`. */
  async inForce<K extends PolicyKind>(reader: Reader, kind: K, day: CalendarDate, whose: Whose): Promise<PolicyOf[K]> {
    return (await this.versionInForce(reader, kind, day, whose)).policy;
  }

  /** The same with its number: 0 is the shipped one. */
  async versionInForce<K extends PolicyKind>(
    reader: Reader,
    kind: K,
    day: CalendarDate,
    whose: Whose,
  ): Promise<PolicyInForce<PolicyOf[K]>> {
    const set = await this.set(reader);
    return policyInForce(kind, set, day, await townshipOf(reader, kind, set, whose));
  }

  /** The same for each of these patients, with one look-up for all. */
  async ofPatients<K extends PolicyKind>(
    reader: Reader,
    kind: K,
    day: CalendarDate,
    patientIds: readonly Id[],
  ): Promise<(patientId: Id) => PolicyInForce<PolicyOf[K]>> {
    const spread = await this.spread(reader, kind, day);
    if (spread.townships.length === 0) return () => spread.county;
    const townships = await readTownshipsOf(reader, patientIds);
    return patientId => inTownship(spread, townships.get(patientId) ?? '');
  }

  /** The policies that hold on `day` in the county and in the townships with their own: what set-based work is given. */
  async spread<K extends PolicyKind>(reader: Reader, kind: K, day: CalendarDate): Promise<Spread<PolicyInForce<PolicyOf[K]>>> {
    return spreadOf(kind, await this.set(reader), day);
  }

  /** The policy by its number, under which something was judged; undefined when the number is no policy's. */
  async numbered<K extends PolicyKind>(reader: Reader, kind: K, seq: number): Promise<PolicyInForce<PolicyOf[K]> | undefined> {
    if (seq === 0) return { seq, effectiveOn: null, townshipId: null, policy: SHIPPED_POLICIES[kind] };
    const found = (await this.set(reader)).find(one => one.kind === kind && one.seq === seq);
    return found?.policy ? { ...found, policy: found.policy as PolicyOf[K] } : undefined;
  }

  /** The policy in force on `from` and each that begins after it, up to `to`; the first one's day is `from`. */
  async beginningsWithin<K extends PolicyKind>(
    reader: Reader,
    kind: K,
    { from, to }: { readonly from: CalendarDate; readonly to: CalendarDate },
    whose: Whose,
  ): Promise<readonly { readonly from: CalendarDate; readonly policy: PolicyOf[K] }[]> {
    const set = await this.set(reader);
    const townshipId = await townshipOf(reader, kind, set, whose);
    const begun = set
      .filter(one => one.kind === kind && (one.townshipId === null || one.townshipId === townshipId))
      .filter(one => one.effectiveOn > from && one.effectiveOn <= to)
      .map(one => one.effectiveOn);
    return [from, ...[...new Set(begun)].sort()].map(day => ({ from: day, policy: policyInForce(kind, set, day, townshipId).policy }));
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

/** The township whose version goes before the county's; a patient is only looked up where some township has its own. */
async function townshipOf(reader: Reader, kind: PolicyKind, set: readonly StoredPolicy[], whose: Whose): Promise<Id | null> {
  if (whose === 'county' || !set.some(one => one.kind === kind && one.townshipId !== null)) return null;
  return 'townshipId' in whose ? whose.townshipId : ((await readTownshipsOf(reader, [whose.patientId])).get(whose.patientId) ?? null);
}
