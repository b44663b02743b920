import { COUNTS, FORMULAS, INCIDENT_COUNT_KEYS, type Count } from '@guanhu/shared/indicators/indicators.terms';
import type { CountedMonth } from '@guanhu/shared/indicators/indicators.rules';
import { yearOf } from '@guanhu/shared/kernel/calendar-date';
import type { Tx } from '../platform/database/database.ts';
import { FACTS, HOLDS, REGISTERED } from './indicator-facts.store.ts';

/** The column of a count. */
export const columnOf = (name: string): string => name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);

const PEOPLE = COUNTS.filter((count): count is Exclude<Count, 'residents'> => count !== 'residents');
const columns = (prefix: string): string => [...COUNTS, ...INCIDENT_COUNT_KEYS].map(name => `${prefix}${columnOf(name)}`).join(', ');

/** Of each village the newest number of people that held on the day $3. */
const RESIDENTS = `SELECT DISTINCT ON (area_id) area_id, residents FROM area_residents
  WHERE area_residents.county_id = $1 AND since <= $3::date ORDER BY area_id, since DESC, recorded_at DESC, id DESC`;

/** What every incident was found to be last, with the village where its patient lives. */
const CONDUCTS = `SELECT patient.village_id, newest.conduct, newest.times FROM (
    SELECT DISTINCT ON (incident_id) patient_id, conduct, times, on_day FROM incident_conduct
    WHERE incident_conduct.county_id = $1 ORDER BY incident_id, decided_at DESC, id DESC
  ) AS newest JOIN patient ON patient.county_id = $1 AND patient.id = newest.patient_id
  WHERE newest.on_day BETWEEN $4::date AND $3::date`;

const COUNT = `
  INSERT INTO indicator_month AS kept (county_id, id, month, village_id, ${columns('')})
  SELECT $1, new_id(), $4::date, village.id, living.residents, ${[...PEOPLE, ...INCIDENT_COUNT_KEYS].map(name => `coalesce(${columnOf(name)}, 0)`).join(', ')}
  FROM area AS village
  LEFT JOIN (${RESIDENTS}) AS living ON living.area_id = village.id
  LEFT JOIN (
    SELECT patient.village_id, ${PEOPLE.map(name => `count(*) FILTER (WHERE ${HOLDS[name]})::int AS ${columnOf(name)}`).join(', ')}
    FROM ${FACTS} WHERE patient.county_id = $1 AND patient.state IN ${REGISTERED} GROUP BY patient.village_id
  ) AS people ON people.village_id = village.id
  LEFT JOIN (
    SELECT village_id, ${INCIDENT_COUNT_KEYS.map(kind => `(sum(times) FILTER (WHERE conduct = '${kind}'))::int AS ${columnOf(kind)}`).join(', ')}
    FROM (${CONDUCTS}) AS conducts GROUP BY village_id
  ) AS incidents ON incidents.village_id = village.id
  WHERE village.county_id = $1 AND village.kind = 'village'
  ON CONFLICT (county_id, month, village_id) DO UPDATE SET (${columns('')}) = (${columns('excluded.')})
  WHERE (${columns('kept.')}) IS DISTINCT FROM (${columns('excluded.')})`;

/** Counts a month of the whole county, and writes what has changed since it was counted last. */
export async function countMonth(tx: Tx, { month, until }: CountedMonth, now: Date): Promise<void> {
  await tx.sqlOfMany(COUNT, [tx.countyId, `${String(yearOf(month))}-01-01`, until, month]);
  await tx.sql(
    `INSERT INTO indicator_count (county_id, id, month, formulas, counted_at) VALUES ($1, new_id(), $2, $3, $4)
     ON CONFLICT (county_id, month) DO UPDATE SET formulas = excluded.formulas, counted_at = excluded.counted_at`,
    [tx.countyId, month, FORMULAS, now],
  );
}

/** One count at a time in a county. @returns false when another one is under way */
export async function takeTurn(tx: Tx): Promise<boolean> {
  const [row] = await tx.sql<{ taken: boolean }>(`SELECT pg_try_advisory_xact_lock(hashtext('indicators'), $1::int) AS taken`, [
    tx.countyId,
  ]);
  return row?.taken === true;
}
