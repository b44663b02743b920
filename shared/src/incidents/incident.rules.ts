import type { IncidentKind, IncidentPolicy, IncidentPost } from '../policy/policy.terms.ts';
import type { ReceiptState, UnfiledOutcome } from './incidents.terms.ts';

/** Whether two reports of one patient tell of the same thing. */
export const isSameIncident = (a: Date, b: Date, policy: IncidentPolicy): boolean =>
  Math.abs(a.getTime() - b.getTime()) <= policy.joinMinutes * 60_000;

/** The posts that a kind is told to, without those that were told before, in the policy's order. */
export const postsToTell = (policy: IncidentPolicy, kind: IncidentKind, already: readonly IncidentPost[]): readonly IncidentPost[] =>
  [...new Set(policy.told[kind])].filter(post => !already.includes(post));

/** The posts that the second round adds. */
export const postsToEscalateTo = (policy: IncidentPolicy, already: readonly IncidentPost[]): readonly IncidentPost[] =>
  [...new Set(policy.escalateTo)].filter(post => !already.includes(post));

/** When the round after `round`, which began at `told`, is due if nobody acknowledges; null after the last one. */
export const escalateAt = (policy: IncidentPolicy, round: number, told: Date): Date | null =>
  round < policy.mostRounds ? new Date(told.getTime() + policy.escalateMinutes * 60_000) : null;

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

/** Whether an incident waits for its reader's own answer: not once it is handled, or settled where there is no file. */
export const waitsForReader = (incident: {
  readonly handled: boolean;
  readonly unfiled: { readonly outcome: UnfiledOutcome | null } | null;
  readonly receipts: readonly { readonly mine: boolean; readonly state: ReceiptState }[];
}): boolean =>
  !incident.handled &&
  (incident.unfiled?.outcome ?? null) === null &&
  incident.receipts.some(receipt => receipt.mine && receipt.state !== 'acknowledged');
