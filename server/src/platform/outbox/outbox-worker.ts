import type { CountyId } from '@guanhu/shared/kernel/ids';
import { type Database } from '../database/database.ts';
import { describeError, type Log } from '../log/log.ts';
import { Later, type BatchHandler, type Job, type Kept, type Outbox, type OutboxHandlers } from './outbox.ts';

const BATCH = 500;
/** Long enough for a batch whose every request runs into its time limit. */
const LEASE_SECONDS = 180;
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
    const done: string[] = [];
    const single: Job[] = [];
    const together = new Map<BatchHandler, Job[]>();
    for (const job of jobs) {
      const handler = this.#handlers.findBatch(job.kind);
      if (!handler) single.push(job);
      else together.set(handler, [...(together.get(handler) ?? []), job]);
    }
    const lane = async () => {
      for (let job = single.shift(); job; job = single.shift()) if (await this.#handle(job)) done.push(job.id);
    };
    await Promise.all([
      ...[...together].map(async ([handler, batch]) => done.push(...(await this.#handleTogether(countyId, handler, batch)))),
      ...Array.from({ length: Math.min(SIDE_BY_SIDE, single.length) }, lane),
    ]);
    await this.#outbox.done(county, done);
    return jobs.length;
  }

  /** @returns the promises that are kept. */
  async #handleTogether(countyId: CountyId, handler: BatchHandler, jobs: readonly Job[]): Promise<string[]> {
    const answers = await handler(countyId, jobs).catch((error: unknown) => {
      const failed = error instanceof Error ? error : new Error('unknown');
      return new Map<string, Kept>(jobs.map(job => [job.id, failed]));
    });
    const done: string[] = [];
    for (const job of jobs) {
      const answer = answers.get(job.id) ?? 'kept';
      if (answer === 'kept') done.push(job.id);
      else await this.#giveBack(job, answer);
    }
    return done;
  }

  /** @returns whether the promise is kept. */
  async #handle(job: Job): Promise<boolean> {
    const handler = this.#handlers.find(job.kind);
    try {
      if (!handler) throw new Error('no handler');
      await handler(job);
      return true;
    } catch (error) {
      await this.#giveBack(job, error);
      return false;
    }
  }

  async #giveBack(job: Job, error: unknown): Promise<void> {
    const county = this.#database.county(job.countyId);
    if (error instanceof Later) return this.#outbox.postpone(county, job.id, error.seconds, null);
    this.#log.error({ kind: job.kind, id: job.id, attempt: job.attempt, err: describeError(error) }, 'outbox: a handler failed');
    await this.#outbox.postpone(county, job.id, backOffSeconds(job.attempt), error instanceof Error ? error.name : 'unknown');
  }
}
