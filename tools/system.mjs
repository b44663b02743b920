/**
 * The whole system on this machine: PostgreSQL, simulator, server, worker. `npm start` runs one in `.data`; tests run their own in a
 * temporary directory with ports of their own. The product must be built.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { demonstrationFiles } from './system/demonstration.mjs';
import { Program } from './system/program.mjs';
import { SERVER_FLAGS, WORKER_FLAGS } from './system/server-flags.mjs';
import { startPostgres } from './postgres.mjs';
import { migrate } from './postgres/migrate.mjs';

const root = join(import.meta.dirname, '..');
const DATABASE = 'guanhu';

/**
 * @param {import('./system.d.mts').SystemOptions} options
 * @returns {Promise<import('./system.d.mts').System>}
 */
export async function startSystem({ directory, ports, throwaway = false, external, say = () => undefined, onCrash, env = {}, signal }) {
  const logs = join(directory, 'logs');
  mkdirSync(logs, { recursive: true, mode: 0o711 });
  const serverUrl = `http://127.0.0.1:${ports.server}`;
  const simulatorUrl = `http://127.0.0.1:${ports.simulator}`;
  const stops = []; // in the order of starting
  let stopped = Promise.resolve();
  /** Resolves when everything that had been started by now is gone, however often it is called. */
  const stop = () =>
    (stopped = stopped.then(async () => {
      while (stops.length > 0) await stops.pop()();
    }));

  signal?.addEventListener('abort', () => void stop()); // what is starting just now ends too, and the start fails
  try {
    signal?.throwIfAborted();
    const database = external ?? (await ownDatabase());
    await migrate(database.ownerUrl);
    signal?.throwIfAborted();
    say('the database is up to date');

    const files = await demonstrationFiles(directory, { serverUrl, simulatorUrl });
    const environment = {
      ...process.env,
      DATABASE_URL: database.appUrl,
      GUANHU_PORT: String(ports.server),
      GUANHU_DATA_DIR: directory,
      GUANHU_MASTER_KEY_FILE: files.masterKeyFile,
      GUANHU_CONFIG_FILE: files.accountsFile,
      GUANHU_PROFILE: 'demonstration',
      GUANHU_DESK_DIR: join(root, 'desk/dist'),
      ...env,
    };
    delete environment.OWNER_URL; // nothing that serves people may act as the owner
    const program = (name, args, ready) => new Program({ name, args, ready, env: environment, cwd: root, logs, say, onCrash });
    const leash = ['--import', join(import.meta.dirname, 'system/leash.mjs')];
    const simulator = program('simulator', [...leash, 'simulator/dist/main.js', '--config', files.simulatorFile], () =>
      answers(simulatorUrl),
    );
    const worker = program('worker', [...WORKER_FLAGS, 'server/dist/worker.bundle.js'], async ({ lastMessage }) => lastMessage === 'ready');
    const server = program('server', [...SERVER_FLAGS, 'server/dist/main.bundle.js'], () => answers(`${serverUrl}/health/ready`, true));
    for (const each of [simulator, worker, server]) {
      stops.push(() => each.stop());
      await each.start();
      signal?.throwIfAborted();
      say(`the ${each.name} is up`);
    }
    return { serverUrl, simulatorUrl, ...database, environment, programs: { simulator, worker, server }, stop };
  } catch (error) {
    await stop();
    throw error;
  }

  async function ownDatabase() {
    const home = join(directory, 'postgres');
    const start = () => startPostgres({ home, port: ports.database, throwaway, stopOrphan: true, say });
    let postgres = await start();
    stops.push(() => postgres.stop());
    say('PostgreSQL is up');
    return {
      appUrl: postgres.url('app', DATABASE),
      ownerUrl: postgres.url('owner', DATABASE),
      withDatabaseStopped: async work => {
        await postgres.stop();
        await work(join(postgres.data, 'cluster'));
        postgres = await start();
      },
    };
  }
}

/** Whether something answers; `well`: with a success. */
async function answers(url, well = false) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await response.body?.cancel();
    return response.ok || !well;
  } catch {
    return false;
  }
}
