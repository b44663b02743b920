/**
 * A county of 100,000 patients, each with a guardian and a team, on one day of its life. Larger than any: what serves it serves a
 * province's worth of ordinary ones. Invented throughout.
 *
 * A grid worker looks after 20 patients and has open: the visits due within a week or overdue (three in ten patients, as the intervals of
 * the three colours make it) and a call for one patient in ten. A guardian has today's question about the medicine.
 */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { copyRows } from './copy-rows.mjs';
import { day, patientId, PATIENTS, tables, WORKERS } from './large-county-rows.mjs';

const COUNTY = 1;
const range = count => Array.from({ length: count }, (_, n) => n);
const token = () => randomBytes(32).toString('base64url');

/** Sealing must be the product's own: what it cannot open it cannot show. */
const product = path => import(join(import.meta.dirname, '../../server/dist', path));

/**
 * Who is signed in: grid workers, and families (a guardian and their patient).
 * @typedef {{ today: string, workers: { token: string }[], families: { token: string, patientId: string }[] }} County
 */

/**
 * Loads the county into a migrated database.
 * @param {{ superuserUrl: string, appUrl: string, masterKeyFile: string }} where
 * @returns {Promise<County>}
 */
export async function loadCounty({ superuserUrl, appUrl, masterKeyFile }) {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    // The rows fit by construction; looking up half a million foreign keys would only take time.
    await client.query('SET session_replication_role = replica');
    await client.query(`INSERT INTO county (id, area_code, name) VALUES ($1, '990101', '试验县')`, [COUNTY]);
    const secrets = { workers: range(WORKERS).map(token), families: range(PATIENTS).map(token) };
    const vault = await openVault(appUrl, masterKeyFile);
    for (const [target, rows] of tables(vault, secrets)) await copyRows(client, target, withCounty(rows));
    await client.query('VACUUM ANALYZE');
    return {
      today: day(0),
      workers: secrets.workers.map(secret => ({ token: `${COUNTY}.${secret}` })),
      families: secrets.families.map((secret, n) => ({ token: `${COUNTY}.${secret}`, patientId: patientId(n) })),
    };
  } finally {
    await client.end();
  }
}

async function openVault(appUrl, masterKeyFile) {
  const { Database } = await product('platform/database/database.js');
  const { Vaults } = await product('platform/crypto/vault.js');
  const { readMasterKey } = await product('platform/crypto/master-key.js');
  const database = new Database(appUrl, 1, () => undefined);
  try {
    return await new Vaults(database, readMasterKey(masterKeyFile, 'demonstration').key).of(COUNTY);
  } finally {
    await database.close();
  }
}

function* withCounty(rows) {
  for (const row of rows) yield [COUNTY, ...row];
}
