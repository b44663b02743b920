import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { HARDSHIP_FACTS } from '@guanhu/shared/relief/facts.rules';
import type { AppliedBenefit, FactAnswer, GrantRhythm, Hardship, ReliefFact } from '@guanhu/shared/relief/relief.terms';
import type { Reader, Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';

export type GrantRow = {
  readonly id: Id;
  readonly patient_id: Id;
  readonly benefit: AppliedBenefit;
  readonly from_on: CalendarDate;
  readonly until_on: CalendarDate | null;
  readonly amount_fen: number | null;
  readonly rhythm: GrantRhythm | null;
  readonly relief_id: Id | null;
  readonly version: number;
};
const GRANT = 'id, patient_id, benefit, from_on, until_on, amount_fen, rhythm, relief_id, version';

/** The ledger of a patient, newest first. */
export const readGrants = (reader: Reader, patientId: Id): Promise<GrantRow[]> =>
  reader.sql(`SELECT ${GRANT} FROM relief_grant WHERE county_id = $1 AND patient_id = $2 ORDER BY from_on DESC, id DESC LIMIT 200`, [
    reader.countyId,
    patientId,
  ]);

export async function readGrant(reader: Reader, id: Id): Promise<GrantRow | undefined> {
  const [row] = await reader.sql<GrantRow>(`SELECT ${GRANT} FROM relief_grant WHERE county_id = $1 AND id = $2`, [reader.countyId, id]);
  return row;
}

/** Enters a benefit into the ledger. @throws Refusal RELIEF_HAD when the patient has it on one of these days already, or the id is taken */
export async function insertGrant(tx: Tx, one: Omit<GrantRow, 'version'> & { readonly recordedBy: Id; readonly at: Date }): Promise<void> {
  // Two people who enter the same benefit at once wait for each other.
  await tx.sql('SELECT id FROM patient WHERE county_id = $1 AND id = $2 FOR NO KEY UPDATE', [tx.countyId, one.patient_id]);
  const rows = await tx.sql(
    `INSERT INTO relief_grant (county_id, id, patient_id, benefit, from_on, until_on, amount_fen, rhythm, relief_id, recorded_by, created_at)
     SELECT $1, $2, $3, $4, $5::date, $6::date, $7, $8, $9, $10, $11
     WHERE NOT EXISTS (SELECT FROM relief_grant WHERE county_id = $1 AND patient_id = $3 AND benefit = $4
       AND (until_on IS NULL OR (until_on >= $5::date AND until_on >= from_on)) AND ($6::date IS NULL OR from_on <= $6::date))
     ON CONFLICT DO NOTHING RETURNING id`,
    [
      tx.countyId,
      one.id,
      one.patient_id,
      one.benefit,
      one.from_on,
      one.until_on,
      one.amount_fen,
      one.rhythm,
      one.relief_id,
      one.recordedBy,
      one.at,
    ],
  );
  if (rows.length === 0) throw new Refusal('RELIEF_HAD');
}

/** @throws Refusal STALE */
export async function endGrantRow(tx: Tx, id: Id, version: number, lastOn: CalendarDate): Promise<void> {
  const rows = await tx.sql(
    'UPDATE relief_grant SET until_on = $4, version = version + 1 WHERE county_id = $1 AND id = $2 AND version = $3 RETURNING id',
    [tx.countyId, id, version, lastOn],
  );
  if (rows.length === 0) throw new Refusal('STALE');
}

/** Grants whose term ends within these days, of patients who have none of the benefit afterwards and no application for it. */
export const endingGrants = (
  reader: Reader,
  from: CalendarDate,
  to: CalendarDate,
): Promise<(GrantRow & { readonly until_on: CalendarDate; readonly township_id: Id })[]> =>
  reader.sql(
    `SELECT ${GRANT.split(', ')
      .map(column => `ending.${column}`)
      .join(', ')}, patient.township_id
     FROM relief_grant AS ending JOIN patient ON patient.county_id = $1 AND patient.id = ending.patient_id AND cardinality(patient.care) > 0
     WHERE ending.county_id = $1 AND ending.until_on BETWEEN $2 AND $3
       AND NOT EXISTS (SELECT FROM relief_grant AS later WHERE later.county_id = $1 AND later.patient_id = ending.patient_id
         AND later.benefit = ending.benefit AND later.from_on > ending.from_on)
       AND NOT EXISTS (SELECT FROM relief_application WHERE relief_application.county_id = $1 AND relief_application.patient_id = ending.patient_id
         AND relief_application.benefit = ending.benefit AND relief_application.state IN ('collecting', 'forwarded', 'objected'))
     ORDER BY ending.until_on, ending.id`,
    [reader.countyId, from, to],
  );

export type AnswerRow = { readonly fact: ReliefFact; readonly answer: FactAnswer; readonly at: Date };

/** The latest answer of each fact. */
export const readAnswers = (reader: Reader, patientId: Id): Promise<AnswerRow[]> =>
  reader.sql(
    'SELECT DISTINCT ON (fact) fact, answer, at FROM relief_answer WHERE county_id = $1 AND patient_id = $2 ORDER BY fact, id DESC',
    [reader.countyId, patientId],
  );

export async function insertAnswer(
  tx: Tx,
  one: { patientId: Id; fact: ReliefFact; answer: FactAnswer; personId: Id; at: Date },
): Promise<void> {
  await tx.sql('INSERT INTO relief_answer (county_id, id, patient_id, fact, answer, person_id, at) VALUES ($1, $2, $3, $4, $5, $6, $7)', [
    tx.countyId,
    newId(),
    one.patientId,
    one.fact,
    one.answer,
    one.personId,
    one.at,
  ]);
}

/** Patients of these areas, in some care or other, of whom the latest answers put them on a list of hardship. */
export const listHardshipRows = (
  reader: Reader,
  { kind, areas, after, limit }: { kind: Hardship; areas: readonly Id[]; after: Id | null; limit: number },
): Promise<{ readonly patient_id: Id; readonly village_id: Id }[]> =>
  reader.sql(
    `SELECT patient.id AS patient_id, patient.village_id FROM patient JOIN area ON area.county_id = $1 AND area.id = patient.village_id
     WHERE patient.county_id = $1 AND area.path && $2::uuid[] AND cardinality(patient.care) > 0 AND ($3::uuid IS NULL OR patient.id > $3)
       AND NOT EXISTS (SELECT FROM unnest($4::text[]) AS needed (fact) WHERE 'yes' IS DISTINCT FROM (
         SELECT told.answer FROM relief_answer AS told WHERE told.county_id = $1 AND told.patient_id = patient.id AND told.fact = needed.fact
         ORDER BY told.id DESC LIMIT 1))
     ORDER BY patient.id LIMIT $5`,
    [reader.countyId, areas, after, HARDSHIP_FACTS[kind], limit],
  );
