import type { CountyId, Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { AskOffices } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database } from '../platform/database/database.ts';
import { readWithoutGuardian } from './agreements.store.ts';

/**
 * A patient's guardians have changed. An agreement is not passed on to the next one: a new guardian needs a new agreement, and a person
 * decides when the old one ends. That it stands with somebody who is guardian no more is noted, and the office hears of it. Safe to repeat.
 */
@Injectable()
export class NoteGuardianChange {
  readonly #database: Database;
  readonly #offices: AskOffices;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(database: Database, offices: AskOffices, audit: Audit, clock: Clock) {
    this.#database = database;
    this.#offices = offices;
    this.#audit = audit;
    this.#clock = clock;
  }

  async run(countyId: CountyId, patientId: Id): Promise<void> {
    await this.#database.county(countyId).inTransaction(async tx => {
      for (const agreementId of await readWithoutGuardian(tx, patientId, this.#clock.today())) {
        await this.#offices.run(tx, { key: `guardian-changed:${agreementId}`, patientId, permission: 'agreement:draft', except: [] });
        await this.#audit.deed(tx, {
          actor: 'system',
          act: 'agreements:guardian-changed',
          objectKind: 'agreement',
          objectId: agreementId,
          patientId,
        });
      }
    });
  }
}
