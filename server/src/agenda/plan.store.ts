import type { TaskKind } from '@guanhu/shared/agenda/agenda.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { Purpose } from '@guanhu/shared/reminders/reminders.terms';
import type { Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';

/** Rises when planning itself changes, so that a day planned by an older rule is planned again. */
const RULE_VERSION = 1;

/** Takes the day: two runs of one county take turns here. */
export async function startRun(tx: Tx, day: CalendarDate, now: Date): Promise<void> {
  await tx.sql(
    `INSERT INTO plan_run (county_id, id, day, rule_version, runs, started_at) VALUES ($1, $2, $3, $4, 1, $5)
     ON CONFLICT (county_id, day, rule_version) DO UPDATE SET runs = plan_run.runs + 1, started_at = excluded.started_at`,
    [tx.countyId, newId(), day, RULE_VERSION, now],
  );
}

export async function finishRun(tx: Tx, day: CalendarDate, opened: number, now: Date): Promise<void> {
  await tx.sql(
    `UPDATE plan_run SET opened = opened + $4, finished_at = $5,
       unassigned = (SELECT count(*) FROM task WHERE task.county_id = $1 AND task.state = 'open' AND task.assignee_id IS NULL)
     WHERE county_id = $1 AND day = $2 AND rule_version = $3`,
    [tx.countyId, day, RULE_VERSION, opened, now],
  );
}

/** Columns of a set-based opening, in the order in which a room's SELECT gives them: key, patient, assignee, seat, reason, cause, due, overdue after. */
export async function insertTasks(tx: Tx, kind: TaskKind, now: Date, select: string, values: readonly unknown[]): Promise<number> {
  const at = values.length + 2;
  const rows = await tx.sql<{ count: number }>(
    `WITH wanted (key, patient_id, assignee_id, seat, reason, cause_id, due_on, overdue_after) AS (${select}),
     opened AS (
       INSERT INTO task (county_id, id, kind, key, patient_id, assignee_id, seat, reason, cause_id, due_on, overdue_after, opened_at)
       SELECT $1, new_id(), $${String(at)}, key, patient_id, assignee_id, seat, reason, cause_id, due_on, overdue_after, $${String(at + 1)} FROM wanted
       ON CONFLICT DO NOTHING RETURNING id)
     SELECT count(*) FROM opened`,
    [tx.countyId, ...values, kind, now],
  );
  return rows[0]?.count ?? 0;
}

/** Patients whose visits go on: in care, or being looked for. */
const VISITED = `('inCare', 'away', 'hospitalised', 'lostToFollowUp')`;

/** Visits that come into sight, each for whoever holds its seat today ($2), up to $3; of everybody, or of one patient. */
export const VISITS_DUE = `
  SELECT 'visit:' || due.patient_id || ':' || due.seat || ':' || due.round, due.patient_id, holder.person_id, due.seat,
         NULL::text, NULL::uuid, due.due_on, due.overdue_after
  FROM visit_due AS due
  JOIN patient ON patient.county_id = $1 AND patient.id = due.patient_id AND patient.state IN ${VISITED}
  LEFT JOIN LATERAL (
    SELECT person_id FROM team_seat
    WHERE team_seat.county_id = $1 AND team_seat.patient_id = due.patient_id AND team_seat.post = due.seat
      AND since <= $2 AND (until IS NULL OR until >= $2) ORDER BY since, id LIMIT 1
  ) AS holder ON true
  WHERE due.county_id = $1 AND due.due_on <= $3 AND ($4::uuid IS NULL OR due.patient_id = $4)`;

/** Open visits of everybody, or of one patient, follow their dates; a visit of a seat that visits no more is cancelled. */
export async function moveVisits(tx: Tx, patientId: Id | null, now: Date): Promise<void> {
  await tx.sql(
    `UPDATE task SET due_on = due.due_on, overdue_after = due.overdue_after, version = task.version + 1
     FROM visit_due AS due
     WHERE task.county_id = $1 AND due.county_id = $1 AND due.patient_id = task.patient_id AND due.seat = task.seat
       AND task.kind = 'visit' AND task.state IN ('open', 'suspended') AND (task.due_on, task.overdue_after) <> (due.due_on, due.overdue_after)
       AND ($2::uuid IS NULL OR task.patient_id = $2)`,
    [tx.countyId, patientId],
  );
  await tx.sql(
    `UPDATE task SET state = 'cancelled', closed_at = $3, version = task.version + 1
     WHERE county_id = $1 AND kind = 'visit' AND state IN ('open', 'suspended') AND ($2::uuid IS NULL OR patient_id = $2) AND NOT EXISTS (
       SELECT FROM visit_due AS due WHERE due.county_id = $1 AND due.patient_id = task.patient_id AND due.seat = task.seat)`,
    [tx.countyId, patientId, now],
  );
}

/** Tasks follow the patient's state and whoever holds the seat or looks after the patient today. */
export async function followFacts(tx: Tx, day: CalendarDate, now: Date): Promise<void> {
  await tx.sql(
    `UPDATE task SET state = CASE WHEN patient.state = 'deceased' THEN 'cancelled' WHEN task.state = 'open' THEN 'suspended' ELSE 'open' END,
       closed_at = CASE WHEN patient.state = 'deceased' THEN $2::timestamptz END, version = task.version + 1
     FROM patient
     WHERE task.county_id = $1 AND patient.county_id = $1 AND patient.id = task.patient_id AND task.state IN ('open', 'suspended') AND (
       patient.state = 'deceased'
       OR (task.state = 'open') <> CASE task.kind WHEN 'medicationConfirmation' THEN patient.state = 'inCare' ELSE patient.state IN ${VISITED} END)`,
    [tx.countyId, now],
  );
  await tx.sql(
    `UPDATE task SET assignee_id = holder.person_id, version = task.version + 1
     FROM task AS same LEFT JOIN LATERAL (
       SELECT person_id FROM team_seat
       WHERE team_seat.county_id = $1 AND team_seat.patient_id = same.patient_id AND team_seat.post = same.seat
         AND since <= $2 AND (until IS NULL OR until >= $2)
       ORDER BY team_seat.person_id = same.assignee_id DESC NULLS LAST, since, id LIMIT 1
     ) AS holder ON true
     WHERE task.county_id = $1 AND same.county_id = $1 AND same.id = task.id AND task.state IN ('open', 'suspended') AND task.seat <> 'guardian'
       AND task.assignee_id IS DISTINCT FROM holder.person_id`,
    [tx.countyId, day],
  );
}

/** Nobody telephones about a task that is over: of everybody, or of one patient. */
export async function dropIdleCalls(tx: Tx, patientId: Id | null, now: Date): Promise<void> {
  await tx.sql(
    `UPDATE task SET state = 'cancelled', closed_at = $3, version = task.version + 1
     FROM task AS about
     WHERE task.county_id = $1 AND about.county_id = $1 AND about.id = task.cause_id AND task.kind = 'call' AND task.state IN ('open', 'suspended')
       AND about.state IN ('done', 'cancelled') AND ($2::uuid IS NULL OR task.patient_id = $2)`,
    [tx.countyId, patientId, now],
  );
}

/** Promises one message for each open task of this kind that is due on the day and is somebody's. */
export async function promiseReminders(tx: Tx, kind: TaskKind, purpose: Purpose, day: CalendarDate, notBefore: Date): Promise<void> {
  await tx.sql(
    `INSERT INTO outbox (county_id, id, kind, key, payload, not_before, created_at)
     SELECT $1, new_id(), 'remind', $3 || ':' || id,
            jsonb_build_object('purpose', $3::text, 'personId', assignee_id, 'patientId', patient_id, 'objectId', id), $5, now()
     FROM task WHERE county_id = $1 AND kind = $2 AND due_on = $4 AND state = 'open' AND assignee_id IS NOT NULL
     ON CONFLICT (county_id, kind, key) DO NOTHING`,
    [tx.countyId, kind, purpose, day, notBefore],
  );
}
