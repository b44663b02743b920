import type { MatterSource } from '@guanhu/shared/meetings/meetings.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { Reader } from '../platform/database/database.ts';

/** How many, and in which village (null: of the township). */
export type MatterCount = { readonly place: string | null; readonly count: number };
type Asked = { readonly townshipId: Id; readonly since: CalendarDate; readonly today: CalendarDate };

/*
 * One statement each over what the rooms below have written down: counts and villages, never a person. $1 county, $2 township, $3 since,
 * $4 today; a statement that needs no day still takes them all, so that they are asked alike.
 */
const USED = '$3::date IS NOT NULL AND $4::date IS NOT NULL';
const IN_TOWNSHIP = 'JOIN patient ON patient.county_id = $1 AND patient.township_id = $2';
const BY_VILLAGE = (rows: string): string =>
  `SELECT area.name AS place, count(*)::int AS count FROM (${rows}) AS found
   JOIN area ON area.county_id = $1 AND area.id = found.village_id GROUP BY area.id, area.name, area.code ORDER BY area.code`;
const MATTERS: Readonly<Record<MatterSource, string>> = {
  decisions: `SELECT NULL::text AS place, count(*)::int AS count FROM meeting_decision
    WHERE county_id = $1 AND township_id = $2 AND state = 'open' AND ${USED} HAVING count(*) > 0`,
  overdue: BY_VILLAGE(`SELECT patient.village_id FROM task ${IN_TOWNSHIP} AND patient.id = task.patient_id
    WHERE task.county_id = $1 AND task.state = 'open' AND task.overdue_after < $4 AND task.kind <> 'concernReview' AND ${USED}`),
  incidents: BY_VILLAGE(`SELECT patient.village_id FROM incident ${IN_TOWNSHIP} AND patient.id = incident.patient_id
    WHERE incident.county_id = $1 AND incident.happened_at >= ($3::date)::timestamp AT TIME ZONE 'Asia/Shanghai' AND ${USED}`),
  // A rating that is higher than the one before it.
  bandsUp: BY_VILLAGE(`SELECT DISTINCT patient.id, patient.village_id FROM rating ${IN_TOWNSHIP} AND patient.id = rating.patient_id
    WHERE rating.county_id = $1 AND rating.on_day >= $3 AND rating.risk > (
      SELECT before.risk FROM rating AS before WHERE before.county_id = $1 AND before.patient_id = rating.patient_id AND before.risk IS NOT NULL
        AND (before.on_day, before.id) < (rating.on_day, rating.id) ORDER BY before.on_day DESC, before.id DESC LIMIT 1) AND ${USED}`),
  // Somebody who is looked after and whose village lead, doctor or police nobody is.
  vacancies: BY_VILLAGE(`SELECT patient.village_id FROM patient
    WHERE patient.county_id = $1 AND patient.township_id = $2 AND cardinality(patient.care) > 0 AND ${USED} AND EXISTS (
      SELECT FROM unnest(ARRAY['lead', 'doctor', 'police']) AS wanted (post) WHERE NOT EXISTS (
        SELECT FROM team_seat WHERE team_seat.county_id = $1 AND team_seat.patient_id = patient.id AND team_seat.post = wanted.post
          AND team_seat.since <= $4 AND (team_seat.until IS NULL OR team_seat.until >= $4)))`),
  objections: `SELECT NULL::text AS place, count(*)::int AS count FROM appraisal_objection
    WHERE county_id = $1 AND area_path @> ARRAY[$2::uuid] AND answered_at IS NULL AND state = 'open' AND ${USED} HAVING count(*) > 0`,
};

/** What is open of one kind in a township, place by place. */
export const readMatter = (reader: Reader, source: MatterSource, { townshipId, since, today }: Asked): Promise<MatterCount[]> =>
  reader.sql(MATTERS[source], [reader.countyId, townshipId, since, today]);
