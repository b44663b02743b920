import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Spread } from '@guanhu/shared/policy/policy-in-force.rules';
import { OVERDUE_LEVELS, type OverdueLevel } from '@guanhu/shared/reminders/overdue.rules';
import type { ReminderWindow } from '@guanhu/shared/reminders/reminders.terms';
import { officePosts, type Part } from '../agenda/agenda.public.ts';
import type { Tx } from '../platform/database/database.ts';
import { PROMISED_IS_DUE, promising } from '../platform/outbox/promising.store.ts';
import { deputiesOf, deputiesOfAssignee } from './stand-in.store.ts';

type Moment = Exclude<ReminderWindow, 'overdue'>;

/** SQL: which tasks are told at which moment; $4 is the day, $5 the instant after which a task has come later. */
const TOLD: Readonly<Record<Moment, string>> = {
  medicine: `task.kind = 'medicationConfirmation' AND task.due_on = $4`,
  day: `task.kind <> 'medicationConfirmation' AND task.due_on <= $4`,
  again: `task.kind <> 'medicationConfirmation' AND task.due_on <= $4 AND task.opened_at > $5`,
};
const MOMENTS = Object.keys(TOLD) as readonly Moment[];
/** SQL: the moments of a task; not joined to it, for there are many tasks and few moments. */
const MOMENTS_OF_TASK = `unnest(ARRAY[${MOMENTS.map(moment => `CASE WHEN ${TOLD[moment]} THEN '${moment}' END`).join(', ')}])`;
/** SQL: a moment's instant in the county ($6). */
const COUNTYS_AT = `CASE told.moment ${MOMENTS.map((moment, n) => `WHEN '${moment}' THEN ($6::timestamptz[])[${String(n + 1)}]`).join(' ')} END`;

/**
 * SQL: the tasks of a part, each with its place: the patient's village and township, or, about nobody, the county. $1 is the county, $2 and
 * $3 the part's ends, null when it is the tasks about nobody.
 */
const tasksOf = (part: Part | null): { readonly from: string; readonly which: string } =>
  part
    ? {
        from: `(SELECT id AS patient_id, village_id AS area_id, township_id FROM patient WHERE county_id = $1 AND id BETWEEN $2 AND $3) AS place
          JOIN task ON task.county_id = $1 AND task.patient_id = place.patient_id`,
        which: 'task.patient_id BETWEEN $2 AND $3',
      }
    : {
        from: `(SELECT id AS area_id, NULL::uuid AS township_id FROM area WHERE county_id = $1 AND kind = 'county') AS place
          JOIN task ON task.county_id = $1`,
        which: 'task.patient_id IS NULL AND coalesce($2::uuid, $3::uuid) IS NULL',
      };

/**
 * Promises to look after everybody who has something to do with a patient of the part, or stands in for one who has, once for each moment of
 * the day. `at`: the instants, by township; who works in two townships is looked after at the earlier one. The tasks are read once for all
 * the moments.
 */
export async function promiseMoments(
  tx: Tx,
  part: Part | null,
  { day, at, since }: { day: CalendarDate; at: Readonly<Record<Moment, Spread<Date>>>; since: Date },
): Promise<void> {
  const { from, which } = tasksOf(part);
  const own = MOMENTS.flatMap(moment => at[moment].townships.map(({ townshipId, value }) => ({ moment, townshipId, value })));
  await tx.sql(
    `WITH ${promising(`
     SELECT 'remind-day' AS kind, whose.moment || ':' || $10::text || ':' || whose.person_id AS key,
            jsonb_build_object('window', whose.moment, 'day', $10::text, 'personId', whose.person_id) AS payload, whose.at AS not_before, false AS urgent
     FROM (
       SELECT told.person_id, told.moment, min(coalesce(own.at, ${COUNTYS_AT})) AS at
       FROM (
         SELECT coalesce(deputyship.deputy_id, task.assignee_id) AS person_id, place.township_id, ${MOMENTS_OF_TASK} AS moment
         FROM ${from}
         ${deputiesOfAssignee('$4')}
         WHERE task.county_id = $1 AND ${which} AND task.state = 'open' AND task.assignee_id IS NOT NULL
       ) AS told
       LEFT JOIN unnest($7::text[], $8::uuid[], $9::timestamptz[]) AS own (moment, township_id, at)
         ON own.moment = told.moment AND own.township_id = told.township_id
       WHERE told.moment IS NOT NULL
       GROUP BY 1, 2
     ) AS whose`)} ${PROMISED_IS_DUE}`,
    [
      tx.countyId,
      part?.from ?? null,
      part?.to ?? null,
      day,
      since,
      MOMENTS.map(moment => at[moment].county),
      own.map(one => one.moment),
      own.map(one => one.townshipId),
      own.map(one => one.value),
      day, // as it is written, once more: to write a date anew for every row takes longer than to join the row
    ],
  );
}

/** Promises to look after one person at a moment, or those who stand in for them that day. */
export async function promiseMoment(
  tx: Tx,
  { window, day, personId, notBefore }: { window: ReminderWindow; day: CalendarDate; personId: string; notBefore: Date },
): Promise<void> {
  await tx.sql(
    `WITH ${promising(`
     SELECT 'remind-day' AS kind, $2 || ':' || $3::date || ':' || whose.id AS key,
            jsonb_build_object('window', $2::text, 'day', $3::date, 'personId', whose.id) AS payload, $5::timestamptz AS not_before, false AS urgent
     FROM (SELECT coalesce(deputyship.deputy_id, absent.id) AS id FROM (VALUES ($4::uuid)) AS absent (id) ${deputiesOf('absent.id', '$3::date')}) AS whose`)} ${PROMISED_IS_DUE}`,
    [tx.countyId, window, day, personId, notBefore],
  );
}

/**
 * Who stands above: whoever leads the village's team, or the township's office. Nobody is told of a task of their own. What an office looks
 * into is told to the others who may, and never to a village: it may be about the lead's own family.
 */
const ABOVE = `
  SELECT above.person_id FROM team_seat AS above
  WHERE every.level = 'lead' AND late.seat <> 'office' AND above.county_id = $1 AND above.patient_id = late.patient_id AND above.post = 'lead'
    AND above.since <= $4 AND (above.until IS NULL OR above.until >= $4)
  UNION ALL
  SELECT above.person_id FROM area
  JOIN post AS above ON above.county_id = $1 AND above.role = 'socialAffairsOfficer' AND above.area_id = ANY(area.path)
    AND above.from_on <= $4 AND (above.until_on IS NULL OR above.until_on >= $4)
  WHERE every.level = 'office' AND late.seat <> 'office' AND area.county_id = $1 AND area.id = late.area_id
  UNION ALL
  SELECT above.person_id FROM area
  ${officePosts({ kind: 'late.kind', patient: 'late.patient_id', cause: 'late.cause_id' }, 'area.path', '$4')}
  WHERE every.level = 'office' AND late.seat = 'office' AND area.county_id = $1 AND area.id = late.area_id`;

/**
 * Puts those above on to the tasks of the part that nobody did by the day `latest` of the level and the township, once for each, and promises
 * to tell them. What is paused is left alone.
 */
export async function passOnOverdue(
  tx: Tx,
  part: Part | null,
  {
    latest,
    day,
    now,
    notBefore,
  }: { latest: Readonly<Record<OverdueLevel, Spread<CalendarDate>>>; day: CalendarDate; now: Date; notBefore: Date },
): Promise<void> {
  const { from, which } = tasksOf(part);
  const own = OVERDUE_LEVELS.flatMap(level => latest[level].townships.map(({ townshipId, value }) => ({ level, townshipId, value })));
  const bounds = [...OVERDUE_LEVELS.map(level => latest[level].county), ...own.map(one => one.value)].sort();
  await tx.sql(
    `WITH late AS MATERIALIZED (
       SELECT task.id, task.kind, task.seat, task.cause_id, task.patient_id, task.assignee_id, task.overdue_after, place.area_id, place.township_id
       FROM ${from}
       WHERE task.county_id = $1 AND ${which} AND task.state = 'open' AND task.seat <> 'guardian' AND task.overdue_after <= $7 AND NOT EXISTS (
         SELECT FROM task_hold AS hold WHERE hold.county_id = $1 AND hold.task_id = task.id AND hold.ended_at IS NULL AND hold.until_at > $5)
     ), told AS (
       INSERT INTO task_overdue (county_id, id, task_id, level, person_id, day)
       SELECT DISTINCT ON (late.id, every.level, above.person_id) $1, new_id(), late.id, every.level, above.person_id, $4::date FROM late
       CROSS JOIN unnest($8::text[], $9::date[]) AS every (level, latest)
       LEFT JOIN unnest($10::text[], $11::uuid[], $12::date[]) AS own (level, township_id, latest)
         ON own.level = every.level AND own.township_id = late.township_id
       CROSS JOIN LATERAL (${ABOVE}) AS above
       WHERE late.overdue_after <= coalesce(own.latest, every.latest) AND above.person_id IS DISTINCT FROM late.assignee_id
       ON CONFLICT DO NOTHING RETURNING person_id
     ), ${promising(`
     SELECT 'remind-day' AS kind, 'overdue:' || $4::date || ':' || person_id AS key,
            jsonb_build_object('window', 'overdue', 'day', $4::date, 'personId', person_id) AS payload, $6::timestamptz AS not_before, false AS urgent
     FROM (SELECT DISTINCT coalesce(deputyship.deputy_id, told.person_id) AS person_id FROM told ${deputiesOf('told.person_id', '$4')}) AS whose`)} ${PROMISED_IS_DUE}`,
    [
      tx.countyId,
      part?.from ?? null,
      part?.to ?? null,
      day,
      now,
      notBefore,
      bounds.at(-1),
      OVERDUE_LEVELS,
      OVERDUE_LEVELS.map(level => latest[level].county),
      own.map(one => one.level),
      own.map(one => one.townshipId),
      own.map(one => one.value),
    ],
  );
}
