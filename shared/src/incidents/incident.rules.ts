import { grant, refuse, type Decision } from '../kernel/decision.ts';
import type { IncidentKind, IncidentPolicy, IncidentPost } from '../policy/policy.terms.ts';
import type { ReceiptState } from './incidents.terms.ts';

/** A phone's clock may be a little ahead. */
const CLOCK_AHEAD_MS = 5 * 60_000;
/** What happened longer ago is told to the office by telephone ([CFG]). */
const OLDEST_MS = 7 * 24 * 3_600_000;

/** When it happened, for the record: a clock that is a little ahead says now. */
export function decideHappenedAt(happenedAt: Date, now: Date): Decision<Date> {
  const ago = now.getTime() - happenedAt.getTime();
  if (ago < -CLOCK_AHEAD_MS) return refuse('INCIDENT_IN_FUTURE');
  return ago > OLDEST_MS ? refuse('INCIDENT_TOO_OLD') : grant(ago < 0 ? now : happenedAt);
}

/** Whether two reports of one patient tell of the same thing. */
export const isSameIncident = (a: Date, b: Date, policy: IncidentPolicy): boolean =>
  Math.abs(a.getTime() - b.getTime()) <= policy.joinMinutes * 60_000;

/** The posts that a kind is told to, without those that were told before, in the policy's order. */
export const postsToTell = (policy: IncidentPolicy, kind: IncidentKind, already: readonly IncidentPost[]): readonly IncidentPost[] =>
  [...new Set(policy.told[kind])].filter(post => !already.includes(post));

/** The posts of the second round. */
export const postsToEscalateTo = (policy: IncidentPolicy, already: readonly IncidentPost[]): readonly IncidentPost[] =>
  [...new Set(policy.escalateTo)].filter(post => !already.includes(post));

/** When the second round is due if nobody answers. */
export const escalateAt = (policy: IncidentPolicy, told: Date): Date => new Date(told.getTime() + policy.escalateMinutes * 60_000);

/** How far a receipt has got. */
export function receiptState(receipt: {
  readonly personId: string | null;
  readonly toldAt: Date | null;
  readonly readAt: Date | null;
  readonly acknowledgedAt: Date | null;
}): ReceiptState {
  if (receipt.personId === null) return 'vacant';
  if (receipt.acknowledgedAt !== null) return 'acknowledged';
  if (receipt.readAt !== null) return 'read';
  return receipt.toldAt === null ? 'notTold' : 'told';
}
