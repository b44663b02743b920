import type { ChipOption } from './chips.tsx';

/** Chips of a table of words; number keys (the national form's codes) stay numbers. */
export const numberOptions = <K extends number>(table: Readonly<Record<K, string>>): readonly ChipOption<K>[] =>
  Object.entries<string>(table).map(([value, text]) => ({ value: Number(value) as K, text }));
export const wordOptions = <K extends string>(table: Readonly<Record<K, string>>): readonly ChipOption<K>[] =>
  Object.entries<string>(table).map(([value, text]) => ({ value: value as K, text }));
