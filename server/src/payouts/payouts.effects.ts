import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Cron } from '../platform/cron.ts';
import { Database } from '../platform/database/database.ts';
import { Loops } from '../platform/loops.ts';
import { OutboxHandlers } from '../platform/outbox/outbox.ts';
import { CreateEntitlement } from './create-entitlement.ts';
import { IssueBills } from './issue-bills.ts';
import { MerchantAccounts } from './merchant-accounts.ts';
import { PumpBills } from './pump-bills.ts';
import { ReconcileBatch } from './reconcile-batch.ts';

@Injectable()
export class PayoutsEffects implements OnModuleInit {
  readonly #database: Database;
  readonly #handlers: OutboxHandlers;
  readonly #cron: Cron;
  readonly #merchants: MerchantAccounts;
  readonly #createEntitlement: CreateEntitlement;
  readonly #issue: IssueBills;
  readonly #pump: PumpBills;
  readonly #loops: Loops;
  readonly #reconcile: ReconcileBatch;

  constructor(
    database: Database,
    handlers: OutboxHandlers,
    cron: Cron,
    merchants: MerchantAccounts,
    createEntitlement: CreateEntitlement,
    issue: IssueBills,
    pump: PumpBills,
    loops: Loops,
    reconcile: ReconcileBatch,
  ) {
    this.#database = database;
    this.#handlers = handlers;
    this.#cron = cron;
    this.#merchants = merchants;
    this.#createEntitlement = createEntitlement;
    this.#issue = issue;
    this.#pump = pump;
    this.#loops = loops;
    this.#reconcile = reconcile;
  }

  async onModuleInit(): Promise<void> {
    await this.#merchants.upsertFromConfig();
    this.#handlers.on('appraisal-final', ({ countyId, payload }) =>
      this.#database.county(countyId).inTransaction(tx => this.#createEntitlement.run(tx, String(payload['appraisalId']))),
    );
    this.#handlers.on('bills-issue', ({ countyId, payload }) => this.#issue.ofBatch(countyId, String(payload['batchId'])));
    this.#handlers.onBatch('batch-settled', async (countyId, jobs) => {
      for (const batchId of new Set(jobs.map(({ payload }) => String(payload['batchId']))))
        await this.#reconcile.ofBatch(countyId, batchId);
      return new Map();
    });
    this.#loops.add('drive-bills', countyId => this.#pump.run(countyId));
    this.#cron.every('17 * * * *', 'reconcile-batches', countyId => this.#reconcile.all(countyId), { atStart: true });
  }
}
