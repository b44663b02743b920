import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort, isTaken } from '../../tools/ports.mjs';
import { startSystem, type System } from '../../tools/system.mjs';

const ROOT = join(import.meta.dirname, '../..');
const run = promisify(execFile);

/** A whole running system of its own, thrown away with everything in it. The product must be built. */
export class ThrowawaySystem {
  readonly system: System;
  readonly #directory: string;
  readonly #ports: readonly number[];

  private constructor(system: System, directory: string, ports: readonly number[]) {
    this.system = system;
    this.#directory = directory;
    this.#ports = ports;
  }

  /** @param name  of the suite, to know its directory by; `env` is added to the programs' environment */
  static async start(name: string, env: Record<string, string> = {}): Promise<ThrowawaySystem> {
    const directory = mkdtempSync(join(tmpdir(), `guanhu-${name}-`));
    chmodSync(directory, 0o711); // PostgreSQL runs under an account of its own and has to pass through
    const ports = { server: await freePort(), simulator: await freePort(), database: await freePort() };
    try {
      const system = await startSystem({ directory, ports, throwaway: true, env });
      return new ThrowawaySystem(system, directory, Object.values(ports));
    } catch (error) {
      rmSync(directory, { recursive: true, force: true });
      throw error;
    }
  }

  /** Runs one of the server's command-line programs as whoever runs the machine does. @returns what it printed. @throws when it fails. */
  async command(program: 'county' | 'audit-verify', ...args: string[]): Promise<string> {
    const { stdout } = await run(process.execPath, [join(ROOT, 'server/dist/cli', `${program}.js`), ...args], {
      cwd: ROOT,
      env: this.system.environment,
    });
    return stdout;
  }

  /** A path in the system's own directory, for a file that goes with it. */
  path(name: string): string {
    return join(this.#directory, name);
  }

  /** Everything that the programs and PostgreSQL have logged, by file. */
  logs(): Readonly<Record<string, string>> {
    const folder = join(this.#directory, 'logs');
    const files = [...readdirSync(folder).map(name => join(folder, name)), join(this.#directory, 'postgres/postgres.log')];
    return Object.fromEntries(files.map(file => [file.slice(this.#directory.length + 1), readFileSync(file, 'utf8')]));
  }

  /** Stops everything. @returns the programs and ports that are still there, in words; empty as it should be. */
  async stop(): Promise<readonly string[]> {
    const programs = Object.values(this.system.programs).map(({ name, pid }) => ({ name, pid }));
    await this.system.stop();
    const left = programs.filter(({ pid }) => pid !== undefined && lives(pid)).map(({ name }) => name);
    for (const port of this.#ports) if (await isTaken(port)) left.push(`port ${String(port)}`);
    return left;
  }

  forget(): void {
    rmSync(this.#directory, { recursive: true, force: true });
  }
}

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
