import type { CountyId } from '@guanhu/shared/kernel/ids';
import { type Database } from '../database/database.ts';
import type { Log } from '../log/log.ts';
import {
  asFailure,
  Later,
  type BatchHandler,
  type Claimed,
  type Job,
  type Kept,
  type Outbox,
  type OutboxHandlers,
  type Postponed,
} from './outbox.ts';
import { UrgentLane } from './urgent-lane.ts';
import { WorkerPresence } from './worker-presence.ts';

const BATCH = 500;
/** Long enough for a batch whose every request runs into its time limit. */
const LEASE_SECONDS = 180;
/** Of alarms: all of them are sent side by side, so one time limit of the platform is the longest that they take. */
const URGENT_BATCH = 64;
const URGENT_LEASE_SECONDS = 20;
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
  readonly #urgent: UrgentLane;
  readonly #presence: WorkerPresence;
  #stopping = false;
  #running: Promise<void> = Promise.resolve();

  constructor(database: Database, outbox: Outbox, handlers: OutboxHandlers, log: Log) {
    this.#database = database;
    this.#outbox = outbox;
    this.#handlers = handlers;
    this.#log = log;
    this.#urgent = new UrgentLane(database, countyId => this.#drainUrgent(countyId), log);
    this.#presence = new WorkerPresence(database, log);
  }

  start(): void {
    this.#presence.start();
    this.#urgent.start();
    this.#running = this.#loop();
  }

  /** Resolves when the batch in hand is finished. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#urgent.stop();
    await this.#running;
    await this.#presence.stop();
  }

  /** Handles everything that is due now in every county. @returns how many rows were handled. */
  async drain(): Promise<number> {
    let handled = 0;
    for (const { id } of await this.#counties()) {
      handled += await this.#drainUrgent(id);
      handled += await this.#drainCounty(id);
    }
    return handled;
  }

  /** Where there is much to do, a batch is claimed while another is being kept: handlers wait for others most of their time. */
  async #drainCounty(countyId: CountyId): Promise<number> {
    const first = await this.#claim(countyId);
    if (first.length < BATCH) return this.#keep(countyId, first);
    const both = await Promise.allSettled([
      this.#keepOn(countyId, first),
      this.#claim(countyId).then(next => this.#keepOn(countyId, next)),
    ]);
    return both.reduce((sum, one) => {
      if (one.status === 'rejected') throw one.reason;
      return sum + one.value;
    }, 0);
  }

  /** Keeps batch after batch as long as they come full. */
  async #keepOn(countyId: CountyId, first: readonly Claimed[]): Promise<number> {
    let kept = await this.#keep(countyId, first);
    for (let last = kept; last === BATCH && !this.#stopping; kept += last) last = await this.#keep(countyId, await this.#claim(countyId));
    return kept;
  }

  #claim(countyId: CountyId): Promise<readonly Claimed[]> {
    return this.#outbox.claim(this.#database.county(countyId), BATCH, LEASE_SECONDS, this.#presence.number);
  }

  async #loop(): Promise<void> {
    while (!this.#stopping) {
      let handled = 0;
      try {
        handled = await this.drain();
      } catch (error) {
        this.#log.warn({ err: error }, 'outbox: the database did not answer');
      }
      if (handled === 0) await new Promise(resolve => setTimeout(resolve, IDLE_MS));
    }
  }

  #counties(): Promise<{ id: CountyId }[]> {
    return this.#database.directory<{ id: CountyId }>('SELECT id FROM county ORDER BY id');
  }

  async #drainUrgent(countyId: CountyId): Promise<number> {
    const county = this.#database.county(countyId);
    for (let handled = 0; ;) {
      const jobs = await this.#keep(
        countyId,
        await this.#outbox.claimUrgent(county, URGENT_BATCH, URGENT_LEASE_SECONDS, this.#presence.number),
      );
      handled += jobs;
      if (jobs < URGENT_BATCH) return handled;
    }
  }

  /** @returns how many there were */
  async #keep(countyId: CountyId, jobs: readonly Claimed[]): Promise<number> {
    const county = this.#database.county(countyId);
    const [kept, failed]: [Claimed[], Postponed[]] = [[], []];
    const sort = (job: Claimed, answer: Kept) => (answer === 'kept' ? kept.push(job) : failed.push(this.#postponed(job, answer)));
    const single: Claimed[] = [];
    const together = new Map<BatchHandler, Claimed[]>();
    for (const job of jobs) {
      const handler = this.#handlers.findBatch(job.kind);
      if (!handler) single.push(job);
      else if (!together.get(handler)?.push(job)) together.set(handler, [job]);
    }
    const lane = async () => {
      for (let job = single.shift(); job; job = single.shift()) sort(job, await this.#handle(job));
    };
    await Promise.all([
      ...[...together].map(async ([handler, batch]) => {
        const answers = await handleTogether(countyId, handler, batch);
        for (const job of batch) sort(job, answers.get(job.id) ?? 'kept');
      }),
      ...Array.from({ length: Math.min(SIDE_BY_SIDE, single.length) }, lane),
    ]);
    await this.#outbox.done(county, kept);
    await this.#outbox.postpone(county, failed);
    return jobs.length;
  }

  async #handle(job: Job): Promise<Kept> {
    const handler = this.#handlers.find(job.kind);
    try {
      if (!handler) throw new Error('no handler');
      await handler(job);
      return 'kept';
    } catch (error) {
      return asFailure(error);
    }
  }

  #postponed(job: Claimed, error: Later | Error): Postponed {
    const { id, place, claim } = job;
    if (error instanceof Later) return { place, claim, seconds: error.seconds, error: null };
    this.#log.error({ kind: job.kind, id, attempt: job.attempt, err: error }, 'outbox: a handler failed');
    return { place, claim, seconds: backOffSeconds(job.attempt), error: error.name };
  }
}

/** What became of each promise; of none when all are kept. */
async function handleTogether(countyId: CountyId, handler: BatchHandler, jobs: readonly Job[]): Promise<ReadonlyMap<string, Kept>> {
  try {
    return await handler(countyId, jobs);
  } catch (error) {
    return new Map(jobs.map(job => [job.id, asFailure(error)]));
  }
}
