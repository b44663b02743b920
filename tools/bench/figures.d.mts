/** The middle value; of an even number of values the mean of the two in the middle. */
export function median(values: readonly number[]): number;
/** Prints `figure <bench>.<what> <number> <unit>` for each. */
export function printFigures(bench: string, figures: Record<string, readonly [number: number, unit: string]>): void;
