import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { VisitingSeat } from '@guanhu/shared/policy/policy.terms';
import type { Reader, Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';

export type DueRow = {
  readonly patientId: Id;
  readonly seat: VisitingSeat;
  readonly countedFrom: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly overdueAfter: CalendarDate;
};

export const readDues = (reader: Reader, patientIds: readonly Id[]): Promise<DueRow[]> =>
  reader.sql(
    `SELECT patient_id AS "patientId", seat, counted_from AS "countedFrom", due_on AS "dueOn", overdue_after AS "overdueAfter"
     FROM visit_due WHERE county_id = $1 AND patient_id = ANY($2::uuid[]) ORDER BY patient_id, due_on, seat`,
    [reader.countyId, patientIds],
  );

const ROWS = `unnest($2::uuid[], $3::uuid[], $4::text[], $5::date[], $6::date[], $7::date[])
  AS row (id, patient_id, seat, counted_from, due_on, overdue_after)`;
const valuesOf = (tx: Tx, dues: readonly DueRow[]) => [
  tx.countyId,
  dues.map(() => newId()),
  dues.map(due => due.patientId),
  dues.map(due => due.seat),
  dues.map(due => due.countedFrom),
  dues.map(due => due.dueOn),
  dues.map(due => due.overdueAfter),
];

/**
 * Replaces the dates of these patients; a seat that is not among theirs visits no more. Rows that would not change are not written.
 * The round stays, so the task that is open for a seat is still the one that is due.
 */
export async function replaceDues(tx: Tx, patientIds: readonly Id[], dues: readonly DueRow[]): Promise<void> {
  await tx.sql(
    `DELETE FROM visit_due WHERE county_id = $1 AND patient_id = ANY($2::uuid[])
       AND (patient_id, seat) NOT IN (SELECT * FROM unnest($3::uuid[], $4::text[]))`,
    [tx.countyId, patientIds, dues.map(due => due.patientId), dues.map(due => due.seat)],
  );
  if (dues.length === 0) return;
  await tx.sql(
    `INSERT INTO visit_due (county_id, id, patient_id, seat, counted_from, due_on, overdue_after)
     SELECT $1, row.* FROM ${ROWS}
     ON CONFLICT (county_id, patient_id, seat) DO UPDATE
       SET counted_from = excluded.counted_from, due_on = excluded.due_on, overdue_after = excluded.overdue_after, due_before = NULL
       WHERE (visit_due.counted_from, visit_due.due_on, visit_due.overdue_after) IS DISTINCT FROM (excluded.counted_from, excluded.due_on, excluded.overdue_after)`,
    valuesOf(tx, dues),
  );
}

/** Intervals that begin anew: new dates, and the next round, whose task is another one. */
export async function startRounds(tx: Tx, dues: readonly DueRow[]): Promise<void> {
  if (dues.length === 0) return;
  await tx.sql(
    `INSERT INTO visit_due (county_id, id, patient_id, seat, counted_from, due_on, overdue_after) SELECT $1, row.* FROM ${ROWS}
     ON CONFLICT (county_id, patient_id, seat) DO UPDATE SET counted_from = excluded.counted_from, due_on = excluded.due_on,
       overdue_after = excluded.overdue_after, due_before = NULL, round = visit_due.round + 1`,
    valuesOf(tx, dues),
  );
}

/** Dates that are wanted sooner: `select` yields patient, seat and day; $1 is the county. Those that are sooner already stay. */
export async function bringForward(tx: Tx, select: string, values: readonly unknown[]): Promise<void> {
  await tx.sql(
    `UPDATE visit_due AS due SET due_on = sooner.due_on, due_before = coalesce(due.due_before, due.due_on), overdue_after = sooner.due_on + (due.overdue_after - due.due_on)
     FROM (${select}) AS sooner (patient_id, seat, due_on)
     WHERE due.county_id = $1 AND due.patient_id = sooner.patient_id AND due.seat = sooner.seat AND due.due_on > sooner.due_on`,
    [tx.countyId, ...values],
  );
}

/** Dates that were brought forward come back to where they were: of the patients that `select` yields; $1 is the county. */
export async function putBack(tx: Tx, select: string, values: readonly unknown[]): Promise<void> {
  await tx.sql(
    `UPDATE visit_due AS due SET due_on = due.due_before, overdue_after = due.due_before + (due.overdue_after - due.due_on), due_before = NULL
     FROM (${select}) AS free (patient_id)
     WHERE due.county_id = $1 AND due.patient_id = free.patient_id AND due.due_before IS NOT NULL`,
    [tx.countyId, ...values],
  );
}

/** The seat has visited: what was open for it, a visit or the call in its place, is done. */
export async function finishVisit(tx: Tx, { patientId, seat }: { patientId: Id; seat: VisitingSeat }, by: Id, now: Date): Promise<void> {
  await tx.sql(
    `UPDATE task SET state = 'done', closed_at = $4, closed_by = $5, version = version + 1
     WHERE county_id = $1 AND patient_id = $2 AND seat = $3 AND (kind = 'visit' OR reason = 'followUp') AND state IN ('open', 'suspended')`,
    [tx.countyId, patientId, seat, now, by],
  );
}
