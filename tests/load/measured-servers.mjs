/** Servers that are measured, each in a process of its own, on one PostgreSQL that holds large counties. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../tools/ports.mjs';
import { demonstrationFiles } from '../../tools/system/demonstration.mjs';
import { keptCounties } from './kept-counties.mjs';
import { startMeasured } from './measured-program.mjs';

const root = join(import.meta.dirname, '../..');
/** Connections of each server to PostgreSQL. */
const POOL = '16';

/**
 * @typedef {{ size: import('./kept-counties.mjs').Size, bare?: string }} Wanted `bare`: the module of a route to compare with; without it
 *   the product's server
 * @typedef {{ url: string, pid: number, clone: { url(role: string): string }, county: import('./large-county.mjs').County }} Side
 * @param {Record<string, Wanted>} wanted by the name of the side; sides of one size share a database
 * @returns {Promise<{ sides: Record<string, Side>, counties: { masterKeyFile: string }, stop(): Promise<void> }>}
 *   `stop` ends everything and leaves nothing but the kept counties
 */
export async function measuredServers(wanted) {
  const stops = [];
  const stop = async () => {
    while (stops.length > 0) await stops.pop()();
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void stop().finally(() => process.exit(130)));
  try {
    const directory = mkdtempSync(join(tmpdir(), 'guanhu-load-'));
    stops.push(() => rmSync(directory, { recursive: true, force: true }));
    const counties = await keptCounties();
    stops.push(() => counties.stop());
    const clones = new Map();
    const sides = {};
    for (const [side, { size, bare }] of Object.entries(wanted)) {
      let clone = clones.get(JSON.stringify(size));
      if (!clone) {
        clone = await counties.clone(size);
        clones.set(JSON.stringify(size), clone);
        stops.push(clone.drop);
      }
      const port = String(await freePort());
      const url = `http://127.0.0.1:${port}`;
      const env = bare
        ? bareEnvironment({ port, clone, masterKeyFile: counties.masterKeyFile })
        : await productEnvironment({ port, url, clone, masterKeyFile: counties.masterKeyFile, directory: join(directory, side) });
      const file = bare ?? 'server/dist/main.bundle.js';
      const program = await startMeasured({ file, cwd: root, env, url, log: join(directory, `${side}.log`) });
      stops.push(program.stop);
      sides[side] = { url, pid: program.pid, clone, county: clone.county };
    }
    return { sides, counties, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function productEnvironment({ port, url, clone, masterKeyFile, directory }) {
  const { accountsFile } = await demonstrationFiles(directory, { serverUrl: url, simulatorUrl: url });
  return {
    DATABASE_URL: clone.url('app'),
    GUANHU_PORT: port,
    GUANHU_POOL: POOL,
    GUANHU_DATA_DIR: directory,
    GUANHU_MASTER_KEY_FILE: masterKeyFile,
    GUANHU_CONFIG_FILE: accountsFile,
    GUANHU_PROFILE: 'demonstration',
  };
}

/** As the owner of the tables it is not held by row-level security: what the tenancy costs, it costs the product. */
const bareEnvironment = ({ port, clone, masterKeyFile }) => ({
  BARE_DATABASE_URL: clone.url('owner'),
  BARE_PORT: port,
  BARE_POOL: POOL,
  BARE_MASTER_KEY_FILE: masterKeyFile,
});
