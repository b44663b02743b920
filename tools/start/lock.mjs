/** One `npm start` at a time in a checkout. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { commandOf } from '../process-command.mjs';

/**
 * Takes the lock, which goes with this process; a lock whose holder is gone is taken over.
 * @param {string} file
 * @param {string} address where this one will be found
 * @throws {Error} when one is running
 */
export function holdLock(file, address) {
  const mine = JSON.stringify({ pid: process.pid, address });
  try {
    writeFileSync(file, mine, { flag: 'wx' });
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    const holder = read(file);
    if (holder && commandOf(holder.pid).includes('start.mjs')) {
      throw new Error(`It is running already: ${holder.address} (process ${holder.pid}; Ctrl-C there, or: kill ${holder.pid})`, {
        cause: error,
      });
    }
    writeFileSync(file, mine);
  }
  process.on('exit', () => read(file)?.pid === process.pid && rmSync(file));
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined; // half written, or gone
  }
}
