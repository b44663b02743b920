import type { CalendarDate } from '../kernel/calendar-date.ts';
import { grant, refuse, type Decision } from '../kernel/decision.ts';
import { checkIncidentPolicy } from './incident-policy.rules.ts';
import type { Policy, PolicyKind, PolicyOf } from './policy.terms.ts';
import { SHIPPED_POLICIES } from './shipped-policies.ts';
import { checkVisitPolicy } from './visit-policy.rules.ts';

/** A policy as it was set: `seq` counts up within its kind. */
export type SetPolicy<P extends Policy = Policy> = { readonly seq: number; readonly effectiveOn: CalendarDate; readonly policy: P };
/** The policy of a day; seq 0 and no date when it is the shipped one. */
export type PolicyInForce<P extends Policy = Policy> = {
  readonly seq: number;
  readonly effectiveOn: CalendarDate | null;
  readonly policy: P;
};

/** The policy that holds on `day`: of those begun, the one begun last; of two begun on one day, the one set later. */
export function policyInForce<K extends PolicyKind>(kind: K, set: readonly SetPolicy[], day: CalendarDate): PolicyInForce<PolicyOf[K]> {
  const begun = set.filter(one => one.policy.kind === kind && one.effectiveOn <= day);
  const last = begun.reduce<SetPolicy | undefined>((best, one) => (best === undefined || isAfter(one, best) ? one : best), undefined);
  return (last ?? { seq: 0, effectiveOn: null, policy: SHIPPED_POLICIES[kind] }) as PolicyInForce<PolicyOf[K]>;
}

const isAfter = (a: SetPolicy, b: SetPolicy): boolean => (a.effectiveOn === b.effectiveOn ? a.seq > b.seq : a.effectiveOn > b.effectiveOn);

/** Whether a policy may be set from `effectiveOn` on: never into the past, never looser than the national norm. */
export function checkPolicy(policy: Policy, effectiveOn: CalendarDate, today: CalendarDate): Decision<Policy> {
  if (effectiveOn < today) return refuse('POLICY_NOT_BACKWARD');
  if (policy.kind === 'visit') return checkVisitPolicy(policy);
  if (policy.kind === 'incident') return checkIncidentPolicy(policy);
  return grant(policy);
}
