import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { MedicationAnswer, NotTakenReason } from '@guanhu/shared/medication/medication.terms';
import type { CountyDatabase } from '../platform/database/database.ts';
import { PROMISED_IS_DUE, promising } from '../platform/outbox/promising.store.ts';
import type { WriteMark } from '../platform/http/writes.ts';

/**
 * Confirmations in one statement, because every family sends one every day, most of them in the same hours: the facts that decide, the
 * answers, the closed tasks, the deeds, the promises and the kept replies commit together or not at all. A row is written only where the rule
 * would grant it (`decideConfirmation`); where it was not, the facts say why. While the questions pause there is nothing to confirm, but a day
 * before the pause, and what was said on its first day by a phone that was out of reach, is still heard. A second request with the same key
 * fails on the kept reply. Written in the order of the patients, so that two statements never wait for each other in a circle.
 */
const CONFIRM = `
  WITH given AS (
    SELECT * FROM json_to_recordset($2::json) AS given (
      patient_id uuid, person_id uuid, session_id uuid, on_day date, today date, answer text, why text, backfilled boolean,
      tapped_at timestamptz, now timestamptz, key uuid, route text, body_digest bytea, kept_answer bytea, task_key text,
      confirmation_id uuid, deed_id uuid, act text, object_kind text, facts jsonb)
  ), known AS (
    SELECT given.*,
      EXISTS (SELECT FROM guardianship WHERE guardianship.county_id = $1 AND guardianship.patient_id = given.patient_id
              AND guardianship.person_id = given.person_id AND since <= today AND (until IS NULL OR until >= today)) AS is_guardian,
      (SELECT json_build_object('since', since, 'until', until) FROM regimen
       WHERE regimen.county_id = $1 AND regimen.patient_id = given.patient_id AND since <= given.on_day AND (until IS NULL OR until >= given.on_day)
         AND EXISTS (SELECT FROM patient WHERE patient.county_id = $1 AND patient.id = given.patient_id
                     AND ('medication' = ANY(care) OR care_since >= given.on_day)) LIMIT 1) AS regimen,
      (SELECT confirmation.person_id FROM confirmation
       WHERE confirmation.county_id = $1 AND confirmation.patient_id = given.patient_id AND confirmation.on_day = given.on_day) AS answered_by,
      EXISTS (SELECT FROM kept_answer WHERE kept_answer.county_id = $1 AND kept_answer.id = given.key) AS replayed
    FROM given
  ), acting AS (
    SELECT known.*, CASE WHEN NOT is_guardian THEN
      (SELECT guardian_id FROM guardian_helper AS helper
       JOIN guardianship AS held ON held.county_id = $1 AND held.patient_id = known.patient_id AND held.person_id = helper.guardian_id
         AND held.since <= today AND (held.until IS NULL OR held.until >= today)
       WHERE helper.county_id = $1 AND helper.patient_id = known.patient_id AND helper.person_id = known.person_id
         AND helper.since <= today AND (helper.until IS NULL OR helper.until >= today)
       ORDER BY held.is_primary DESC, helper.since, helper.id LIMIT 1) END AS on_behalf_of
    FROM known
  ), facts AS (
    SELECT *, is_guardian OR on_behalf_of IS NOT NULL AS guards FROM acting
  ), said AS (
    INSERT INTO confirmation (county_id, id, patient_id, on_day, answer, person_id, on_behalf_of, tapped_at, confirmed_at, why, backfilled)
    SELECT $1, confirmation_id, patient_id, on_day, answer, person_id, on_behalf_of, tapped_at, now, why, backfilled FROM facts
    WHERE guards AND regimen IS NOT NULL AND NOT replayed AND coalesce(answered_by, person_id) = person_id
    ORDER BY patient_id, on_day
    ON CONFLICT (county_id, patient_id, on_day) DO UPDATE
      SET answer = excluded.answer, why = excluded.why, backfilled = excluded.backfilled, on_behalf_of = excluded.on_behalf_of,
          tapped_at = excluded.tapped_at, confirmed_at = excluded.confirmed_at, version = confirmation.version + 1
      WHERE confirmation.person_id = excluded.person_id
    RETURNING id, patient_id, on_day, version, on_behalf_of
  ), written AS (
    SELECT facts.*, said.id AS said_id, said.version FROM said JOIN facts USING (patient_id, on_day)
  ), kept AS (
    INSERT INTO kept_answer (county_id, id, person_id, route, body_digest, answer, created_at)
    SELECT $1, key, person_id, route, body_digest, kept_answer, now() FROM written
  ), closed AS (
    UPDATE task SET state = 'done', closed_at = written.now, closed_by = written.person_id, version = task.version + 1
    FROM written WHERE task.county_id = $1 AND task.key = written.task_key AND task.state IN ('open', 'suspended')
  ), ${promising(`
    SELECT 'medication-confirmed' AS kind, key::text AS key, jsonb_build_object('patientId', patient_id, 'on', on_day, 'answer', answer, 'why', why) AS payload,
           now() AS not_before, false AS urgent FROM written`)}, due AS (
    ${PROMISED_IS_DUE}
  ), done AS (
    INSERT INTO deed (county_id, id, at, person_id, session_id, act, object_kind, object_id, patient_id, facts)
    SELECT $1, deed_id, now(), person_id, session_id, act, object_kind, said_id, patient_id,
           facts || jsonb_build_object('version', version) || CASE WHEN on_behalf_of IS NULL THEN '{}'::jsonb
             ELSE jsonb_build_object('onBehalfOf', on_behalf_of) END FROM written
  )
  SELECT key, guards, regimen, answered_by, replayed, said.id IS NOT NULL AS said FROM facts LEFT JOIN said USING (patient_id, on_day)`;

export type ConfirmRow = {
  readonly guards: boolean;
  readonly regimen: { readonly since: CalendarDate; readonly until: CalendarDate | null } | null;
  readonly answered_by: Id | null;
  readonly replayed: boolean;
  readonly said: boolean;
};

export type ConfirmWrite = {
  readonly patientId: Id;
  readonly sessionId: Id;
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
  readonly deed: { readonly id: Id; readonly act: string; readonly objectKind: string; readonly facts: object };
};

const bytes = (value: Buffer): string => `\\x${value.toString('hex')}`;
const given = ({ mark, deed, ...write }: ConfirmWrite) => ({
  patient_id: write.patientId,
  person_id: mark.personId,
  session_id: write.sessionId,
  on_day: write.on,
  today: write.today,
  answer: write.answer,
  why: write.why,
  backfilled: write.backfilled,
  tapped_at: write.tappedAt,
  now: write.now,
  key: mark.key,
  route: mark.route,
  body_digest: bytes(mark.bodyDigest),
  kept_answer: bytes(write.keptAnswer),
  task_key: write.taskKey,
  confirmation_id: write.confirmationId,
  deed_id: deed.id,
  act: deed.act,
  object_kind: deed.objectKind,
  facts: deed.facts,
});

/**
 * What the statement found of each, by the key of its request, and whether it wrote.
 * @param writes no two of one key, and no two of one patient and day
 * @throws when one of the keys is being written by another request: then nothing was written ({@link isKeyInHand})
 */
export async function writeConfirmations(
  county: CountyDatabase,
  writes: readonly ConfirmWrite[],
): Promise<ReadonlyMap<string, ConfirmRow>> {
  const rows = await county.plannedOnce<ConfirmRow & { key: string }>(CONFIRM, [county.countyId, JSON.stringify(writes.map(given))]);
  return new Map(rows.map(({ key, ...row }) => [key, row]));
}

/** Whether a write failed because another request with its key was there first. */
export const isKeyInHand = (error: unknown): boolean => (error as { constraint?: string }).constraint === 'kept_answer_pkey';
