import type { CountyId, Id } from '@guanhu/shared/kernel/ids';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Database } from '../platform/database/database.ts';
import type { Log } from '../platform/log/log.ts';
import { LOG } from '../platform/platform.module.ts';
import { noteSeen } from './session.store.ts';

/** How long a sighting may wait for others to be written with it. */
const GATHER_MS = 1_000;

/**
 * When sessions were last used, written in gathered statements: a request that waited for a commit of its own only to say that somebody was
 * here would cost twice. A process that is killed forgets its last second, which shortens no session by more than that.
 */
@Injectable()
export class Sightings implements OnModuleDestroy {
  readonly #database: Database;
  readonly #log: Log;
  #gathered = new Map<CountyId, Map<Id, Date>>();
  #timer: NodeJS.Timeout | undefined;

  constructor(database: Database, @Inject(LOG) log: Log) {
    this.#database = database;
    this.#log = log;
  }

  /** This session was used at this time; written within {@link GATHER_MS} milliseconds. */
  note(countyId: CountyId, sessionId: Id, at: Date): void {
    let seen = this.#gathered.get(countyId);
    if (!seen) this.#gathered.set(countyId, (seen = new Map<Id, Date>()));
    seen.set(sessionId, at);
    this.#timer ??= setTimeout(() => void this.write(), GATHER_MS).unref();
  }

  /** The same, written before the answer goes out. */
  noteNow(countyId: CountyId, sessionId: Id, at: Date): Promise<void> {
    return this.#store(countyId, new Map([[sessionId, at]]));
  }

  /** Writes what was gathered, one statement a county. */
  async write(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const gathered = this.#gathered;
    this.#gathered = new Map();
    for (const [countyId, seen] of gathered) await this.#store(countyId, seen);
  }

  async #store(countyId: CountyId, seen: ReadonlyMap<Id, Date>): Promise<void> {
    try {
      await noteSeen(this.#database.county(countyId), seen);
    } catch (error) {
      // The next request of each session notes it again.
      this.#log.warn({ err: error }, 'sessions were not noted as seen');
    }
  }

  onModuleDestroy(): Promise<void> {
    return this.write();
  }
}
