/** A PostgreSQL for one run: a temporary home, a free port, nothing left afterwards. */
import { chmodSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../ports.mjs';
import { commandOf } from '../process-command.mjs';
import { startPostgres } from '../postgres.mjs';

const NAME = 'guanhu-scratch-';
/** Files that live in memory, on Linux. */
const MEMORY = '/dev/shm';
const TMPFS = 0x01021994;
/** A run of all tests needs a quarter of it. */
const ROOM_BYTES = 4 * 2 ** 30;

/** @returns {Promise<import('../postgres.d.mts').RunningPostgres>} whose `stop` also deletes everything */
export async function scratchPostgres() {
  const home = makeHome();
  const postgres = await startPostgres({ home, port: await freePort(), throwaway: true });
  const stop = async () => {
    await postgres.stop();
    for (const directory of [home, postgres.data]) rmSync(directory, { recursive: true, force: true });
  };
  return { ...postgres, stop };
}

/**
 * In memory where there is room: every test file has a database of its own, each is thousands of small files, and to create and delete them
 * on a disk takes a quarter of a run's time.
 */
function makeHome() {
  const folder = hasRoomInMemory() ? MEMORY : tmpdir();
  for (const left of readdirSync(folder).filter(isOrphan)) removeIfOurs(join(folder, left));
  const home = mkdtempSync(join(folder, `${NAME}${process.pid}-`));
  chmodSync(home, 0o711); // the account that runs PostgreSQL is not ours
  return home;
}

function hasRoomInMemory() {
  try {
    const { type, bavail, bsize } = statfsSync(MEMORY);
    return type === TMPFS && bavail * bsize >= ROOM_BYTES && process.availableMemory() >= 2 * ROOM_BYTES;
  } catch {
    return false; // there is no such folder, or this Node cannot tell
  }
}

function removeIfOurs(directory) {
  try {
    rmSync(directory, { recursive: true, force: true });
  } catch (error) {
    if (error.code !== 'EACCES' && error.code !== 'EPERM') throw error; // somebody else's run on the same machine
  }
}

/** Left by a run that was killed outright: memory is not given back by itself. */
function isOrphan(name) {
  const pid = Number(name.startsWith(NAME) ? name.slice(NAME.length).split('-')[0] : Number.NaN);
  return Number.isInteger(pid) && pid > 0 && commandOf(pid) === '';
}
