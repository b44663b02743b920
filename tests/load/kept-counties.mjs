/**
 * Large counties are loaded once a day and kept as template databases; a measurement works in a clone. They live in a PostgreSQL of their
 * own below `.data/load`, which is only a cache: remove it to begin anew.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../tools/ports.mjs';
import { startPostgres } from '../../tools/postgres.mjs';
import { demonstrationFiles } from '../../tools/system/demonstration.mjs';
import { loadCounty, signIns } from './large-county.mjs';
import { day } from './large-county-rows.mjs';

const root = join(import.meta.dirname, '../..');
const directory = join(root, '.data/load');
const migrations = join(root, 'prisma/migrations');

/** Whatever makes another county: the schema, the rows, and the day, which the rows count from. */
function edition() {
  const hash = createHash('sha256').update(day(0));
  for (const name of readdirSync(migrations)) if (!name.includes('.')) hash.update(readFileSync(join(migrations, name, 'migration.sql')));
  for (const name of ['large-county.mjs', 'large-county-rows.mjs']) hash.update(readFileSync(join(import.meta.dirname, name)));
  return hash.digest('hex').slice(0, 12);
}

/** As a server of a county is set that holds a million patients (docs/runbooks/large-county.md): for the product and for what it is compared with. */
const SERVER = { shared_buffers: '2GB', max_wal_size: '8GB' };

const nameOf = ({ patients, visitsEach, planned, neighbours }) =>
  `load_${edition()}_${patients}_${visitsEach}${planned ? '_planned' : ''}${neighbours ? `_with_${neighbours}` : ''}`;

/** @typedef {{ patients: number, visitsEach: number, planned: boolean, neighbours?: number }} Size `neighbours`: more counties of the size */

/** Starts the PostgreSQL that keeps them. Stop it. */
export async function keptCounties() {
  const postgres = await startPostgres({
    home: join(directory, 'postgres'),
    port: await freePort(),
    throwaway: true,
    stopOrphan: true,
    settings: SERVER,
    say: console.log,
  });
  const { masterKeyFile } = await demonstrationFiles(directory, { serverUrl: 'http://127.0.0.1', simulatorUrl: 'http://127.0.0.1:1' });
  const admin = text => postgres.query('postgres', 'postgres', text);
  const url = role => name => postgres.url(role, name);
  const clones = new Set();

  /** @param {Size} size @returns {Promise<string>} the template's name */
  async function kept(size) {
    const name = nameOf(size);
    const rows = await admin(`SELECT datname AS name FROM pg_database WHERE datname LIKE 'load\\_%'`);
    const names = rows.map(row => row.name);
    // Yesterday's, those of another schema, and what was left half loaded or half used.
    for (const old of names.filter(
      each => !each.startsWith(`load_${edition()}_`) || each.endsWith('_clone') || each.endsWith('_unfinished'),
    ))
      if (!clones.has(old)) await admin(`DROP DATABASE "${old}" WITH (FORCE)`);
    if (names.includes(name)) return name;
    const started = performance.now();
    const unfinished = `${name}_unfinished`;
    await postgres.migrate(unfinished);
    await loadCounty({ superuserUrl: url('postgres')(unfinished), appUrl: url('app')(unfinished), masterKeyFile }, size);
    await admin(`ALTER DATABASE "${unfinished}" RENAME TO "${name}"`);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`${size.patients.toLocaleString('en')} patients with ${size.visitsEach} visits each are loaded (${seconds} s).`);
    return name;
  }

  return {
    masterKeyFile,
    /**
     * A county to work in, dropped by `drop`.
     * @param {Size} size
     */
    async clone(size) {
      const template = await kept(size);
      const name = `${template}_clone`;
      clones.add(name);
      await admin(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
      await admin(`CREATE DATABASE "${name}" TEMPLATE "${template}" STRATEGY FILE_COPY OWNER owner`);
      return {
        county: signIns(masterKeyFile, size),
        url: role => postgres.url(role, name),
        drop: async () => {
          clones.delete(name);
          await admin(`DROP DATABASE "${name}" WITH (FORCE)`);
        },
      };
    },
    stop: () => postgres.stop(),
  };
}
