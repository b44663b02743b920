/**
 * `postmaster.pid` outlives a PostgreSQL that was killed. PostgreSQL then asks only whether a process of that number lives, and a number
 * is soon used again, so a restart would now and then be refused for nothing.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { commandOf } from '../process-command.mjs';

const STOP_TIMEOUT_MS = 20_000;

/**
 * Removes a lock that nobody holds.
 * @param {string} cluster PostgreSQL's data directory
 * @param {boolean} stopOrphan stop a PostgreSQL that still runs on this directory; otherwise it is an error
 */
export async function clearStaleLock(cluster, stopOrphan) {
  const lock = join(cluster, 'postmaster.pid');
  if (!existsSync(lock)) return;
  const pid = Number.parseInt(readFileSync(lock, 'utf8'), 10);
  if (commandOf(pid).includes(cluster)) {
    if (!stopOrphan) throw new Error(`PostgreSQL already runs on ${cluster} (process ${pid}). Stop that one first.`);
    await stop(pid, cluster);
  }
  rmSync(lock, { force: true });
}

async function stop(pid, cluster) {
  const giveUpAt = Date.now() + STOP_TIMEOUT_MS;
  process.kill(pid, 'SIGINT');
  while (commandOf(pid).includes(cluster)) {
    if (Date.now() > giveUpAt) throw new Error(`PostgreSQL (process ${pid}) on ${cluster} does not stop.`);
    await sleep(100);
  }
}
