import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Agreements, plannedPeriods } from '../agreements/agreements.public.ts';
import type { Tx } from '../platform/database/database.ts';
import { replacePeriods } from './appraisal.store.ts';

/** Lays the periods of an agreement out when it becomes active, and again when it changes. Safe to repeat. */
@Injectable()
export class PlanPeriods {
  readonly #agreements: Agreements;

  constructor(agreements: Agreements) {
    this.#agreements = agreements;
  }

  async run(tx: Tx, agreementId: Id): Promise<void> {
    const agreement = await this.#agreements.lock(tx, agreementId);
    // A draft binds nobody, also when it was terminated.
    if (agreement && (await this.#agreements.isConcluded(tx, agreementId))) await replacePeriods(tx, agreement, plannedPeriods(agreement));
  }
}
