import { spawn, type ChildProcess } from 'node:child_process';
import { openSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../tools/ports.mjs';
import { queryOnce } from '../../tools/postgres.mjs';
import type { System } from '../../tools/system.mjs';
import { SERVER_FLAGS, WORKER_FLAGS } from '../../tools/system/server-flags.mjs';
import { PostgresProxy } from './postgres-proxy.ts';
import { Simulator } from './simulator.ts';
import { ThrowawaySystem } from './throwaway-system.ts';

const ROOT = join(import.meta.dirname, '../..');
const FLAGS = { main: SERVER_FLAGS, worker: WORKER_FLAGS };

/** A server or worker process with its own way to PostgreSQL. */
class Machine {
  readonly proxy: PostgresProxy;
  readonly port: number;
  readonly #child: ChildProcess;
  readonly #gone: Promise<unknown>;

  private constructor(child: ChildProcess, proxy: PostgresProxy, port: number) {
    this.#child = child;
    this.proxy = proxy;
    this.port = port;
    this.#gone = new Promise(resolve => child.once('exit', resolve));
  }

  static async start(script: 'main' | 'worker', environment: Record<string, string>, log: string): Promise<Machine> {
    const database = new URL(environment['DATABASE_URL'] ?? '');
    const proxy = await PostgresProxy.start({ host: database.hostname, port: Number(database.port) });
    database.hostname = '127.0.0.1';
    database.port = String(proxy.port);
    const port = await freePort();
    const file = openSync(log, 'a');
    const child = spawn(process.execPath, [...FLAGS[script], `server/dist/${script}.bundle.js`], {
      cwd: ROOT,
      env: { ...environment, DATABASE_URL: database.href, GUANHU_PORT: String(port) },
      stdio: ['ignore', file, file, 'ipc'],
    });
    const machine = new Machine(child, proxy, port);
    const isReady = script === 'worker' ? heard(child) : answering(child, port);
    if (await isReady) return machine;
    await machine.kill();
    throw new Error(`${script} did not start: ${log}`);
  }

  /** SIGKILL: nothing of it runs on. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#gone;
    await this.proxy.close();
  }
}

const heard = (child: ChildProcess): Promise<boolean> =>
  new Promise(resolve => {
    child.once('message', () => {
      resolve(true);
    });
    child.once('exit', () => {
      resolve(false);
    });
  });

async function answering(child: ChildProcess, port: number): Promise<boolean> {
  while (child.exitCode === null && child.signalCode === null) {
    const response = await fetch(`http://127.0.0.1:${String(port)}/health/ready`).catch(() => undefined);
    await response?.body?.cancel();
    if (response?.ok) return true;
    await sleep(50);
  }
  return false;
}

/**
 * The running system with processes that may be killed at any moment. A server that was killed is replaced by one that has been started
 * before, as a restart that takes no time; a small balancer keeps the address.
 */
export class House {
  readonly url: string;
  readonly simulator: Simulator;
  readonly system: System;
  readonly #throwaway: ThrowawaySystem;
  readonly #balancer: Server;
  #server: Machine | undefined;
  #spare: Promise<Machine> | undefined;
  #worker: Machine | undefined;

  private constructor(throwaway: ThrowawaySystem) {
    this.#throwaway = throwaway;
    this.system = throwaway.system;
    this.url = this.system.serverUrl;
    this.simulator = new Simulator(this.system.simulatorUrl);
    this.#balancer = createServer((incoming, outgoing) => {
      const away = () => outgoing.writeHead(502).end();
      if (!this.#server) {
        away();
        return;
      }
      const { method, headers, url: path } = incoming;
      const onward = request({ host: '127.0.0.1', port: this.#server.port, method, headers, path }, answer => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing).on('error', () => outgoing.destroy());
        answer.on('aborted', () => outgoing.destroy());
      });
      onward.on('error', () => (outgoing.headersSent ? outgoing.destroy() : away()));
      incoming.pipe(onward);
    });
  }

  /** The whole system, with its own server and worker at first: for setting things up. */
  static async open(): Promise<House> {
    return new House(await ThrowawaySystem.start('house', { GUANHU_LOG_LEVEL: 'warn' }));
  }

  /** From now on the processes are ours to kill. */
  async takeOver(): Promise<void> {
    await this.system.programs.worker.stop();
    await this.system.programs.server.stop();
    const port = Number(new URL(this.url).port);
    await new Promise<void>(resolve => {
      this.#balancer.listen(port, '127.0.0.1', resolve);
    });
    this.#server = await this.#start('main');
    this.#spare = this.#start('main');
    this.#worker = await this.#start('worker');
  }

  get server(): Machine {
    if (!this.#server) throw new Error('the house has no server');
    return this.#server;
  }

  get worker(): Machine {
    if (!this.#worker) throw new Error('the house has no worker');
    return this.#worker;
  }

  async killServer(): Promise<void> {
    await this.server.kill();
    this.#server = await this.#spare;
    this.#spare = this.#start('main');
  }

  async killWorker(): Promise<void> {
    await this.worker.kill();
    this.#worker = await this.#start('worker');
  }

  /** Two servers at once: the one that people reach, and the one that stands by. */
  async bothUrls(): Promise<readonly [string, string]> {
    const spare = await this.#spare;
    if (!spare) throw new Error('the house has no second server');
    return [this.url, `http://127.0.0.1:${String(spare.port)}`];
  }

  /** Stops everything but the platform, hands PostgreSQL's data directory over, and starts everything again. */
  async standingStill(work: (cluster: string) => Promise<void>): Promise<void> {
    const spare = await this.#spare;
    for (const machine of [this.#server, spare, this.#worker]) await machine?.kill();
    [this.#server, this.#spare, this.#worker] = [undefined, undefined, undefined];
    await this.system.withDatabaseStopped?.(work);
    [this.#server, this.#worker] = await Promise.all([this.#start('main'), this.#start('worker')]);
  }

  /** A file or folder of its own, thrown away with the house. */
  path(name: string): string {
    return this.#throwaway.path(name);
  }

  query<Row>(text: string, values: unknown[] = []): Promise<Row[]> {
    return queryOnce<Row>(this.system.ownerUrl, text, values);
  }

  async close(): Promise<void> {
    const spare = await this.#spare?.catch(() => undefined);
    for (const machine of [this.#server, spare, this.#worker]) await machine?.kill();
    this.#balancer.closeAllConnections();
    this.#balancer.close();
    await this.#throwaway.stop();
    this.#throwaway.forget();
  }

  #start(script: 'main' | 'worker'): Promise<Machine> {
    return Machine.start(script, this.system.environment, this.#throwaway.path(`logs/killed-${script}.log`));
  }
}
