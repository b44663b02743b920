import { platformWords } from '../../words/platform.ts';

/** For whom somebody acts: the name of a guardian without a phone of their own, or null for oneself. */
export type Side = string | null;

/** For whom this person can act: themselves first, as soon as they look after somebody of their own. */
export function sidesOf(wards: readonly { readonly onBehalfOf: string | null }[]): readonly Side[] {
  const others = new Set(wards.flatMap(({ onBehalfOf }) => onBehalfOf ?? []));
  return [...(wards.some(({ onBehalfOf }) => onBehalfOf === null) ? [null] : []), ...others];
}

/** The side that was chosen, as long as there is such a one; else the first. Undefined of somebody who looks after nobody. */
export const sideOf = (sides: readonly Side[], chosen: Side | undefined): Side | undefined =>
  chosen !== undefined && sides.includes(chosen) ? chosen : sides[0];

/** For whom somebody acts, in one line. */
export const actingFor = (name: string): string => platformWords.actingFor(name);
/** What stands on every page while somebody acts for another: for whom, and what only that person can do. */
export const actingWords = (name: string): string => platformWords.actingLimits(actingFor(name), name);
