import type { CalendarDate } from '../kernel/calendar-date.ts';
import { grant, refuse, type Decision } from '../kernel/decision.ts';
import { checkAssessmentPolicy } from './assessment-policy.rules.ts';
import { checkIncidentPolicy } from './incident-policy.rules.ts';
import { checkMessagePolicy } from './message-policy.rules.ts';
import { checkReliefPolicy } from './relief-policy.rules.ts';
import type { Policy, PolicyKind, PolicyOf } from './policy.terms.ts';
import { SHIPPED_POLICIES } from './shipped-policies.ts';
import { checkVisitPolicy } from './visit-policy.rules.ts';
import { checkVisitForm, checkVisitWork } from './visit-work.rules.ts';
import { checkCalendar } from './working-days.rules.ts';

/**
 * A policy as it was set: `seq` counts up within its kind, whatever the township. Without a township it is the county's; a township's
 * `null` says that the township follows the county again.
 */
export type SetPolicy = {
  readonly kind: PolicyKind;
  readonly seq: number;
  readonly effectiveOn: CalendarDate;
  readonly townshipId: string | null;
  readonly policy: Policy | null;
};
/** The policy of a day; seq 0 and no date when it is the shipped one, a township when it is that township's own. */
export type PolicyInForce<P extends Policy = Policy> = {
  readonly seq: number;
  readonly effectiveOn: CalendarDate | null;
  readonly townshipId: string | null;
  readonly policy: P;
};

/**
 * The policy that holds on `day` in a township, or, without one, in the county. Of the township's own versions begun, the one begun last
 * (of two begun on one day, the one set later); where there is none, or it follows the county, the same among the county's; else the shipped one.
 */
export function policyInForce<K extends PolicyKind>(
  kind: K,
  set: readonly SetPolicy[],
  day: CalendarDate,
  townshipId: string | null = null,
): PolicyInForce<PolicyOf[K]> {
  const own = townshipId === null ? undefined : versionOf(kind, set, day, townshipId);
  const last = own?.policy ? own : versionOf(kind, set, day, null);
  return (last ?? { seq: 0, effectiveOn: null, townshipId: null, policy: SHIPPED_POLICIES[kind] }) as PolicyInForce<PolicyOf[K]>;
}

/** What the county, or one township, has set for itself and holds there on `day`: begun last, and of one day set last. */
export const versionOf = <S extends SetPolicy>(
  kind: PolicyKind,
  set: readonly S[],
  day: CalendarDate,
  townshipId: string | null,
): S | undefined =>
  set
    .filter(one => one.kind === kind && one.townshipId === townshipId && one.effectiveOn <= day)
    .reduce<S | undefined>((best, one) => (best === undefined || isAfter(one, best) ? one : best), undefined);

const isAfter = (a: SetPolicy, b: SetPolicy): boolean => (a.effectiveOn === b.effectiveOn ? a.seq > b.seq : a.effectiveOn > b.effectiveOn);

/** Something that holds in the county, and what holds instead in the townships that have their own. */
export type Spread<T> = { readonly county: T; readonly townships: readonly { readonly townshipId: string; readonly value: T }[] };

/** The policies that hold on `day` all over the county. */
export function spreadOf<K extends PolicyKind>(kind: K, set: readonly SetPolicy[], day: CalendarDate): Spread<PolicyInForce<PolicyOf[K]>> {
  const named = new Set(set.flatMap(one => (one.kind === kind && one.townshipId !== null ? [one.townshipId] : [])));
  return {
    county: policyInForce(kind, set, day),
    townships: [...named]
      .map(townshipId => ({ townshipId, value: policyInForce(kind, set, day, townshipId) }))
      .filter(({ value }) => value.townshipId !== null),
  };
}

export const mapSpread = <T, U>({ county, townships }: Spread<T>, of: (value: T) => U): Spread<U> => ({
  county: of(county),
  townships: townships.map(({ townshipId, value }) => ({ townshipId, value: of(value) })),
});

/** What holds in this township. */
export const inTownship = <T>({ county, townships }: Spread<T>, townshipId: string): T =>
  townships.find(one => one.townshipId === townshipId)?.value ?? county;

/** The townships that have their own, and what holds in each: two lists of one length, for a statement to unnest. */
export const ownOf = <T>({ townships }: Spread<T>): readonly [readonly string[], readonly T[]] => [
  townships.map(one => one.townshipId),
  townships.map(one => one.value),
];

/** Whether a policy may be set from `effectiveOn` on: never into the past, never looser than the national norm. */
export function checkPolicy(policy: Policy, effectiveOn: CalendarDate, today: CalendarDate): Decision<Policy> {
  if (effectiveOn < today) return refuse('POLICY_NOT_BACKWARD');
  switch (policy.kind) {
    case 'visit':
      return checkVisitPolicy(policy);
    case 'visitForm':
      return checkVisitForm(policy);
    case 'visitWork':
      return checkVisitWork(policy);
    case 'incident':
      return checkIncidentPolicy(policy);
    case 'assessment':
      return checkAssessmentPolicy(policy);
    case 'message':
      return checkMessagePolicy(policy);
    case 'relief':
      return checkReliefPolicy(policy);
    case 'calendar':
      return checkCalendar(policy);
    default:
      return grant(policy);
  }
}
