/** One program of the running system: started, watched, stopped, started again. */
import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

/** The server and the worker end by themselves within 15 s. */
const STOP_TIMEOUT_MS = 20_000;
const READY_TIMEOUT_MS = 60_000;
const PINO_WARNING = 40;

export class Program {
  #options;
  #child;
  #exited;
  #ended = true;

  /** @param {{ name: string, args: string[], env: Record<string, string>, cwd: string, logs: string, ready: (program: Program) => Promise<boolean>, say?: (line: string) => void, onCrash?: (program: Program) => void }} options
   *   `args` for Node; `ready` is asked again and again after the start; `onCrash` is told when the program ends without being stopped */
  constructor(options) {
    this.#options = options;
    this.name = options.name;
  }

  get pid() {
    return this.#child?.pid;
  }

  get running() {
    return !this.#ended;
  }

  /** Starts the program and waits until it is ready. */
  async start() {
    const { name, args, env, cwd, ready, onCrash } = this.#options;
    // A group of its own: Ctrl-C reaches us alone, and we stop the programs in order. The channel's end tells it that we are gone.
    this.#child = spawn(process.execPath, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    this.#ended = false;
    this.stopping = false;
    this.lastMessage = undefined; // what an earlier start said does not count
    this.#keepLog(this.#child);
    this.#exited = new Promise(resolve => this.#child.once('exit', resolve)).then(() => (this.#ended = true));
    this.#child.on('message', message => (this.lastMessage = message));
    const giveUpAt = Date.now() + READY_TIMEOUT_MS;
    while (!(await ready(this))) {
      if (this.#ended) throw new Error(`The ${name} ended while starting. Its log: ${this.log}`);
      if (Date.now() > giveUpAt) throw new Error(`The ${name} is not ready after ${READY_TIMEOUT_MS / 1000} s. Its log: ${this.log}`);
      await sleep(100);
    }
    void this.#exited.then(() => this.stopping || onCrash?.(this));
  }

  /** Ends the program in good order; after a while, or at once with SIGKILL, not so. */
  async stop(signal = 'SIGTERM') {
    this.stopping = true;
    if (this.#ended) return;
    const child = this.#child;
    child.kill(signal);
    const late = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
    await this.#exited;
    clearTimeout(late); // a program that is started again is another child
  }

  get log() {
    return join(this.#options.logs, `${this.name}.log`);
  }

  /** Everything goes to the file; people see warnings and what is no log line at all. */
  #keepLog(child) {
    const file = createWriteStream(this.log, { flags: 'a', mode: 0o600 });
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', line => {
        file.write(`${line}\n`);
        if (isWorthSaying(line)) this.#options.say?.(`${this.name} | ${line}`);
      });
    }
    child.once('close', () => file.end());
  }
}

function isWorthSaying(line) {
  if (!line.startsWith('{')) return true;
  try {
    return (JSON.parse(line).level ?? PINO_WARNING) >= PINO_WARNING;
  } catch {
    return true;
  }
}
