import { earliestAnswerable, latestSilent, latestToAsk } from '@guanhu/shared/medication/confirmation.rules';
import { latestToRefill } from '@guanhu/shared/medication/supply.rules';
import { addDays, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import { mapSpread, ownOf, type Spread } from '@guanhu/shared/policy/policy-in-force.rules';
import type { MedicationPolicy } from '@guanhu/shared/policy/policy.terms';
import { instantOf } from '@guanhu/shared/reminders/quiet-hours.rules';
import { Injectable } from '@nestjs/common';
import { Agenda, type Part } from '../agenda/agenda.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { Tx } from '../platform/database/database.ts';
import { Policies } from '../policy/policy.public.ts';
import * as store from './medication.store.ts';
import { askSilent, dropUnordered, INJECTIONS_DUE, RAN_OUT, REFILLS_DUE } from './medicine-plan.store.ts';

/** The medicine of a day: one question a family, a call where a family has been silent, injections that are due, supplies that run out. */
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

  async run(tx: Tx, day: CalendarDate, part: Part): Promise<number> {
    const policies = mapSpread(await this.#policies.spread(tx, 'medication', day), one => one.policy);
    const earliest = mapSpread(policies, policy => earliestAnswerable(policy, day));
    const within = [day, part.from, part.to];
    await store.startRegimens(tx, day, part);
    await store.followDays(tx, { day, earliest, part, now: this.#clock.now() });
    await dropUnordered(tx, day, part, this.#clock.now());
    const asked = await this.#agenda.openFrom(tx, store.CONFIRMATIONS_OF_DAY, within);
    const called = await this.#silent(tx, day, part, policies);
    return asked + called + (await this.#supplies(tx, day, part, policies));
  }

  /** A family says that nothing is left. */
  async ranOut(tx: Tx, patientId: Id): Promise<void> {
    await this.#agenda.openFrom(tx, RAN_OUT, [this.#clock.today(), patientId]);
  }

  /** Injections and refills that come into sight. */
  async #supplies(tx: Tx, day: CalendarDate, part: Part, policies: Spread<MedicationPolicy>): Promise<number> {
    const open = (select: string, sight: Spread<CalendarDate>, days: Spread<number>, ...more: readonly unknown[]) => {
      const [townships, sights] = ownOf(sight);
      const values = [day, part.from, part.to, sight.county, days.county, townships, sights, ownOf(days)[1], ...more];
      return this.#agenda.openFrom(tx, select, values);
    };
    const injected = mapSpread(policies, policy => addDays(day, policy.injectionHorizonDays));
    const asked = mapSpread(policies, policy => policy.injectionSeats.join(' '));
    const fetched = mapSpread(policies, policy => latestToRefill(day, policy));
    const injections = await open(
      INJECTIONS_DUE,
      injected,
      mapSpread(policies, policy => policy.injectionGraceDays),
      asked.county,
      ownOf(asked)[1],
    );
    return (
      injections +
      (await open(
        REFILLS_DUE,
        fetched,
        mapSpread(policies, policy => policy.refillLeadDays),
      ))
    );
  }

  /** Families that have been silent: almost everybody answers, so who is is found once. @returns how many calls were opened */
  async #silent(tx: Tx, day: CalendarDate, part: Part, policies: Spread<MedicationPolicy>): Promise<number> {
    const latest = mapSpread(policies, policy => latestToAsk(policy, day));
    const called = mapSpread(policies, policy => latestSilent(policy, day));
    const bounds = [latest, called].flatMap(spread => [spread.county, ...ownOf(spread)[1]]).sort();
    const silent = await store.readSilent(tx, day, part, bounds.at(-1) ?? day);
    if (silent.length === 0) return 0;
    const opened = await this.#agenda.openFrom(tx, store.SILENT, [day, part.from, part.to, called.county, ...ownOf(called), silent]);
    const { visitAt } = await this.#policies.inForce(tx, 'reminder', day, 'county');
    await askSilent(tx, silent, { day, part, latest, called, notBefore: instantOf(day, visitAt) });
    return opened;
  }
}
