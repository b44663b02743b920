/** A moment at which one call may leave, and by what it is known until its answer has come; ms of the clock that gives the moments. */
export type Slot = { readonly at: number; readonly heldUntil: number };
/** What a clock gave, and what it showed then. */
export type Slots = { readonly slots: readonly Slot[]; readonly now: number };

/** A call that is over: it counts no more at the platform from `freeAt` on. */
export type Over = { readonly heldUntil: number; readonly freeAt: number };

/** A merchant's calls of one kind: when the next may leave, and until when each of the last ones may still be counted together with it. */
export type Calls = { readonly next: number; readonly heldUntil: readonly number[] };

/** How fast calls leave, and how many the platform takes in any second. */
export type Rate = { readonly perSecond: number; readonly inAnySecond: number };

/** What the platform takes beyond the rate at which calls leave, so that answers that take their time do not slow them down. */
const ROOM = 20 / 19;
export const rateOf = (perSecond: number): Rate => ({ perSecond, inAnySecond: Math.ceil(perSecond * ROOM) });

/** A faster rate is none: moments are not waited for, and calls not held. */
const FASTEST = 1_000;
export const isPaced = ({ perSecond }: Rate): boolean => perSecond <= FASTEST;

/** The platform's second, and a margin for what two clocks may differ by. */
const SECOND_MS = 1_010;
/** A call of which nobody tells by then that it is over, because its process died, is taken to have been counted a second before. */
const HELD_MS = 2_500;
/** A moment that is missed by more is not used. */
export const LATE_MS = 500;
/** Moments that nobody took lately are made up for: who waits for an answer of the database loses none by it. */
const MADE_UP_MS = 200;

/**
 * Gives the next `many` moments. They follow each other at the rate; and each waits until so many earlier calls are over that never more can be
 * counted in any second than the platform takes, whenever between its leaving and its answer each of them is counted there.
 * @returns the moments, fewer where the platform takes fewer in a second, and what is to be remembered of them
 */
export function giveSlots(
  { next, heldUntil }: Calls,
  rate: Rate,
  { now, many, over }: { readonly now: number; readonly many: number; readonly over: readonly Over[] },
): { readonly slots: readonly Slot[]; readonly calls: Calls } {
  const gapMs = 1_000 / rate.perSecond;
  const count = Math.min(many, rate.inAnySecond);
  const known = new Set(over.map(each => each.heldUntil));
  const held = [...heldUntil.filter(until => !known.has(until)), ...over.map(each => each.freeAt)]
    .filter(until => until > now)
    .sort((a, b) => a - b);
  // With the n-th of them so many calls would count: those that are one too many have to be over by then.
  const earliest = (n: number) => (held[held.length + n - rate.inAnySecond] ?? 0) - n * gapMs;
  const first = Math.max(next, now - MADE_UP_MS, ...Array.from({ length: count }, (_, n) => earliest(n)));
  const slots = Array.from({ length: count }, (_, n) => ({ at: first + n * gapMs, heldUntil: first + n * gapMs + HELD_MS }));
  return {
    slots,
    calls: { next: first + count * gapMs, heldUntil: isPaced(rate) ? [...held, ...slots.map(slot => slot.heldUntil)] : [] },
  };
}

/** When a call counts no more whose answer came at `answeredAt`. */
export const freeAfter = (answeredAt: number): number => answeredAt + SECOND_MS;

/**
 * By how much the clock that gives the moments is ahead of this process's own, ms. It was read some time between the question and its answer, so it is
 * at least `now - answered` ahead and at most `now - asked`. The largest of all lower bounds is nearest to the truth, however late an answer was seen;
 * one that the newest answer contradicts is of a clock that has been set back.
 */
export function clockAhead(known: number | undefined, { now, asked, answered }: { now: number; asked: number; answered: number }): number {
  return known === undefined || known > now - asked ? now - answered : Math.max(known, now - answered);
}
