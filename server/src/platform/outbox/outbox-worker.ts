import type { CountyId } from '@guanhu/shared/kernel/ids';
import { type Database } from '../database/database.ts';
import { describeError, type Log } from '../log/log.ts';
import { Later, type Outbox, type OutboxHandlers, type Job } from './outbox.ts';

const BATCH = 100;
const LEASE_SECONDS = 60;
const SIDE_BY_SIDE = 8;
const IDLE_MS = 250;
/** Waits after the n-th failure, seconds; the last repeats for ever: a promise is never given up silently. */
const BACK_OFF = [1, 5, 15, 60, 300, 900];

export const backOffSeconds = (attempt: number): number => BACK_OFF[Math.min(attempt, BACK_OFF.length) - 1] ?? 1;

/** Keeps promises: claims batches county by county and calls the handlers. Any number of workers may run at once. */
export class OutboxWorker {
  readonly #database: Database;
  readonly #outbox: Outbox;
  readonly #handlers: OutboxHandlers;
  readonly #log: Log;
  #stopping = false;
  #running: Promise<void> = Promise.resolve();

  constructor(database: Database, outbox: Outbox, handlers: OutboxHandlers, log: Log) {
    this.#database = database;
    this.#outbox = outbox;
    this.#handlers = handlers;
    this.#log = log;
  }

  start(): void {
    this.#running = this.#loop();
  }

  /** Resolves when the batch in hand is finished. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#running;
  }

  /** Handles everything that is due now in every county. @returns how many rows were handled. */
  async drain(): Promise<number> {
    let handled = 0;
    for (const { id } of await this.#counties()) {
      for (;;) {
        const jobs = await this.#batch(id);
        handled += jobs;
        if (jobs < BATCH) break;
      }
    }
    return handled;
  }

  async #loop(): Promise<void> {
    while (!this.#stopping) {
      let handled = 0;
      try {
        handled = await this.drain();
      } catch (error) {
        this.#log.warn({ err: describeError(error) }, 'outbox: the database did not answer');
      }
      if (handled === 0) await new Promise(resolve => setTimeout(resolve, IDLE_MS));
    }
  }

  #counties(): Promise<{ id: CountyId }[]> {
    return this.#database.directory<{ id: CountyId }>('SELECT id FROM county ORDER BY id');
  }

  async #batch(countyId: CountyId): Promise<number> {
    const county = this.#database.county(countyId);
    const jobs = await this.#outbox.claim(county, BATCH, LEASE_SECONDS);
    const waiting = [...jobs];
    const done: string[] = [];
    const lane = async () => {
      for (let job = waiting.shift(); job; job = waiting.shift()) if (await this.#handle(job)) done.push(job.id);
    };
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, lane));
    await this.#outbox.done(county, done);
    return jobs.length;
  }

  /** @returns whether the promise is kept. */
  async #handle(job: Job): Promise<boolean> {
    const county = this.#database.county(job.countyId);
    const handler = this.#handlers.find(job.kind);
    try {
      if (!handler) throw new Error('no handler');
      await handler(job);
      return true;
    } catch (error) {
      if (error instanceof Later) await this.#outbox.postpone(county, job.id, error.seconds, null);
      else {
        this.#log.error({ kind: job.kind, id: job.id, attempt: job.attempt, err: describeError(error) }, 'outbox: a handler failed');
        await this.#outbox.postpone(county, job.id, backOffSeconds(job.attempt), error instanceof Error ? error.name : 'unknown');
      }
      return false;
    }
  }
}
