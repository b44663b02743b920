import type { Actor } from '@guanhu/shared/access/access.terms';
import type { MyMonthAnswer } from '@guanhu/shared/agenda/agenda.contract';
import { startOf, startOfMonth } from '@guanhu/shared/kernel/calendar-date';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.ts';
import { Database } from '../platform/database/database.ts';
import { countFinished } from './task.store.ts';

/** What the reader has done this month: their own, beside nobody else's. */
@Injectable()
export class ReadMyMonth {
  readonly #database: Database;
  readonly #clock: Clock;

  constructor(database: Database, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  async run(actor: Actor): Promise<MyMonthAnswer> {
    const from = startOfMonth(this.#clock.today());
    return { from, ...(await countFinished(this.#database.county(actor.countyId), actor.personId, startOf(from))) };
  }
}
