import type { CountyId } from '@guanhu/shared/kernel/ids';
import { inTownship } from '@guanhu/shared/policy/policy-in-force.rules';
import { halfYearOf, roundStages, roundTitle } from '@guanhu/shared/screening/campaign.rules';
import { NEWEST_FORM } from '@guanhu/shared/screening/clue-form.rules';
import { Injectable } from '@nestjs/common';
import { Places } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { Policies } from '../policy/policy.public.ts';
import { AskVillages } from './ask-villages.ts';
import { addGaps, addVillages, insertRounds } from './campaign.store.ts';

/** Every day: the half-year's round stands in every township, every village is asked, and who has not answered in time is a gap. */
@Injectable()
export class OpenRounds {
  readonly #database: Database;
  readonly #places: Places;
  readonly #policies: Policies;
  readonly #audit: Audit;
  readonly #ask: AskVillages;
  readonly #clock: Clock;

  constructor(database: Database, places: Places, policies: Policies, audit: Audit, ask: AskVillages, clock: Clock) {
    this.#database = database;
    this.#places = places;
    this.#policies = policies;
    this.#audit = audit;
    this.#ask = ask;
    this.#clock = clock;
  }

  run(countyId: CountyId): Promise<void> {
    return this.#database.county(countyId).inTransaction(async tx => {
      const [today, now] = [this.#clock.today(), this.#clock.now()];
      const spread = await this.#policies.spread(tx, 'screening', today);
      const townships = (await this.#places.areas(tx)).rows.filter(area => area.kind === 'township');
      const rounds = townships.map(({ areaId }) => ({
        id: newId(),
        areaId,
        ...roundStages(today, inTownship(spread, areaId).policy.roundDays),
      }));
      const { key } = halfYearOf(today);
      const opened = await insertRounds(tx, rounds, { halfYear: key, title: roundTitle(key), form: NEWEST_FORM.version, now });
      await this.#audit.deeds(
        tx,
        opened.map(objectId => ({ actor: 'system' as const, act: 'screening:round-opened', objectKind: 'screening', objectId })),
      );
      await addVillages(tx, today);
      await addGaps(tx, today, now);
      await this.#ask.run(tx);
    });
  }
}
