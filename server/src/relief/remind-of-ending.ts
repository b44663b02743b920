import { addDays } from '@guanhu/shared/kernel/calendar-date';
import type { CountyId } from '@guanhu/shared/kernel/ids';
import { inTownship } from '@guanhu/shared/policy/policy-in-force.rules';
import { renewFrom } from '@guanhu/shared/relief/relief-life.rules';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.ts';
import { Database } from '../platform/database/database.ts';
import { Policies } from '../policy/policy.public.ts';
import { endingGrants } from './ledger.store.ts';
import { TellOfRelief } from './tell-of-relief.ts';

/** Some days before the term of a benefit ends, the team is asked to ask for it again. Safe to repeat: each term has one task. */
@Injectable()
export class RemindOfEnding {
  readonly #database: Database;
  readonly #policies: Policies;
  readonly #tell: TellOfRelief;
  readonly #clock: Clock;

  constructor(database: Database, policies: Policies, tell: TellOfRelief, clock: Clock) {
    this.#database = database;
    this.#policies = policies;
    this.#tell = tell;
    this.#clock = clock;
  }

  async run(countyId: CountyId): Promise<void> {
    const today = this.#clock.today();
    await this.#database.county(countyId).inTransaction(async tx => {
      const spread = await this.#policies.spread(tx, 'relief', today);
      const most = Math.max(spread.county.policy.renewDays, ...spread.townships.map(one => one.value.policy.renewDays));
      for (const grant of await endingGrants(tx, today, addDays(today, most))) {
        const from = renewFrom(grant.until_on, inTownship(spread, grant.township_id).policy.renewDays);
        if (from !== null && from <= today) await this.#tell.ending(tx, grant);
      }
    });
  }
}
