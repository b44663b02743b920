import type { SaidOfDay } from '@guanhu/shared/medication/adherence.rules';
import type { GivenAnswer, Regimen } from '@guanhu/shared/medication/confirmation.rules';
import { NOT_TAKEN_REASON_KEYS, type NotTakenReason, type RegimenSource } from '@guanhu/shared/medication/medication.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import { ownOf, type Spread } from '@guanhu/shared/policy/policy-in-force.rules';
import type { Part } from '../agenda/agenda.public.ts';
import type { Reader, Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';

/** The orders of the days from `from` to `to`; they do not overlap. */
export const readOrdered = (
  reader: Reader,
  patientId: Id,
  from: CalendarDate,
  to: CalendarDate,
): Promise<(Regimen & { readonly runsOutOn: CalendarDate | null })[]> =>
  reader.sql(
    `SELECT since, until, runs_out_on AS "runsOutOn" FROM regimen
     WHERE county_id = $1 AND patient_id = $2 AND since <= $4 AND (until IS NULL OR until >= $3) AND (until IS NULL OR until >= since)`,
    [reader.countyId, patientId, from, to],
  );

/** What was said of the days from `from` to `to`. */
export async function readAnswers(
  reader: Reader,
  patientId: Id,
  from: CalendarDate,
  to: CalendarDate,
): Promise<ReadonlyMap<CalendarDate, GivenAnswer>> {
  const rows = await reader.sql<GivenAnswer & { on: CalendarDate }>(
    `SELECT on_day AS on, answer, why, backfilled, person_id AS "personId" FROM confirmation
     WHERE county_id = $1 AND patient_id = $2 AND on_day BETWEEN $3 AND $4`,
    [reader.countyId, patientId, from, to],
  );
  return new Map(rows.map(({ on, ...given }) => [on, given]));
}

/**
 * Medicine is ordered from this day on. Nothing begins where an order goes on, nor on a day on which one went on that has ended since.
 * @returns whether it began, goes on already, or has ended
 */
export async function startRegimen(
  tx: Tx,
  regimen: { patientId: Id; since: CalendarDate; visitId: Id },
): Promise<'began' | 'goesOn' | 'ended'> {
  const rows = await tx.sql(
    `INSERT INTO regimen (county_id, id, patient_id, since, source, visit_id)
     SELECT $1, $2, $3, $4::date, 'visit', $5 WHERE NOT EXISTS (
       SELECT FROM regimen WHERE county_id = $1 AND patient_id = $3 AND until >= greatest($4::date, since))
     ON CONFLICT (county_id, patient_id) WHERE until IS NULL DO NOTHING RETURNING id`,
    [tx.countyId, newId(), regimen.patientId, regimen.since, regimen.visitId],
  );
  if (rows.length > 0) return 'began';
  const open = await tx.sql('SELECT FROM regimen WHERE county_id = $1 AND patient_id = $2 AND until IS NULL', [
    tx.countyId,
    regimen.patientId,
  ]);
  return open.length > 0 ? 'goesOn' : 'ended';
}

/**
 * No medicine is ordered any more, from the day after `lastDay` on. A doctor's order is ended by a doctor only.
 * @returns whether an order ended, or was a doctor's and stands, or there was none
 */
export async function endUnnamedRegimen(tx: Tx, patientId: Id, lastDay: CalendarDate): Promise<'ended' | 'stands' | 'none'> {
  const [row] = await tx.sql<{ source: RegimenSource }>(
    `UPDATE regimen SET until = CASE WHEN source = 'doctor' THEN until ELSE greatest($3::date, since - 1) END
     WHERE county_id = $1 AND patient_id = $2 AND until IS NULL RETURNING source`,
    [tx.countyId, patientId, lastDay],
  );
  if (row === undefined) return 'none';
  return row.source === 'doctor' ? 'stands' : 'ended';
}

/** Everybody in care is asked about medicine until a visit has found that none is ordered. */
export async function startRegimens(tx: Tx, day: CalendarDate, part: Part): Promise<void> {
  await tx.sql(
    `INSERT INTO regimen (county_id, id, patient_id, since, source)
     SELECT $1, new_id(), id, $2, 'registration' FROM patient
     WHERE county_id = $1 AND id BETWEEN $3 AND $4 AND 'medication' = ANY(care)
       AND NOT EXISTS (SELECT FROM regimen WHERE regimen.county_id = $1 AND regimen.patient_id BETWEEN $3 AND $4 AND regimen.patient_id = patient.id)
     ON CONFLICT DO NOTHING`,
    [tx.countyId, day, part.from, part.to],
  );
}

/**
 * Who is asked about the medicine of the patients of a part ($3, $4) on $2: the primary guardian, else the one who has looked after the
 * patient longest; or whoever acts for that guardian.
 */
const ASKED = `(
    SELECT DISTINCT ON (guardianship.patient_id) guardianship.patient_id, coalesce(helper.person_id, guardianship.person_id) AS person_id
    FROM guardianship
    LEFT JOIN guardian_helper AS helper ON helper.county_id = $1 AND helper.patient_id BETWEEN $3 AND $4
      AND helper.patient_id = guardianship.patient_id AND helper.guardian_id = guardianship.person_id
      AND helper.since <= $2 AND (helper.until IS NULL OR helper.until >= $2)
    WHERE guardianship.county_id = $1 AND guardianship.patient_id BETWEEN $3 AND $4 AND guardianship.since <= $2
      AND (guardianship.until IS NULL OR guardianship.until >= $2)
    ORDER BY guardianship.patient_id, guardianship.is_primary DESC, guardianship.since, guardianship.id, helper.since, helper.id
  ) AS asked ON asked.patient_id = patient.id`;
/** Orders of patients whose medicine is asked about. */
export const TAKING = `FROM regimen JOIN patient ON patient.county_id = $1 AND patient.id = regimen.patient_id AND 'medication' = ANY(patient.care)`;
const NOW = `patient.id BETWEEN $3 AND $4 AND regimen.county_id = $1 AND regimen.patient_id BETWEEN $3 AND $4 AND regimen.since <= $2
  AND (regimen.until IS NULL OR regimen.until >= $2)`;

/** Since when nobody has answered for the patient of an order (`silentFrom`): a pause of the questions is no silence. */
export const SILENCE = `CROSS JOIN LATERAL (
    SELECT greatest(coalesce(regimen.ordered_since, regimen.since) - 1, patient.care_since - 1, max(on_day)) AS since
    FROM confirmation
    WHERE confirmation.county_id = $1 AND confirmation.patient_id = patient.id
  ) AS silent`;

/** Patients of a part for whom nobody has answered since `until` or earlier: `SILENCE`, without asking since when. */
export async function readSilent(tx: Tx, day: CalendarDate, part: Part, until: CalendarDate): Promise<Id[]> {
  const rows = await tx.sql<{ id: Id }>(
    `SELECT patient.id ${TAKING}
     WHERE ${NOW} AND greatest(coalesce(regimen.ordered_since, regimen.since), patient.care_since) - 1 <= $5::date AND NOT EXISTS (
       SELECT FROM confirmation WHERE confirmation.county_id = $1 AND confirmation.patient_id = patient.id AND on_day > $5)`,
    [tx.countyId, day, part.from, part.to, until],
  );
  return rows.map(({ id }) => id);
}

/** One confirmation of $2 for everybody of a part ($3, $4) who takes medicine, has a guardian and was not answered for. */
export const CONFIRMATIONS_OF_DAY = `
  SELECT 'medicationConfirmation', 'medication:' || patient.id || ':' || $2::date::text, patient.id, asked.person_id, 'guardian', NULL::text, NULL::uuid, $2::date, $2::date
  ${TAKING} JOIN ${ASKED}
  WHERE ${NOW} AND NOT EXISTS (
    SELECT FROM confirmation WHERE confirmation.county_id = $1 AND confirmation.patient_id = patient.id AND on_day = $2)`;

/**
 * A call for everybody of a part ($3, $4) among the silent ($8) whose silence counts from $5 or earlier (`latestSilent`), in the townships $6
 * with a policy of their own from the day $7 of each; what it counts from (`silentFrom`) is part of the key, so one silence is one call.
 * A pause of the questions is no silence: it counts from the day on which they came back.
 */
export const SILENT = `
  SELECT 'call', 'call:medicationSilence:' || patient.id || ':' || silent.since, patient.id, caller.person_id, coalesce(caller.post, 'gridWorker'),
         'medicationSilence', NULL::uuid, $2::date, $2::date
  ${TAKING}
  LEFT JOIN unnest($6::uuid[], $7::date[]) AS own (township_id, silent_from) ON own.township_id = patient.township_id
  ${SILENCE}
  LEFT JOIN LATERAL (
    SELECT person_id, post FROM team_seat
    WHERE team_seat.county_id = $1 AND team_seat.patient_id = patient.id AND post IN ('gridWorker', 'lead')
      AND team_seat.since <= $2 AND (team_seat.until IS NULL OR team_seat.until >= $2)
    ORDER BY post = 'gridWorker' DESC, team_seat.since, team_seat.id LIMIT 1
  ) AS caller ON true
  WHERE ${NOW} AND patient.id = ANY($8::uuid[]) AND silent.since <= coalesce(own.silent_from, $5::date) AND EXISTS (
    SELECT FROM guardianship WHERE guardianship.county_id = $1 AND guardianship.patient_id = patient.id
      AND guardianship.since <= $2 AND (guardianship.until IS NULL OR guardianship.until >= $2))`;

/** Days that can no longer be answered are taken off the list, and today's question follows the guardian. */
export async function followDays(
  tx: Tx,
  { day, earliest, part, now }: { day: CalendarDate; earliest: Spread<CalendarDate>; part: Part; now: Date },
): Promise<void> {
  await tx.sql(
    `UPDATE task SET state = 'cancelled', closed_at = $5, version = task.version + 1
     FROM patient LEFT JOIN unnest($6::uuid[], $7::date[]) AS own (township_id, earliest) ON own.township_id = patient.township_id
     WHERE task.county_id = $1 AND patient.county_id = $1 AND patient.id = task.patient_id AND task.patient_id BETWEEN $2 AND $3 AND patient.id BETWEEN $2 AND $3
       AND task.kind = 'medicationConfirmation' AND task.state IN ('open', 'suspended') AND task.due_on < coalesce(own.earliest, $4::date)`,
    [tx.countyId, part.from, part.to, earliest.county, now, ...ownOf(earliest)],
  );
  await tx.sql(
    `UPDATE task SET assignee_id = asked.person_id, version = task.version + 1
     FROM patient LEFT JOIN ${ASKED}
     WHERE task.county_id = $1 AND patient.county_id = $1 AND patient.id = task.patient_id AND task.patient_id BETWEEN $3 AND $4 AND patient.id BETWEEN $3 AND $4
       AND task.kind = 'medicationConfirmation' AND task.state = 'open' AND task.assignee_id IS DISTINCT FROM asked.person_id`,
    [tx.countyId, day, part.from, part.to],
  );
}

export type SpanOf = { readonly patientId: Id; readonly from: CalendarDate; readonly to: CalendarDate };

/** What was ordered and said in a span. */
export type SaidInSpan = {
  readonly taken: number;
  readonly partly: number;
  readonly notTaken: number;
  readonly answered: readonly CalendarDate[];
  readonly ids: readonly Id[];
  readonly ordered: readonly Regimen[];
};

/** The orders of each span and what was said of its days, in the order of the spans. */
export const readSaid = (reader: Reader, spans: readonly SpanOf[]): Promise<SaidInSpan[]> =>
  reader.sql(
    `SELECT said.taken, said.partly, said."notTaken", said.answered, said.ids, ordered.ordered
     FROM unnest($2::uuid[], $3::date[], $4::date[]) WITH ORDINALITY AS span (patient_id, from_on, to_on, place)
     CROSS JOIN LATERAL (
       SELECT count(*) FILTER (WHERE answer = 'taken') AS taken, count(*) FILTER (WHERE answer = 'partly') AS partly,
              count(*) FILTER (WHERE answer = 'notTaken') AS "notTaken", coalesce(json_agg(on_day), '[]') AS answered,
              coalesce(json_agg(id), '[]') AS ids
       FROM confirmation WHERE confirmation.county_id = $1 AND confirmation.patient_id = span.patient_id AND on_day BETWEEN from_on AND to_on
     ) AS said
     CROSS JOIN LATERAL (
       SELECT coalesce(json_agg(json_build_object('since', since, 'until', until)), '[]') AS ordered FROM regimen
       WHERE regimen.county_id = $1 AND regimen.patient_id = span.patient_id AND since <= to_on AND coalesce(until, to_on) >= from_on
     ) AS ordered
     ORDER BY place`,
    [reader.countyId, spans.map(span => span.patientId), spans.map(span => span.from), spans.map(span => span.to)],
  );

/** Days of a span by the reason that was given, and those that were said afterwards. */
export async function countReasons(
  reader: Reader,
  { patientId, from, to }: SpanOf,
): Promise<Record<NotTakenReason | 'backfilled', number>> {
  const counts = NOT_TAKEN_REASON_KEYS.map(why => `count(*) FILTER (WHERE why = '${why}') AS "${why}"`).join(', ');
  const [row] = await reader.sql<Record<NotTakenReason | 'backfilled', number>>(
    `SELECT ${counts}, count(*) FILTER (WHERE backfilled) AS backfilled FROM confirmation
     WHERE county_id = $1 AND patient_id = $2 AND on_day BETWEEN $3 AND $4`,
    [reader.countyId, patientId, from, to],
  );
  if (!row) throw new Error('a count without a row');
  return row;
}

/** What was said of the last answered days of a patient, newest first. */
export const readLastSaid = (reader: Reader, patientId: Id, days: number): Promise<SaidOfDay[]> =>
  reader.sql('SELECT on_day AS on, answer, why FROM confirmation WHERE county_id = $1 AND patient_id = $2 ORDER BY on_day DESC LIMIT $3', [
    reader.countyId,
    patientId,
    days,
  ]);

export type Found = { readonly on: CalendarDate; readonly adherence: 1 | 2 | 3 | 4 };

/** What the last recorded visit found. */
export async function readFound(reader: Reader, patientId: Id): Promise<Found | undefined> {
  const [row] = await reader.sql<Found>('SELECT on_day AS on, adherence FROM found_adherence WHERE county_id = $1 AND id = $2', [
    reader.countyId,
    patientId,
  ]);
  return row;
}

/** Keeps what the last visit found. @returns false for an older visit that comes in late: it changes nothing */
export async function noteFound(
  tx: Tx,
  { patientId, visitId, on, adherence }: Found & { readonly patientId: Id; readonly visitId: Id },
): Promise<boolean> {
  const rows = await tx.sql(
    `INSERT INTO found_adherence (county_id, id, visit_id, on_day, adherence) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (county_id, id) DO UPDATE SET visit_id = excluded.visit_id, on_day = excluded.on_day, adherence = excluded.adherence
     WHERE found_adherence.on_day <= excluded.on_day RETURNING id`,
    [tx.countyId, patientId, visitId, on, adherence],
  );
  return rows.length > 0;
}
