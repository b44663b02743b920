/** Starts the product's `plan-day` on a cloned county. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demonstrationFiles } from '../../tools/system/demonstration.mjs';

const root = join(import.meta.dirname, '../..');

/**
 * @param {{ clone: { url(role: string): string }, masterKeyFile: string, counties: readonly number[] }} what
 * @returns {Promise<{ begun: Promise<void>, done: Promise<number[]>, kill(): Promise<number[]> }>} `done`: seconds of each county; rejects
 *   when the planner failed. One connection plans.
 */
export async function startPlanner({ clone, masterKeyFile, counties }) {
  const directory = mkdtempSync(join(tmpdir(), 'guanhu-load-'));
  const { accountsFile } = await demonstrationFiles(directory, { serverUrl: 'http://127.0.0.1', simulatorUrl: 'http://127.0.0.1:1' });
  const log = join(directory, 'planner.log');
  const output = openSync(log, 'a', 0o600);
  const child = spawn(process.execPath, ['server/dist/cli/plan-day.js', ...counties.map(String)], {
    cwd: root,
    env: {
      ...process.env,
      DATABASE_URL: clone.url('app'),
      GUANHU_POOL: '1',
      GUANHU_DATA_DIR: directory,
      GUANHU_MASTER_KEY_FILE: masterKeyFile,
      GUANHU_CONFIG_FILE: accountsFile,
      GUANHU_PROFILE: 'demonstration',
    },
    stdio: ['ignore', output, output, 'ipc'],
  });
  const seconds = [];
  let killed = false;
  const begun = new Promise(resolve =>
    child.on('message', message => {
      if (message === 'begin') resolve();
      else seconds.push(message.seconds);
    }),
  );
  const done = once(child, 'exit').then(([code]) => {
    const words = readFileSync(log, 'utf8');
    rmSync(directory, { recursive: true, force: true });
    if (code !== 0 && !killed) throw new Error(`The planner failed:\n${words}`);
    return seconds;
  });
  return {
    begun,
    done,
    kill: async () => {
      killed = true;
      child.kill('SIGKILL');
      return done;
    },
  };
}
