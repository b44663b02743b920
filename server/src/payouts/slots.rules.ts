/** The first of some moments that follow each other, and what the clock that gave them showed then; ms of the same clock. */
export type Slots = { readonly at: number; readonly now: number };

/**
 * By how much the clock that gives the moments is ahead of this process's own, ms. It was read some time between the question and its answer, so it is
 * at least `now - answered` ahead and at most `now - asked`. The largest of all lower bounds is nearest to the truth, however late an answer was seen;
 * one that the newest answer contradicts is of a clock that has been set back.
 */
export function clockAhead(known: number | undefined, { now, asked, answered }: { now: number; asked: number; answered: number }): number {
  return known === undefined || known > now - asked ? now - answered : Math.max(known, now - answered);
}
