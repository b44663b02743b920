/** How every measurement speaks: a table for people, then lines for machines. */

/** The middle value; of an even number of values the mean of the two in the middle. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * @param {string} bench
 * @param {Record<string, [number: number, unit: string]>} figures
 */
export function printFigures(bench, figures) {
  for (const [what, [number, unit]] of Object.entries(figures)) console.log(`figure ${bench}.${what} ${Number(number.toFixed(3))} ${unit}`);
}
