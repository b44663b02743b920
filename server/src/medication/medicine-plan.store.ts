import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import { ownOf, type Spread } from '@guanhu/shared/policy/policy-in-force.rules';
import type { Part } from '../agenda/agenda.public.ts';
import type { Tx } from '../platform/database/database.ts';
import { PROMISED_IS_DUE, promising } from '../platform/outbox/promising.store.ts';
import { SILENCE, TAKING } from './medication.store.ts';

const TODAYS = `regimen.county_id = $1 AND regimen.since <= $2 AND (regimen.until IS NULL OR regimen.until >= $2)`;
const OF_PART = `regimen.patient_id BETWEEN $3 AND $4`;
/** What the townships $7 have set themselves: how far they look ahead, and a number of days. */
const OWN = `LEFT JOIN unnest($7::uuid[], $8::date[], $9::int[]) AS own (township_id, sight, days) ON own.township_id = patient.township_id`;
/** Whoever holds one of these seats (an array) of the patient on $2, the first one first. */
const holderOf = (seats: string) => `LEFT JOIN LATERAL (
    SELECT person_id, post FROM team_seat
    WHERE team_seat.county_id = $1 AND team_seat.patient_id = patient.id AND team_seat.post = ANY(${seats})
      AND team_seat.since <= $2 AND (team_seat.until IS NULL OR team_seat.until >= $2)
    ORDER BY array_position(${seats}, team_seat.post), team_seat.since, team_seat.id LIMIT 1
  ) AS holder ON true`;
const holder = (...posts: readonly [string, ...string[]]) => holderOf(`ARRAY[${posts.map(post => `'${post}'`).join(', ')}]`);

/**
 * Injections of a part ($3, $4) that come into sight: due on $5 or earlier, late $6 days after. Asked of the first of the policy's seats that
 * is held: those of $10, by name with blanks between, where the townships have not set their own ($11).
 */
export const INJECTIONS_DUE = `
  SELECT 'injection', 'injection:' || patient.id || ':' || injection_due_on, patient.id, holder.person_id, coalesce(holder.post, asked.seats[1]), NULL::text, NULL::uuid,
         injection_due_on, injection_due_on + coalesce(own.days, $6::int)
  ${TAKING}
  LEFT JOIN unnest($7::uuid[], $8::date[], $9::int[], $11::text[]) AS own (township_id, sight, days, seats) ON own.township_id = patient.township_id
  CROSS JOIN LATERAL (SELECT string_to_array(coalesce(own.seats, $10::text), ' ') AS seats) AS asked
  ${holderOf('asked.seats')}
  WHERE ${TODAYS} AND ${OF_PART} AND patient.id BETWEEN $3 AND $4 AND injection_due_on <= coalesce(own.sight, $5::date)
    AND (regimen.until IS NULL OR injection_due_on <= regimen.until)`;

/**
 * Supplies of a part ($3, $4) that run out on $5 or earlier (latestToRefill): due $6 days before, in time until the day before the gap
 * (refillDates).
 */
export const REFILLS_DUE = `
  SELECT 'refill', 'refill:' || patient.id || ':' || runs_out_on, patient.id, holder.person_id, coalesce(holder.post, 'gridWorker'), NULL::text, NULL::uuid,
         runs_out_on - coalesce(own.days, $6::int), runs_out_on - 1
  ${TAKING} ${OWN} ${holder('gridWorker', 'lead')}
  WHERE ${TODAYS} AND ${OF_PART} AND patient.id BETWEEN $3 AND $4 AND runs_out_on <= coalesce(own.sight, $5::date)
    AND (regimen.until IS NULL OR runs_out_on <= regimen.until)`;

/** A family says that nothing is left on $2: somebody fetches more today, whatever the prediction was. Of one patient ($3). */
export const RAN_OUT = `
  SELECT 'refill', 'refill:' || patient.id || ':' || $2::date, patient.id, holder.person_id, coalesce(holder.post, 'gridWorker'), NULL::text, NULL::uuid,
         $2::date, $2::date
  ${TAKING} ${holder('gridWorker', 'lead')}
  WHERE ${TODAYS} AND patient.id = $3 AND NOT EXISTS (
    SELECT FROM task WHERE task.county_id = $1 AND task.patient_id = patient.id AND task.kind = 'refill' AND task.state IN ('open', 'suspended'))`;

/** What no order asks for any more is taken off the lists. */
export async function dropUnordered(tx: Tx, day: CalendarDate, part: Part, now: Date): Promise<void> {
  await tx.sql(
    `UPDATE task SET state = 'cancelled', closed_at = $5, version = task.version + 1
     WHERE task.county_id = $1 AND task.patient_id BETWEEN $3 AND $4 AND task.kind IN ('injection', 'refill')
       AND task.state IN ('open', 'suspended') AND NOT EXISTS (
         SELECT FROM regimen WHERE ${TODAYS} AND ${OF_PART} AND regimen.patient_id = task.patient_id)`,
    [tx.countyId, day, part.from, part.to, now],
  );
}

/**
 * Families among these silent ones of a part that have said nothing since `latest` or earlier are asked once more, kindly, by a message that
 * opens today's question: once for each silence, and before anybody telephones (`called`: silent so long already). A pause of the questions
 * is no silence.
 */
export async function askSilent(
  tx: Tx,
  silent: readonly Id[],
  {
    day,
    part,
    latest,
    called,
    notBefore,
  }: { day: CalendarDate; part: Part; latest: Spread<CalendarDate>; called: Spread<CalendarDate>; notBefore: Date },
): Promise<void> {
  await tx.sql(
    `WITH late AS MATERIALIZED (
       SELECT patient.id AS patient_id, silent.since
       ${TAKING}
       LEFT JOIN unnest($8::uuid[], $9::date[], $10::date[]) AS own (township_id, latest, called) ON own.township_id = patient.township_id
       ${SILENCE}
       WHERE ${TODAYS} AND ${OF_PART} AND patient.id BETWEEN $3 AND $4 AND patient.id = ANY($11::uuid[])
         AND silent.since <= coalesce(own.latest, $5::date) AND silent.since > coalesce(own.called, $6::date)
     ), ${promising(`
     SELECT 'remind' AS kind, 'silence:' || late.patient_id || ':' || late.since AS key,
            jsonb_build_object('purpose', 'medication', 'personId', task.assignee_id, 'patientId', late.patient_id, 'objectId', task.id) AS payload,
            $7::timestamptz AS not_before, false AS urgent
     FROM late JOIN task ON task.county_id = $1 AND task.patient_id = late.patient_id AND task.kind = 'medicationConfirmation'
       AND task.due_on = $2 AND task.state = 'open' AND task.assignee_id IS NOT NULL`)} ${PROMISED_IS_DUE}`,
    [tx.countyId, day, part.from, part.to, latest.county, called.county, notBefore, ...ownOf(latest), ownOf(called)[1], silent],
  );
}
