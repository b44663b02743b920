import { CALL_PARTS, KIND_PARTS, OF_ONE_DAY, partOf, type CarePart } from '@guanhu/shared/agenda/care-part.rules';
import { VISITING_SEATS } from '@guanhu/shared/policy/policy.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { Tx } from '../platform/database/database.ts';
import type { Part } from './plan.store.ts';

const when = (pairs: readonly (readonly [string, string])[]): string => pairs.map(([is, then]) => `WHEN '${is}' THEN ${then}`).join(' ');
const quoted = (part: CarePart): string => `'${part}'`;

/** Which part of care a seat's visits are. */
export const seatPart = (seat: string): string =>
  `CASE ${seat} ${when(VISITING_SEATS.map(one => [one, quoted(partOf({ kind: 'visit', seat: one, reason: null }))]))} END`;

/** The part of care that a task belongs to: the shared rule's tables as SQL. */
const PART = `CASE task.kind ${when(
  Object.entries(KIND_PARTS).map(([kind, part]) => {
    if (part === 'bySeat') return [kind, seatPart('task.seat')];
    if (part === 'byReason')
      return [kind, `CASE task.reason ${when(Object.entries(CALL_PARTS).map(([is, then]) => [is, quoted(then)]))} END`];
    return [kind, quoted(part)];
  }),
)} END`;

/** What cannot wait: a telephone follow-up is opened anew when it is wanted again, and so is what was about a day that is over. */
const CANNOT_WAIT = `(task.state = 'open' AND task.reason = 'followUp'
  OR task.state = 'suspended' AND coalesce(task.reason, task.kind) IN (${OF_ONE_DAY.map(one => `'${one}'`).join(', ')}) AND task.due_on < $4)`;
const ENDS = `(cardinality(patient.care) = 0 OR ${CANNOT_WAIT})`;

const FOLLOW_CARE = `UPDATE task SET state = CASE WHEN ${ENDS} THEN 'cancelled' WHEN task.state = 'open' THEN 'suspended' ELSE 'open' END,
       closed_at = CASE WHEN ${ENDS} THEN $5::timestamptz END, version = task.version + 1
     FROM patient
     WHERE task.county_id = $1 AND patient.county_id = $1 AND patient.id = task.patient_id AND task.state IN ('open', 'suspended') AND task.seat <> 'office'
       AND task.patient_id BETWEEN $2 AND $3 AND patient.id BETWEEN $2 AND $3
       AND (cardinality(patient.care) = 0 OR (task.state = 'open') <> (${PART} = ANY(patient.care)))`;

/**
 * Live tasks of a part of the county follow the care that goes on: those of a part of care that pauses are suspended, those of one that
 * goes on are open, and all of a closed file are cancelled. What an office looks into goes on whatever becomes of the patient.
 */
export async function followCare(tx: Tx, part: Part, day: CalendarDate, now: Date): Promise<void> {
  await tx.sql(FOLLOW_CARE, [tx.countyId, part.from, part.to, day, now]);
}

/** The same for those only whose care has changed since `since`. */
export async function followChangedCare(tx: Tx, part: Part, day: CalendarDate, now: Date, since: Date): Promise<void> {
  await tx.sql(`${FOLLOW_CARE} AND patient.care_changed_at >= $6`, [tx.countyId, part.from, part.to, day, now, since]);
}

/** A patient's live tasks of the guardian's seat go to this person. */
export async function giveGuardianTasks(tx: Tx, patientId: Id, personId: Id | null): Promise<void> {
  await tx.sql(
    `UPDATE task SET assignee_id = $3, version = version + 1
     WHERE county_id = $1 AND patient_id = $2 AND seat = 'guardian' AND state IN ('open', 'suspended') AND assignee_id IS DISTINCT FROM $3`,
    [tx.countyId, patientId, personId],
  );
}

/**
 * A closed file goes on: what ended with it, at `since` or later, waits again. Visits begin a new
 * round, and calls were about something of that time.
 */
export async function reopenClosed(tx: Tx, patientId: Id, since: Date): Promise<void> {
  await tx.sql(
    `UPDATE task SET state = 'suspended', closed_at = NULL, version = version + 1
     WHERE county_id = $1 AND patient_id = $2 AND state = 'cancelled' AND closed_at >= $3 AND kind NOT IN ('visit', 'call')`,
    [tx.countyId, patientId, since],
  );
}

/** The task with this key, when it was cancelled. @returns whether it was */
export async function reopenTask(tx: Tx, key: string): Promise<boolean> {
  const rows = await tx.sql(
    `UPDATE task SET state = 'suspended', closed_at = NULL, version = version + 1
     WHERE county_id = $1 AND key = $2 AND state = 'cancelled' RETURNING id`,
    [tx.countyId, key],
  );
  return rows.length > 0;
}
