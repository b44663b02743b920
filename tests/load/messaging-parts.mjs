/** What measurements of messages have in common: a simulator whose phones take everything, people bound to them, and processes of our own. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from '../../tools/ports.mjs';
import { scratchPostgres } from '../../tools/postgres/scratch.mjs';
import { demonstrationFiles } from '../../tools/system/demonstration.mjs';
import { WORKER_FLAGS } from '../../tools/system/server-flags.mjs';
import { loadCounty } from './large-county.mjs';

const root = join(import.meta.dirname, '../..');
const product = path => import(join(root, 'server/dist', path));
export const COUNTY = 1;
/** More than anything here can send: the quota is not what is measured. */
const NO_QUOTA = 1_000_000;

export const rowId = (kind, n) => `01900000-00${kind}-7000-8000-${n.toString(16).padStart(12, '0')}`;

/** One subscription to the purpose's template is good for many messages, nobody listens to events, and no quota is in the way. */
function unlimited({ accountsFile, simulatorFile }, purpose) {
  const accounts = JSON.parse(readFileSync(accountsFile, 'utf8'));
  accounts.wechat.templates[purpose].kind = 'long-term';
  accounts.wechat.messagesPerSecond = NO_QUOTA;
  accounts.sms.messagesPerSecond = NO_QUOTA;
  writeFileSync(accountsFile, JSON.stringify(accounts), { mode: 0o600 });
  const simulator = JSON.parse(readFileSync(simulatorFile, 'utf8'));
  for (const name of ['messageServer', 'stateFile', 'h5Directory']) delete simulator[name];
  const { id } = accounts.wechat.templates[purpose];
  for (const template of simulator.templates) if (template.id === id) template.kind = 'long-term';
  writeFileSync(simulatorFile, JSON.stringify(simulator), { mode: 0o600 });
  return accounts;
}

/**
 * A simulator, a PostgreSQL with a county of `patients`, and the environment of the programs that serve it; all of it ends with `stop`, or when
 * the process is interrupted.
 * @param {{ name: string, patients: number, purpose: string, prepare?: (files: { simulatorFile: string, accountsFile: string }) => void }} wish
 *   `purpose`: whose template takes every message; `prepare` changes the files before anything has read them
 */
export async function openCounty({ name, patients, purpose, prepare }) {
  const stops = [];
  const stop = async () => {
    while (stops.length > 0) await stops.pop()();
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void stop().finally(() => process.exit(130)));
  try {
    const directory = mkdtempSync(join(tmpdir(), `guanhu-${name}-`));
    stops.push(() => rmSync(directory, { recursive: true, force: true }));
    const [simulatorUrl, serverUrl] = [`http://127.0.0.1:${await freePort()}`, `http://127.0.0.1:${await freePort()}`];
    const files = await demonstrationFiles(directory, { serverUrl, simulatorUrl });
    const accounts = unlimited(files, purpose);
    prepare?.(files);
    stops.push(await startSimulator(files.simulatorFile));
    const postgres = await scratchPostgres();
    stops.push(() => postgres.stop());
    const database = `guanhu_${name}`;
    await postgres.migrate(database);
    const where = {
      superuserUrl: postgres.url('postgres', database),
      appUrl: postgres.url('app', database),
      masterKeyFile: files.masterKeyFile,
    };
    await loadCounty(where, { patients, visitsEach: 0, planned: true });
    const client = new pg.Client({ connectionString: where.superuserUrl });
    await client.connect();
    stops.push(() => client.end());
    const env = { ...programEnvironment(where, files, directory), GUANHU_PORT: new URL(serverUrl).port };
    return { client, where, simulatorUrl, serverUrl, accounts, accountsFile: files.accountsFile, env, directory, stops, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const programEnvironment = ({ appUrl, masterKeyFile }, { accountsFile }, directory) => ({
  ...process.env,
  DATABASE_URL: appUrl,
  GUANHU_POOL: '8',
  GUANHU_DATA_DIR: directory,
  GUANHU_MASTER_KEY_FILE: masterKeyFile,
  GUANHU_CONFIG_FILE: accountsFile,
  GUANHU_PROFILE: 'demonstration',
  GUANHU_LOG_LEVEL: 'error',
});

/** @returns how to end it */
async function startSimulator(config) {
  const child = fork(join(root, 'simulator/dist/main.js'), ['--config', config], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  await once(child.stdout, 'data');
  return () => ended(child, 'SIGTERM');
}

/**
 * The product's worker in a process of its own, ready.
 * @param {{ spoiledBy?: string }} how `spoiledBy`: a program that changes one of its modules, each of which is then a file of its own
 */
export async function startWorker(env, { spoiledBy } = {}) {
  const [program, more] = spoiledBy ? ['tests/load/spoiled-worker.mjs', ['--import', spoiledBy]] : ['server/dist/worker.bundle.js', []];
  const execArgv = [...WORKER_FLAGS, ...more];
  const child = fork(join(root, program), [], { env, execArgv, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => {
      throw new Error('the worker did not start');
    }),
  ]);
  return child;
}

export async function ended(child, signal) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill(signal);
  await exited;
}

const post = async (url, body) =>
  (await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })).json();

/** What our own requests to the platform carry. */
export async function accessToken(simulatorUrl, { wechat: { appid, secret } }) {
  return (await post(`${simulatorUrl}/cgi-bin/stable_token`, { grant_type: 'client_credential', appid, secret })).access_token;
}

/** A phone on the wall that takes the template's messages. @returns its openid */
export async function hangPhone(simulatorUrl, templateId, { phoneNumber, label }) {
  const { phoneId, openid } = await post(`${simulatorUrl}/phones`, { phoneNumber, label });
  await post(`${simulatorUrl}/phones/${phoneId}/subscribe`, { templateIds: [templateId] });
  return openid;
}

/**
 * Binds people to their phones, with their numbers and credit.
 * @param {{ personId: string, openid: string, phoneNumber: string }[]} people
 */
export async function bindPhones(client, { appUrl, masterKeyFile }, templateId, people) {
  const { Database } = await product('platform/database/database.js');
  const { Vaults } = await product('platform/crypto/vault.js');
  const { readMasterKey } = await product('platform/crypto/master-key.js');
  const database = new Database(appUrl, 1, () => undefined);
  const vault = await new Vaults(database, readMasterKey(masterKeyFile, 'demonstration').key).of(COUNTY);
  for (const [n, { personId, openid, phoneNumber }] of people.entries()) {
    const binding = rowId('41', n);
    await client.query(
      'INSERT INTO account_binding (county_id, id, person_id, openid_digest, openid_sealed, bound_at) VALUES ($1, $2, $3, $4, $5, now())',
      [
        COUNTY,
        binding,
        personId,
        vault.digest('openid', openid),
        vault.seal({ table: 'account_binding', row: binding, column: 'openid_sealed' }, openid),
      ],
    );
    await client.query('UPDATE person SET phone_sealed = $3, phone_digest = $4 WHERE county_id = $1 AND id = $2', [
      COUNTY,
      personId,
      vault.seal({ table: 'person', row: personId, column: 'phone_sealed' }, phoneNumber),
      vault.digest('phone', phoneNumber),
    ]);
    await client.query('INSERT INTO credit (county_id, id, person_id, template_id, messages_left) VALUES ($1, $2, $3, $4, 1)', [
      COUNTY,
      rowId('42', n),
      personId,
      templateId,
    ]);
  }
  await database.close();
}
