import { earliestAnswerable, latestSilent } from '@guanhu/shared/medication/confirmation.rules';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { Injectable } from '@nestjs/common';
import { Agenda } from '../agenda/agenda.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { Tx } from '../platform/database/database.ts';
import { Policies } from '../policy/policy.public.ts';
import * as store from './medication.store.ts';

/** The medicine of a day: one question a family, and a call where a family has been silent. */
@Injectable()
export class PlanMedication {
  readonly #agenda: Agenda;
  readonly #policies: Policies;
  readonly #clock: Clock;

  constructor(agenda: Agenda, policies: Policies, clock: Clock) {
    this.#agenda = agenda;
    this.#policies = policies;
    this.#clock = clock;
  }

  async run(tx: Tx, day: CalendarDate): Promise<number> {
    const policy = await this.#policies.inForce(tx, 'medication', day);
    await store.startRegimens(tx, day);
    await store.followDays(tx, day, earliestAnswerable(policy, day), this.#clock.now());
    const asked = await this.#agenda.openFrom(tx, 'medicationConfirmation', store.CONFIRMATIONS_OF_DAY, [day]);
    return asked + (await this.#agenda.openFrom(tx, 'call', store.SILENT, [day, latestSilent(policy, day)]));
  }
}
