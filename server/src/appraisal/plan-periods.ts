import { sum } from '@guanhu/shared/kernel/fen';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Agreements, plannedPeriods } from '../agreements/agreements.public.ts';
import type { Tx } from '../platform/database/database.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import { decidedAmounts, raiseDecided, replacePeriods } from './appraisal.store.ts';

/** Lays the periods of an agreement out when it becomes active, and again when it changes. Safe to repeat. */
@Injectable()
export class PlanPeriods {
  readonly #agreements: Agreements;
  readonly #outbox: Outbox;

  constructor(agreements: Agreements, outbox: Outbox) {
    this.#agreements = agreements;
    this.#outbox = outbox;
  }

  async run(tx: Tx, agreementId: Id): Promise<void> {
    const agreement = await this.#agreements.lock(tx, agreementId);
    // A draft binds nobody, also when it was terminated.
    if (!agreement || !(await this.#agreements.isConcluded(tx, agreementId))) return;
    const decided = await decidedAmounts(tx, agreementId);
    const periods = plannedPeriods(agreement, decided);
    await replacePeriods(tx, agreement, periods);
    // What an end left over of a fen, and is in force already, is paid as a supplement.
    for (const { id, version } of await raiseDecided(tx, agreement, periods))
      await this.#outbox.put(tx, { kind: 'appraisal-final', key: `${id}:${String(version)}`, payload: { appraisalId: id } });
    await this.#agreements.storeEarned(tx, agreementId, sum(periods.map(period => period.fullFen)));
  }
}
