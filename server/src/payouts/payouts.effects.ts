import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Cron } from '../platform/cron.ts';
import { Database } from '../platform/database/database.ts';
import { Loops } from '../platform/loops.ts';
import { OutboxHandlers } from '../platform/outbox/outbox.ts';
import { CreateEntitlement } from './create-entitlement.ts';
import { IssueBills } from './issue-bills.ts';
import { MerchantAccounts } from './merchant-accounts.ts';
import { PumpBills } from './pump-bills.ts';
import { FetchReceipts } from './fetch-receipts.ts';
import { ReconcileBatch } from './reconcile-batch.ts';
import { ReconcileDay } from './reconcile-day.ts';
import { RemindUnconfirmed } from './remind-unconfirmed.ts';
import { SnapshotLedger } from './snapshot-ledger.ts';

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
  readonly #remind: RemindUnconfirmed;
  readonly #reconcile: ReconcileBatch;
  readonly #reconcileDay: ReconcileDay;
  readonly #receipts: FetchReceipts;
  readonly #snapshot: SnapshotLedger;

  constructor(
    database: Database,
    handlers: OutboxHandlers,
    cron: Cron,
    merchants: MerchantAccounts,
    createEntitlement: CreateEntitlement,
    issue: IssueBills,
    pump: PumpBills,
    loops: Loops,
    remind: RemindUnconfirmed,
    reconcile: ReconcileBatch,
    reconcileDay: ReconcileDay,
    receipts: FetchReceipts,
    snapshot: SnapshotLedger,
  ) {
    this.#database = database;
    this.#handlers = handlers;
    this.#cron = cron;
    this.#merchants = merchants;
    this.#createEntitlement = createEntitlement;
    this.#issue = issue;
    this.#pump = pump;
    this.#loops = loops;
    this.#remind = remind;
    this.#reconcile = reconcile;
    this.#reconcileDay = reconcileDay;
    this.#receipts = receipts;
    this.#snapshot = snapshot;
  }

  async onModuleInit(): Promise<void> {
    await this.#merchants.upsertFromConfig();
    this.#handlers.on('appraisal-final', ({ countyId, payload }) =>
      this.#database.county(countyId).inTransaction(tx => this.#createEntitlement.run(tx, String(payload['appraisalId']))),
    );
    this.#handlers.onBatch('batch-settled', async (countyId, jobs) => {
      for (const batchId of new Set(jobs.map(({ payload }) => String(payload['batchId']))))
        await this.#reconcile.ofBatch(countyId, batchId);
      return new Map();
    });
    this.#handlers.on('bill-unconfirmed', ({ countyId, payload }) =>
      this.#remind.run(countyId, String(payload['entitlementId']), Number(payload['hours'])),
    );
    this.#loops.add('issue-bills', (countyId, goOn) => this.#issue.wanted(countyId, goOn));
    this.#loops.add('drive-bills', (countyId, goOn) => this.#pump.run(countyId, goOn));
    this.#cron.every('41 * * * *', 'fetch-receipts', countyId => this.#receipts.run(countyId));
    // 01:40 in China, before people begin to work; also when a worker starts, where that day was not compared yet or a backup was restored since.
    this.#cron.every('40 17 * * *', 'reconcile-day', countyId => this.#reconcileDay.promise(countyId), { atStart: true });
    this.#handlers.on('reconcile-day', ({ countyId }) => this.#reconcileDay.run(countyId));
    this.#cron.every('55 15 * * *', 'snapshot-ledger', countyId => this.#snapshot.run(countyId));
    this.#cron.every('17 * * * *', 'reconcile-batches', countyId => this.#reconcile.all(countyId), { atStart: true });
  }
}
