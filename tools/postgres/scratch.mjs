/** A PostgreSQL for one run: a temporary home, a free port, nothing left afterwards. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../ports.mjs';
import { startPostgres } from '../postgres.mjs';

/** @returns {Promise<import('../postgres.d.mts').RunningPostgres>} whose `stop` also deletes everything */
export async function scratchPostgres() {
  const home = mkdtempSync(join(tmpdir(), 'guanhu-scratch-'));
  const postgres = await startPostgres({ home, port: await freePort(), throwaway: true });
  const stop = async () => {
    await postgres.stop();
    for (const directory of [home, postgres.data]) rmSync(directory, { recursive: true, force: true });
  };
  return { ...postgres, stop };
}
