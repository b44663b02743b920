/** A medicine confirmation, bare: the session, then one statement that writes everything. */
import { createHash } from 'node:crypto';
import { app, listen, pool, sealer, sessionOf } from './bare-server.mjs';
import { uuidv7 } from 'uuidv7';

const CONFIRM = `
  WITH facts AS (
    SELECT EXISTS (SELECT FROM guardianship WHERE county_id = $1 AND patient_id = $2 AND person_id = $3 AND since <= $4
                   AND (until IS NULL OR until >= $4))
       AND EXISTS (SELECT FROM regimen WHERE county_id = $1 AND patient_id = $2 AND since <= $4 AND (until IS NULL OR until >= $4)) AS may
  ), kept AS (
    INSERT INTO kept_answer (county_id, id, person_id, route, body_digest, answer, created_at)
    SELECT $1, $8, $3, 'POST /patients/:patientId/medication/confirmations', $9, $10, now() FROM facts WHERE may
    ON CONFLICT DO NOTHING RETURNING id
  ), said AS (
    INSERT INTO confirmation (county_id, id, patient_id, on_day, answer, person_id, tapped_at, confirmed_at)
    SELECT $1, $11, $2, $4, $5, $3, $6, $7 FROM kept
    ON CONFLICT (county_id, patient_id, on_day) DO UPDATE
      SET answer = excluded.answer, tapped_at = excluded.tapped_at, confirmed_at = excluded.confirmed_at, version = confirmation.version + 1
      WHERE confirmation.person_id = excluded.person_id
    RETURNING id, version
  ), closed AS (
    UPDATE task SET state = 'done', closed_at = $7, closed_by = $3, version = task.version + 1
    FROM said WHERE county_id = $1 AND key = $12 AND state IN ('open', 'suspended')
  ), promised AS (
    INSERT INTO outbox (county_id, id, kind, key, payload, not_before, created_at)
    SELECT $1, promise_id('medication-confirmed', $8::text), 'medication-confirmed', $8::text, $13::jsonb, now(), now() FROM said RETURNING id
  ), due AS (
    INSERT INTO outbox_due (county_id, id, urgent, not_before) SELECT $1, id, false, now() FROM promised
  ), done AS (
    INSERT INTO deed (county_id, id, at, person_id, session_id, act, object_kind, object_id, patient_id, facts)
    SELECT $1, $14, now(), $3, $15, 'medication:confirmed', 'confirmation', said.id, $2, $16::jsonb || jsonb_build_object('version', said.version)
    FROM said
  )
  SELECT EXISTS (SELECT FROM said) AS said`;

const seal = await sealer(1);

app.post('/api/patients/:patientId/medication/confirmations', async (request, reply) => {
  const session = await sessionOf(request);
  if (!session) return reply.code(401).send();
  const { patientId } = request.params;
  const { on, answer, at } = request.body;
  const key = request.headers['idempotency-key'];
  const now = new Date();
  const said = { on, answer, confirmedAt: now.toISOString() };
  const { rows } = await pool.query({
    name: 'confirm',
    text: CONFIRM,
    values: [
      session.county,
      patientId,
      session.person_id,
      on,
      answer,
      new Date(at),
      now,
      key,
      createHash('sha256')
        .update(JSON.stringify([request.params, request.body]))
        .digest(),
      seal('kept_answer', key, 'answer', JSON.stringify(said)),
      uuidv7(),
      `medication:${patientId}:${on}`,
      JSON.stringify({ patientId }),
      uuidv7(),
      session.id,
      JSON.stringify({ on, answer }),
    ],
  });
  return rows[0].said ? said : reply.code(404).send();
});

await listen();
