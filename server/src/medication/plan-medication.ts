import { earliestAnswerable, latestSilent } from '@guanhu/shared/medication/confirmation.rules';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { mapSpread, ownOf } from '@guanhu/shared/policy/policy-in-force.rules';
import { Injectable } from '@nestjs/common';
import { Agenda, type Part } from '../agenda/agenda.public.ts';
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

  async run(tx: Tx, day: CalendarDate, { from, to }: Part): Promise<number> {
    const policies = await this.#policies.spread(tx, 'medication', day);
    const earliest = mapSpread(policies, ({ policy }) => earliestAnswerable(policy, day));
    const silent = mapSpread(policies, ({ policy }) => latestSilent(policy, day));
    await store.startRegimens(tx, day, { from, to });
    await store.followDays(tx, { day, earliest, part: { from, to }, now: this.#clock.now() });
    const asked = await this.#agenda.openFrom(tx, 'medicationConfirmation', store.CONFIRMATIONS_OF_DAY, [day, from, to]);
    return asked + (await this.#agenda.openFrom(tx, 'call', store.SILENT, [day, from, to, silent.county, ...ownOf(silent)]));
  }
}
