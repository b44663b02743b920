/** Money of a year, in fen, as far as the end of it can be foreseen. */
export type Ahead = {
  /** Free to be committed. */
  readonly availableFen: number;
  /** Approved, and not yet set aside. */
  readonly approvedFen: number;
  /** What the periods that end this year could still earn in full. */
  readonly expectedFen: number;
};

/** What the year still needs at the most, and what of it finance has not handed over yet. */
export function foresee({ availableFen, approvedFen, expectedFen }: Ahead): { readonly neededFen: number; readonly missingFen: number } {
  const neededFen = approvedFen + expectedFen;
  return { neededFen, missingFen: Math.max(0, neededFen - availableFen) };
}
