import type { TaskKind } from '@guanhu/shared/agenda/agenda.terms';
import type { Seat } from '@guanhu/shared/care-team/seats.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { Reader, Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';

/** Whoever holds the task's seat on $2; somebody who does it already and still may goes on. This room stands below the care team. */
const HOLDER = `
  SELECT person_id FROM team_seat
  WHERE team_seat.county_id = $1 AND team_seat.patient_id = same.patient_id AND team_seat.post = same.seat
    AND since <= $2 AND (until IS NULL OR until >= $2)
  ORDER BY team_seat.person_id = same.assignee_id DESC NULLS LAST, since, id LIMIT 1`;

/** The field's live tasks of these patients go to whoever holds their seat on `day`; the plan of a day does the same for everybody. */
export async function followSeats(tx: Tx, day: CalendarDate, patientIds: readonly Id[]): Promise<void> {
  await tx.sql(
    `UPDATE task SET assignee_id = holder.person_id, version = task.version + 1
     FROM task AS same LEFT JOIN LATERAL (${HOLDER}) AS holder ON true
     WHERE task.county_id = $1 AND same.county_id = $1 AND same.id = task.id AND task.state IN ('open', 'suspended') AND task.seat NOT IN ('guardian', 'office')
       AND task.patient_id = ANY($3::uuid[]) AND task.assignee_id IS DISTINCT FROM holder.person_id`,
    [tx.countyId, day, patientIds],
  );
}

/** No live task of the field stays with `from`: each goes to whoever holds its seat on `day`, else to `to`. */
export async function passTasks(tx: Tx, { from, to, day }: { from: Id; to: Id | null; day: CalendarDate }): Promise<void> {
  await tx.sql(
    `UPDATE task SET assignee_id = coalesce(nullif(holder.person_id, $3), $4), version = task.version + 1
     FROM task AS same LEFT JOIN LATERAL (${HOLDER}) AS holder ON true
     WHERE task.county_id = $1 AND same.county_id = $1 AND same.id = task.id AND task.assignee_id = $3
       AND task.state IN ('open', 'suspended') AND task.seat NOT IN ('guardian', 'office')`,
    [tx.countyId, day, from, to],
  );
}

/** Live tasks of the field that are a person's. */
export async function countLive(reader: Reader, personId: Id): Promise<number> {
  const [row] = await reader.sql<{ count: number }>(
    `SELECT count(*) FROM task WHERE county_id = $1 AND assignee_id = $2 AND state IN ('open', 'suspended') AND seat NOT IN ('guardian', 'office')`,
    [reader.countyId, personId],
  );
  return row?.count ?? 0;
}

/** A task of one patient for whoever holds the seat on `day`; nothing when its key is there already. */
export async function insertForSeat(
  tx: Tx,
  task: {
    kind: TaskKind;
    key: string;
    patientId: Id;
    seat: Seat;
    causeId: Id;
    dueOn: CalendarDate;
    overdueAfter: CalendarDate;
    day: CalendarDate;
    now: Date;
  },
): Promise<void> {
  await tx.sql(
    `INSERT INTO task (county_id, id, kind, key, patient_id, assignee_id, seat, cause_id, due_on, overdue_after, opened_at)
     SELECT $1, $2, $3, $4, $5, holder.person_id, $6, $7, $8, $9, $10
     FROM (SELECT 1) AS always LEFT JOIN LATERAL (
       SELECT person_id FROM team_seat
       WHERE county_id = $1 AND patient_id = $5 AND post = $6 AND since <= $11 AND (until IS NULL OR until >= $11) ORDER BY since, id LIMIT 1
     ) AS holder ON true
     ON CONFLICT (county_id, key) DO NOTHING`,
    [tx.countyId, newId(), task.kind, task.key, task.patientId, task.seat, task.causeId, task.dueOn, task.overdueAfter, task.now, task.day],
  );
}

/** Ends the live tasks of this kind about something: done by somebody, or cancelled when nobody did. */
export async function closeAbout(
  tx: Tx,
  { kind, causeId, by, now }: { kind: TaskKind; causeId: Id; by: Id | null; now: Date },
): Promise<void> {
  await tx.sql(
    `UPDATE task SET state = CASE WHEN $4::uuid IS NULL THEN 'cancelled' ELSE 'done' END, closed_by = $4, closed_at = $5, version = version + 1
     WHERE county_id = $1 AND cause_id = $2 AND kind = $3 AND state IN ('open', 'suspended')`,
    [tx.countyId, causeId, kind, by, now],
  );
}
