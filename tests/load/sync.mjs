/**
 * The first sync of a grid worker who answers for 300 people, on loopback: all that the phone keeps of them and of the day's tasks; and the
 * next one, when nothing has changed.
 */
import pg from 'pg';
import { median, printFigures } from '../../tools/bench/figures.mjs';
import { measuredServers } from './measured-servers.mjs';

const PATIENTS = 300;
const RUNS = 5;
const LIMITS = { seconds: 3, bytes: 1_000_000 };

export async function measure() {
  const { sides, stop } = await measuredServers({ product: { size: { patients: PATIENTS, visitsEach: 0, planned: true } } });
  try {
    const { url, clone, county } = sides.product;
    await giveEverybodyTo(clone.url('owner'));
    const [{ token }] = county.workers;
    await wholeSync(url, token, []); // the first request of a process pays for what every later one finds ready
    const runs = [];
    for (let run = 0; run < RUNS; run++) {
      const first = await wholeSync(url, token, []);
      const again = await syncPatients(url, token, first.known);
      runs.push({
        seconds: first.seconds,
        bytes: first.bytes,
        patients: first.known.length,
        tasks: first.tasks,
        'bytes again': again.bytes,
      });
    }
    console.table(runs);
    const figure = name => median(runs.map(run => run[name]));
    printFigures('sync', {
      seconds: [figure('seconds'), 's'],
      bytes: [figure('bytes'), 'bytes'],
      again_bytes: [figure('bytes again'), 'bytes'],
    });
    if (runs.some(({ patients }) => patients !== PATIENTS)) throw new Error('not everybody came');
    if (figure('seconds') > LIMITS.seconds || figure('bytes') > LIMITS.bytes) {
      console.error('The first sync is slower or larger than it may be.');
      process.exitCode = 1;
    }
  } finally {
    await stop();
  }
}

/** The first grid worker takes over every seat and every task of the others. */
async function giveEverybodyTo(ownerUrl) {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query(`SELECT person_id FROM team_seat WHERE post = 'gridWorker' ORDER BY patient_id LIMIT 1`);
    const worker = rows[0].person_id;
    await client.query(`UPDATE team_seat SET person_id = $1 WHERE post = 'gridWorker'`, [worker]);
    await client.query(`UPDATE task SET assignee_id = $1 WHERE seat = 'gridWorker' AND state = 'open'`, [worker]);
  } finally {
    await client.end();
  }
}

async function wholeSync(url, token, known) {
  const started = performance.now();
  const patients = await syncPatients(url, token, known);
  let bytes = patients.bytes;
  let tasks = 0;
  for (let after = ''; after !== null;) {
    const page = await ask(url, token, `/api/tasks/today?limit=100${after === '' ? '' : `&after=${after}`}`);
    bytes += page.bytes;
    tasks += page.body.rows.length;
    after = page.body.next;
  }
  return { seconds: (performance.now() - started) / 1000, bytes, tasks, known: patients.known };
}

async function syncPatients(url, token, known) {
  const { body, bytes } = await ask(url, token, '/api/patients/sync', { known });
  return { bytes, known: body.changed.map(({ mark, row }) => ({ patientId: row.patientId, mark })) };
}

async function ask(url, token, path, body) {
  const response = await fetch(url + path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text}`);
  return { bytes: Buffer.byteLength(text), body: JSON.parse(text) };
}
