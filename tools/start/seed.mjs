/** Fills the demonstration county, once. */
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { queryOnce } from '../postgres.mjs';
import { run, seconds, tail } from '../run.mjs';

const root = join(import.meta.dirname, '../..');
const SEED = 'prisma/seeds/dist/demo/main.js';

/**
 * Runs the demonstration's seed against the running system unless a county is there. A seed that was killed leaves its mark in the data
 * directory: then everything is emptied and it begins again. A county without the mark is somebody's, and is left alone.
 *
 * The seed tells the county's past under a clock of its own and does the worker's work in it, so the worker rests meanwhile. It is told
 * where everything is by its environment, and writes who is who as its last act.
 * @param {import('../system.d.mts').System} system
 * @param {{ directory: string, whoIsWho: string, say: (line: string) => void }} options
 */
export async function seedDemonstration(system, { directory, whoIsWho, say }) {
  const begun = join(directory, 'seed-begun');
  const [{ counties }] = await queryOnce(system.ownerUrl, 'SELECT count(*)::int AS counties FROM county');
  if (counties > 0 && !existsSync(begun)) return;
  const started = performance.now();
  const { worker, server } = system.programs;
  await worker.stop();
  if (counties > 0) {
    say('the demonstration county was left half made: beginning again');
    await server.stop(); // it remembers keys of what goes now
    await empty(system.ownerUrl);
    await server.start();
  }
  writeFileSync(begun, '');
  rmSync(whoIsWho, { force: true });
  const log = join(directory, 'logs/seed.log');
  const code = await run([process.execPath, SEED], {
    log,
    cwd: root,
    env: {
      ...system.environment,
      GUANHU_SERVER_URL: system.serverUrl,
      GUANHU_SIMULATOR_URL: system.simulatorUrl,
      GUANHU_WHO_IS_WHO: whoIsWho,
    },
  });
  if (code !== 0) throw new Error(`The demonstration county could not be made (${code}). The end of ${log}:\n${tail(log)}`);
  rmSync(begun);
  await worker.start();
  say(`made the demonstration county (${seconds(started)})`);
}

/** Takes every row out of our tables; the tables stay, and so do those of the task runner. */
async function empty(ownerUrl) {
  const tables = await queryOnce(
    ownerUrl,
    `SELECT quote_ident(relname) AS name FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition AND relname <> '_prisma_migrations'`,
  );
  await queryOnce(ownerUrl, `TRUNCATE ${tables.map(table => table.name).join(', ')}`);
}
