/** Attributes by component, with the value that stands for "not set". Templates and runtime must know the same, in the same order. */
export const ARIA = { View: { 'aria-role': "''", 'aria-label': "''" } };
