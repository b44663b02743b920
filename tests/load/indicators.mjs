/**
 * The indicators page of a county as large as a province, a million patients with five million visits, beside the same numbers by plain SQL
 * over the history; and what the facts that the page stands on add to the recording of a visit, each recorded visit in turn with the bare
 * statement that tells the patient's year.
 *
 *   npm run bench -- indicators [patients]
 */
import { deepStrictEqual } from 'node:assert/strict';
import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { median, printFigures } from '../../tools/bench/figures.mjs';
import { build } from '../../tools/build.mjs';
import { COUNTS_OF_HISTORY } from './bare/indicators.mjs';
import { COUNTY } from './large-county.mjs';
import { day, patientId } from './large-county-rows.mjs';
import { measuredServers } from './measured-servers.mjs';

const PATIENTS = 1_000_000;
const VISITS_EACH = 5;
/** Patients whose year is told in one statement, where there are a million to tell. */
const TOLD_AT_ONCE = 20_000;
const PAGES = 60;
const HISTORIES = 3;
const VISITS = 240;
/** The first ones meet cold caches and code that is not compiled. */
const WARM_UP = 40;
const MONTHS = 12;
const PATIENTS_A_WORKER = 20;

const product = path => import(`../../server/dist/${path}`);

export async function measure([asked] = []) {
  const patients = asked === undefined ? PATIENTS : Number(asked);
  await build({ only: ['shared', 'prisma-client', 'server', 'bundle', 'simulator'] });
  const { sides, stop } = await measuredServers({ product: { size: { patients, visitsEach: VISITS_EACH, planned: false } } });
  const { url, county, clone } = sides.product;
  const owner = new pg.Client({ connectionString: clone.url('owner') });
  await owner.connect();
  try {
    await official(owner);
    const told = await seconds(() => tellAll(owner, patients));
    const counted = await seconds(() => countAll(owner));
    console.log(
      `The years of ${patients.toLocaleString('en')} patients are told (${told.toFixed(1)} s), their month is counted (${counted.toFixed(1)} s).`,
    );
    const read = await pages(url, county.official.token);
    const history = await histories(owner, read.answer);
    const write = await visits(url, county, owner);
    console.table([
      {
        'page ms': read.ms.toFixed(1),
        'history ms': history.toFixed(0),
        speedup: (history / read.ms).toFixed(0),
        'record ms': write.record.toFixed(2),
        'facts ms': write.facts.toFixed(2),
        'write cost': `${(write.cost * 100).toFixed(1)} %`,
      },
    ]);
    printFigures('indicators', {
      speedup: [history / read.ms, 'x'],
      write_cost: [write.cost, 'share'],
      page_ms: [read.ms, 'ms'],
      history_ms: [history, 'ms'],
      count_s: [counted, 's'],
      record_ms: [write.record, 'ms'],
      facts_ms: [write.facts, 'ms'],
    });
  } finally {
    await owner.end();
    await stop();
  }
}

async function seconds(run) {
  const started = performance.now();
  await run();
  return (performance.now() - started) / 1000;
}

/** The official of the first township answers for the whole county. */
const official = owner =>
  owner.query(
    `INSERT INTO post (county_id, id, person_id, role, area_id, from_on)
     SELECT $1, new_id(), post.person_id, 'mentalHealthDoctor', (SELECT id FROM area WHERE county_id = $1 AND parent_id IS NULL), '2020-01-01'
     FROM post WHERE county_id = $1 AND role = 'socialAffairsOfficer' LIMIT 1`,
    [COUNTY],
  );

/** The facts of every patient, by the statement that the product runs for one. */
async function tellAll(owner, patients) {
  const { TELL_YEARS } = await product('visits/visit-year.store.js');
  const year = Number(day(0).slice(0, 4));
  for (let from = 0; from < patients; from += TOLD_AT_ONCE) {
    const ids = Array.from({ length: Math.min(TOLD_AT_ONCE, patients - from) }, (_, n) => patientId(from + n));
    await owner.query(TELL_YEARS, [COUNTY, ids, year - 1, year]);
  }
  await owner.query('ANALYZE visit_year');
}

/** The running month as the product counts it, and as many before as the page shows. */
async function countAll(owner) {
  const { countMonth } = await product('indicators/count.store.js');
  const sql = async (text, values) => (await owner.query(text, values)).rows;
  await countMonth({ countyId: COUNTY, sql, sqlOfMany: sql }, { month: `${day(0).slice(0, 7)}-01`, until: day(0) }, new Date());
  const { rows } = await owner.query(
    `SELECT string_agg(quote_ident(column_name), ', ') AS columns FROM information_schema.columns
     WHERE table_name = 'indicator_month' AND column_name NOT IN ('county_id', 'id', 'month')`,
  );
  const { columns } = rows[0];
  await owner.query(
    `INSERT INTO indicator_month (county_id, id, month, ${columns})
     SELECT county_id, new_id(), (month - make_interval(months => back))::date, ${columns} FROM indicator_month CROSS JOIN generate_series(1, $2::int) AS back
     WHERE county_id = $1 ON CONFLICT DO NOTHING`,
    [COUNTY, MONTHS - 1],
  );
  await owner.query('ANALYZE indicator_month');
}

async function pages(url, token) {
  const ask = async () => {
    const response = await fetch(`${url}/api/indicators?month=${day(0).slice(0, 7)}`, { headers: { authorization: `Bearer ${token}` } });
    if (response.status !== 200) throw new Error(`the page answered ${response.status}: ${await response.text()}`);
    return response.json();
  };
  const times = [];
  let answer;
  for (let page = 0; page < PAGES; page++) times.push(1000 * (await seconds(async () => (answer = await ask()))));
  return { ms: median(times), answer };
}

/** What the page says must be what the history says. @throws */
async function histories(owner, { own }) {
  const times = [];
  for (let run = 0; run < HISTORIES; run++) {
    let rows;
    times.push(1000 * (await seconds(async () => ({ rows } = await owner.query(COUNTS_OF_HISTORY, [COUNTY, day(0)])))));
    const { management, standardManagement, medicated, regularlyMedicated, stable, faceVisited, examined } = own.values;
    deepStrictEqual(rows[0], {
      registered: management.denominator,
      managed: management.numerator,
      within_norm: standardManagement.numerator,
      taking: medicated.numerator,
      taking_regularly: regularlyMedicated.numerator,
      stable: stable.numerator,
      met: faceVisited.numerator,
      examined: examined.numerator,
    });
  }
  return median(times);
}

/** Visits of grid workers, each a patient's of their own; after each the same facts once more, bare. */
async function visits(url, { workers }, owner) {
  const { TELL_YEARS } = await product('visits/visit-year.store.js');
  const year = Number(day(0).slice(0, 4));
  const records = [];
  const facts = [];
  for (let n = 0; n < VISITS; n++) {
    const worker = n % workers.length;
    const patient = patientId(worker * PATIENTS_A_WORKER + (Math.floor(n / workers.length) % PATIENTS_A_WORKER));
    const visitId = await checkIn(url, workers[worker].token, patient);
    const record = 1000 * (await seconds(() => recordVisit(url, workers[worker].token, visitId)));
    const bare = await tellBare(owner, TELL_YEARS, patient, year);
    if (n < WARM_UP) continue;
    records.push(record);
    facts.push(bare);
  }
  const [record, told] = [median(records), median(facts)];
  return { record, facts: told, cost: told / (record - told) };
}

async function post(url, path, token, body) {
  const response = await fetch(`${url}/api${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': uuidv7() },
    body: JSON.stringify(body),
  });
  if (response.status >= 300) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return response.json();
}

async function checkIn(url, token, patient) {
  const visitId = uuidv7();
  await post(url, `/patients/${patient}/visits`, token, { visitId, at: new Date(Date.now() - 60_000).toISOString() });
  return visitId;
}

const recordVisit = (url, token, visitId) =>
  post(url, `/visits/${visitId}/record`, token, {
    version: 1,
    record: {
      result: 'done',
      form: 2,
      respondents: [1],
      risk: 0,
      symptoms: [],
      insight: 1,
      functions: { selfCare: 1 },
      adherence: 1,
      stability: 'stable',
    },
  });

/** One patient's year, written as if it had changed. */
async function tellBare(owner, text, patient, year) {
  await owner.query('BEGIN');
  await owner.query('UPDATE visit_year SET next_by = NULL WHERE county_id = $1 AND patient_id = $2', [COUNTY, patient]);
  const ms = 1000 * (await seconds(() => owner.query({ name: 'tell', text, values: [COUNTY, [patient], year, year] })));
  await owner.query('COMMIT');
  return ms;
}
