import type { CountyId, Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database } from '../platform/database/database.ts';
import { EraseUnfiled } from './erase-unfiled.ts';
import { settle } from './unfiled.store.ts';

/** The screening found nothing behind a clue: the incident from which it came is closed in the name of whoever said so. */
@Injectable()
export class CloseClue {
  readonly #database: Database;
  readonly #erase: EraseUnfiled;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(database: Database, erase: EraseUnfiled, audit: Audit, clock: Clock) {
    this.#database = database;
    this.#erase = erase;
    this.#audit = audit;
    this.#clock = clock;
  }

  run(countyId: CountyId, incidentId: Id, by: Id): Promise<void> {
    return this.#database.county(countyId).inTransaction(async tx => {
      if (!(await settle(tx, { id: incidentId, outcome: 'closed', by, now: this.#clock.now() }))) return;
      await this.#erase.run(tx, 'system', incidentId);
      const facts = { outcome: 'closed', by };
      await this.#audit.deed(tx, { actor: 'system', act: 'incidents:settled', objectKind: 'incident', objectId: incidentId, facts });
    });
  }
}
