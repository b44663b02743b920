import type { TaskKind } from '@guanhu/shared/agenda/agenda.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { ReminderWindow } from '@guanhu/shared/reminders/reminders.terms';
import type { Reader } from '../platform/database/database.ts';
import { deputiesOfAssignee, isTold } from './stand-in.store.ts';

/** Whom to look after at which moment; `key` is the message's. */
export type Moment = { readonly key: string; readonly personId: Id; readonly window: ReminderWindow; readonly day: CalendarDate };
/** `near`: the patient, or of a task about nobody whoever has it: its county's times and words hold. */
export type TaskOf = { readonly key: string; readonly taskId: Id; readonly kind: TaskKind; readonly near: Id };

/** What is put off or paused is not told. */
const NOT_HELD = `NOT EXISTS (
  SELECT FROM task_hold AS hold WHERE hold.county_id = $1 AND hold.task_id = task.id AND hold.ended_at IS NULL AND hold.until_at > $5)`;
/** How a moment of a day is written in `task_told`. */
export const toldAt = (window: string, day: string): string => `${window}:${day}`;

const JOBS = `unnest($2::text[], $3::uuid[], $4::date[]) AS job (key, person_id, day)`;
/** Whose tasks: one's own, and those of whoever one stands in for that day. */
const OWN = `JOIN LATERAL (
    SELECT job.person_id AS id UNION
    SELECT deputyship.person_id FROM deputyship WHERE deputyship.county_id = $1 AND deputyship.deputy_id = job.person_id
  ) AS whose ON true
  JOIN task ON task.county_id = $1 AND task.assignee_id = whose.id AND task.state = 'open'
    AND ${isTold({ told: 'job.person_id', person: 'task.assignee_id', seat: 'task.seat', day: 'job.day' })}`;
/** An id that is no patient's stands for the county. */
const NEAR = 'coalesce(task.patient_id, task.assignee_id)';
const COLUMNS = `SELECT job.key, task.id AS "taskId", task.kind, ${NEAR} AS "near" FROM`;

/** The medicine of the day; everything else that is due and was not told on that day; what others have not done. Oldest first. */
const TASKS: Readonly<Record<'medicine' | 'day' | 'overdue', string>> = {
  medicine: `${COLUMNS} ${JOBS} ${OWN} AND task.kind = 'medicationConfirmation' AND task.due_on = job.day
    WHERE ${NOT_HELD} ORDER BY job.key, task.id`,
  day: `${COLUMNS} ${JOBS} ${OWN} AND task.kind <> 'medicationConfirmation' AND task.due_on <= job.day
    WHERE ${NOT_HELD} AND NOT EXISTS (
      SELECT FROM task_told AS told WHERE told.county_id = $1 AND told.person_id = job.person_id AND told.task_id = task.id
        AND told.told_window IN ('day:' || job.day, 'again:' || job.day))
    ORDER BY job.key, task.due_on, task.id`,
  overdue: `${COLUMNS} ${JOBS}
    JOIN LATERAL (
      SELECT job.person_id AS id UNION
      SELECT deputyship.person_id FROM deputyship WHERE deputyship.county_id = $1 AND deputyship.deputy_id = job.person_id
    ) AS whose ON true
    JOIN task_overdue ON task_overdue.county_id = $1 AND task_overdue.person_id = whose.id AND task_overdue.day = job.day
    JOIN task ON task.county_id = $1 AND task.id = task_overdue.task_id AND task.state = 'open'
      AND ${isTold({ told: 'job.person_id', person: 'task_overdue.person_id', seat: 'task.seat', day: 'job.day' })}
    WHERE ${NOT_HELD} ORDER BY job.key, task.due_on, task.id`,
};

/** What there is to tell at these moments, all of them alike. A task that two levels hear of stands once. */
export const readTasksToTell = (reader: Reader, window: ReminderWindow, moments: readonly Moment[], now: Date): Promise<TaskOf[]> =>
  reader.sqlOfMany(TASKS[window === 'again' ? 'day' : window], [
    reader.countyId,
    moments.map(one => one.key),
    moments.map(one => one.personId),
    moments.map(one => one.day),
    now,
  ]);

/** Tasks that were put off until now and are still to be done by the same person, or by who stands in for them today. */
export const readSnoozed = (reader: Reader, holdIds: readonly Id[], today: CalendarDate): Promise<(TaskOf & { personId: Id })[]> =>
  reader.sqlOfMany(
    `SELECT DISTINCT ON (hold.id) 'snooze:' || hold.id AS key, coalesce(deputyship.deputy_id, hold.person_id) AS "personId", task.id AS "taskId", task.kind, ${NEAR} AS "near"
     FROM task_hold AS hold
     JOIN task ON task.county_id = $1 AND task.id = hold.task_id AND task.state = 'open' AND task.assignee_id = hold.person_id
     ${deputiesOfAssignee('$3')}
     WHERE hold.county_id = $1 AND hold.id = ANY($2::uuid[]) AND hold.ended_at IS NULL
     ORDER BY hold.id, deputyship.from_on, deputyship.id`,
    [reader.countyId, holdIds, today],
  );

/** Which of these keys are messages already. */
export async function readKnownKeys(reader: Reader, keys: readonly string[]): Promise<ReadonlySet<string>> {
  if (keys.length === 0) return new Set();
  const rows = await reader.sqlOfMany<{ key: string }>('SELECT key FROM message WHERE county_id = $1 AND key = ANY($2::text[])', [
    reader.countyId,
    keys,
  ]);
  return new Set(rows.map(row => row.key));
}
