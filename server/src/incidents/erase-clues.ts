import { addDays, startOf } from '@guanhu/shared/kernel/calendar-date';
import type { CountyId } from '@guanhu/shared/kernel/ids';
import { mapSpread, ownOf } from '@guanhu/shared/policy/policy-in-force.rules';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database } from '../platform/database/database.ts';
import { Policies } from '../policy/policy.public.ts';
import { Attachments } from '../registry/registry.public.ts';
import { readIncidentFiles } from './incident-file.store.ts';
import { eraseCluesOlderThan } from './unfiled.store.ts';

/** A clue about somebody without a file is no file: when its time is over, who it was and what was told is erased, and the mark stays. */
@Injectable()
export class EraseClues {
  readonly #database: Database;
  readonly #policies: Policies;
  readonly #attachments: Attachments;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(database: Database, policies: Policies, attachments: Attachments, audit: Audit, clock: Clock) {
    this.#database = database;
    this.#policies = policies;
    this.#attachments = attachments;
    this.#audit = audit;
    this.#clock = clock;
  }

  run(countyId: CountyId): Promise<void> {
    return this.#database.county(countyId).inTransaction(async tx => {
      const today = this.#clock.today();
      const policies = await this.#policies.spread(tx, 'incident', today);
      const before = mapSpread(policies, ({ policy }) => startOf(addDays(today, -policy.clueDays)));
      const erased = await eraseCluesOlderThan(tx, [before.county, ...ownOf(before)], this.#clock.now());
      await this.#attachments.forget(tx, 'system', await readIncidentFiles(tx, erased), '线索到期，抹去个人信息');
      for (const objectId of erased)
        await this.#audit.deed(tx, { actor: 'system', act: 'incidents:clue-erased', objectKind: 'incident', objectId });
    });
  }
}
