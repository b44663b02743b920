/**
 * The night's plan as three bare statements in one transaction: the questions about medicine, the visits that come into sight, the
 * messages. It knows only the shipped policies and a county in which nothing has changed since yesterday.
 */
import pg from 'pg';

const CONFIRMATIONS = `
  INSERT INTO task (county_id, id, kind, key, patient_id, assignee_id, seat, due_on, overdue_after, opened_at)
  SELECT $1, new_id(), 'medicationConfirmation', 'medication:' || patient.id || ':' || $2::date, patient.id, guardianship.person_id, 'guardian', $2, $2, now()
  FROM patient
  JOIN guardianship ON guardianship.county_id = $1 AND guardianship.patient_id = patient.id AND guardianship.is_primary
    AND guardianship.since <= $2 AND (guardianship.until IS NULL OR guardianship.until >= $2)
  WHERE patient.county_id = $1 AND patient.state = 'inCare' AND EXISTS (
    SELECT FROM regimen WHERE regimen.county_id = $1 AND regimen.patient_id = patient.id AND since <= $2 AND (until IS NULL OR until >= $2))
  ON CONFLICT DO NOTHING`;
const VISITS = `
  INSERT INTO task (county_id, id, kind, key, patient_id, assignee_id, seat, due_on, overdue_after, opened_at)
  SELECT $1, new_id(), 'visit', 'visit:' || due.id || ':' || due.round, due.patient_id, team_seat.person_id, due.seat,
         due.due_on, due.overdue_after, now()
  FROM visit_due AS due
  JOIN patient ON patient.county_id = $1 AND patient.id = due.patient_id AND patient.state = 'inCare'
  JOIN team_seat ON team_seat.county_id = $1 AND team_seat.patient_id = due.patient_id AND team_seat.post = due.seat
    AND team_seat.since <= $2 AND (team_seat.until IS NULL OR team_seat.until >= $2)
  WHERE due.county_id = $1 AND due.due_on <= $2::date + $3::int
  ON CONFLICT DO NOTHING`;
const MESSAGES = `
  INSERT INTO outbox (county_id, id, kind, key, payload, not_before, created_at)
  SELECT $1, new_id(), 'remind', purpose || ':' || id,
         jsonb_build_object('purpose', purpose, 'personId', assignee_id, 'patientId', patient_id, 'objectId', id), now(), now()
  FROM task, LATERAL (SELECT CASE kind WHEN 'visit' THEN 'visit' ELSE 'medication' END AS purpose) AS named
  WHERE county_id = $1 AND due_on = $2 AND state = 'open' AND assignee_id IS NOT NULL
  ON CONFLICT DO NOTHING`;

/** @param {{ url: string, county: number, day: string, horizonDays: number }} what @returns {Promise<number>} seconds */
export async function planBare({ url, county, day, horizonDays }) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const started = performance.now();
    await client.query('BEGIN');
    await client.query(CONFIRMATIONS, [county, day]);
    await client.query(VISITS, [county, day, horizonDays]);
    await client.query(MESSAGES, [county, day]);
    await client.query('COMMIT');
    return (performance.now() - started) / 1000;
  } finally {
    await client.end();
  }
}
