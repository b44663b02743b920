import type { CountyId } from '@guanhu/shared/kernel/ids';
import { mapSpread } from '@guanhu/shared/policy/policy-in-force.rules';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.ts';
import { Cron } from '../platform/cron.ts';
import { Database } from '../platform/database/database.ts';
import { Policies } from '../policy/policy.public.ts';
import { followSignals } from './signals.store.ts';

/** Looks for signals in the record every morning, before the day's work begins. Nothing follows from one but a line in a list. */
@Injectable()
export class FollowSignals implements OnModuleInit {
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
    // 05:10 in China.
    this.#cron.every('10 21 * * *', 'early-warnings', countyId => this.run(countyId), { atStart: true });
  }

  async run(countyId: CountyId): Promise<void> {
    const county = this.#database.county(countyId);
    const today = this.#clock.today();
    const policy = await this.#policies.inForce(county, 'indicators', today, 'county');
    const bands = mapSpread(await this.#policies.spread(county, 'visit', today), visit => visit.policy.bands.map(band => band.key));
    await county.inTransaction(tx => followSignals(tx, today, policy, bands, this.#clock.now()));
  }
}
