import { mayBeSame, type PartialDate } from '../kernel/partial-date.ts';
import type { DepartmentRow } from './department-list.rules.ts';
import type { RowVerdict } from './exchange.terms.ts';

/** A file of the township that a row may mean. */
export type KnownPerson = { readonly patientId: string; readonly sameName: boolean; readonly born: PartialDate | null };
export type RowMatch = { readonly verdict: RowVerdict; readonly patientId: string | null; readonly candidates: readonly string[] };

const asked = (candidates: readonly string[]): RowMatch => ({ verdict: 'candidate', patientId: null, candidates });
const NOBODY: RowMatch = { verdict: 'unknown', patientId: null, candidates: [] };

/**
 * Whose file a row means. A number that belongs to a file of the same name decides; everything less is for a person to say: the number with
 * another name, or the name with a birth that may be the same day.
 * @param byNumber the file that has the row's number
 * @param namesakes the files that have the row's name
 */
export function matchRow(row: DepartmentRow, byNumber: KnownPerson | null, namesakes: readonly KnownPerson[]): RowMatch {
  if (row.refused !== null) return { verdict: 'refused', patientId: null, candidates: [] };
  if (byNumber !== null) {
    return byNumber.sameName ? { verdict: 'matched', patientId: byNumber.patientId, candidates: [] } : asked([byNumber.patientId]);
  }
  const possible = namesakes.filter(({ born }) => born === null || row.born === null || mayBeSame(born, row.born));
  return possible.length === 0 ? NOBODY : asked(possible.map(one => one.patientId));
}
