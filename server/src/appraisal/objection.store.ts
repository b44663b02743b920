import type { ObjectionLevel, ObjectionState, ObjectionWay } from '@guanhu/shared/appraisal/appraisal.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';

export type ObjectionRow = {
  readonly id: Id;
  readonly appraisalId: Id;
  readonly patientId: Id;
  readonly guardianId: Id;
  readonly areaPath: readonly Id[];
  readonly level: ObjectionLevel;
  readonly way: ObjectionWay;
  readonly state: ObjectionState;
  readonly words: string | null;
  /** The recording, among the patient's files. */
  readonly voiceId: Id | null;
  /** The guardian, or whoever objected for them. */
  readonly madeBy: Id;
  readonly at: Date;
  readonly dueOn: CalendarDate;
  readonly officerId: Id | null;
  readonly answeredBy: Id | null;
  readonly answeredAt: Date | null;
  readonly reasons: string | null;
  readonly version: number;
};
type Sealed = Omit<ObjectionRow, 'words' | 'reasons'> & { readonly wordsSealed: Buffer | null; readonly reasonsSealed: Buffer | null };

const COLUMNS = `id, appraisal_id AS "appraisalId", patient_id AS "patientId", guardian_id AS "guardianId", area_path AS "areaPath", level, way, state,
  words_sealed AS "wordsSealed", voice_id AS "voiceId", made_by AS "madeBy", at, due_on AS "dueOn", officer_id AS "officerId",
  answered_by AS "answeredBy", answered_at AS "answeredAt", reasons_sealed AS "reasonsSealed", version`;
const place = (row: Id, column: 'words_sealed' | 'reasons_sealed') => ({ table: 'appraisal_objection', row, column });

const opened = (vault: CountyVault, { wordsSealed, reasonsSealed, ...row }: Sealed): ObjectionRow => ({
  ...row,
  words: wordsSealed && vault.open(place(row.id, 'words_sealed'), wordsSealed),
  reasons: reasonsSealed && vault.open(place(row.id, 'reasons_sealed'), reasonsSealed),
});

export type NewObjection = Omit<ObjectionRow, 'state' | 'answeredBy' | 'answeredAt' | 'reasons' | 'version'>;

/** @returns false when the id is taken, or this level was asked already. */
export async function insertObjection(tx: Tx, vault: CountyVault, one: NewObjection): Promise<boolean> {
  const rows = await tx.sql(
    `INSERT INTO appraisal_objection (county_id, id, appraisal_id, patient_id, guardian_id, area_path, level, way, state, words_sealed, voice_id,
       made_by, at, due_on, officer_id)
     VALUES ($1, $2, $3, $4, $5, $6::uuid[], $7, $8, 'open', $9, $10, $11, $12, $13, $14) ON CONFLICT DO NOTHING RETURNING id`,
    [
      tx.countyId,
      one.id,
      one.appraisalId,
      one.patientId,
      one.guardianId,
      one.areaPath,
      one.level,
      one.way,
      one.words === null ? null : vault.seal(place(one.id, 'words_sealed'), one.words),
      one.voiceId,
      one.madeBy,
      one.at,
      one.dueOn,
      one.officerId,
    ],
  );
  return rows.length === 1;
}

/** Objections to these periods, the first ones first. */
export async function objectionsTo(reader: Reader, vault: CountyVault, appraisalIds: readonly Id[]): Promise<ObjectionRow[]> {
  const rows = await reader.sql<Sealed>(
    `SELECT ${COLUMNS} FROM appraisal_objection WHERE county_id = $1 AND appraisal_id = ANY($2::uuid[]) ORDER BY at, id`,
    [reader.countyId, appraisalIds],
  );
  return rows.map(row => opened(vault, row));
}

export async function readObjection(reader: Reader, vault: CountyVault, id: Id): Promise<ObjectionRow | undefined> {
  const [row] = await reader.sql<Sealed>(`SELECT ${COLUMNS} FROM appraisal_objection WHERE county_id = $1 AND id = $2`, [
    reader.countyId,
    id,
  ]);
  return row && opened(vault, row);
}

export type DueKey = { readonly dueOn: CalendarDate; readonly id: Id };

/** Objections in these areas, the earliest day for an answer first. */
export async function listObjections(
  reader: Reader,
  vault: CountyVault,
  page: { areas: readonly Id[]; state: ObjectionState | null; after: DueKey | null; limit: number },
): Promise<ObjectionRow[]> {
  const rows = await reader.sql<Sealed>(
    `SELECT ${COLUMNS} FROM appraisal_objection
     WHERE county_id = $1 AND area_path && $2::uuid[] AND ($3::text IS NULL OR state = $3)
       AND ($4::date IS NULL OR (due_on, id) > ($4, $5::uuid)) ORDER BY due_on, id LIMIT $6`,
    [reader.countyId, page.areas, page.state, page.after?.dueOn ?? null, page.after?.id ?? null, page.limit],
  );
  return rows.map(row => opened(vault, row));
}

/** Open objections at the township whose last day for an answer is `lastDay` or before; locked, other workers take others. */
export async function takeUnanswered(tx: Tx, vault: CountyVault, lastDay: CalendarDate, most: number): Promise<ObjectionRow[]> {
  const rows = await tx.sql<Sealed>(
    `SELECT ${COLUMNS} FROM appraisal_objection WHERE county_id = $1 AND state = 'open' AND level = 'township' AND due_on <= $2
     ORDER BY due_on, id LIMIT $3 FOR UPDATE SKIP LOCKED`,
    [tx.countyId, lastDay, most],
  );
  return rows.map(row => opened(vault, row));
}

/** Objections that the county has not answered although their last day was `lastDay` or before. */
export const lateAtCounty = (
  reader: Reader,
  lastDay: CalendarDate,
): Promise<Pick<ObjectionRow, 'id' | 'appraisalId' | 'guardianId' | 'patientId' | 'areaPath' | 'officerId' | 'dueOn'>[]> =>
  reader.sql(
    `SELECT id, appraisal_id AS "appraisalId", guardian_id AS "guardianId", patient_id AS "patientId", area_path AS "areaPath",
       officer_id AS "officerId", due_on AS "dueOn" FROM appraisal_objection
     WHERE county_id = $1 AND state = 'open' AND level = 'county' AND due_on <= $2 ORDER BY due_on, id`,
    [reader.countyId, lastDay],
  );

/** Another officer is named; an answer that is being written is not in its way. @returns false when it was answered meanwhile */
export async function nameOfficer(tx: Tx, id: Id, officerId: Id): Promise<boolean> {
  const rows = await tx.sql(
    `UPDATE appraisal_objection SET officer_id = $3 WHERE county_id = $1 AND id = $2 AND state = 'open' RETURNING id`,
    [tx.countyId, id, officerId],
  );
  return rows.length === 1;
}

export type ObjectionEnd = { readonly by: Id; readonly reasons: string; readonly at: Date };

/** @returns false when somebody was faster. */
export async function endObjection(
  tx: Tx,
  vault: CountyVault,
  { id, version }: Pick<ObjectionRow, 'id' | 'version'>,
  state: Exclude<ObjectionState, 'open'>,
  end: ObjectionEnd | null,
): Promise<boolean> {
  const rows = await tx.sql(
    `UPDATE appraisal_objection SET state = $4, answered_by = $5, answered_at = $6, reasons_sealed = $7, version = version + 1
     WHERE county_id = $1 AND id = $2 AND version = $3 AND state = 'open' RETURNING id`,
    [
      tx.countyId,
      id,
      version,
      state,
      end?.by ?? null,
      end?.at ?? null,
      end === null ? null : vault.seal(place(id, 'reasons_sealed'), end.reasons),
    ],
  );
  return rows.length === 1;
}
