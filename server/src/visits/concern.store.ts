import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { ConcernKind, ConcernState } from '@guanhu/shared/visits/rights.terms';
import { noneIsKin } from '../agenda/agenda.public.ts';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';

export type ConcernRow = {
  readonly id: Id;
  readonly patientId: Id;
  readonly name_sealed: Buffer;
  readonly villageName: string;
  readonly kind: ConcernKind;
  readonly state: ConcernState;
  readonly reportedBy: Id;
  readonly reportedAt: Date;
  readonly closedAt: Date | null;
  readonly version: number;
};
type Sealed = { readonly words_sealed: Buffer; readonly result_sealed: Buffer | null };
const place = (row: Id, column: 'words_sealed' | 'result_sealed') => ({ table: 'concern', row, column });
const COLUMNS = `concern.id, concern.kind, concern.state, concern.reported_by AS "reportedBy", concern.reported_at AS "reportedAt",
  concern.closed_at AS "closedAt", concern.version, patient.id AS "patientId", patient.name_sealed, area.name AS "villageName"`;
const JOINED = `concern
  JOIN patient ON patient.county_id = $1 AND patient.id = concern.patient_id
  JOIN area ON area.county_id = $1 AND area.id = patient.village_id`;

/** @returns whether it is new; a report that came before stays as it was. */
export async function insertConcern(
  tx: Tx,
  vault: CountyVault,
  concern: { id: Id; patientId: Id; kind: ConcernKind; words: string; by: Id; now: Date },
): Promise<boolean> {
  const rows = await tx.sql(
    `INSERT INTO concern (county_id, id, patient_id, kind, words_sealed, reported_by, reported_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (county_id, id) DO NOTHING RETURNING id`,
    [
      tx.countyId,
      concern.id,
      concern.patientId,
      concern.kind,
      vault.seal(place(concern.id, 'words_sealed'), concern.words),
      concern.by,
      concern.now,
    ],
  );
  return rows.length === 1;
}

export async function readConcern(
  reader: Reader,
  vault: CountyVault,
  id: Id,
): Promise<(ConcernRow & { words: string; result: string | null }) | undefined> {
  const [row] = await reader.sql<ConcernRow & Sealed>(
    `SELECT ${COLUMNS}, concern.words_sealed, concern.result_sealed FROM ${JOINED} WHERE concern.county_id = $1 AND concern.id = $2`,
    [reader.countyId, id],
  );
  if (!row) return undefined;
  const { words_sealed, result_sealed, ...rest } = row;
  return {
    ...rest,
    words: vault.open(place(id, 'words_sealed'), words_sealed),
    result: result_sealed === null ? null : vault.open(place(id, 'result_sealed'), result_sealed),
  };
}

/** Reports from these areas, newest first; none about a patient of whom one of `persons` is a guardian today, or acts for one. */
export const readConcerns = (
  reader: Reader,
  page: {
    areas: readonly Id[];
    persons: readonly Id[];
    state: ConcernState | null;
    after: { at: Date; id: Id } | null;
    limit: number;
    today: CalendarDate;
  },
): Promise<ConcernRow[]> =>
  reader.sql(
    `SELECT ${COLUMNS} FROM ${JOINED}
     WHERE concern.county_id = $1 AND area.path && $2::uuid[] AND ($3::text IS NULL OR concern.state = $3)
       AND ($4::timestamptz IS NULL OR (concern.reported_at, concern.id) < ($4, $5::uuid))
       AND ${noneIsKin('patient.id', 'SELECT unnest($6::uuid[])', '$7')}
     ORDER BY concern.reported_at DESC, concern.id DESC LIMIT $8`,
    [reader.countyId, page.areas, page.state, page.after?.at ?? null, page.after?.id ?? null, page.persons, page.today, page.limit],
  );

/** @returns false when the report changed since it was read. */
export async function closeConcern(
  tx: Tx,
  vault: CountyVault,
  concern: { id: Id; version: number; result: string; by: Id; now: Date },
): Promise<boolean> {
  const rows = await tx.sql(
    `UPDATE concern SET state = 'closed', result_sealed = $4, closed_by = $5, closed_at = $6, version = version + 1
     WHERE county_id = $1 AND id = $2 AND version = $3 AND state = 'open' RETURNING id`,
    [tx.countyId, concern.id, concern.version, vault.seal(place(concern.id, 'result_sealed'), concern.result), concern.by, concern.now],
  );
  return rows.length === 1;
}
