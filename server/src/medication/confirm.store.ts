import type { MedicationAnswer, NotTakenReason } from '@guanhu/shared/medication/medication.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { CountyDatabase } from '../platform/database/database.ts';
import type { WriteMark } from '../platform/http/writes.ts';

/**
 * One confirmation in one statement, because every family sends one every day: the facts that decide, the answer, the closed task,
 * the deed, the promise and the kept reply commit together or not at all. The write happens only where the rule would grant it
 * (`decideConfirmation`); when it did not, the facts say why. While the questions pause there is nothing to confirm, but a day before the
 * pause, and what was said on its first day by a phone that was out of reach, is still heard. A second request with the same key fails on the kept reply.
 */
const CONFIRM = `
  WITH known AS (
    SELECT
      EXISTS (SELECT FROM guardianship WHERE guardianship.county_id = $1 AND guardianship.patient_id = $2 AND guardianship.person_id = $3
              AND since <= $5 AND (until IS NULL OR until >= $5)) AS is_guardian,
      (SELECT json_build_object('since', since, 'until', until) FROM regimen
       WHERE regimen.county_id = $1 AND regimen.patient_id = $2 AND since <= $4 AND (until IS NULL OR until >= $4)
         AND EXISTS (SELECT FROM patient WHERE patient.county_id = $1 AND patient.id = $2 AND ('medication' = ANY(care) OR care_since >= $4)) LIMIT 1) AS regimen,
      (SELECT person_id FROM confirmation WHERE confirmation.county_id = $1 AND confirmation.patient_id = $2 AND on_day = $4) AS answered_by,
      EXISTS (SELECT FROM kept_answer WHERE kept_answer.county_id = $1 AND kept_answer.id = $9) AS replayed
  ), acting AS (
    SELECT known.*, CASE WHEN NOT is_guardian THEN
      (SELECT guardian_id FROM guardian_helper AS helper
       JOIN guardianship AS held ON held.county_id = $1 AND held.patient_id = $2 AND held.person_id = helper.guardian_id
         AND held.since <= $5 AND (held.until IS NULL OR held.until >= $5)
       WHERE helper.county_id = $1 AND helper.patient_id = $2 AND helper.person_id = $3
         AND helper.since <= $5 AND (helper.until IS NULL OR helper.until >= $5)
       ORDER BY held.is_primary DESC, helper.since, helper.id LIMIT 1) END AS on_behalf_of
    FROM known
  ), facts AS (
    SELECT *, is_guardian OR on_behalf_of IS NOT NULL AS guards FROM acting
  ), said AS (
    INSERT INTO confirmation (county_id, id, patient_id, on_day, answer, person_id, on_behalf_of, tapped_at, confirmed_at, why, backfilled)
    SELECT $1, $10, $2, $4, $6, $3, on_behalf_of, $7, $8, $24, $25 FROM facts
    WHERE guards AND regimen IS NOT NULL AND NOT replayed AND coalesce(answered_by, $3) = $3
    ON CONFLICT (county_id, patient_id, on_day) DO UPDATE
      SET answer = excluded.answer, why = excluded.why, backfilled = excluded.backfilled, on_behalf_of = excluded.on_behalf_of,
          tapped_at = excluded.tapped_at, confirmed_at = excluded.confirmed_at, version = confirmation.version + 1
      WHERE confirmation.person_id = excluded.person_id
    RETURNING id, version, on_behalf_of
  ), kept AS (
    INSERT INTO kept_answer (county_id, id, person_id, route, body_digest, answer, created_at)
    SELECT $1, $9, $3, $11, $12, $13, now() FROM said
  ), closed AS (
    UPDATE task SET state = 'done', closed_at = $8, closed_by = $3, version = task.version + 1
    FROM said WHERE task.county_id = $1 AND task.key = $14 AND task.state IN ('open', 'suspended')
  ), promised AS (
    INSERT INTO outbox (county_id, id, kind, key, payload, not_before, created_at)
    SELECT $1, $15, 'medication-confirmed', $9::text, jsonb_build_object('patientId', $2::uuid, 'on', $4::date, 'answer', $6::text, 'why', $24::text),
           now(), now() FROM said
    ON CONFLICT (county_id, kind, key) DO NOTHING
  ), done AS (
    INSERT INTO deed (county_id, id, at, person_id, session_id, act, object_kind, object_id, patient_id, facts)
    SELECT $1, $16, now(), $17, $18, $19, $20, coalesce(said.id, $21), $22,
           $23::jsonb || jsonb_build_object('version', said.version) || CASE WHEN said.on_behalf_of IS NULL THEN '{}'::jsonb
             ELSE jsonb_build_object('onBehalfOf', said.on_behalf_of) END FROM said
  )
  SELECT facts.*, EXISTS (SELECT FROM said) AS said FROM facts`;

export type ConfirmRow = {
  readonly guards: boolean;
  readonly regimen: { readonly since: CalendarDate; readonly until: CalendarDate | null } | null;
  readonly answered_by: Id | null;
  readonly replayed: boolean;
  readonly said: boolean;
};

export type ConfirmWrite = {
  readonly patientId: Id;
  readonly on: CalendarDate;
  readonly today: CalendarDate;
  readonly answer: MedicationAnswer;
  readonly why: NotTakenReason | null;
  readonly backfilled: boolean;
  readonly tappedAt: Date;
  readonly now: Date;
  readonly mark: WriteMark;
  readonly keptAnswer: Buffer;
  readonly taskKey: string;
  readonly confirmationId: Id;
  readonly promiseId: Id;
  /** Values of the deed's row from its id on; the object's id is the statement's own. */
  readonly deed: readonly unknown[];
};

/** What the statement found, and whether it wrote; undefined when the same key is being written by another request. */
export async function writeConfirmation(county: CountyDatabase, write: ConfirmWrite): Promise<ConfirmRow | undefined> {
  const { mark } = write;
  try {
    const [row] = await county.plannedOnce<ConfirmRow>(CONFIRM, [
      county.countyId,
      write.patientId,
      mark.personId,
      write.on,
      write.today,
      write.answer,
      write.tappedAt,
      write.now,
      mark.key,
      write.confirmationId,
      mark.route,
      mark.bodyDigest,
      write.keptAnswer,
      write.taskKey,
      write.promiseId,
      ...write.deed,
      write.why,
      write.backfilled,
    ]);
    return row;
  } catch (error) {
    if ((error as { constraint?: string }).constraint === 'kept_answer_pkey') return undefined;
    throw error;
  }
}
