import { addDays, dayOf } from '@guanhu/shared/kernel/calendar-date';
import type { CountyId, Id } from '@guanhu/shared/kernel/ids';
import { NEWEST_FORM } from '@guanhu/shared/screening/clue-form.rules';
import { isEnded } from '@guanhu/shared/screening/clue.terms';
import { Injectable } from '@nestjs/common';
import { Places } from '../access/access.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { Later } from '../platform/outbox/outbox.ts';
import { insertClue, lockOf, stepClue } from './clue.store.ts';
import { Clues } from './clues.ts';
import { TellOfClues } from './tell-of-clues.ts';

/**
 * An incident with somebody who has no file, kept as a clue, is a clue like every other. What was told stays with the incident, so that it
 * exists once; whoever checks the clue says who it is.
 */
@Injectable()
export class FollowIncident {
  readonly #database: Database;
  readonly #places: Places;
  readonly #clues: Clues;
  readonly #tell: TellOfClues;
  readonly #vaults: Vaults;
  readonly #clock: Clock;

  constructor(database: Database, places: Places, clues: Clues, tell: TellOfClues, vaults: Vaults, clock: Clock) {
    this.#database = database;
    this.#places = places;
    this.#clues = clues;
    this.#tell = tell;
    this.#vaults = vaults;
    this.#clock = clock;
  }

  kept(countyId: CountyId, { incidentId, areaId, by }: { incidentId: Id; areaId: Id; by: Id }): Promise<void> {
    return this.#database.county(countyId).inTransaction(async tx => {
      const areaPath = await this.#places.pathOf(tx, areaId);
      const { checkDays } = await this.#clues.policyIn(tx, areaPath);
      const now = this.#clock.now();
      const id = newId();
      const isNew = await insertClue(tx, await this.#vaults.of(countyId), {
        id,
        areaId,
        incidentId,
        source: 'incident',
        whereabouts: 'unknown',
        form: NEWEST_FORM.version,
        group: null,
        told: null,
        document: null,
        reportedBy: by,
        reportedAt: now,
        dueOn: addDays(dayOf(now), checkDays),
      });
      if (!isNew) return;
      await this.#clues.note(tx, 'system', 'screening:clue-reported', id, { source: 'incident' });
      await this.#tell.waitsForCheck(tx, areaPath, [by]);
    });
  }

  /** Whoever settles incidents has closed it after all. */
  dropped(countyId: CountyId, incidentId: Id): Promise<void> {
    return this.#database.county(countyId).inTransaction(async tx => {
      const clue = await lockOf(tx, incidentId);
      // That it was kept as a clue has been promised before, and comes in any order.
      if (clue === undefined) throw new Later(10);
      if (isEnded(clue.state)) return;
      const { id } = clue;
      await stepClue(tx, await this.#vaults.of(countyId), { id, state: 'withdrawn', dueOn: null, by: null, now: this.#clock.now() });
      await this.#clues.note(tx, 'system', 'screening:clue-withdrawn', id, { state: 'withdrawn' });
    });
  }
}
