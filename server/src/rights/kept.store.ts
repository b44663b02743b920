import { CONFIDENTIAL_KINDS } from '@guanhu/shared/agenda/office.rules';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { KeptGroup } from '@guanhu/shared/rights/kept.terms';
import type { Reader } from '../platform/database/database.ts';

export type KeptRow = { readonly kind: KeptGroup; readonly count: number; readonly lastOn: CalendarDate | null };

const chinaDay = (instant: string): string => `(${instant} AT TIME ZONE 'Asia/Shanghai')::date`;
/** A kind, its table and the day of a row. What is suspected of the family stands in no table of this list. */
const COUNTED: readonly (readonly [KeptGroup, string, string])[] = [
  ['guardians', 'guardianship', 'since'],
  ['team', 'team_seat', 'since'],
  ['consents', 'consent', 'on_day'],
  ['medication', 'regimen', 'since'],
  ['medication', 'confirmation', 'on_day'],
  ['visits', 'visit', 'on_day'],
  ['ratings', 'rating', 'on_day'],
  ['incidents', 'incident', chinaDay('reported_at')],
  ['agreements', 'agreement', chinaDay('created_at')],
  ['agreements', 'appraisal', 'to_on'],
  ['payouts', 'entitlement', chinaDay('created_at')],
];
const COUNTS = COUNTED.map(
  ([kind, table, day]) => `SELECT '${kind}' AS kind, ${day} AS day FROM ${table} WHERE county_id = $1 AND patient_id = $2`,
).join(' UNION ALL ');

/** How much of each kind there is about a patient. Of the requests, those that `askedBy` made: a guardian does not learn what the patient asked. */
export const readCounts = (reader: Reader, patientId: Id, askedBy: Id): Promise<KeptRow[]> =>
  reader.sql(
    `SELECT kind, count(*)::int AS count, max(day) AS "lastOn" FROM (
       ${COUNTS}
       UNION ALL SELECT 'attachments', ${chinaDay('made_at')} FROM attachment WHERE county_id = $1 AND patient_id = $2 AND removed_at IS NULL
       UNION ALL SELECT 'handedIn', ${chinaDay('at')} FROM handed_in WHERE county_id = $1 AND patient_id = $2 AND NOT confidential
       UNION ALL SELECT 'requests', ${chinaDay('at')} FROM rights_request WHERE county_id = $1 AND patient_id = $2 AND asked_by = $3
     ) AS one GROUP BY kind`,
    [reader.countyId, patientId, askedBy],
  );

export type ReadRow = { readonly on: CalendarDate; readonly personId: Id; readonly what: string; readonly times: number };

/**
 * That somebody's list of the day named the patient because an office looks into a report about the family, and for nothing that is known
 * to the family: whoever holds a seat around the patient has other work there.
 */
const BY_REPORT = `(what = 'tasks-today' AND EXISTS (
    SELECT FROM task WHERE task.county_id = $1 AND task.patient_id = $2 AND task.kind IN (${CONFIDENTIAL_KINDS.map(kind => `'${kind}'`).join(', ')})
      AND task.opened_at <= read_log.at AND (task.closed_at IS NULL OR task.closed_at >= read_log.at))
  AND NOT EXISTS (
    SELECT FROM team_seat WHERE team_seat.county_id = $1 AND team_seat.patient_id = $2 AND team_seat.person_id = read_log.person_id
      AND team_seat.since <= ${chinaDay('read_log.at')} AND (team_seat.until IS NULL OR team_seat.until >= ${chinaDay('read_log.at')})))`;

/** Who read the patient's file on the days from `from` to `until`, newest first, without reads that match one of `hidden`. */
export const readReads = (
  reader: Reader,
  { patientId, from, until, hidden }: { patientId: Id; from: CalendarDate; until: CalendarDate; hidden: readonly string[] },
): Promise<ReadRow[]> =>
  reader.sql(
    `SELECT ${chinaDay('at')} AS "on", person_id AS "personId", what, count(*)::int AS times FROM read_log
     WHERE county_id = $1 AND at >= $3::date::timestamp AT TIME ZONE 'Asia/Shanghai' AND at < ($4::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'
       AND patient_ids @> ARRAY[$2::uuid] AND what NOT LIKE ALL ($5::text[]) AND NOT ${BY_REPORT}
     GROUP BY 1, 2, 3 ORDER BY 1 DESC, 2, 3`,
    [reader.countyId, patientId, from, until, hidden],
  );

/** Who opened the file in an emergency on these days. */
export const readEmergencies = (
  reader: Reader,
  { patientId, from, until }: { patientId: Id; from: CalendarDate; until: CalendarDate },
): Promise<{ on: CalendarDate; personId: Id }[]> =>
  reader.sql(
    `SELECT ${chinaDay('at')} AS "on", person_id AS "personId" FROM break_glass
     WHERE county_id = $1 AND patient_id = $2 AND at >= $3::date::timestamp AT TIME ZONE 'Asia/Shanghai'
       AND at < ($4::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'`,
    [reader.countyId, patientId, from, until],
  );
