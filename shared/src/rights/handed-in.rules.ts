import { standsFor, type Actor, type Channel } from '../access/access.terms.ts';
import { grant, refuse, type Decision } from '../kernel/decision.ts';
import type { HandedInDecision, HandedInState } from './handed-in.terms.ts';

/** Days after its end in which a session still proves whose writes a phone hands in: longer than anybody keeps a phone without signal. */
const HAND_IN_DAYS = 30;
/** Of one session: more than anybody writes without signal. */
export const MOST_HANDED_IN = 300;
/** Of one session, in bytes: room for pictures. */
export const MOST_HANDED_IN_BYTES = 64 * 1024 * 1024;
const DAY_MS = 86_400_000;

/** What one session has handed in so far. */
export type HandedInSoFar = { readonly count: number; readonly bytes: number };

/**
 * Whether a phone may hand in one more write by a session that proves nothing else any more. One code for every reason: whoever has found a
 * phone learns nothing about the account.
 * @param endedAt when the session ended; null while it lives
 */
export function mayHandIn(
  { channel, endedAt }: { readonly channel: Channel; readonly endedAt: Date | null },
  soFar: HandedInSoFar,
  now: Date,
): Decision<true> {
  const isLate = endedAt !== null && now.getTime() - endedAt.getTime() > HAND_IN_DAYS * DAY_MS;
  const isFull = soFar.count >= MOST_HANDED_IN || soFar.bytes >= MOST_HANDED_IN_BYTES;
  return channel !== 'phone' || isLate || isFull ? refuse('HAND_IN_NOT_POSSIBLE') : grant(true);
}

/** The ids that an address names, in their order: by one of them its patient is found. */
export const idsIn = (path: string): readonly string[] =>
  path.split('?')[0]?.match(/[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g) ?? [];

/** Whether a write of this address tells what a family is suspected of: of that the family learns nothing, not even that it is kept. */
export const isConfidential = (path: string): boolean => /\/(concerns|rights-alerts)(\/|\?|$)/.test(path);

/** Decided once, and never by whoever wrote it or stands in for them. */
export function decideHandedIn(
  state: HandedInState,
  personId: string,
  actor: Actor,
  decision: HandedInDecision,
): Decision<HandedInDecision> {
  if (state !== 'waiting') return refuse('HANDED_IN_DECIDED');
  return standsFor(actor).includes(personId) ? refuse('HANDED_IN_BY_YOU') : grant(decision);
}
