import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Part } from '../agenda/agenda.public.ts';
import type { Tx } from '../platform/database/database.ts';

/** Periods that go on on $2. */
const RUNNING = `special_period.state = 'approved' AND special_period.starts_on <= $2 AND special_period.ends_on >= $2`;
/** Somebody is looked in on at home there: not while they are in hospital, away or gone. */
const CARED = `'watch' = ANY(patient.care) AND area.path @> ARRAY[special_period.area_id]`;
const OF_PART = (column: string): string => `${column} BETWEEN $3 AND $4`;

/** What `moved` (period_id, patient_id, why) tells becomes rows of the files' timelines, in the same statement. $1 is the county. */
const TOLD_IN_FILES = (act: string): string => `INSERT INTO deed (county_id, id, at, act, object_kind, object_id, patient_id, facts)
  SELECT $1, new_id(), now(), '${act}', 'special-period', period_id, patient_id, jsonb_build_object('why', why) FROM moved`;

/**
 * Patients of a part who are in a period no longer, or stand in another band than when they came in: their row ends, today, or on the last
 * day of a period that is over.
 */
export async function leavePeriods(tx: Tx, day: CalendarDate, { from, to }: Part): Promise<void> {
  await tx.sql(
    `WITH moved AS (UPDATE special_period_member AS member
     SET left_on = CASE WHEN ${RUNNING} THEN $2::date ELSE greatest(member.entered_on, least(special_period.ended_on, special_period.ends_on)) END,
       left_why = CASE WHEN NOT (${RUNNING}) THEN 'over' WHEN NOT (${CARED}) THEN 'care' ELSE 'band' END
     FROM special_period, patient
     JOIN area ON area.county_id = $1 AND area.id = patient.village_id
     LEFT JOIN standing ON standing.county_id = $1 AND standing.id = patient.id
     WHERE member.county_id = $1 AND ${OF_PART('member.patient_id')} AND member.left_on IS NULL
       AND special_period.county_id = $1 AND special_period.id = member.period_id
       AND patient.county_id = $1 AND patient.id = member.patient_id AND ${OF_PART('patient.id')}
       AND (${RUNNING} AND ${CARED} AND standing.band = member.band) IS NOT TRUE
     RETURNING member.period_id, member.patient_id, member.left_why AS why)
     ${TOLD_IN_FILES('visits:period-left')}`,
    [tx.countyId, day, from, to],
  );
}

/** Patients of a part who are in a period from today on, with where they stand: why they are in it. */
export async function enterPeriods(tx: Tx, day: CalendarDate, { from, to }: Part): Promise<void> {
  await tx.sql(
    `WITH moved AS (INSERT INTO special_period_member (county_id, id, period_id, patient_id, entered_on, band, risk, stability, last_incident_on)
     SELECT $1, new_id(), special_period.id, patient.id, $2, standing.band, standing.risk, standing.stability, standing.last_incident_on
     FROM special_period
     JOIN standing ON standing.county_id = $1 AND ${OF_PART('standing.id')} AND standing.band = ANY(special_period.bands)
     JOIN patient ON patient.county_id = $1 AND patient.id = standing.id AND ${OF_PART('patient.id')}
     JOIN area ON area.county_id = $1 AND area.id = patient.village_id
     WHERE special_period.county_id = $1 AND ${RUNNING} AND ${CARED}
     ON CONFLICT DO NOTHING RETURNING period_id, patient_id, band AS why)
     ${TOLD_IN_FILES('visits:period-entered')}`,
    [tx.countyId, day, from, to],
  );
}

/**
 * When a seat comes at the latest because of a period: so many days ($5, of the seats $6; in the townships $7 with a policy of their own
 * $9 days of the seats $8) after its interval began or the period did, whichever is later, when that is within the period.
 */
export const EXTRA_VISITS = `
  SELECT due.patient_id, due.seat, min(greatest(due.counted_from, member.entered_on) + every.days)
  FROM special_period_member AS member
  JOIN special_period ON special_period.county_id = $1 AND special_period.id = member.period_id AND ${RUNNING}
  JOIN patient ON patient.county_id = $1 AND patient.id = member.patient_id AND ${OF_PART('patient.id')}
  JOIN visit_due AS due ON due.county_id = $1 AND due.patient_id = member.patient_id AND ${OF_PART('due.patient_id')}
  JOIN (
    SELECT NULL::uuid AS township_id, county.* FROM unnest($6::text[], $5::int[]) AS county (seat, days)
    UNION ALL SELECT own.* FROM unnest($7::uuid[], $8::text[], $9::int[]) AS own (township_id, seat, days)
  ) AS every ON every.seat = due.seat
    AND every.township_id IS NOT DISTINCT FROM CASE WHEN patient.township_id = ANY($10::uuid[]) THEN patient.township_id END
  WHERE member.county_id = $1 AND ${OF_PART('member.patient_id')} AND member.left_on IS NULL
    AND greatest(due.counted_from, member.entered_on) + every.days <= special_period.ends_on
  GROUP BY due.patient_id, due.seat`;

/** Patients of a part whose visits a period brought forward and who are in none any more. */
export const IN_NO_PERIOD = `
  SELECT DISTINCT due.patient_id FROM visit_due AS due
  WHERE due.county_id = $1 AND ${OF_PART('due.patient_id')} AND due.due_before IS NOT NULL AND $2::date IS NOT NULL
    AND NOT EXISTS (SELECT FROM special_period_member AS member
      WHERE member.county_id = $1 AND member.patient_id = due.patient_id AND ${OF_PART('member.patient_id')} AND member.left_on IS NULL)`;

/** Whoever holds the first of these seats of a patient on $2. */
const holder = (...posts: readonly [string, ...string[]]) => `LEFT JOIN LATERAL (
    SELECT person_id, post FROM team_seat
    WHERE team_seat.county_id = $1 AND team_seat.patient_id = asked.patient_id AND team_seat.post IN (${posts.map(post => `'${post}'`).join(', ')})
      AND team_seat.since <= $2 AND (team_seat.until IS NULL OR team_seat.until >= $2)
    ORDER BY array_position(ARRAY[${posts.map(post => `'${post}'`).join(', ')}], team_seat.post), team_seat.since, team_seat.id LIMIT 1
  ) AS holder ON true`;

const ASKED = `SELECT DISTINCT member.patient_id FROM special_period_member AS member
    WHERE member.county_id = $1 AND ${OF_PART('member.patient_id')} AND member.left_on IS NULL AND member.entered_on <= $2`;
const MARKED = `SELECT FROM roll_call_mark WHERE roll_call_mark.county_id = $1 AND roll_call_mark.patient_id = asked.patient_id
    AND roll_call_mark.on_day = $2`;

/** The roll-call of $2 for a part: one task for each patient in a period, of the grid worker, else of the lead. */
export const ROLL_CALLS = `
  SELECT 'rollCall', 'roll-call:' || asked.patient_id || ':' || $2::date, asked.patient_id, holder.person_id, coalesce(holder.post, 'gridWorker'), NULL::text,
         NULL::uuid, $2::date, $2::date
  FROM (${ASKED}) AS asked ${holder('gridWorker', 'lead')}
  WHERE NOT EXISTS (${MARKED})`;

/** The lead looks into it: of a part, everybody whom nobody has marked on $2, where the hour is over ($5; of the townships $6: $7). */
export const NOT_MARKED = `
  SELECT 'call', 'call:rollCallMissing:' || asked.patient_id || ':' || $2::date, asked.patient_id, holder.person_id, coalesce(holder.post, 'lead'),
         'rollCallMissing', NULL::uuid, $2::date, $2::date
  FROM (${ASKED}) AS asked
  JOIN patient ON patient.county_id = $1 AND patient.id = asked.patient_id AND 'watch' = ANY(patient.care)
  LEFT JOIN unnest($6::uuid[], $7::bool[]) AS own (township_id, over) ON own.township_id = patient.township_id
  ${holder('lead', 'securityOfficer', 'doctor')}
  WHERE coalesce(own.over, $5::bool) AND NOT EXISTS (${MARKED})`;

/** The lead looks into it: somebody (the part is one patient) cannot be reached. */
export const NOT_REACHED = `
  SELECT 'call', 'call:rollCallMissing:' || asked.patient_id || ':' || $2::date, asked.patient_id, holder.person_id, coalesce(holder.post, 'lead'),
         'rollCallMissing', NULL::uuid, $2::date, $2::date
  FROM (SELECT id AS patient_id FROM patient WHERE county_id = $1 AND ${OF_PART('id')}) AS asked ${holder('lead', 'securityOfficer', 'doctor')}`;

/** Roll-calls of a part that are of another day, or of somebody who is in no period any more, are off the lists. */
export async function dropRollCalls(tx: Tx, day: CalendarDate, { from, to }: Part, now: Date): Promise<void> {
  await tx.sql(
    `UPDATE task SET state = 'cancelled', closed_at = $5, version = task.version + 1
     WHERE task.county_id = $1 AND ${OF_PART('task.patient_id')} AND (task.kind = 'rollCall' OR task.reason = 'rollCallMissing')
       AND task.state IN ('open', 'suspended') AND (task.due_on < $2 OR NOT EXISTS (
         SELECT FROM special_period_member AS member
         WHERE member.county_id = $1 AND member.patient_id = task.patient_id AND ${OF_PART('member.patient_id')} AND member.left_on IS NULL))`,
    [tx.countyId, day, from, to, now],
  );
}

/** One message for each lead and day, whatever their number: who looks into somebody today. */
export const readLeadsToTell = (tx: Tx, day: CalendarDate): Promise<{ personId: string; patientId: string; taskId: string }[]> =>
  tx.sql(
    `SELECT DISTINCT ON (assignee_id) assignee_id AS "personId", patient_id AS "patientId", id AS "taskId" FROM task
     WHERE county_id = $1 AND due_on = $2 AND reason = 'rollCallMissing' AND state = 'open' AND assignee_id IS NOT NULL ORDER BY assignee_id, id`,
    [tx.countyId, day],
  );
