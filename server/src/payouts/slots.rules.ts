/** A moment at which one call may leave, and by what it is known until its answer has come; ms of the clock that gives the moments. */
export type Slot = { readonly at: number; readonly heldUntil: number };
/** What a clock gave, and what it showed then. */
export type Slots = { readonly slots: readonly Slot[]; readonly now: number };

/** A call that is over, or still under way: it counts no more at the platform from `freeAt` on. */
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
/** A call of which nobody tells anything for so long, because its process died, is taken to have been counted a second before. */
const HELD_MS = 2_000;
/** Who waits for an answer longer than this says that the call is still under way. */
export const STILL_MS = 500;
/** A moment that is missed by more is not used. */
export const LATE_MS = 250;
/** Moments that were lost lately are made up for, whether nobody took them or they had to wait for calls to be over. */
const MADE_UP_MS = 500;
/** A call is known by its moment: no two are the same, however many are made up for at once. */
const APART_MS = 0.01;

/**
 * Gives the next `many` moments. They keep to the rate; and each waits until so many of the calls given before it are over that never more can
 * be counted in any second than the platform takes, whenever between its leaving and its answer each of them is counted there: of all that are
 * counted within one second the last one given waited for a place beside all others. Those that follow make up for such waiting.
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
  const first = Math.max(next, now - MADE_UP_MS);
  let at = Math.max(now, (held.at(-1) ?? 0) - HELD_MS);
  const slots = Array.from({ length: count }, (_, n) => {
    // With the n-th of them so many calls would count: those that are one too many have to be over by then.
    at = Math.max(at + APART_MS, first + n * gapMs, held[held.length + n - rate.inAnySecond] ?? 0);
    return { at, heldUntil: at + HELD_MS };
  });
  return {
    slots,
    calls: { next: first + count * gapMs, heldUntil: isPaced(rate) ? [...held, ...slots.map(slot => slot.heldUntil)] : [] },
  };
}

/** When a call counts no more whose answer came at `answeredAt`. */
export const freeAfter = (answeredAt: number): number => answeredAt + SECOND_MS;

/** Until when the n-th of the calls is held that are still under way at `now`: each is known by its own moment, as before. */
export const heldOn = (now: number, n: number): number => now + HELD_MS + n * APART_MS;

/** By how much the clock that gives the moments is ahead of this process's own: so many ms at least, and so many at most. */
export type Ahead = { readonly atLeast: number; readonly atMost: number };

/**
 * What one more answer tells of it: the clock was read some time between the question and its answer. All answers together tell it best; one that
 * contradicts them is of a clock that has been set.
 */
export function clockAhead(known: Ahead | undefined, { now, asked, answered }: { now: number; asked: number; answered: number }): Ahead {
  const heard = { atLeast: now - answered, atMost: now - asked };
  if (known === undefined) return heard;
  const together = { atLeast: Math.max(known.atLeast, heard.atLeast), atMost: Math.min(known.atMost, heard.atMost) };
  return together.atLeast <= together.atMost ? together : heard;
}
