/** Gets the packages when they are missing or not those of the lock file. Node's own modules only: nothing is installed yet. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, seconds, tail } from './run.mjs';

const root = join(import.meta.dirname, '..');
const PNPM = 'pnpm@10.34.9';

/** pnpm keeps the lock file that it installed. */
function isInstalled() {
  const installed = join(root, 'node_modules/.pnpm/lock.yaml');
  return existsSync(installed) && readFileSync(installed, 'utf8') === readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8');
}

/** @param {(line: string) => void} say */
export async function install(say) {
  if (isInstalled()) return;
  const started = performance.now();
  say('installing the packages …');
  const log = join(root, '.data/build/install.log');
  const code = await run(['npx', '-y', PNPM, 'install', '--frozen-lockfile'], { log, cwd: root, env: { CI: 'true' } });
  if (code !== 0) throw new Error(`The packages could not be installed (${code}). The end of ${log}:\n${tail(log)}`);
  say(`installed the packages (${seconds(started)})`);
}
