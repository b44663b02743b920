import type { ChipOption } from './chips.tsx';

/** Chips of a table of words. */
export const wordOptions = <K extends string>(table: Readonly<Record<K, string>>): readonly ChipOption<K>[] =>
  Object.entries<string>(table).map(([value, text]) => ({ value: value as K, text }));
