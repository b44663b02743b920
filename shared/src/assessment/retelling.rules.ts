import type { CalendarDate } from '../kernel/calendar-date.ts';
import { rankOf } from '../policy/visit-policy.rules.ts';
import type { VisitPolicy } from '../policy/policy.terms.ts';
import { NOTHING_KNOWN, foundAfter, type Finding, type FoundFacts, type FoundOn } from './standing.rules.ts';

/** A band that two people agreed to lower to. */
export type Lowering = { readonly band: string; readonly on: CalendarDate; readonly decidedAt: Date };

/** Something that was found on a day, and counted when it was told. */
type Told = { readonly on: CalendarDate; readonly ratedAt: Date };

type Event<F> = { readonly found: F } | { readonly lowered: Lowering };

/**
 * What happened to a standing, in the order in which to tell it again: findings by their days, and each lowering after everything that was
 * counted before it and ahead of everything that was counted after it, also of a visit that was uploaded late.
 */
export function inOrderTold<F extends Told>(findings: readonly F[], lowerings: readonly Lowering[]): Event<F>[] {
  const decided = [...lowerings].sort((a, b) => a.decidedAt.getTime() - b.decidedAt.getTime());
  const byDay = inOrderFound(findings);
  const after = ({ ratedAt }: F) => decided.filter(({ decidedAt }) => decidedAt <= ratedAt).length;
  return [...decided, null].flatMap((lowering, place): Event<F>[] => [
    ...byDay.filter(finding => after(finding) === place).map(found => ({ found })),
    ...(lowering ? [{ lowered: lowering }] : []),
  ]);
}

/** Findings by their days; those of one day as they were told. */
const inOrderFound = <F extends Told>(findings: readonly F[]): F[] =>
  [...findings].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.ratedAt.getTime() - b.ratedAt.getTime()));

/** Risk and class as all the findings together speak of them: by their days, whenever they were told. The band is no part of it. */
export function foundInOrder(findings: readonly (Told & Finding)[]): FoundFacts & FoundOn {
  const { risk, stability, settled } = NOTHING_KNOWN;
  return inOrderFound(findings).reduce<FoundFacts & FoundOn>(
    (known, finding) => ({
      ...foundAfter(known, finding),
      riskOn: finding.risk === undefined ? known.riskOn : finding.on,
      stabilityOn: finding.stability === undefined ? known.stabilityOn : finding.on,
    }),
    { risk, stability, settled, riskOn: null, stabilityOn: null },
  );
}

/** Whether a lowering that was decided lowers this band: never to a more serious one, nor to one that the policy no longer has. */
export function lowersFrom(policy: VisitPolicy, present: string | null, to: string): boolean {
  const [now, then] = [present === null ? null : rankOf(policy, present), rankOf(policy, to)];
  return now !== null && then !== null && then > now;
}
