import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Cron } from '../platform/cron.ts';
import { Database } from '../platform/database/database.ts';
import { Later, OutboxHandlers } from '../platform/outbox/outbox.ts';
import { CreateEntitlement } from './create-entitlement.ts';
import { DriveBill } from './drive-bill.ts';
import { MerchantAccounts } from './merchant-accounts.ts';
import { ReconcileBatch } from './reconcile-batch.ts';
import { SweepBills } from './sweep-bills.ts';

/** The claiming phone's own request is on its way: the promise steps in when that has had its time. */
const GRACE_SECONDS = 2;
/** Waits between two tries while the platform has not said anything: shorter first. */
const secondsBefore = (attempt: number): number => Math.min(2 ** (attempt - 1), 60);

@Injectable()
export class PayoutsEffects implements OnModuleInit {
  readonly #database: Database;
  readonly #handlers: OutboxHandlers;
  readonly #cron: Cron;
  readonly #merchants: MerchantAccounts;
  readonly #createEntitlement: CreateEntitlement;
  readonly #driveBill: DriveBill;
  readonly #reconcile: ReconcileBatch;
  readonly #sweep: SweepBills;

  constructor(
    database: Database,
    handlers: OutboxHandlers,
    cron: Cron,
    merchants: MerchantAccounts,
    createEntitlement: CreateEntitlement,
    driveBill: DriveBill,
    reconcile: ReconcileBatch,
    sweep: SweepBills,
  ) {
    this.#database = database;
    this.#handlers = handlers;
    this.#cron = cron;
    this.#merchants = merchants;
    this.#createEntitlement = createEntitlement;
    this.#driveBill = driveBill;
    this.#reconcile = reconcile;
    this.#sweep = sweep;
  }

  async onModuleInit(): Promise<void> {
    await this.#merchants.upsertFromConfig();
    this.#handlers.on('appraisal-final', ({ countyId, payload }) =>
      this.#database.county(countyId).inTransaction(tx => this.#createEntitlement.run(tx, String(payload['appraisalId']))),
    );
    this.#handlers.on('bill-drive', async ({ countyId, payload, attempt }) => {
      if (attempt === 1) throw new Later(GRACE_SECONDS);
      // Once the payee can confirm, the callback and the sweep take over.
      if ((await this.#driveBill.run(countyId, String(payload['outBillNo']))) === 'waiting') throw new Later(secondsBefore(attempt));
    });
    this.#handlers.on('batch-settled', ({ countyId, payload }) =>
      this.#database.county(countyId).inTransaction(tx => this.#reconcile.run(tx, String(payload['batchId']))),
    );
    this.#cron.every('* * * * *', 'sweep-bills', countyId => this.#sweep.run(countyId), { atStart: true });
    this.#cron.every('17 * * * *', 'reconcile-batches', countyId => this.#reconcile.all(countyId), { atStart: true });
  }
}
