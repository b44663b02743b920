import type { CallReason, TaskKind } from '@guanhu/shared/agenda/agenda.terms';
import type { TaskSeat } from '@guanhu/shared/care-team/seats.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { OverdueLevel } from '@guanhu/shared/reminders/overdue.rules';
import type { Reader } from '../platform/database/database.ts';

export type OverdueRow = {
  readonly taskId: Id;
  readonly kind: TaskKind;
  readonly reason: CallReason | null;
  readonly seat: TaskSeat;
  readonly patientId: Id | null;
  readonly name_sealed: Buffer | null;
  /** Empty of a task about nobody. */
  readonly villageName: string;
  readonly assigneeId: Id | null;
  readonly dueOn: CalendarDate;
  readonly overdueAfter: CalendarDate;
  readonly level: OverdueLevel;
};

/** Tasks of others that these persons were put on to and that are still not done, longest overdue first. */
export const readOverdue = (reader: Reader, personIds: readonly Id[], most: number): Promise<OverdueRow[]> =>
  reader.sql(
    `SELECT task.id AS "taskId", task.kind, task.reason, task.seat, task.patient_id AS "patientId", patient.name_sealed, coalesce(area.name, '') AS "villageName",
       task.assignee_id AS "assigneeId", task.due_on AS "dueOn", task.overdue_after AS "overdueAfter", told.level
     FROM (SELECT task_id, min(level) AS level FROM task_overdue WHERE county_id = $1 AND person_id = ANY($2::uuid[]) GROUP BY task_id) AS told
     JOIN task ON task.county_id = $1 AND task.id = told.task_id AND task.state = 'open'
     LEFT JOIN patient ON patient.county_id = $1 AND patient.id = task.patient_id
     LEFT JOIN area ON area.county_id = $1 AND area.id = patient.village_id
     ORDER BY task.overdue_after, task.id LIMIT $3`,
    [reader.countyId, personIds, most],
  );
