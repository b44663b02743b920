/** Fills the demonstration county, once. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { queryOnce } from '../postgres.mjs';
import { run, seconds, tail } from '../run.mjs';

const root = join(import.meta.dirname, '../..');
const SEED = 'prisma/seeds/dist/demo/main.js';

/**
 * Runs the demonstration's seed against the running system unless the county is there and whole.
 * The seed is told where everything is by its environment, and writes who is who as its last act.
 * @param {import('../system.d.mts').System} system
 * @param {{ directory: string, whoIsWho: string, say: (line: string) => void }} options
 */
export async function seedDemonstration(system, { directory, whoIsWho, say }) {
  const [{ counties }] = await queryOnce(system.ownerUrl, 'SELECT count(*)::int AS counties FROM county');
  if (counties > 0 && existsSync(whoIsWho)) return;
  const started = performance.now();
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
  say(`made the demonstration county (${seconds(started)})`);
}
