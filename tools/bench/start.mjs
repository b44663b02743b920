/**
 * Seconds from `npm start` to "ready": cold, in a fresh clone with empty package caches, and warm, the same again.
 *
 *   npm run bench -- start            three runs
 *   npm run bench -- start 1 cached   one run, with the packages in this machine's caches
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from '../ports.mjs';
import { median, printFigures } from './figures.mjs';

const root = join(import.meta.dirname, '../..');

export async function measure([runs = '3', caches = 'empty']) {
  const rows = [];
  for (let run = 1; run <= Number(runs); run++) {
    const place = mkdtempSync(join(tmpdir(), 'guanhu-bench-'));
    try {
      const clone = join(place, 'clone');
      execFileSync('git', ['clone', '--quiet', root, clone]);
      const env = { ...(await ports()), ...(caches === 'empty' && emptyCaches(place)) };
      rows.push({ cold: await startOnce(clone, env), warm: await startOnce(clone, env) });
    } finally {
      rmSync(place, { recursive: true, force: true });
    }
  }
  console.log(`Seconds until "ready", package caches ${caches}:`);
  console.table(rows);
  printFigures('start', { cold_s: [median(rows.map(row => row.cold)), 's'], warm_s: [median(rows.map(row => row.warm)), 's'] });
}

const ports = async () => ({
  GUANHU_PORT: String(await freePort()),
  GUANHU_SIMULATOR_PORT: String(await freePort()),
  GUANHU_DATABASE_PORT: String(await freePort()),
});

/** npm's and pnpm's caches, as on a machine where nothing was ever installed. */
const emptyCaches = place => ({
  npm_config_cache: join(place, 'npm-cache'),
  npm_config_store_dir: join(place, 'pnpm-store'),
  XDG_CACHE_HOME: join(place, 'cache'),
  XDG_DATA_HOME: join(place, 'data'),
});

/** @returns {Promise<number>} seconds until it says "ready"; it is stopped again */
async function startOnce(cwd, env) {
  const started = performance.now();
  const child = spawn('npm', ['start'], { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'], detached: true });
  const exited = once(child, 'exit');
  let ready;
  for await (const line of createInterface({ input: child.stdout })) {
    console.log(line);
    if (!/^\s*[\d.]+ s {2}ready$/.test(line)) continue;
    ready = (performance.now() - started) / 1000;
    process.kill(-child.pid, 'SIGINT');
  }
  await exited;
  if (ready === undefined) throw new Error('npm start did not become ready.');
  return ready;
}
