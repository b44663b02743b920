import type { WarningGrade } from '@guanhu/shared/indicators/warnings.terms';

/** The most urgent first, and among those alike the one that has stood longest. */
export const urgentFirst = <Row extends { readonly grade: WarningGrade; readonly since: string }>(rows: readonly Row[]): readonly Row[] =>
  [...rows].sort((a, b) => b.grade - a.grade || (a.since < b.since ? -1 : Number(a.since > b.since)));
