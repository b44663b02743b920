/** Makes a cluster, with passwords that exist nowhere else. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const ROLES = ['postgres', 'owner', 'app'];

const FLAGS = [
  '--username=postgres',
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  // Byte order by default, the same on every machine; Chinese order is asked for by name (ICU `zh-u-co-pinyin`).
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C',
];

/**
 * Fills `cluster` unless it is there. An interrupted attempt leaves no half cluster: it is made beside and renamed.
 * @param {string} home gets `passwords.json`, readable only by us
 */
export async function initialise(home, cluster, programs, account) {
  if (existsSync(cluster) && existsSync(join(home, 'passwords.json'))) return;
  // Without its passwords a cluster cannot be entered; it is kept in case they turn up.
  if (existsSync(cluster)) renameSync(cluster, `${cluster}.without-passwords-${Date.now()}`);
  const unfinished = `${cluster}.unfinished`;
  const data = dirname(cluster);
  const passwordFile = join(data, 'initdb-password');
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  account.own(unfinished);

  const passwords = Object.fromEntries(ROLES.map(role => [role, randomBytes(24).toString('base64url')]));
  writeFileSync(join(home, 'passwords.json'), JSON.stringify(passwords), { mode: 0o600 });
  writeFileSync(passwordFile, passwords.postgres, { mode: 0o600 });
  account.own(passwordFile);
  try {
    await runInitdb(programs.initdb, [`--pgdata=${unfinished}`, `--pwfile=${passwordFile}`, ...FLAGS], { ...account.ids, cwd: data });
  } finally {
    rmSync(passwordFile);
  }
  renameSync(unfinished, cluster);
}

async function runInitdb(program, args, options) {
  const child = spawn(program, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
  let complaint = '';
  child.stderr.on('data', data => (complaint += data));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`PostgreSQL's data directory could not be made (initdb ended with ${code}):\n${complaint}`);
}
