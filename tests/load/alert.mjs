/**
 * How soon everybody knows: from the report that the server took (its own time, before it answers) to the last of eight messages at the
 * simulator, four of a patient's team told by WeChat and by text. Five reports a second by guardians, one server and one worker, as a county
 * runs them. Beside it the time of the same eight requests sent bare. In turns of some seconds; of three runs the median.
 */
import { createHmac, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'undici';
import { uuidv7 } from 'uuidv7';
import { median, printFigures } from '../../tools/bench/figures.mjs';
import { build } from '../../tools/build.mjs';
import { workerId } from './large-county-rows.mjs';
import { signIns } from './large-county.mjs';
import { startMeasured } from './measured-program.mjs';
import { accessToken, bindPhones, COUNTY, ended, hangPhone, openCounty, startWorker } from './messaging-parts.mjs';

const root = join(import.meta.dirname, '../..');
const RUNS = 3;
/** Turns of each side in a run. */
const TURNS = 2;
const REPORTS_A_SECOND = 5;
const REPORTS_A_TURN = 40;
const MESSAGES = 8;
const PATIENTS = 2_000;
const WORKERS = PATIENTS / 20;
/** No message is under way longer, or it was lost. */
const PATIENCE_MS = 60_000;
const phoneNumber = n => `1990${String(n).padStart(7, '0')}`;

export async function measure() {
  await build({ only: ['shared', 'prisma-client', 'server', 'bundle', 'simulator'] });
  const county = await alarmCounty();
  try {
    const bare = await bareSender(county);
    // The first turn of each warms up.
    await productTurn(county);
    await bare.turn();
    const runs = [];
    for (let run = 0; run < RUNS; run++) {
      const [product, beside] = [[], []];
      for (let n = 0; n < TURNS; n++) {
        product.push(...(await productTurn(county)));
        beside.push(...(await bare.turn()));
      }
      runs.push({ product: shares(product), bare: shares(beside) });
    }
    await bare.close();
    print(runs);
  } finally {
    await county.stop();
  }
}

/** As many calls a second as reports come in, whether or not those before are finished. @returns what each resolves to */
async function steadily(call) {
  const all = [];
  const started = performance.now();
  for (let n = 0; n < REPORTS_A_TURN; n++) {
    await sleep(Math.max(0, started + (n * 1000) / REPORTS_A_SECOND - performance.now()));
    all.push(call());
  }
  return Promise.all(all);
}

/** @returns milliseconds to the last message of each report */
async function productTurn(county) {
  const reports = await steadily(() => county.report());
  const arrived = await county.arrivals(reports);
  return reports.map(({ incidentId, reportedAt }) => Math.max(...arrived.get(incidentId)) - reportedAt);
}

async function bareSender({ simulatorUrl, accounts, openids }) {
  const pool = new Pool(simulatorUrl, { connections: 64 });
  const path = `/cgi-bin/message/subscribe/send?access_token=${encodeURIComponent(await accessToken(simulatorUrl, accounts))}`;
  const send = async (target, text, headers = {}) => {
    const options = { method: 'POST', path: target, headers: { 'content-type': 'application/json', ...headers }, body: text };
    const answer = await (await pool.request(options)).body.json();
    if (answer.errcode !== 0 && answer.code !== 'OK') throw new Error(`the simulator answered ${JSON.stringify(answer)}`);
  };
  const { id, keys } = accounts.wechat.templates.incident;
  const values = { what: '有情况，请马上看', when: '2026年6月15日 18:30', note: '点开查看' };
  const data = Object.fromEntries(Object.entries(keys).map(([field, key]) => [key, { value: values[field] }]));
  let next = 0;
  const four = () => Array.from({ length: MESSAGES / 2 }, () => next++ % WORKERS);
  const eight = async () => {
    const started = performance.now();
    await Promise.all(
      four().flatMap(n => [
        send(path, JSON.stringify({ touser: openids[n], template_id: id, data, miniprogram_state: 'formal', lang: 'zh_CN' })),
        sendText(send, accounts.sms, n),
      ]),
    );
    return performance.now() - started;
  };
  return { turn: () => steadily(eight), close: () => pool.close() };
}

function sendText(send, { account, secret, sign }, n) {
  const body = JSON.stringify({ account, phone: phoneNumber(n), sign, text: '有情况，请马上打开小程序查看', reference: randomUUID() });
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', secret).update(`${timestamp}\n${body}`).digest('hex');
  return send('/sms/v1/messages', body, { 'x-timestamp': timestamp, 'x-signature': signature });
}

/** A county whose teams have phones, with one server and one worker. */
async function alarmCounty() {
  const open = await openCounty({ name: 'alert', patients: PATIENTS, purpose: 'incident' });
  const { where, simulatorUrl, serverUrl, accounts, env, directory, stops, stop } = open;
  try {
    const openids = await staff(open);
    const server = await startMeasured({
      file: 'server/dist/main.bundle.js',
      cwd: root,
      env,
      url: serverUrl,
      log: join(directory, 'server.log'),
    });
    stops.push(() => server.stop());
    const worker = await startWorker(env);
    stops.push(() => ended(worker, 'SIGTERM'));
    const { families } = signIns(where.masterKeyFile, { patients: PATIENTS, visitsEach: 0, planned: true });
    return new AlarmCounty({ simulatorUrl, serverUrl, accounts, openids, families, stop });
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Every patient has a doctor, a policeman and a leader beside the grid worker, four different people with phones. @returns their openids */
async function staff({ client, where, simulatorUrl, accounts }) {
  const templateId = accounts.wechat.templates.incident.id;
  const people = [];
  for (let n = 0; n < WORKERS; n++) {
    const openid = await hangPhone(simulatorUrl, templateId, { phoneNumber: phoneNumber(n), label: `干部${n}` });
    people.push({ personId: workerId(n), openid, phoneNumber: phoneNumber(n) });
  }
  await bindPhones(client, where, templateId, people);
  await client.query(
    `WITH grid AS (
       SELECT patient_id, (array_position($2::uuid[], person_id) - 1) AS n FROM team_seat WHERE county_id = $1 AND post = 'gridWorker'),
     gone AS (DELETE FROM team_seat WHERE county_id = $1 AND post <> 'gridWorker')
     INSERT INTO team_seat (county_id, id, patient_id, post, person_id, since)
     SELECT $1, new_id(), patient_id, post, ($2::uuid[])[(n + step) % $3 + 1], '2024-01-01'
     FROM grid CROSS JOIN (VALUES ('lead', 1), ('police', 2), ('doctor', 3)) AS seat (post, step)`,
    [COUNTY, people.map(person => person.personId), WORKERS],
  );
  await client.query('VACUUM ANALYZE');
  return people.map(person => person.openid);
}

class AlarmCounty {
  #parts;
  #next = 0;

  constructor(parts) {
    this.#parts = parts;
  }

  get simulatorUrl() {
    return this.#parts.simulatorUrl;
  }
  get accounts() {
    return this.#parts.accounts;
  }
  get openids() {
    return this.#parts.openids;
  }

  /** The next family's report, of somebody else's patient each time. @returns the incident and when the server took it */
  async report() {
    const { token, patientId } = this.#parts.families[(this.#next++ * 37) % PATIENTS];
    const response = await fetch(`${this.#parts.serverUrl}/api/patients/${patientId}/incidents`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': uuidv7() },
      body: JSON.stringify({ incidentId: uuidv7(), kind: 'threat', happenedAt: new Date().toISOString() }),
    });
    if (!response.ok) throw new Error(`a report was answered with ${response.status}: ${await response.text()}`);
    const { incidentId, reportedAt } = await response.json();
    return { incidentId, reportedAt: Date.parse(reportedAt) };
  }

  /** When the messages of each of these incidents reached their phones, once all of them have. */
  async arrivals(reports) {
    const giveUpAt = performance.now() + PATIENCE_MS;
    for (;;) {
      const arrived = await this.#arrived();
      if (reports.every(({ incidentId }) => arrived.get(incidentId)?.length === MESSAGES)) return arrived;
      if (performance.now() > giveUpAt) {
        const counts = reports.map(({ incidentId }) => arrived.get(incidentId)?.length ?? 0);
        throw new Error(`messages of the reports: ${counts.join(' ')}, not ${MESSAGES} each`);
      }
      await sleep(500);
    }
  }

  async #arrived() {
    const { phones } = await (await fetch(`${this.simulatorUrl}/phones`)).json();
    const [incidentOf, times] = [new Map(), new Map()];
    const note = (incidentId, at) => times.set(incidentId, [...(times.get(incidentId) ?? []), at]);
    for (const { messages } of phones)
      for (const { page, at } of messages) {
        const query = new URLSearchParams(page?.split('?')[1]);
        if (!query.has('incidentId')) continue;
        incidentOf.set(query.get('m'), query.get('incidentId'));
        note(query.get('incidentId'), at);
      }
    // A text says by its reference of which message it is; who got the message by WeChat too tells of which incident.
    for (const { texts } of phones)
      for (const { reference, at } of texts) if (incidentOf.has(reference)) note(incidentOf.get(reference), at);
    return times;
  }

  stop() {
    return this.#parts.stop();
  }
}

function shares(times) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = share => sorted[Math.floor(share * (sorted.length - 1))];
  return { p50: at(0.5), p99: at(0.99), most: at(1) };
}

function print(runs) {
  console.table(
    runs.flatMap((run, n) =>
      Object.entries(run).map(([side, { p50, p99, most }]) => ({
        run: n + 1,
        side,
        'p50 ms': p50.toFixed(1),
        'p99 ms': p99.toFixed(1),
        'longest ms': most.toFixed(1),
        ratio: side === 'product' ? (p50 / run.bare.p50).toFixed(1) : '',
      })),
    ),
  );
  const middle = of => median(runs.map(of));
  printFigures('alert', {
    ratio: [middle(({ product, bare }) => product.p50 / bare.p50), 'x'],
    p50_ms: [middle(({ product }) => product.p50), 'ms'],
    p99_ms: [middle(({ product }) => product.p99), 'ms'],
    bare_p50_ms: [middle(({ bare }) => bare.p50), 'ms'],
    bare_p99_ms: [middle(({ bare }) => bare.p99), 'ms'],
  });
}
