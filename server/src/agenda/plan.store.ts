import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { Reader, Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { seatPart } from './care.store.ts';

/** Rises when planning itself changes, so that a day planned by an older rule is planned again. */
const RULE_VERSION = 1;

/** The patients of one part of a county: those whose ids lie between these two, both included. */
export type Part = { readonly from: Id; readonly to: Id };

/** The part that is one patient. */
export const partOfOne = (patientId: Id): Part => ({ from: patientId, to: patientId });

const FIRST_ID = '00000000-0000-0000-0000-000000000000';
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/**
 * PostgreSQL knows ids by a hundred steps, and takes what lies within one step for a single row: parts have to be wider than that, or each
 * would be joined row by row.
 */
const MOST_PARTS = 40;

/**
 * The county cut into parts of about `size` patients, larger ones in a county of very many. A patient at a cut belongs to both sides: planning
 * somebody twice is planning them once, and nobody who is entered meanwhile falls between two parts.
 */
export async function readParts(reader: Reader, size: number): Promise<readonly Part[]> {
  const rows = await reader.sql<{ id: Id }>(
    `SELECT id FROM (
       SELECT id, row_number() OVER (ORDER BY id) AS place, count(*) OVER () AS patients FROM patient WHERE county_id = $1
     ) AS each
     WHERE place % greatest($2, patients / ${String(MOST_PARTS)}) = 0 ORDER BY id`,
    [reader.countyId, size],
  );
  const cuts = [FIRST_ID, ...rows.map(row => row.id), LAST_ID];
  return cuts.slice(1).map((to, index) => ({ from: cuts[index] ?? FIRST_ID, to }));
}

export async function startRun(reader: Reader, day: CalendarDate, now: Date): Promise<void> {
  await reader.sql(
    `INSERT INTO plan_run (county_id, id, day, rule_version, runs, started_at) VALUES ($1, $2, $3, $4, 1, $5)
     ON CONFLICT (county_id, day, rule_version) DO UPDATE SET runs = plan_run.runs + 1, started_at = excluded.started_at`,
    [reader.countyId, newId(), day, RULE_VERSION, now],
  );
}

/** Two runs of one county take turns, part by part. */
export async function takeTurn(tx: Tx, day: CalendarDate): Promise<void> {
  await tx.sql('SELECT id FROM plan_run WHERE county_id = $1 AND day = $2 AND rule_version = $3 FOR UPDATE', [
    tx.countyId,
    day,
    RULE_VERSION,
  ]);
}

/** What a part opened is counted in the part's own commit, so that a killed run has counted what it did. */
export async function countOpened(tx: Tx, day: CalendarDate, opened: number): Promise<void> {
  if (opened === 0) return;
  await tx.sql('UPDATE plan_run SET opened = opened + $4 WHERE county_id = $1 AND day = $2 AND rule_version = $3', [
    tx.countyId,
    day,
    RULE_VERSION,
    opened,
  ]);
}

export async function finishRun(reader: Reader, day: CalendarDate, now: Date): Promise<void> {
  await reader.sql(
    `UPDATE plan_run SET finished_at = $4,
       unassigned = (SELECT count(*) FROM task WHERE task.county_id = $1 AND task.state = 'open' AND task.assignee_id IS NULL)
     WHERE county_id = $1 AND day = $2 AND rule_version = $3`,
    [reader.countyId, day, RULE_VERSION, now],
  );
}

/** Columns of a set-based opening, in the order in which a room's SELECT gives them: kind, key, patient, assignee, seat, reason, cause, due, overdue after. */
export async function insertTasks(tx: Tx, now: Date, select: string, values: readonly unknown[]): Promise<number> {
  const at = values.length + 2;
  const rows = await tx.sql<{ count: number }>(
    `WITH wanted (kind, key, patient_id, assignee_id, seat, reason, cause_id, due_on, overdue_after) AS (${select}),
     opened AS (
       INSERT INTO task (county_id, id, kind, key, patient_id, assignee_id, seat, reason, cause_id, due_on, overdue_after, opened_at)
       SELECT $1, new_id(), kind, key, patient_id, assignee_id, seat, reason, cause_id, due_on, overdue_after, $${String(at)} FROM wanted
       ON CONFLICT DO NOTHING RETURNING id)
     SELECT count(*) FROM opened`,
    [tx.countyId, ...values, now],
  );
  return rows[0]?.count ?? 0;
}

/** Who holds each seat of a patient on the day that `$day` names, first of all whoever has held it longest; `$from` and `$to` name the part. */
export const holdersOf = (part: { day: string; from: string; to: string }): string => `
  SELECT DISTINCT ON (team_seat.patient_id, team_seat.post) team_seat.patient_id, team_seat.post, team_seat.person_id FROM team_seat
  WHERE team_seat.county_id = $1 AND team_seat.patient_id BETWEEN ${part.from} AND ${part.to}
    AND team_seat.since <= ${part.day} AND (team_seat.until IS NULL OR team_seat.until >= ${part.day})
  ORDER BY team_seat.patient_id, team_seat.post, team_seat.since, team_seat.id`;

/** Dates of the seats that have something to do, and who holds them: what visits and the calls in their place are made from. */
const dueWhere = (goesOn: string): string => `
  FROM visit_due AS due
  JOIN patient ON patient.county_id = $1 AND patient.id = due.patient_id AND patient.id BETWEEN $2 AND $3 AND ${goesOn} = ANY(patient.care)
  LEFT JOIN unnest($6::uuid[], $7::date[]) AS own (township_id, sight) ON own.township_id = patient.township_id
  LEFT JOIN (${holdersOf({ day: '$4', from: '$2', to: '$3' })}) AS holder ON holder.patient_id = due.patient_id AND holder.post = due.seat
  WHERE due.county_id = $1 AND due.patient_id BETWEEN $2 AND $3 AND due.due_on <= coalesce(own.sight, $5::date)`;

/**
 * Visits of a part ($2, $3) that come into sight, each for whoever holds its seat today ($4): up to $5, in the townships $6 with a policy of
 * their own up to the day $7 of each.
 */
export const VISITS_DUE = `
  SELECT 'visit', 'visit:' || due.id || ':' || due.round, due.patient_id, holder.person_id, due.seat, NULL::text, NULL::uuid, due.due_on, due.overdue_after
  ${dueWhere(seatPart('due.seat'))}`;

/** The same for telephone follow-ups: where the doctor telephones instead of coming, on the day on which the visit would be due. */
export const FOLLOW_UPS_DUE = `
  SELECT 'call', 'call:followUp:' || due.id || ':' || due.round, due.patient_id, holder.person_id, due.seat, 'followUp', NULL::uuid, due.due_on, due.overdue_after
  ${dueWhere(`'telephone'`)} AND due.seat = 'doctor'`;

/** What a seat's dates are for: its visit, or the telephone call in its place. A visit with a cause was asked for once, whatever the dates are. */
const BY_DATE = `(task.kind = 'visit' AND task.cause_id IS NULL OR task.reason = 'followUp')`;

/** Open visits of a part follow their dates; a visit of a seat that visits no more is cancelled. */
export async function moveVisits(tx: Tx, part: Part, now: Date): Promise<void> {
  await tx.sql(
    `UPDATE task SET due_on = due.due_on, overdue_after = due.overdue_after, version = task.version + 1
     FROM visit_due AS due
     WHERE task.county_id = $1 AND due.county_id = $1 AND due.patient_id = task.patient_id AND due.seat = task.seat
       AND ${BY_DATE} AND task.state IN ('open', 'suspended') AND (task.due_on, task.overdue_after) <> (due.due_on, due.overdue_after)
       AND task.patient_id BETWEEN $2 AND $3 AND due.patient_id BETWEEN $2 AND $3`,
    [tx.countyId, part.from, part.to],
  );
  await tx.sql(
    `UPDATE task SET state = 'cancelled', closed_at = $4, version = task.version + 1
     WHERE county_id = $1 AND ${BY_DATE} AND state IN ('open', 'suspended') AND patient_id BETWEEN $2 AND $3 AND NOT EXISTS (
       SELECT FROM visit_due AS due
       WHERE due.county_id = $1 AND due.patient_id BETWEEN $2 AND $3 AND due.patient_id = task.patient_id AND due.seat = task.seat)`,
    [tx.countyId, part.from, part.to, now],
  );
}

/** Live tasks of a part go to whoever holds their seat on `day`. */
export async function followSeats(tx: Tx, part: Part, day: CalendarDate): Promise<void> {
  // Whoever has the task keeps it while they hold the seat.
  await tx.sql(
    `UPDATE task SET assignee_id = wrong.person_id, version = task.version + 1
     FROM (
       SELECT live.id, holder.person_id FROM task AS live
       LEFT JOIN (${holdersOf({ day: '$4', from: '$2', to: '$3' })}) AS holder ON holder.patient_id = live.patient_id AND holder.post = live.seat
       WHERE live.county_id = $1 AND live.patient_id BETWEEN $2 AND $3 AND live.state IN ('open', 'suspended') AND live.seat NOT IN ('guardian', 'office')
         AND live.assignee_id IS DISTINCT FROM holder.person_id AND NOT EXISTS (
           SELECT FROM team_seat AS held WHERE held.county_id = $1 AND held.patient_id = live.patient_id AND held.post = live.seat
             AND held.person_id = live.assignee_id AND held.since <= $4 AND (held.until IS NULL OR held.until >= $4))
     ) AS wrong
     WHERE task.county_id = $1 AND task.id = wrong.id`,
    [tx.countyId, part.from, part.to, day],
  );
}

const endIdleCalls = (whose: string) =>
  `UPDATE task SET state = 'cancelled', closed_at = $2, version = task.version + 1
   FROM task AS about
   WHERE task.county_id = $1 AND about.county_id = $1 AND about.id = task.cause_id AND task.kind = 'call' AND task.state IN ('open', 'suspended')
     AND about.state IN ('done', 'cancelled') AND ${whose}`;

/** Nobody telephones about a task that is over. */
export async function dropIdleCalls(tx: Tx, part: Part, now: Date): Promise<void> {
  await tx.sql(endIdleCalls('task.patient_id BETWEEN $3 AND $4'), [tx.countyId, now, part.from, part.to]);
}

/** The same for these patients. */
export async function dropIdleCallsOf(tx: Tx, patientIds: readonly Id[], now: Date): Promise<void> {
  await tx.sqlOfMany(endIdleCalls('task.patient_id = ANY($3::uuid[])'), [tx.countyId, now, patientIds]);
}
