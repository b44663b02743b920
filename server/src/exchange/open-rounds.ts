import { roundDue } from '@guanhu/shared/exchange/round.rules';
import type { CountyId } from '@guanhu/shared/kernel/ids';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Places } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Cron } from '../platform/cron.ts';
import { Database } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { Policies } from '../policy/policy.public.ts';
import { insertRounds } from './round.store.ts';

/** Opens the month's round of every township on the day that its policy names. Safe to repeat. */
@Injectable()
export class OpenRounds implements OnModuleInit {
  readonly #database: Database;
  readonly #places: Places;
  readonly #policies: Policies;
  readonly #audit: Audit;
  readonly #clock: Clock;
  readonly #cron: Cron;

  constructor(database: Database, places: Places, policies: Policies, audit: Audit, clock: Clock, cron: Cron) {
    this.#database = database;
    this.#places = places;
    this.#policies = policies;
    this.#audit = audit;
    this.#clock = clock;
    this.#cron = cron;
  }

  onModuleInit(): void {
    // 00:40 in China.
    this.#cron.every('40 16 * * *', 'open-exchange-rounds', countyId => this.run(countyId), { atStart: true });
  }

  async run(countyId: CountyId): Promise<void> {
    await this.#database.county(countyId).inTransaction(async tx => {
      const today = this.#clock.today();
      const { county, townships } = await this.#policies.spread(tx, 'exchange', today);
      const own = new Map(townships.map(each => [each.townshipId, each.value.policy]));
      const areas = (await this.#places.areas(tx)).rows.filter(area => area.kind === 'township');
      const due = areas.flatMap(({ areaId }) => {
        const round = roundDue(today, own.get(areaId) ?? county.policy);
        return round ? [{ id: newId(), townshipId: areaId, ...round }] : [];
      });
      for (const objectId of await insertRounds(tx, due, this.#clock.now()))
        await this.#audit.deed(tx, { actor: 'system', act: 'exchange:opened', objectKind: 'exchange', objectId, facts: {} });
    });
  }
}
