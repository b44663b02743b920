import type { Id } from '@guanhu/shared/kernel/ids';
import { STABILITY_KEYS } from '@guanhu/shared/policy/stability.terms';
import { NATIONAL_INTERVAL_DAYS } from '@guanhu/shared/policy/visit-policy.rules';
import type { Tx } from '../platform/database/database.ts';

const NORM_DAYS = `CASE visit.stability ${STABILITY_KEYS.map(key => `WHEN '${key}' THEN ${String(NATIONAL_INTERVAL_DAYS[key])}`).join(' ')} END`;
const COMPLETE = `visit.result = 'done' AND visit.form = 'national'`;
const OF_PATIENT = 'visit.county_id = $1 AND visit.patient_id = asked.patient_id';
const COLUMNS = `visit.at, visit.id, visit.on_day, visit.met, visit.adherence, visit.stability, ${COMPLETE} AS complete, visit.on_day + ${NORM_DAYS} AS next_by`;
/** First instant of the year in China. */
const NEW_YEAR = (year: string): string => `(make_date(${year}, 1, 1)::timestamp AT TIME ZONE 'Asia/Shanghai')`;

/**
 * What the visits of the years $3 to $4 say of the patients $2. An interval begins with a complete visit and is as long as the norm allows
 * for the class that was found; the one that began in the year before counts for as much of it as lies in this one.
 */
export const TELL_YEARS = `
  INSERT INTO visit_year AS told (county_id, id, patient_id, year, first_complete_on, first_met_on, stability, adherence, late_on, next_by)
  SELECT $1, new_id(), asked.patient_id, year, said.*
  FROM unnest($2::uuid[]) AS asked (patient_id)
  CROSS JOIN generate_series($3::int, $4::int) AS year
  CROSS JOIN LATERAL (
    SELECT min(on_day) FILTER (WHERE complete AND this_year) AS first_complete_on,
      min(on_day) FILTER (WHERE met AND this_year) AS first_met_on,
      (array_agg(stability ORDER BY at DESC, id DESC) FILTER (WHERE complete AND this_year))[1] AS stability,
      (array_agg(adherence ORDER BY at DESC, id DESC) FILTER (WHERE adherence IS NOT NULL AND this_year))[1] AS adherence,
      min(greatest(allowed + 1, make_date(year, 1, 1))) FILTER (WHERE this_year AND on_day > allowed) AS late_on,
      (array_agg(next_by ORDER BY at DESC, id DESC) FILTER (WHERE complete AND this_year))[1] AS next_by
    FROM (
      SELECT *, CASE WHEN complete THEN lag(next_by) OVER (PARTITION BY complete ORDER BY at, id) END AS allowed
      FROM (
        SELECT ${COLUMNS}, true AS this_year FROM visit
        WHERE ${OF_PATIENT} AND visit.result = 'done' AND visit.at >= ${NEW_YEAR('year')} AND visit.at < ${NEW_YEAR('year + 1')}
        UNION ALL
        (SELECT ${COLUMNS}, false FROM visit
         WHERE ${OF_PATIENT} AND ${COMPLETE} AND visit.at < ${NEW_YEAR('year')} ORDER BY visit.at DESC, visit.id DESC LIMIT 1)
      ) AS seen
    ) AS row
    HAVING bool_or(this_year)
  ) AS said
  ON CONFLICT (county_id, patient_id, year) DO UPDATE SET first_complete_on = excluded.first_complete_on, first_met_on = excluded.first_met_on,
    stability = excluded.stability, adherence = excluded.adherence, late_on = excluded.late_on, next_by = excluded.next_by
  WHERE (told.first_complete_on, told.first_met_on, told.stability, told.adherence, told.late_on, told.next_by) IS DISTINCT FROM
    (excluded.first_complete_on, excluded.first_met_on, excluded.stability, excluded.adherence, excluded.late_on, excluded.next_by)`;

/** Tells the years of these patients anew from their visits. */
export async function tellYears(tx: Tx, patientIds: readonly Id[], { from, to }: { from: number; to: number }): Promise<void> {
  await tx.sql(TELL_YEARS, [tx.countyId, patientIds, from, to]);
}

/** Tells every year of these patients anew: visits came or went with a merge of files. */
export async function retellYears(tx: Tx, patientIds: readonly Id[], year: number): Promise<void> {
  await tx.sql('DELETE FROM visit_year WHERE county_id = $1 AND patient_id = ANY($2::uuid[])', [tx.countyId, patientIds]);
  const [first] = await tx.sql<{ year: number | null }>(
    `SELECT extract(year FROM min(on_day))::int AS year FROM visit WHERE county_id = $1 AND patient_id = ANY($2::uuid[])`,
    [tx.countyId, patientIds],
  );
  await tellYears(tx, patientIds, { from: first?.year ?? year, to: year });
}
