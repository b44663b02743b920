import type { ImportPreview } from '@guanhu/shared/intake/intake.contract';

export type PreviewRow = ImportPreview['rows'][number];
type Row = Pick<PreviewRow, 'key' | 'lead' | 'verdict'>;

/** Rows of one patient belong together: they are imported together or not at all. By the key of the row that leads them. */
export function byPatient<R extends Row>(rows: readonly R[]): ReadonlyMap<string, readonly R[]> {
  const groups = new Map<string, R[]>();
  for (const row of rows) groups.set(row.lead, [...(groups.get(row.lead) ?? []), row]);
  return groups;
}

/** Whether there is something to write for this patient, and nothing in the way. */
const isReady = (rows: readonly Row[]): boolean =>
  rows.some(row => row.verdict === 'create' || row.verdict === 'change') &&
  rows.every(row => row.verdict !== 'refused' && row.verdict !== 'needsConfirmation');

/** The patients that can be imported now. */
export const readyPatients = (rows: readonly Row[]): readonly string[] =>
  [...byPatient(rows)].filter(([, group]) => isReady(group)).map(([lead]) => lead);

/** Every row of the chosen patients that are still ready: what is sent to be confirmed. */
export function rowsToConfirm(rows: readonly Row[], chosen: ReadonlySet<string>): string[] {
  const ready = new Set(readyPatients(rows));
  return rows.filter(row => chosen.has(row.lead) && ready.has(row.lead)).map(row => row.key);
}
