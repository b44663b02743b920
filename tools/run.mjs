/** Runs a program to its end, its output in a file. */
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** Programs that are running now: an interrupted tool ends them before it goes. */
const running = new Set();

/**
 * @param {string[]} command program and arguments
 * @param {{ log: string, cwd?: string, env?: Record<string, string | undefined>, timeoutMs?: number }} options
 *   `log` is the file that gets standard output and standard error; `env` is added to ours
 * @returns {Promise<number>} exit code; 1 when a signal ended it
 */
export async function run([program, ...args], { log, cwd, env = {}, timeoutMs }) {
  mkdirSync(dirname(log), { recursive: true });
  const file = openSync(log, 'w');
  // A group of its own, so that its own children can be ended with it.
  const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', file, file], detached: true });
  running.add(child);
  const timer = timeoutMs && setTimeout(() => outOfTime(child, file, timeoutMs), timeoutMs);
  try {
    return await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', code => resolve(code ?? 1));
    });
  } finally {
    clearTimeout(timer);
    closeSync(file);
    running.delete(child);
  }
}

function outOfTime(child, file, timeoutMs) {
  writeSync(file, `\nEnded: it took longer than ${timeoutMs / 60_000} minutes.\n`);
  endGroup(child, 'SIGKILL');
}

/** Ends every program that `run` started and its children. */
export function endAll() {
  for (const child of running) endGroup(child, 'SIGTERM');
}

function endGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error; // otherwise it has just gone by itself
  }
}

/** The last lines of a log, for a person to read. */
export const tail = (log, lines = 40) => readFileSync(log, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');

/** Seconds since `start` (`performance.now()`), as people read them. */
export const seconds = start => `${((performance.now() - start) / 1000).toFixed(1)} s`;
