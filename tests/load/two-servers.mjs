/** The product's server and a bare one, each in a process of its own, on one PostgreSQL that holds the large county. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../tools/ports.mjs';
import { scratchPostgres } from '../../tools/postgres/scratch.mjs';
import { demonstrationFiles } from '../../tools/system/demonstration.mjs';
import { loadCounty } from './large-county.mjs';
import { startMeasured } from './measured-program.mjs';

const root = join(import.meta.dirname, '../..');
const DATABASE = 'guanhu_load';
/** Connections of each server to PostgreSQL. */
const POOL = '16';

/**
 * @param {string} bare the module that serves the bare route
 * @returns {Promise<{ county: import('./large-county.mjs').County, urls: { product: string, bare: string }, stop(): Promise<void> }>}
 *   `stop` ends everything and leaves nothing
 */
export async function twoServers(bare) {
  const stops = [];
  const stop = async () => {
    while (stops.length > 0) await stops.pop()();
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void stop().finally(() => process.exit(130)));
  try {
    const directory = mkdtempSync(join(tmpdir(), 'guanhu-load-'));
    stops.push(() => rmSync(directory, { recursive: true, force: true }));
    const postgres = await scratchPostgres();
    stops.push(() => postgres.stop());
    await postgres.migrate(DATABASE);

    const ports = { product: String(await freePort()), bare: String(await freePort()) };
    const urls = { product: `http://127.0.0.1:${ports.product}`, bare: `http://127.0.0.1:${ports.bare}` };
    const { masterKeyFile, accountsFile } = await demonstrationFiles(directory, { serverUrl: urls.product, simulatorUrl: urls.product });
    const url = role => postgres.url(role, DATABASE);
    const started = performance.now();
    const county = await loadCounty({ superuserUrl: url('postgres'), appUrl: url('app'), masterKeyFile });
    console.log(`100,000 patients are loaded (${((performance.now() - started) / 1000).toFixed(1)} s).`);

    const start = async (side, file, env) =>
      stops.push(await startMeasured({ file, cwd: root, env, url: urls[side], log: join(directory, `${side}.log`) }));
    await start('product', 'server/dist/main.js', {
      DATABASE_URL: url('app'),
      GUANHU_PORT: ports.product,
      GUANHU_POOL: POOL,
      GUANHU_DATA_DIR: directory,
      GUANHU_MASTER_KEY_FILE: masterKeyFile,
      GUANHU_CONFIG_FILE: accountsFile,
      GUANHU_PROFILE: 'demonstration',
    });
    // As the owner of the tables it is not held by row-level security: what the tenancy costs, it costs the product.
    await start('bare', bare, {
      BARE_DATABASE_URL: url('owner'),
      BARE_PORT: ports.bare,
      BARE_POOL: POOL,
      BARE_MASTER_KEY_FILE: masterKeyFile,
    });
    return { county, urls, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
