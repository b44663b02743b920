import { randomInt } from 'node:crypto';
import type { Database } from '../database/database.ts';
import type { Log } from '../log/log.ts';
import { repeat } from '../repeat.ts';
import { WORKER_PRESENT } from './outbox.ts';

const LARGEST = 2 ** 31 - 1;
const LOOK_MS = 1_000;

/** By this a worker is known to be there: what it holds is free as soon as it is gone, however long it was leased for. */
export class WorkerPresence {
  readonly #database: Database;
  readonly #log: Log;
  #present: { readonly number: number; readonly leave: () => Promise<void> } | undefined;
  #stopLooking: (() => Promise<void>) | undefined;

  constructor(database: Database, log: Log) {
    this.#database = database;
    this.#log = log;
  }

  /** Under which number this worker is there; none while PostgreSQL does not know of it. */
  get number(): number | null {
    return this.#present?.number ?? null;
  }

  start(): void {
    this.#stopLooking = repeat(LOOK_MS, () => this.#enter());
  }

  /** What is still held is free from then on. */
  async stop(): Promise<void> {
    await this.#stopLooking?.();
    await this.#present?.leave().catch(() => undefined);
    this.#present = undefined;
  }

  async #enter(): Promise<void> {
    if (this.#present) return;
    // A new number each time: what was held under the old one may have been taken by others meanwhile.
    const number = randomInt(1, LARGEST);
    try {
      const leave = await this.#database.bePresent(WORKER_PRESENT, number, () => (this.#present = undefined));
      this.#present = { number, leave };
    } catch (error) {
      this.#log.warn({ err: error }, 'outbox: the database did not answer');
    }
  }
}
