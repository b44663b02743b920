import type { IncidentKind, IncidentPolicy, IncidentPost } from '../policy/policy.terms.ts';
import type { ReceiptState, UnfiledOutcome } from './incidents.terms.ts';

/** Whether two reports of one patient tell of the same thing. */
export const isSameIncident = (a: Date, b: Date, policy: IncidentPolicy): boolean =>
  Math.abs(a.getTime() - b.getTime()) <= policy.joinMinutes * 60_000;

/** The posts that a kind is told to, without those that were told before, in the policy's order. */
export const postsToTell = (policy: IncidentPolicy, kind: IncidentKind, already: readonly IncidentPost[]): readonly IncidentPost[] =>
  [...new Set(policy.told[kind])].filter(post => !already.includes(post));

/**
 * How grave each kind is: raised voices, things broken, somebody's life or body. After the order of the risk levels (domain.md D: shouting and
 * threats, things broken, harm to people, themselves included).
 */
const GRAVITY: Readonly<Record<IncidentKind, number>> = {
  other: 0,
  fluctuation: 0,
  threat: 1,
  smashing: 2,
  missing: 3,
  selfHarm: 3,
  harmToOthers: 3,
};
const DANGER_TO_LIFE = 3;

/** What an incident of one kind is when another is reported of it: the graver; of two as grave the one that came last. */
export const graverKind = (known: IncidentKind, reported: IncidentKind): IncidentKind =>
  GRAVITY[reported] >= GRAVITY[known] ? reported : known;

/**
 * Whether a report is news to those who know of the incident already, so that everybody is told anew and has to answer anew: a kind that nobody
 * has reported of it, and that is graver than all before, or a danger to somebody's life, or told to posts that do not know.
 */
export const isWorse = (
  policy: IncidentPolicy,
  known: { readonly kinds: readonly IncidentKind[]; readonly told: readonly IncidentPost[] },
  kind: IncidentKind,
): boolean =>
  !known.kinds.includes(kind) &&
  (GRAVITY[kind] >= DANGER_TO_LIFE ||
    known.kinds.every(each => GRAVITY[each] < GRAVITY[kind]) ||
    postsToTell(policy, kind, known.told).length > 0);

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
