import type { CarePart } from '@guanhu/shared/agenda/care-part.rules';
import type { CallReason, TaskKind, TaskState } from '@guanhu/shared/agenda/agenda.terms';
import type { Seat, TaskSeat } from '@guanhu/shared/care-team/seats.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { CountyDatabase, Reader, Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';

export type TaskRow = {
  readonly id: Id;
  readonly kind: TaskKind;
  /** Null of what an office looks into about nobody. */
  readonly patientId: Id | null;
  readonly assigneeId: Id | null;
  readonly seat: TaskSeat;
  readonly reason: CallReason | null;
  readonly state: TaskState;
  readonly dueOn: CalendarDate;
  readonly overdueAfter: CalendarDate;
  readonly openedAt: Date;
  readonly attempts: number;
  readonly version: number;
};

const COLUMNS = `id, kind, patient_id AS "patientId", assignee_id AS "assigneeId", seat, reason, state, due_on AS "dueOn",
  overdue_after AS "overdueAfter", opened_at AS "openedAt", attempts, version`;

export async function readTask(reader: Reader, id: Id): Promise<TaskRow | undefined> {
  const [row] = await reader.sql<TaskRow>(`SELECT ${COLUMNS} FROM task WHERE county_id = $1 AND id = $2`, [reader.countyId, id]);
  return row;
}

/** The task, locked until the transaction ends: whoever reports about it at the same time waits. */
export async function lockTask(tx: Tx, id: Id): Promise<TaskRow | undefined> {
  const [row] = await tx.sql<TaskRow>(`SELECT ${COLUMNS} FROM task WHERE county_id = $1 AND id = $2 FOR UPDATE`, [tx.countyId, id]);
  return row;
}

/** Whether one of these persons held a task's seat around its patient, or around the file that goes on in its place, on `since` or later. */
export async function heldSeat(
  reader: Reader,
  { patientId, seat }: { patientId: Id; seat: TaskSeat },
  personIds: readonly Id[],
  since: CalendarDate,
): Promise<boolean> {
  const rows = await reader.sql(
    `SELECT team_seat.id FROM team_seat JOIN patient ON patient.county_id = $1 AND patient.id = $2
     WHERE team_seat.county_id = $1 AND team_seat.patient_id IN ($2, patient.merged_into) AND team_seat.person_id = ANY($3::uuid[])
       AND team_seat.post = $5 AND (team_seat.until IS NULL OR team_seat.until >= $4) LIMIT 1`,
    [reader.countyId, patientId, personIds, since, seat],
  );
  return rows.length > 0;
}

/** Who telephones, first of all the grid worker. */
const CALLERS = ['gridWorker', 'lead', 'securityOfficer', 'doctor'];
/** Who asks after medicine, first of all the doctor. */
const MEDICINE_CALLERS = ['doctor', 'lead', 'gridWorker'];

/**
 * A telephone call for whoever stands nearest to the patient; undefined when it is asked for already, or when that part of care does not
 * go on. The seats are looked up in the
 * statement: this room stands below the care team and is reached by rooms that may not import it.
 */
export async function insertCall(
  tx: Tx,
  call: { key: string; reason: CallReason; patientId: Id; causeId: Id | null; part: CarePart; day: CalendarDate; now: Date },
): Promise<{ taskId: Id; assigneeId: Id | null } | undefined> {
  const [opened] = await tx.sql<{ taskId: Id; assigneeId: Id | null }>(
    `INSERT INTO task (county_id, id, kind, key, patient_id, assignee_id, seat, reason, cause_id, due_on, overdue_after, opened_at)
     SELECT $1, $2, 'call', $3, $4, holder.person_id, coalesce(holder.post, ($9::text[])[1]), $5, $6, $7, $7, $8
     FROM patient LEFT JOIN LATERAL (
       SELECT person_id, post FROM team_seat
       WHERE team_seat.county_id = $1 AND patient_id = $4 AND post = ANY($9::text[]) AND since <= $7 AND (until IS NULL OR until >= $7)
       ORDER BY array_position($9::text[], post), since, team_seat.id LIMIT 1
     ) AS holder ON true
     WHERE patient.county_id = $1 AND patient.id = $4 AND $10 = ANY(patient.care)
     ON CONFLICT (county_id, key) DO NOTHING RETURNING id AS "taskId", assignee_id AS "assigneeId"`,
    [
      tx.countyId,
      newId(),
      call.key,
      call.patientId,
      call.reason,
      call.causeId,
      call.day,
      call.now,
      call.reason === 'medicineNotTaken' ? MEDICINE_CALLERS : CALLERS,
      call.part,
    ],
  );
  return opened;
}

/** A task that a visit led to, for the first of these seats that somebody holds. */
export async function insertAfter(
  tx: Tx,
  task: {
    key: string;
    kind: TaskKind;
    patientId: Id;
    causeId: Id;
    seats: readonly Seat[];
    dueOn: CalendarDate;
    day: CalendarDate;
    now: Date;
  },
): Promise<void> {
  await tx.sql(
    `INSERT INTO task (county_id, id, kind, key, patient_id, assignee_id, seat, cause_id, due_on, overdue_after, opened_at)
     SELECT $1, $2, $3, $4, $5, holder.person_id, coalesce(holder.post, ($6::text[])[1]), $7, $8, $8, $10
     FROM (SELECT 1) AS always LEFT JOIN LATERAL (
       SELECT person_id, post FROM team_seat
       WHERE county_id = $1 AND patient_id = $5 AND post = ANY($6::text[]) AND since <= $9 AND (until IS NULL OR until >= $9)
       ORDER BY array_position($6::text[], post), since, id LIMIT 1
     ) AS holder ON true
     ON CONFLICT DO NOTHING`,
    [tx.countyId, newId(), task.kind, task.key, task.patientId, task.seats, task.causeId, task.dueOn, task.day, task.now],
  );
}

/** @param about.key  the one task that is meant; null: all of this kind about the cause, but for those due after `upTo` */
export async function finishTasksAbout(
  tx: Tx,
  about: { kind: TaskKind; causeId: Id; key: string | null; upTo?: CalendarDate | undefined; by: Id; now: Date },
): Promise<void> {
  await tx.sql(
    `UPDATE task SET state = 'done', closed_at = $5, closed_by = $4, version = version + 1
     WHERE county_id = $1 AND kind = $2 AND cause_id = $3 AND state IN ('open', 'suspended') AND ($6::text IS NULL OR key = $6)
       AND ($7::date IS NULL OR due_on <= $7)`,
    [tx.countyId, about.kind, about.causeId, about.by, about.now, about.key, about.upTo ?? null],
  );
}

export async function readDueAbout(reader: Reader, kind: TaskKind, causeId: Id): Promise<CalendarDate | null> {
  const [row] = await reader.sql<{ dueOn: CalendarDate }>(
    `SELECT due_on AS "dueOn" FROM task WHERE county_id = $1 AND kind = $2 AND cause_id = $3 AND state IN ('open', 'suspended')`,
    [reader.countyId, kind, causeId],
  );
  return row?.dueOn ?? null;
}

/** A telephone call's outcome, of a task that is locked and open. */
export async function updateCall(tx: Tx, task: { id: Id; state: 'open' | 'done'; by: Id; at: Date }): Promise<void> {
  await tx.sql(
    `UPDATE task SET attempts = attempts + CASE WHEN $3 = 'open' THEN 1 ELSE 0 END, state = $3, version = version + 1,
       closed_by = CASE WHEN $3 = 'done' THEN $4::uuid END, closed_at = CASE WHEN $3 = 'done' THEN $5::timestamptz END
     WHERE county_id = $1 AND id = $2 AND state = 'open'`,
    [tx.countyId, task.id, task.state, task.by, task.at],
  );
}

/** Ends every live task of a patient; of one kind or reason only when named. */
export async function cancelTasks(
  tx: Tx,
  which: { patientId: Id; kind: TaskKind | null; reason: CallReason | null; now: Date },
): Promise<void> {
  await tx.sql(
    `UPDATE task SET state = 'cancelled', closed_at = $5, version = version + 1
     WHERE county_id = $1 AND patient_id = $2 AND state IN ('open', 'suspended') AND seat <> 'office'
       AND ($3::text IS NULL OR kind = $3) AND ($4::text IS NULL OR reason = $4)`,
    [tx.countyId, which.patientId, which.kind, which.reason, which.now],
  );
}

/** Ends the live tasks of one kind of a patient except the one with this key: done by a person, or else cancelled. */
export async function closeOthers(
  tx: Tx,
  which: { patientId: Id; kind: TaskKind; keep: string | null; by: Id | null; now: Date },
): Promise<void> {
  await tx.sql(
    `UPDATE task SET state = CASE WHEN $5::uuid IS NULL THEN 'cancelled' ELSE 'done' END, closed_at = $6, closed_by = $5, version = version + 1
     WHERE county_id = $1 AND patient_id = $2 AND kind = $3 AND key IS DISTINCT FROM $4 AND state IN ('open', 'suspended')`,
    [tx.countyId, which.patientId, which.kind, which.keep, which.by, which.now],
  );
}

/** Ends the live calls about something that needs none any more. */
export async function cancelCallsAbout(tx: Tx, causeId: Id, now: Date): Promise<void> {
  await tx.sql(
    `UPDATE task SET state = 'cancelled', closed_at = $3, version = version + 1
     WHERE county_id = $1 AND cause_id = $2 AND kind = 'call' AND state IN ('open', 'suspended')`,
    [tx.countyId, causeId, now],
  );
}

export type TodayRow = {
  readonly id: Id;
  readonly kind: TaskKind;
  readonly reason: CallReason | null;
  readonly seat: TaskSeat;
  readonly patient_id: Id | null;
  readonly name_sealed: Buffer | null;
  readonly village_name: string | null;
  readonly due_on: CalendarDate;
  readonly overdue_after: CalendarDate;
  readonly attempts: number;
  readonly cause_id: Id | null;
};

/**
 * One page of what these persons have to do, oldest due first; of those whom the reader stands in for nothing that is theirs as a guardian; how many they finished since the day began, and the row of the read log
 * for the files that the page names: one statement, because everybody asks all day. The last row of the page only tells that there is
 * more. Making its plan takes six times as long as following it, and the plan is the same for everybody.
 */
const TODAY = `
  WITH page AS (
    SELECT task.id, task.kind, task.reason, task.seat, task.patient_id, patient.name_sealed, area.name AS village_name,
           task.due_on, task.overdue_after, task.attempts, task.cause_id
    FROM task
    LEFT JOIN patient ON patient.county_id = $1 AND patient.id = task.patient_id
    LEFT JOIN area ON area.county_id = $1 AND area.id = patient.village_id
    WHERE task.county_id = $1 AND task.assignee_id = ANY($2::uuid[]) AND task.state = 'open' AND (task.due_on, task.id) > ($4::date, $5::uuid)
      AND (task.seat <> 'guardian' OR task.assignee_id = $8)
    ORDER BY task.due_on, task.id LIMIT $6::int + 1
  ), logged AS (
    INSERT INTO read_log (county_id, id, at, person_id, session_id, what, patient_ids)
    SELECT $1, $7, now(), $8, $9, $10, array_agg(DISTINCT patient_id) FROM (SELECT patient_id FROM page ORDER BY due_on, id LIMIT $6::int) AS shown WHERE patient_id IS NOT NULL
    HAVING count(*) > 0
  )
  SELECT done.count AS done, page.* FROM (
    SELECT count(*) FROM task WHERE county_id = $1 AND closed_by = ANY($2::uuid[]) AND state = 'done' AND closed_at >= $3
  ) AS done LEFT JOIN page ON true ORDER BY page.due_on, page.id`;

export type TodayPage = {
  readonly assignees: readonly Id[];
  readonly since: Date;
  readonly after: { readonly dueOn: CalendarDate; readonly id: Id };
  readonly limit: number;
  /** Values of the read log's row. */
  readonly read: readonly unknown[];
};

/** @returns up to `limit + 1` rows: the last of so many only tells that there is more. */
export async function readToday(
  county: CountyDatabase,
  { assignees, since, after, limit, read }: TodayPage,
): Promise<{ done: number; rows: TodayRow[] }> {
  const rows = await county.plannedOnce<TodayRow & { done: number }>(TODAY, [
    county.countyId,
    assignees,
    since,
    after.dueOn,
    after.id,
    limit,
    ...read,
  ]);
  const [first] = rows;
  // The count comes with every row; with no task there is one row of nothing else.
  const nothing = first === undefined || (first.id as Id | null) === null;
  return { done: first?.done ?? 0, rows: nothing ? [] : rows };
}

/** How many tasks a person finished since then, and how many of them by the last day on which they were in time. */
export async function countFinished(reader: Reader, personId: Id, since: Date): Promise<{ done: number; inTime: number }> {
  const [row] = await reader.sql<{ done: number; inTime: number }>(
    `SELECT count(*)::int AS done, (count(*) FILTER (WHERE (closed_at AT TIME ZONE 'Asia/Shanghai')::date <= overdue_after))::int AS "inTime"
     FROM task WHERE county_id = $1 AND closed_by = $2 AND state = 'done' AND closed_at >= $3`,
    [reader.countyId, personId, since],
  );
  return row ?? { done: 0, inTime: 0 };
}
