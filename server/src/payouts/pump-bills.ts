import type { CountyId } from '@guanhu/shared/kernel/ids';
import { Inject, Injectable } from '@nestjs/common';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database } from '../platform/database/database.ts';
import type { Log } from '../platform/log/log.ts';
import { LOG } from '../platform/platform.module.ts';
import { claimDue, type BillRow } from './bill.store.ts';
import { DriveBill } from './drive-bill.ts';

/** Bills that are taken at once, and how many such handfuls are under way in a process: while one waits for its last answer, another begins. */
const HANDFUL = 12;
const SIDE_BY_SIDE = 2;
/** Longer than a handful takes when all is well. What a dead worker held is taken over after it; what is slow is asked about twice. */
const LEASE_SECONDS = 4;

/** Drives every bill whose turn has come: new ones, those in doubt, and those of which no callback has told. Safe to run anywhere, at any time. */
@Injectable()
export class PumpBills {
  readonly #database: Database;
  readonly #vaults: Vaults;
  readonly #drive: DriveBill;
  readonly #log: Log;

  constructor(database: Database, vaults: Vaults, drive: DriveBill, @Inject(LOG) log: Log) {
    this.#database = database;
    this.#vaults = vaults;
    this.#drive = drive;
    this.#log = log;
  }

  /** Until nothing is due, or `goOn` says no. */
  async run(countyId: CountyId, goOn = () => true): Promise<void> {
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, () => this.#handfuls(countyId, goOn)));
  }

  async #handfuls(countyId: CountyId, goOn: () => boolean): Promise<void> {
    const county = this.#database.county(countyId);
    const vault = await this.#vaults.of(countyId);
    while (goOn()) {
      const due = await claimDue(county, vault, HANDFUL, LEASE_SECONDS);
      await Promise.all(due.map(bill => this.#driveOne(countyId, bill)));
      if (due.length < HANDFUL) return;
    }
  }

  async #driveOne(countyId: CountyId, bill: BillRow): Promise<void> {
    try {
      await this.#drive.drive(this.#database.county(countyId), bill);
    } catch (error) {
      this.#log.warn({ err: error }, 'a bill waits for its next turn');
    }
  }
}
