import type { CountyId } from '@guanhu/shared/kernel/ids';
import { mapSpread, ownOf } from '@guanhu/shared/policy/policy-in-force.rules';
import { eraseBefore } from '@guanhu/shared/screening/clue.rules';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.ts';
import { Database } from '../platform/database/database.ts';
import { Policies } from '../policy/policy.public.ts';
import { eraseEndedBefore } from './clue.store.ts';
import { Clues } from './clues.ts';
import { eraseNoticesBefore } from './notice.store.ts';

/** Every night: of a clue or notice that ended long enough ago nothing of a person stays, nor who told it. */
@Injectable()
export class EraseEndedClues {
  readonly #database: Database;
  readonly #policies: Policies;
  readonly #clues: Clues;
  readonly #clock: Clock;

  constructor(database: Database, policies: Policies, clues: Clues, clock: Clock) {
    this.#database = database;
    this.#policies = policies;
    this.#clues = clues;
    this.#clock = clock;
  }

  run(countyId: CountyId): Promise<void> {
    return this.#database.county(countyId).inTransaction(async tx => {
      const today = this.#clock.today();
      const spread = await this.#policies.spread(tx, 'screening', today);
      const before = mapSpread(spread, ({ policy }) => eraseBefore(today, policy.endedClueDays));
      const limits = [before.county, ...ownOf(before)];
      await eraseNoticesBefore(tx, limits, this.#clock.now());
      for (const clueId of await eraseEndedBefore(tx, limits, this.#clock.now()))
        await this.#clues.note(tx, 'system', 'screening:clue-erased', clueId);
    });
  }
}
