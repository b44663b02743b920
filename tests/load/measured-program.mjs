/** A server that is measured, the product's or a bare one, run alike: it writes its log into a file by itself, so that reading it costs whoever asks nothing. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { SERVER_FLAGS } from '../../tools/system/server-flags.mjs';

const READY_TIMEOUT_MS = 60_000;

/**
 * Starts a module and waits until it answers.
 * @param {{ file: string, cwd: string, env: Record<string, string>, url: string, log: string }} program `log`: path of its log
 * @returns {Promise<{ pid: number, stop(): Promise<void> }>}
 */
export async function startMeasured({ file, cwd, env, url, log }) {
  const output = openSync(log, 'a', 0o600);
  // The channel's end tells it that we are gone.
  const child = spawn(process.execPath, [...SERVER_FLAGS, file], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', output, output, 'ipc'],
  });
  closeSync(output);
  const exited = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGTERM');
    await exited;
  };
  const giveUpAt = Date.now() + READY_TIMEOUT_MS;
  while (!(await answers(url))) {
    if (child.exitCode === null && Date.now() < giveUpAt) {
      await sleep(100);
      continue;
    }
    await stop();
    throw new Error(`${file} does not answer. Its log:\n${readFileSync(log, 'utf8')}`);
  }
  return { pid: child.pid, stop };
}

async function answers(url) {
  try {
    const response = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(2_000) });
    await response.body?.cancel();
    return true;
  } catch {
    return false;
  }
}
