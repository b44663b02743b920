import type { CountyId, Id } from '@guanhu/shared/kernel/ids';
import { unwrap } from '@guanhu/shared/kernel/decision';
import { moveBatch } from '@guanhu/shared/payouts/batch-life.rules';
import { isSettled } from '@guanhu/shared/payouts/payout-life.rules';
import { ENTITLEMENT_STATE_CODES } from '@guanhu/shared/payouts/payouts.terms';
import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import type { Log } from '../platform/log/log.ts';
import { LOG } from '../platform/platform.module.ts';
import { insertBatchStep, lockBatch, moveBatchRow, releasedBatches } from './batch.store.ts';
import { hasUnsettled } from './entitlement.store.ts';
import { ledgerAgrees } from './ledger.store.ts';

const SETTLED = ENTITLEMENT_STATE_CODES.filter(isSettled);

/** A released batch is reconciled when every payment in it is settled and the ledger agrees. Safe to repeat. */
@Injectable()
export class ReconcileBatch {
  readonly #database: Database;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;
  readonly #log: Log;

  constructor(database: Database, vaults: Vaults, audit: Audit, clock: Clock, @Inject(LOG) log: Log) {
    this.#database = database;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
    this.#log = log;
  }

  async ofBatch(countyId: CountyId, batchId: Id): Promise<void> {
    const county = this.#database.county(countyId);
    if (!(await hasUnsettled(county, batchId, SETTLED))) await county.inTransaction(tx => this.#run(tx, batchId));
  }

  async #run(tx: Tx, batchId: Id): Promise<void> {
    const row = await lockBatch(tx, batchId);
    if (row?.state !== 'released' || (await hasUnsettled(tx, batchId, SETTLED))) return;
    if (!(await ledgerAgrees(tx, row.office_id))) {
      this.#log.error({ batchId }, 'the ledger does not agree: the batch stays open');
      return;
    }
    await moveBatchRow(tx, batchId, row.version, unwrap(moveBatch(row.state, 'allSettled')));
    const now = this.#clock.now();
    await insertBatchStep(tx, await this.#vaults.of(tx.countyId), {
      batchId,
      step: 'reconciled',
      personId: null,
      standsFor: [],
      reason: null,
      now,
    });
    await this.#audit.deed(tx, { actor: 'system', act: 'payouts:batch-reconciled', objectKind: 'batch', objectId: batchId });
  }

  /** Looks at every released batch again. */
  async all(countyId: CountyId): Promise<void> {
    const county = this.#database.county(countyId);
    for (const { id } of await releasedBatches(county)) await this.ofBatch(countyId, id);
  }
}
