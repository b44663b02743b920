/** "My tasks today", bare: three prepared statements, names opened, the same JSON. */
import { uuidv7 } from 'uuidv7';
import { app, listen, opener, pool, sessionOf, today } from './bare-server.mjs';

const TODAY = `
  SELECT done.count::int AS done, page.* FROM (
    SELECT count(*) FROM task WHERE county_id = $1 AND closed_by = ANY($2::uuid[]) AND state = 'done' AND closed_at >= $3
  ) AS done LEFT JOIN LATERAL (
    SELECT task.id, task.kind, task.reason, task.seat, task.patient_id, patient.name_sealed, area.name AS village_name,
           task.due_on, task.overdue_after, task.attempts, task.cause_id
    FROM task
    JOIN patient ON patient.county_id = $1 AND patient.id = task.patient_id
    JOIN area ON area.county_id = $1 AND area.id = patient.village_id
    WHERE task.county_id = $1 AND task.assignee_id = ANY($2::uuid[]) AND task.state = 'open'
    ORDER BY task.due_on, task.id LIMIT 51
  ) AS page ON true`;
const READ = `
  INSERT INTO read_log (county_id, id, at, person_id, session_id, what, patient_ids) VALUES ($1, $2, now(), $3, $4, 'tasks-today', $5::uuid[])`;

const DAY_MS = 86_400_000;
const open = await opener(1);

app.get('/api/tasks/today', async (request, reply) => {
  const session = await sessionOf(request);
  if (!session) return reply.code(401).send();
  const { county } = session;
  const now = today();
  const whose = [session.person_id, ...session.acting_for];
  const { rows } = await pool.query({ name: 'today', text: TODAY, values: [county, whose, new Date(`${now}T00:00:00+08:00`)] });
  const tasks = rows[0].id === null ? [] : rows;
  const shown = tasks.slice(0, 50);
  const last = tasks.length > 50 ? shown[49] : null;
  const seen = [...new Set(shown.map(row => row.patient_id))];
  if (seen.length > 0) await pool.query({ name: 'read', text: READ, values: [county, uuidv7(), session.person_id, session.id, seen] });
  return {
    today: now,
    rows: shown.map(row => ({
      taskId: row.id,
      kind: row.kind,
      reason: row.reason,
      seat: row.seat,
      patientId: row.patient_id,
      patientName: row.seat === 'guardian' ? null : open('patient', row.patient_id, 'name_sealed', row.name_sealed),
      villageName: row.village_name,
      dueOn: row.due_on,
      timing: now > row.overdue_after ? 'overdue' : row.due_on <= now ? 'today' : 'ahead',
      overdueDays: Math.max(0, (Date.parse(now) - Date.parse(row.overdue_after)) / DAY_MS),
      attempts: row.attempts,
      causeId: row.cause_id,
    })),
    next: last && `${last.due_on}_${last.id}`,
    doneToday: rows[0].done,
  };
});

await listen();
