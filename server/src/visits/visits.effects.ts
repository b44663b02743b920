import { yearOf } from '@guanhu/shared/kernel/calendar-date';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.ts';
import { Database } from '../platform/database/database.ts';
import { OutboxHandlers } from '../platform/outbox/outbox.ts';
import { retellYears } from './visit-year.store.ts';

/** What follows in this room from what others did. */
@Injectable()
export class VisitEffects implements OnModuleInit {
  readonly #database: Database;
  readonly #handlers: OutboxHandlers;
  readonly #clock: Clock;

  constructor(database: Database, handlers: OutboxHandlers, clock: Clock) {
    this.#database = database;
    this.#handlers = handlers;
    this.#clock = clock;
  }

  onModuleInit(): void {
    this.#handlers.on('visits-moved', async ({ countyId, payload }) => {
      const patientIds = [payload['keptId'], payload['mergedId']].map(String);
      await this.#database.county(countyId).inTransaction(tx => retellYears(tx, patientIds, yearOf(this.#clock.today())));
    });
  }
}
