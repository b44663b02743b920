import { latestEndedDay } from '@guanhu/shared/agreements/term.rules';
import type { CountyId } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database } from '../platform/database/database.ts';
import { closeOver } from './agreements.store.ts';

/** Closes the agreements whose last day is over. Safe to repeat. */
@Injectable()
export class CloseEnded {
  readonly #database: Database;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(database: Database, audit: Audit, clock: Clock) {
    this.#database = database;
    this.#audit = audit;
    this.#clock = clock;
  }

  async run(countyId: CountyId): Promise<void> {
    await this.#database.county(countyId).inTransaction(async tx => {
      const closed = await closeOver(tx, latestEndedDay(this.#clock.today()), this.#clock.now());
      for (const { id, patient_id } of closed) {
        await this.#audit.deed(tx, {
          actor: 'system',
          act: 'agreements:closed',
          objectKind: 'agreement',
          objectId: id,
          patientId: patient_id,
        });
      }
    });
  }
}
