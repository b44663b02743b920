import { addDays } from '@guanhu/shared/kernel/calendar-date';
import type { CountyId } from '@guanhu/shared/kernel/ids';
import { mapSpread, ownOf } from '@guanhu/shared/policy/policy-in-force.rules';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Agenda } from '../agenda/agenda.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Cron } from '../platform/cron.ts';
import { Database } from '../platform/database/database.ts';
import { Policies } from '../policy/policy.public.ts';
import { readLapsedAsked, readMissingLists } from './missing-list.store.ts';
import { lapseEmptyRounds } from './round.store.ts';

/**
 * Every morning: whoever speaks for a department whose list is missing is asked for it, as the deadline nears. A round that nobody handed in
 * anything for is over after as many days as an unsigned one with its rows (see the retention of `exchangeRows`). Safe to repeat.
 */
@Injectable()
export class AskForLists implements OnModuleInit {
  readonly #database: Database;
  readonly #policies: Policies;
  readonly #agenda: Agenda;
  readonly #audit: Audit;
  readonly #clock: Clock;
  readonly #cron: Cron;

  constructor(database: Database, policies: Policies, agenda: Agenda, audit: Audit, clock: Clock, cron: Cron) {
    this.#database = database;
    this.#policies = policies;
    this.#agenda = agenda;
    this.#audit = audit;
    this.#clock = clock;
    this.#cron = cron;
  }

  onModuleInit(): void {
    // 05:50 in China.
    this.#cron.every('50 21 * * *', 'ask-for-exchange-lists', countyId => this.run(countyId));
  }

  run(countyId: CountyId): Promise<void> {
    return this.#database.county(countyId).inTransaction(async tx => {
      const day = this.#clock.today();
      const days = mapSpread(await this.#policies.spread(tx, 'exchange', day), ({ policy }) => policy.remindDays);
      const { keepDays } = await this.#policies.inForce(tx, 'retention', day, 'county');
      for (const objectId of await lapseEmptyRounds(tx, addDays(day, -keepDays.exchangeRows)))
        await this.#audit.deed(tx, { actor: 'system', act: 'exchange:lapsed', objectKind: 'exchange', objectId, facts: {} });
      for (const { roundId, department, deadline, speakerId } of await readMissingLists(tx, { day, days: days.county, own: ownOf(days) })) {
        const task = { kind: 'exchangeList', causeId: roundId, part: department, assigneeId: speakerId } as const;
        await this.#agenda.openNamed(tx, { ...task, dueOn: deadline });
        // Whoever speaks for it today: posts end.
        await this.#agenda.giveNamed(tx, task);
      }
      for (const causeId of await readLapsedAsked(tx)) await this.#agenda.dropNamed(tx, { kind: 'exchangeList', causeId });
    });
  }
}
