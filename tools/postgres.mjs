/**
 * The PostgreSQL that comes with the project: a real server out of an npm package, its data in a directory of ours.
 *
 * Terminology
 * - home: the directory of one server: `passwords.json` (0600), `postgres.log`, and `cluster/`, PostgreSQL's own data, unless the account
 *   it runs under cannot reach the home.
 * - roles: `postgres` (superuser; only this module uses it), `owner` (migrates; may create databases), `app` (what server and worker
 *   connect as; neither SUPERUSER nor BYPASSRLS, so row-level security holds for it).
 *
 * PostgreSQL runs in a process group of its own: Ctrl-C in the terminal reaches us, not it, so that the server can be stopped first.
 * Should this process be killed outright, a watcher that only waits for the end of our pipe shuts PostgreSQL down.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { serverAccount } from './postgres/account.mjs';
import { initialise } from './postgres/initialise.mjs';
import { installation } from './postgres/installation.mjs';
import { migrate } from './postgres/migrate.mjs';
import { clearStaleLock } from './postgres/stale-lock.mjs';

const START_TIMEOUT_MS = 60_000;
const CANNOT_CONNECT_NOW = '57P03';

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: 200,
  timezone: 'UTC',
  // The log must not repeat what people typed: no failing statement, no parameter, no row in a DETAIL line.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length: 0,
  log_parameter_max_length_on_error: 0,
};

/** Tests throw their data away, so these need not survive a power cut. */
const THROWAWAY = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/**
 * Starts the server of a home, creating it on first use.
 * @param {import('./postgres.d.mts').StartOptions} options
 * @returns {Promise<import('./postgres.d.mts').RunningPostgres>}
 */
export async function startPostgres({ home, port, throwaway = false, stopOrphan = false, settings: own = {}, say = () => undefined }) {
  const account = await serverAccount();
  const { data, programs } = await installation(home, account, say);
  for (const directory of [home, data]) mkdirSync(directory, { recursive: true, mode: 0o711 });
  const cluster = join(data, 'cluster');
  await initialise(home, cluster, programs, account);
  await clearStaleLock(cluster, stopOrphan);

  const settings = Object.entries({ ...SETTINGS, ...(throwaway && THROWAWAY), ...own }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const log = openSync(join(home, 'postgres.log'), 'a', 0o600);
  const server = spawn(programs.postgres, ['-D', cluster, '-p', String(port), ...settings], {
    ...account.ids,
    cwd: data,
    detached: true,
    stdio: ['ignore', log, log],
  });
  const exited = new Promise((resolve, reject) => server.once('error', reject).once('exit', resolve));
  const watcher = watch(server.pid);
  const connection = connectPostgres(home, port);
  try {
    const early = exited.then(() => Promise.reject(new Error(`PostgreSQL stopped at once. Its last words:\n${lastWords(home)}`)));
    await Promise.race([ready(connection), early]);
    await ensureRoles(connection);
  } catch (error) {
    watcher.kill('SIGKILL');
    server.kill('SIGQUIT');
    throw error;
  }
  return {
    ...connection,
    pid: server.pid,
    data,
    /** Fast shutdown: open transactions are rolled back, a checkpoint is written. Resolves when the process is gone. */
    async stop() {
      watcher.kill('SIGKILL');
      server.kill('SIGINT');
      await exited;
    },
  };
}

/**
 * The connections of a server that runs, from any process that may read its passwords.
 * @param {string} home as given to `startPostgres`
 * @param {number} port
 * @returns {import('./postgres.d.mts').Postgres}
 */
export function connectPostgres(home, port) {
  const passwords = JSON.parse(readFileSync(join(home, 'passwords.json'), 'utf8'));
  const url = (role, database) => `postgresql://${role}:${passwords[role]}@127.0.0.1:${port}/${database}`;
  return {
    home,
    port,
    url,
    query: (role, database, text, values) => queryOnce(url(role, database), text, values),
    migrate: database => migrate(url('owner', database)),
  };
}

/** One statement on a connection of its own. */
export async function queryOnce(connectionString, text, values) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(text, values)).rows;
  } finally {
    await client.end();
  }
}

/** A shell that sleeps until our end of its pipe closes, which only happens when this process is gone. */
function watch(pid) {
  const watcher = spawn('/bin/sh', ['-c', `cat > /dev/null; kill -INT ${pid}`], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  watcher.unref();
  watcher.stdin.unref();
  return watcher;
}

async function ready(connection) {
  const giveUpAt = Date.now() + START_TIMEOUT_MS;
  for (;;) {
    try {
      return await connection.query('postgres', 'postgres', 'SELECT 1');
    } catch (error) {
      const starting = error.code === 'ECONNREFUSED' || error.code === CANNOT_CONNECT_NOW;
      if (!starting || Date.now() > giveUpAt) throw error;
      await sleep(50);
    }
  }
}

/** The two roles of the design; `owner` and `app` get the passwords that were made with the cluster. */
async function ensureRoles(connection) {
  const password = role => new URL(connection.url(role, 'postgres')).password; // base64url: nothing to escape
  await connection.query(
    'postgres',
    'postgres',
    `DO $$ BEGIN
      IF to_regrole('owner') IS NULL THEN CREATE ROLE owner LOGIN NOSUPERUSER CREATEDB PASSWORD '${password('owner')}'; END IF;
      IF to_regrole('app') IS NULL THEN CREATE ROLE app LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB PASSWORD '${password('app')}'; END IF;
    END $$`,
  );
}

const lastWords = home => readFileSync(join(home, 'postgres.log'), 'utf8').trim().split('\n').slice(-15).join('\n');
