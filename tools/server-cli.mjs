/**
 * Runs one of the server's command-line programs. It connects as the server does: to what DATABASE_URL names, or else to the system
 * that `npm start` runs in `.data`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { connectPostgres } from './postgres.mjs';
import { settings } from './start/settings.mjs';

const root = join(import.meta.dirname, '..');
const directory = join(root, '.data');

/** @param {string} name a program of server/src/cli */
export function runServerCli(name, args = process.argv.slice(2)) {
  const program = join(root, 'server/dist/cli', `${name}.js`);
  if (!existsSync(program)) {
    console.error('The server is not built yet: npm run build');
    process.exit(1);
  }
  const env = process.env.DATABASE_URL ? process.env : { ...process.env, ...ownEnvironment() };
  process.exit(spawnSync(process.execPath, [program, ...args], { stdio: 'inherit', env }).status ?? 1);
}

function ownEnvironment() {
  const home = join(directory, 'postgres');
  if (!existsSync(join(directory, 'accounts.json'))) {
    console.error('There is no system here yet: npm start makes one; or set the environment of your server.');
    process.exit(1);
  }
  const { ports } = settings(process.env);
  return {
    DATABASE_URL: connectPostgres(home, ports.database).url('app', 'guanhu'),
    GUANHU_DATA_DIR: directory,
    GUANHU_MASTER_KEY_FILE: join(directory, 'master.key'),
    GUANHU_CONFIG_FILE: join(directory, 'accounts.json'),
    GUANHU_PROFILE: 'demonstration',
  };
}
