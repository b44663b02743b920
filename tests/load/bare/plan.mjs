/**
 * The night's plan as five bare statements in one transaction: the questions about medicine, the visits that come into sight, whom to look
 * after at the three moments of the day. It knows only the shipped policies and a county in which nothing has changed since yesterday and
 * nothing is overdue.
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
/** Everybody who has something to do is looked after once at each moment of the day. What only came into sight this morning is told again. */
const moment = whose => `
  WITH promised AS (
  INSERT INTO outbox (county_id, id, kind, key, payload, not_before, created_at)
  SELECT $1, promise_id('remind-day', $3 || ':' || $2::date || ':' || person_id), 'remind-day', $3 || ':' || $2::date || ':' || person_id,
         jsonb_build_object('window', $3::text, 'day', $2::date, 'personId', person_id), $4::timestamptz, now()
  FROM (SELECT DISTINCT assignee_id AS person_id FROM task WHERE county_id = $1 AND state = 'open' AND assignee_id IS NOT NULL AND ${whose}) AS whose
  ON CONFLICT DO NOTHING RETURNING id, not_before)
  INSERT INTO outbox_due (county_id, id, urgent, not_before) SELECT $1, id, false, not_before FROM promised`;
const MOMENTS = {
  medicine: moment(`kind = 'medicationConfirmation' AND due_on = $2`),
  day: moment(`kind <> 'medicationConfirmation' AND due_on <= $2`),
  again: moment(`kind <> 'medicationConfirmation' AND due_on <= $2 AND opened_at > $5`),
};

/**
 * @param {{ url: string, county: number, day: string, horizonDays: number, at: Record<'medicine' | 'day' | 'again', Date> }} what
 *   `at`: the moments of the day
 * @returns {Promise<number>} seconds
 */
export async function planBare({ url, county, day, horizonDays, at }) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const started = performance.now();
    await client.query('BEGIN');
    await client.query(CONFIRMATIONS, [county, day]);
    await client.query(VISITS, [county, day, horizonDays]);
    await client.query(MOMENTS.medicine, [county, day, 'medicine', at.medicine]);
    await client.query(MOMENTS.day, [county, day, 'day', at.day]);
    await client.query(MOMENTS.again, [county, day, 'again', at.again, at.day]);
    await client.query('COMMIT');
    return (performance.now() - started) / 1000;
  } finally {
    await client.end();
  }
}
