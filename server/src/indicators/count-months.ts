import { fewOf, monthsCounted, valuesOf, type CountedMonth } from '@guanhu/shared/indicators/indicators.rules';
import { FORMULAS } from '@guanhu/shared/indicators/indicators.terms';
import type { CountyId } from '@guanhu/shared/kernel/ids';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.ts';
import { Cron } from '../platform/cron.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { Policies } from '../policy/policy.public.ts';
import { countMonth, takeTurn } from './count.store.ts';
import { readTotals } from './indicator.store.ts';
import { publish } from './published.store.ts';

/**
 * Adds up the facts of the patients by village, every hour: the running month, and the one before while it may still change. In the same
 * commit the county publishes its totals for those above it, small ones hidden (ADR 0019).
 */
@Injectable()
export class CountMonths implements OnModuleInit {
  readonly #database: Database;
  readonly #policies: Policies;
  readonly #cron: Cron;
  readonly #clock: Clock;

  constructor(database: Database, policies: Policies, cron: Cron, clock: Clock) {
    this.#database = database;
    this.#policies = policies;
    this.#cron = cron;
    this.#clock = clock;
  }

  onModuleInit(): void {
    this.#cron.every('20 * * * *', 'count-indicators', countyId => this.run(countyId), { atStart: true });
  }

  async run(countyId: CountyId): Promise<void> {
    const county = this.#database.county(countyId);
    const today = this.#clock.today();
    const policy = await this.#policies.inForce(county, 'indicators', today, 'county');
    for (const counted of monthsCounted(today, policy))
      await county.inTransaction(async tx => {
        if (await takeTurn(tx)) await this.#count(tx, counted, policy.hideBelow);
      });
  }

  async #count(tx: Tx, counted: CountedMonth, hideBelow: number): Promise<void> {
    const now = this.#clock.now();
    await countMonth(tx, counted, now);
    const totals = await readTotals(tx, counted.month);
    if (totals) await publish(tx, { month: counted.month, values: valuesOf(totals, fewOf(totals, hideBelow)), formulas: FORMULAS, now });
  }
}
