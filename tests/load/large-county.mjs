/**
 * A large county, each patient with a guardian and a team, on one day of its life. With 100,000 patients it is larger than any: what serves
 * it serves a province's worth of ordinary ones. Invented throughout.
 *
 * A grid worker looks after 20 patients and has open: the visits due within a week or overdue (three in ten patients, as the intervals of
 * the three colours make it) and a call for one patient in ten. A guardian has today's question about the medicine.
 */
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { copyRows } from './copy-rows.mjs';
import { day, patientId, tables, workersOf } from './large-county-rows.mjs';

/** The county that is asked, and the first of its neighbours. */
export const COUNTY = 1;
const NEIGHBOUR = 2;
const range = count => Array.from({ length: count }, (_, n) => n);

/** Sealing must be the product's own: what it cannot open it cannot show. */
const product = path => import(join(import.meta.dirname, '../../server/dist', path));

/** The secrets of everybody's sessions: the same for every load under one master key, so that they need not be kept. */
function secretsOf(masterKeyFile, patients) {
  const key = readFileSync(masterKeyFile);
  const secret = (kind, n) => createHmac('sha256', key).update(`${kind}:${n}`).digest('base64url');
  return {
    workers: range(workersOf(patients)).map(n => secret('worker', n)),
    families: range(patients).map(n => secret('family', n)),
    official: secret('official', 0),
  };
}

/**
 * Who is signed in: grid workers, families (a guardian and their patient), and an official of the first township.
 * @typedef {{ today: string, workers: { token: string }[], families: { token: string, patientId: string }[], official: { token: string } }} County
 * @returns {County}
 */
export function signIns(masterKeyFile, { patients }) {
  const { workers, families, official } = secretsOf(masterKeyFile, patients);
  return {
    today: day(0),
    workers: workers.map(secret => ({ token: `${COUNTY}.${secret}` })),
    families: families.map((secret, n) => ({ token: `${COUNTY}.${secret}`, patientId: patientId(n) })),
    official: { token: `${COUNTY}.${official}` },
  };
}

/**
 * Loads the county into a migrated database.
 * @param {{ superuserUrl: string, appUrl: string, masterKeyFile: string }} where
 * @param {import('./kept-counties.mjs').Size} size
 */
export async function loadCounty({ superuserUrl, appUrl, masterKeyFile }, size) {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    // The rows fit by construction; looking up millions of foreign keys would only take time.
    await client.query('SET session_replication_role = replica');
    const counties = countiesOf(size);
    for (const { id, name } of counties)
      await client.query('INSERT INTO county (id, area_code, name) VALUES ($1, $2, $3)', [id, String(990_100 + id), name]);
    const secrets = secretsOf(masterKeyFile, size.patients);
    const vaults = await openVaults(appUrl, masterKeyFile, counties);
    const makeIndexes = await withoutIndexes(client);
    for (const { id, planned } of counties)
      for (const [target, rows] of tables(vaults.get(id), secrets, { ...size, planned }))
        await copyRows(client, target, withCounty(id, rows));
    await makeIndexes();
    await client.query('VACUUM ANALYZE');
  } finally {
    await client.end();
  }
}

/** Takes every index and constraint of the county tables away: made once over all rows they cost a fraction. @returns what makes them again. */
async function withoutIndexes(client) {
  const { rows: constraints } = await client.query(`
    SELECT conrelid::regclass::text AS "table", conname AS name, contype AS kind, pg_get_constraintdef(oid) AS definition
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype IN ('f', 'p', 'u') AND conrelid <> 0
    ORDER BY contype = 'f' DESC`);
  const { rows: indexes } = await client.query(`
    SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition FROM pg_index
    JOIN pg_class ON pg_class.oid = indexrelid AND relnamespace = 'public'::regnamespace
    WHERE NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)`);
  for (const { table, name } of constraints) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT "${name}"`);
  for (const { name } of indexes) await client.query(`DROP INDEX ${name}`);
  return async () => {
    await client.query(`SET maintenance_work_mem = '512MB'`);
    for (const { definition } of indexes) await client.query(definition);
    // NOT VALID: they fit by construction, and new rows are held to them all the same.
    for (const { table, name, kind, definition } of constraints.toReversed())
      await client.query(`ALTER TABLE ${table} ADD CONSTRAINT "${name}" ${definition}${kind === 'f' ? ' NOT VALID' : ''}`);
  };
}

/** The county of that size, and its neighbours, whose day is not planned. */
const countiesOf = ({ planned, neighbours = 0 }) => [
  { id: COUNTY, name: '试验县', planned },
  ...range(neighbours).map(n => ({ id: NEIGHBOUR + n, name: `试验${n + 2}县`, planned: false })),
];

async function openVaults(appUrl, masterKeyFile, counties) {
  const { Database } = await product('platform/database/database.js');
  const { Vaults } = await product('platform/crypto/vault.js');
  const { readMasterKey } = await product('platform/crypto/master-key.js');
  const database = new Database(appUrl, 1, () => undefined);
  try {
    const vaults = new Vaults(database, readMasterKey(masterKeyFile, 'demonstration').key);
    return new Map(await Promise.all(counties.map(async ({ id }) => [id, await vaults.of(id)])));
  } finally {
    await database.close();
  }
}

function* withCounty(county, rows) {
  for (const row of rows) yield [county, ...row];
}
