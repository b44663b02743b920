/** The system account that PostgreSQL runs under: it refuses to run as root. */
import { execFileSync } from 'node:child_process';
import { chownSync, realpathSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

const NAME = 'postgres';

const idOf = flag => Number(execFileSync('id', [flag, NAME], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));

function findAccount() {
  try {
    return { uid: idOf('-u'), gid: idOf('-g') };
  } catch {
    return undefined;
  }
}

function createAccount() {
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', NAME], { stdio: 'pipe' });
  } catch (error) {
    throw new Error(`PostgreSQL does not run as root, and the system account "${NAME}" could not be created: ${error.message}
Create it by hand (useradd --system ${NAME}), run as another user, or set DATABASE_URL and OWNER_URL to a PostgreSQL of your own.`);
  }
  return findAccount();
}

/**
 * Who runs PostgreSQL: ourselves, or, when we are root, the account `postgres`, which is created if it is missing.
 * @returns {{ ids: { uid?: number, gid?: number }, own(path: string): void, canReach(path: string): boolean }}
 */
export function serverAccount() {
  if (process.getuid?.() !== 0) return { ids: {}, own: () => undefined, canReach: () => true };
  const ids = findAccount() ?? createAccount();
  return {
    ids,
    own: path => chownSync(path, ids.uid, ids.gid),
    canReach: path => mayEnter(ids, existingParent(resolve(path))),
  };
}

/** The nearest directory on the way to `path` that exists, symbolic links resolved. */
function existingParent(path) {
  try {
    return realpathSync(path);
  } catch {
    return existingParent(dirname(path));
  }
}

/** Whether the account may pass through `path` and everything above it. */
function mayEnter({ uid, gid }, path) {
  const { mode, uid: owner, gid: group } = statSync(path);
  const bit = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001;
  return (mode & bit) !== 0 && (dirname(path) === path || mayEnter({ uid, gid }, dirname(path)));
}
