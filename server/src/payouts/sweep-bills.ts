import type { CountyId } from '@guanhu/shared/kernel/ids';
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.ts';
import { describeError, type Log } from '../platform/log/log.ts';
import { LOG } from '../platform/platform.module.ts';
import { openBills } from './bill.store.ts';
import { DriveBill } from './drive-bill.ts';

/** Bills of one sweep, and how many are asked about at once. */
const AT_MOST = 500;
const AT_ONCE = 8;

/** Asks about every bill that is not final: callbacks may be lost. */
@Injectable()
export class SweepBills {
  readonly #database: Database;
  readonly #drive: DriveBill;
  readonly #log: Log;

  constructor(database: Database, drive: DriveBill, @Inject(LOG) log: Log) {
    this.#database = database;
    this.#drive = drive;
    this.#log = log;
  }

  async run(countyId: CountyId): Promise<void> {
    const waiting = await openBills(this.#database.county(countyId), AT_MOST);
    const askInTurn = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        try {
          await this.#drive.run(countyId, next.out_bill_no);
        } catch (error) {
          this.#log.warn({ err: describeError(error) }, 'a bill waits for the next sweep');
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, askInTurn));
  }
}
