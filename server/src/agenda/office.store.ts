import { rolesWith } from '@guanhu/shared/access/permissions.rules';
import { TASK_KEYS } from '@guanhu/shared/agenda/task-key.rules';
import { OFFICE_KIND_KEYS, OFFICE_KINDS, type NamedKind, type OfficeKind } from '@guanhu/shared/agenda/office.rules';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { Reader, Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import type { Part } from './plan.store.ts';

/*
 * Tasks of the seat `office`: no seat of the eight, so they follow neither the team nor the care that goes on, only the posts. Posts,
 * guardianships, openings and reports are looked up in the statements: this room stands below theirs.
 */

const inForce = (table: string, day: string, from = 'since', until = 'until'): string =>
  `${table}.${from} <= ${day} AND (${table}.${until} IS NULL OR ${table}.${until} >= ${day})`;

/** SQL: the posts that may look into a task of this kind, the first of them first. */
const rolesOf = (kind: string): string =>
  `CASE ${kind} ${OFFICE_KIND_KEYS.map(
    one =>
      `WHEN '${one}' THEN ARRAY[${rolesWith(OFFICE_KINDS[one])
        .map(role => `'${role}'`)
        .join(', ')}]`,
  ).join(' ')} END`;

/** SQL: a person, and those whom they stand in for on a day. */
const standsFor = (person: string, day: string): string => `
  SELECT ${person} UNION ALL SELECT deputyship.person_id FROM deputyship WHERE deputyship.county_id = $1 AND deputyship.deputy_id = ${person}
    AND deputyship.from_on <= ${day} AND deputyship.until_on >= ${day} AND deputyship.ended_at IS NULL`;

/** SQL: that none of the persons that a query gives (`whose`) is a guardian of the patient on a day, or acts for one. */
export const noneIsKin = (patient: string, whose: string, day: string): string => `
  NOT EXISTS (SELECT FROM guardianship WHERE guardianship.county_id = $1 AND guardianship.patient_id = ${patient}
    AND guardianship.person_id IN (${whose}) AND ${inForce('guardianship', day)})
  AND NOT EXISTS (SELECT FROM guardian_helper WHERE guardian_helper.county_id = $1 AND guardian_helper.patient_id = ${patient}
    AND guardian_helper.person_id IN (${whose}) AND ${inForce('guardian_helper', day)})`;

/** SQL: that neither a person nor anybody they stand in for is a guardian of the patient or acts for one. */
const isNoKin = (patient: string, person: string, day: string): string => noneIsKin(patient, standsFor(person, day), day);

/** A task of the office, as the columns of a statement. */
type About = { readonly kind: string; readonly patient: string; readonly cause: string };

/**
 * SQL that joins the posts, named `above`, that may look into a task of the office on a day: of the patient's areas, nobody of the family,
 * nobody who is asked about what they did themselves. The patient's areas are `path`.
 */
export const officePosts = ({ kind, patient, cause }: About, path: string, day: string): string => `
  JOIN post AS above ON above.county_id = $1 AND above.area_id = ANY(${path}) AND above.role = ANY(${rolesOf(kind)})
    AND ${inForce('above', day, 'from_on', 'until_on')} AND ${isNoKin(patient, 'above.person_id', day)}
    AND NOT EXISTS (SELECT FROM break_glass WHERE break_glass.county_id = $1 AND break_glass.id = ${cause} AND break_glass.person_id = above.person_id)`;

/** SQL: who has it, over the patient's areas or, about nobody, over the county: whoever has it already and still may, else the first post; whoever reported it only when there is nobody else. */
const HOLDER = (about: About, present: string, day: string): string => `
  SELECT above.person_id FROM (SELECT coalesce(
      (SELECT area.path FROM patient JOIN area ON area.county_id = $1 AND area.id = patient.village_id
       WHERE patient.county_id = $1 AND patient.id = ${about.patient}),
      (SELECT area.path FROM area WHERE area.county_id = $1 AND area.kind = 'county')) AS path) AS place
  ${officePosts(about, 'place.path', day)}
  ORDER BY above.person_id = ${present} DESC NULLS LAST,
    EXISTS (SELECT FROM concern WHERE concern.county_id = $1 AND concern.id = ${about.cause} AND concern.reported_by = above.person_id),
    array_position(${rolesOf(about.kind)}, above.role), above.from_on, above.id LIMIT 1`;

/** A task for the office; the same cause again opens nothing. */
export async function insertForOffice(
  tx: Tx,
  task: { kind: OfficeKind; patientId: Id | null; causeId: Id; dueOn: CalendarDate; day: CalendarDate; now: Date },
): Promise<void> {
  await tx.sql(
    `INSERT INTO task (county_id, id, kind, key, patient_id, assignee_id, seat, cause_id, due_on, overdue_after, opened_at)
     SELECT $1, $2, about.kind, $3, about.patient_id, holder.person_id, 'office', about.cause_id, $7, $7, $9
     FROM (SELECT $4::text AS kind, $5::uuid AS patient_id, $6::uuid AS cause_id) AS about
     LEFT JOIN LATERAL (${HOLDER({ kind: 'about.kind', patient: 'about.patient_id', cause: 'about.cause_id' }, 'NULL::uuid', '$8::date')}) AS holder ON true
     ON CONFLICT (county_id, key) DO NOTHING`,
    [
      tx.countyId,
      newId(),
      TASK_KEYS.office(task.kind, task.causeId),
      task.kind,
      task.patientId,
      task.causeId,
      task.dueOn,
      task.day,
      task.now,
    ],
  );
}

/** The office's live tasks of a part go to whoever may look into them on `day`: posts end, and people become guardians. */
export async function followOffices(tx: Tx, { from, to }: Part, day: CalendarDate): Promise<void> {
  await tx.sql(FOLLOW('live.patient_id BETWEEN $3 AND $4', '$2::date'), [tx.countyId, day, from, to]);
}

/** The same of those that are about no patient. */
export async function followOfficesOfNobody(tx: Tx, day: CalendarDate): Promise<void> {
  await tx.sql(FOLLOW('live.patient_id IS NULL', '$2::date'), [tx.countyId, day]);
}

/** Tasks that were given to somebody by name follow no post. */
const FOLLOWING = OFFICE_KIND_KEYS.map(kind => `'${kind}'`).join(', ');

const FOLLOW = (which: string, day: string): string => {
  const about = { kind: 'live.kind', patient: 'live.patient_id', cause: 'live.cause_id' };
  return `UPDATE task SET assignee_id = wrong.person_id, version = task.version + 1
     FROM (
       SELECT live.id, holder.person_id FROM task AS live LEFT JOIN LATERAL (${HOLDER(about, 'live.assignee_id', day)}) AS holder ON true
       WHERE live.county_id = $1 AND ${which} AND live.seat = 'office' AND live.kind IN (${FOLLOWING}) AND live.state IN ('open', 'suspended')
         AND live.assignee_id IS DISTINCT FROM holder.person_id
     ) AS wrong
     WHERE task.county_id = $1 AND task.id = wrong.id`;
};

/** A task that somebody is asked to do by name, about no patient; its key again opens nothing. `assigneeId` null: nobody is there to do it. */
export async function insertNamed(
  tx: Tx,
  task: { kind: NamedKind; key: string; causeId: Id; assigneeId: Id | null; dueOn: CalendarDate; now: Date },
): Promise<void> {
  await tx.sql(
    `INSERT INTO task (county_id, id, kind, key, assignee_id, seat, cause_id, due_on, overdue_after, opened_at)
     VALUES ($1, $2, $3, $4, $5, 'office', $6, $7, $7, $8) ON CONFLICT (county_id, key) DO NOTHING`,
    [tx.countyId, newId(), task.kind, task.key, task.assigneeId, task.causeId, task.dueOn, task.now],
  );
}

export type NamedTask = { readonly key: string; readonly causeId: Id; readonly assigneeId: Id | null; readonly dueOn: CalendarDate };

/** Many of them in one statement; one that is open already goes to whoever is named now, and one that is over stays so. */
export async function askNamed(tx: Tx, kind: NamedKind, tasks: readonly NamedTask[], now: Date): Promise<void> {
  await tx.sql(
    `INSERT INTO task (county_id, id, kind, key, assignee_id, seat, cause_id, due_on, overdue_after, opened_at)
     SELECT $1, new_id(), $2, asked.key, asked.assignee_id, 'office', asked.cause_id, asked.due_on, asked.due_on, $3
     FROM unnest($4::text[], $5::uuid[], $6::uuid[], $7::date[]) AS asked (key, cause_id, assignee_id, due_on)
     ON CONFLICT (county_id, key) DO UPDATE SET assignee_id = excluded.assignee_id, version = task.version + 1
     WHERE task.state IN ('open', 'suspended') AND task.assignee_id IS DISTINCT FROM excluded.assignee_id`,
    [
      tx.countyId,
      kind,
      now,
      tasks.map(task => task.key),
      tasks.map(task => task.causeId),
      tasks.map(task => task.assigneeId),
      tasks.map(task => task.dueOn),
    ],
  );
}

/** The live tasks of this kind about this cause (the one with this key) go to somebody else. */
export async function giveNamed(tx: Tx, about: { kind: NamedKind; causeId: Id; key: string | null; assigneeId: Id | null }): Promise<void> {
  await tx.sql(
    `UPDATE task SET assignee_id = $4, version = version + 1
     WHERE county_id = $1 AND kind = $2 AND cause_id = $3 AND state IN ('open', 'suspended') AND assignee_id IS DISTINCT FROM $4
       AND ($5::text IS NULL OR key = $5)`,
    [tx.countyId, about.kind, about.causeId, about.assigneeId, about.key],
  );
}

/** Of these persons, those who are a guardian of the patient on `day`, act for one, or stand in for either. */
export async function readFamilyAmong(
  reader: Reader,
  { personIds, patientId, day }: { personIds: readonly Id[]; patientId: Id; day: CalendarDate },
): Promise<ReadonlySet<Id>> {
  const rows = await reader.sql<{ id: Id }>(
    `SELECT person.id FROM unnest($2::uuid[]) AS person (id) WHERE NOT (${isNoKin('$3::uuid', 'person.id', '$4::date')})`,
    [reader.countyId, personIds, patientId, day],
  );
  return new Set(rows.map(row => row.id));
}

/** Of these patients, those of whom one of these persons is a guardian on `day`, or acts for one. */
export async function readKin(
  reader: Reader,
  { personIds, patientIds, day }: { personIds: readonly Id[]; patientIds: readonly Id[]; day: CalendarDate },
): Promise<ReadonlySet<Id>> {
  if (patientIds.length === 0) return new Set();
  const rows = await reader.sql<{ id: Id }>(
    `SELECT DISTINCT about.id FROM unnest($2::uuid[]) AS about (id) CROSS JOIN unnest($3::uuid[]) AS person (id)
     WHERE NOT (${isNoKin('about.id', 'person.id', '$4::date')})`,
    [reader.countyId, patientIds, personIds, day],
  );
  return new Set(rows.map(row => row.id));
}
