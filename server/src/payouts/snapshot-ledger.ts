import type { CountyId } from '@guanhu/shared/kernel/ids';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.ts';
import { Database } from '../platform/database/database.ts';
import type { Log } from '../platform/log/log.ts';
import { LOG } from '../platform/platform.module.ts';
import { snapshotLedger } from './ledger.store.ts';

/** Every night the balances are written down beside the snapshot before and the postings since: a sum that can be checked for ever. */
@Injectable()
export class SnapshotLedger {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #log: Log;

  constructor(database: Database, clock: Clock, @Inject(LOG) log: Log) {
    this.#database = database;
    this.#clock = clock;
    this.#log = log;
  }

  async run(countyId: CountyId): Promise<void> {
    const wrong = await this.#database.county(countyId).inTransaction(tx => snapshotLedger(tx, this.#clock.today()));
    if (wrong > 0) this.#log.error({ accounts: wrong }, 'the ledger is not the sum of its postings');
  }
}
