/** One page asks for less; more than this is several requests. */
export const MOST_READS = 24;
