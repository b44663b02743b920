import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { WatchTimes } from '@guanhu/shared/visits/visit-watch.rules';
import type { Reader, Tx } from '../platform/database/database.ts';

export type WatchRow = { readonly asksAt: Date; readonly helpAt: Date; readonly helpAskedAt: Date | null };

export async function insertWatch(tx: Tx, visitId: Id, times: WatchTimes): Promise<void> {
  await tx.sql(
    `INSERT INTO visit_watch (county_id, id, asks_at, help_at, office_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (county_id, id) DO NOTHING`,
    [tx.countyId, visitId, times.asksAt, times.helpAt, times.officeAt],
  );
}

/** The clock of a visit that still runs. */
export async function readWatch(reader: Reader, visitId: Id): Promise<WatchRow | undefined> {
  const [row] = await reader.sql<WatchRow>(
    `SELECT asks_at AS "asksAt", help_at AS "helpAt", help_asked_at AS "helpAskedAt" FROM visit_watch
     WHERE county_id = $1 AND id = $2 AND closed_at IS NULL`,
    [reader.countyId, visitId],
  );
  return row;
}

/** The visitor is out. */
export async function closeWatch(tx: Tx, visitId: Id, now: Date): Promise<void> {
  await tx.sql('UPDATE visit_watch SET closed_at = $3 WHERE county_id = $1 AND id = $2 AND closed_at IS NULL', [tx.countyId, visitId, now]);
}

/** The visitor stays: the clock begins anew. */
export async function extendWatch(tx: Tx, visitId: Id, times: WatchTimes): Promise<void> {
  await tx.sql(
    `UPDATE visit_watch SET asks_at = $3, help_at = $4, office_at = $5, told_at = NULL, help_asked_at = NULL, office_asked_at = NULL, round = round + 1
     WHERE county_id = $1 AND id = $2 AND closed_at IS NULL`,
    [tx.countyId, visitId, times.asksAt, times.helpAt, times.officeAt],
  );
}

/** Takes visits whose visitor is asked now whether they are out, once each; one whose time for help has come is past asking. */
export const takeUntold = (tx: Tx, now: Date, most: number): Promise<{ visitId: Id; round: number; personId: Id; patientId: Id }[]> =>
  tx.sql(
    `UPDATE visit_watch SET told_at = $2 FROM visit
     WHERE visit_watch.county_id = $1 AND visit_watch.id = ANY(ARRAY(
         SELECT id FROM visit_watch WHERE county_id = $1 AND closed_at IS NULL AND told_at IS NULL AND asks_at <= $2 AND help_at > $2
         ORDER BY asks_at, id LIMIT $3 FOR UPDATE SKIP LOCKED))
       AND visit.county_id = $1 AND visit.id = visit_watch.id
     RETURNING visit_watch.id AS "visitId", visit_watch.round, visit.person_id AS "personId", visit.patient_id AS "patientId"`,
    [tx.countyId, now, most],
  );

/** Takes visits whose visitor should have answered by now, once each. */
export async function takeOverdue(tx: Tx, now: Date, most: number): Promise<Id[]> {
  const rows = await tx.sql<{ id: Id }>(
    `UPDATE visit_watch SET help_asked_at = $2
     WHERE county_id = $1 AND id = ANY(ARRAY(
       SELECT id FROM visit_watch WHERE county_id = $1 AND closed_at IS NULL AND help_asked_at IS NULL AND help_at <= $2
       ORDER BY help_at, id LIMIT $3 FOR UPDATE SKIP LOCKED))
     RETURNING id`,
    [tx.countyId, now, most],
  );
  return rows.map(row => row.id);
}

/** Somebody telephones after each of these visitors ($2) today ($3): the lead and the police of the patient's team, never the visitor. */
export const HELP_CALLS = `
  SELECT 'call', 'call:visitHelp:' || visit.id || ':' || visit_watch.round || ':' || seat.post, visit.patient_id, holder.person_id, seat.post, 'visitHelp',
         visit.id, $3::date, $3::date
  FROM visit
  JOIN visit_watch ON visit_watch.county_id = $1 AND visit_watch.id = visit.id
  CROSS JOIN (VALUES ('lead'), ('police')) AS seat (post)
  LEFT JOIN LATERAL (
    SELECT person_id FROM team_seat
    WHERE team_seat.county_id = $1 AND team_seat.patient_id = visit.patient_id AND team_seat.post = seat.post AND person_id <> visit.person_id
      AND since <= $3 AND (until IS NULL OR until >= $3) ORDER BY since, team_seat.id LIMIT 1
  ) AS holder ON true
  WHERE visit.county_id = $1 AND visit.id = ANY($2::uuid[])`;

/** Takes visits whose visitor nobody of the team has reached in time, for the offices, once each. */
export async function takeUnheeded(tx: Tx, now: Date, most: number): Promise<Id[]> {
  const rows = await tx.sql<{ id: Id }>(
    `UPDATE visit_watch SET office_asked_at = $2
     WHERE county_id = $1 AND id = ANY(ARRAY(
       SELECT id FROM visit_watch AS watch WHERE county_id = $1 AND closed_at IS NULL AND office_asked_at IS NULL AND help_asked_at IS NOT NULL
         AND office_at <= $2 AND NOT EXISTS (
           SELECT FROM task WHERE task.county_id = $1 AND cause_id = watch.id AND reason = 'visitHelp' AND state = 'done' AND closed_at >= help_asked_at)
       ORDER BY office_at, id LIMIT $3 FOR UPDATE SKIP LOCKED))
     RETURNING id`,
    [tx.countyId, now, most],
  );
  return rows.map(row => row.id);
}

/** The offices were asked for help with these visits. */
export async function markOfficesAsked(tx: Tx, visitIds: readonly Id[], now: Date): Promise<void> {
  await tx.sql('UPDATE visit_watch SET office_asked_at = $3 WHERE county_id = $1 AND id = ANY($2::uuid[])', [tx.countyId, visitIds, now]);
}

/** Those of these visits after whose visitor nobody telephones yet: the posts are vacant, or the visitor's own. */
export async function readUnhelped(tx: Tx, visitIds: readonly Id[]): Promise<Id[]> {
  const rows = await tx.sql<{ id: Id }>(
    `SELECT id FROM visit
     WHERE county_id = $1 AND id = ANY($2::uuid[]) AND NOT EXISTS (
       SELECT FROM task WHERE task.county_id = $1 AND cause_id = visit.id AND reason = 'visitHelp' AND state = 'open' AND assignee_id IS NOT NULL)
     ORDER BY id`,
    [tx.countyId, visitIds],
  );
  return rows.map(row => row.id);
}

/** Where these visits are and who makes them. */
export const readVisitors = (tx: Tx, visitIds: readonly Id[]): Promise<{ visitId: Id; patientId: Id; visitorId: Id }[]> =>
  tx.sql(
    `SELECT id AS "visitId", patient_id AS "patientId", person_id AS "visitorId" FROM visit WHERE county_id = $1 AND id = ANY($2::uuid[]) ORDER BY id`,
    [tx.countyId, visitIds],
  );

/** Each of these persons ($3) telephones after the visitor of the visit beside them ($2) today ($4), in the lead's place. */
export const OFFICE_CALLS = `
  SELECT 'call', 'call:visitHelp:' || visit.id || ':' || visit_watch.round || ':' || asked.person_id, visit.patient_id, asked.person_id, 'lead',
         'visitHelp', visit.id, $4::date, $4::date
  FROM unnest($2::uuid[], $3::uuid[]) AS asked (visit_id, person_id)
  JOIN visit ON visit.county_id = $1 AND visit.id = asked.visit_id
  JOIN visit_watch ON visit_watch.county_id = $1 AND visit_watch.id = visit.id`;

/** Who is to be told of these calls. */
export const readHelpers = (tx: Tx, visitIds: readonly Id[], day: CalendarDate): Promise<{ taskId: Id; personId: Id; patientId: Id }[]> =>
  tx.sql(
    `SELECT id AS "taskId", assignee_id AS "personId", patient_id AS "patientId" FROM task
     WHERE county_id = $1 AND cause_id = ANY($2::uuid[]) AND due_on = $3 AND reason = 'visitHelp' AND state = 'open' AND assignee_id IS NOT NULL`,
    [tx.countyId, visitIds, day],
  );
