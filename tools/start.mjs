/**
 * `npm start`: from a bare checkout to a living county. Only Node's own modules until the packages are installed.
 *
 * Settings (environment): GUANHU_PORT 7300, GUANHU_SIMULATOR_PORT 7310, GUANHU_DATABASE_PORT 7320; DATABASE_URL and OWNER_URL name a
 * PostgreSQL that is there already (roles without and with the right to migrate).
 */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { install } from './install.mjs';
import { clearStaleLock } from './postgres/stale-lock.mjs';
import { endAll } from './run.mjs';
import { requireFreePorts, settings } from './start/settings.mjs';
import { holdLock } from './start/lock.mjs';

const root = join(import.meta.dirname, '..');
const directory = join(root, '.data');
const whoIsWho = join(directory, 'who-is-who.txt');
const started = performance.now();
const say = line => console.log(`${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  ${line}`);

const stopped = new AbortController();
/** Settles when nothing of the system runs any more, or ever did. */
let system = Promise.resolve(undefined);
let stopping = false;

/** Stops everything, once, whoever asks first: a signal, a crash, a failure while starting. */
async function end(exitCode, why) {
  if (stopping) return;
  stopping = true;
  say(why);
  endAll();
  stopped.abort();
  await system.then(running => running?.stop()).catch(() => undefined);
  process.exit(exitCode);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end(0, 'stopping …'));

try {
  mkdirSync(directory, { recursive: true, mode: 0o711 });
  const { ports, external } = settings(process.env);
  holdLock(join(directory, 'start.pid'), `http://127.0.0.1:${ports.server}/`);
  await clearStaleLock(join(directory, 'postgres/cluster'), true); // a PostgreSQL whose parents were all killed keeps its port
  await requireFreePorts(ports, external);
  await install(say);
  await build({ say });
  await startAll(ports, external);
} catch (error) {
  await end(1, error.message);
}

async function startAll(ports, external) {
  const { startSystem } = await import('./system.mjs');
  const onCrash = ({ name, log }) => void end(1, `The ${name} ended by itself. Its log: ${log}`);
  system = startSystem({ directory, ports, external, say, onCrash, signal: stopped.signal });
  const running = await system;
  const { seedDemonstration } = await import('./start/seed.mjs');
  await seedDemonstration(running, { directory, whoIsWho, say });
  if (stopping) return;
  say('ready');
  console.log(`
  The officials' desk     ${running.serverUrl}/
  The wall of phones      ${running.simulatorUrl}/
  Is the server ready?    ${running.serverUrl}/health/ready
  Logs                    ${join(directory, 'logs')}
`);
  if (existsSync(whoIsWho)) console.log(readFileSync(whoIsWho, 'utf8'));
  console.log('Ctrl-C stops everything.');
}
