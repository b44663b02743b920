import type { CountyId } from '@guanhu/shared/kernel/ids';
import type { Database } from '../database/database.ts';
import type { Log } from '../log/log.ts';
import { repeat } from '../repeat.ts';
import { URGENT } from './outbox.ts';

/** Rounds at once: one that waits for a slow platform does not hold up the next alarm. */
const ROUNDS = 4;
/** What has to be tried again, what a dead worker had taken, and what was committed while nobody listened. */
const LOOK_MS = 1_000;

/**
 * Wakes as soon as something urgent is committed, in whichever process, and has that county's urgent promises kept, whatever else the worker
 * is busy with.
 */
export class UrgentLane {
  readonly #database: Database;
  readonly #drain: (countyId: CountyId) => Promise<number>;
  readonly #log: Log;
  readonly #waiting = new Set<CountyId>();
  readonly #rounds = new Set<Promise<void>>();
  #unlisten: (() => Promise<void>) | undefined;
  #stopLooking: (() => Promise<void>) | undefined;
  #stopping = false;

  constructor(database: Database, drain: (countyId: CountyId) => Promise<number>, log: Log) {
    this.#database = database;
    this.#drain = drain;
    this.#log = log;
  }

  start(): void {
    this.#stopLooking = repeat(LOOK_MS, () => this.#look());
  }

  /** Resolves when the rounds in hand are finished. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#stopLooking?.();
    await this.#unlisten?.().catch(() => undefined);
    await Promise.all(this.#rounds);
  }

  #wake(countyId: CountyId): void {
    if (this.#stopping) return;
    this.#waiting.add(countyId);
    if (this.#rounds.size >= ROUNDS) return;
    const round = this.#round().finally(() => this.#rounds.delete(round));
    this.#rounds.add(round);
  }

  async #round(): Promise<void> {
    for (const countyId of this.#waiting) {
      this.#waiting.delete(countyId);
      try {
        await this.#drain(countyId);
      } catch (error) {
        this.#log.warn({ err: error }, 'urgent: the database did not answer');
      }
    }
  }

  async #look(): Promise<void> {
    try {
      this.#unlisten ??= await this.#database.listen(
        URGENT,
        payload => {
          this.#wake(Number(payload));
        },
        () => {
          this.#unlisten = undefined;
        },
      );
      for (const { id } of await this.#database.directory<{ id: CountyId }>('SELECT id FROM county ORDER BY id')) this.#wake(id);
    } catch (error) {
      this.#log.warn({ err: error }, 'urgent: the database did not answer');
    }
  }
}
