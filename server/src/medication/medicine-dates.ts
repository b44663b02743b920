import { TASK_KEYS } from '@guanhu/shared/agenda/task-key.rules';
import { addDays, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import { countedSupplies } from '@guanhu/shared/medication/collection.rules';
import { injectionsDue } from '@guanhu/shared/medication/injection.rules';
import { firstOut, type Dispensed, type Ordered } from '@guanhu/shared/medication/supply.rules';
import { Injectable } from '@nestjs/common';
import { Agenda, Planning } from '../agenda/agenda.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';
import { readRegimens, setMedicineDates, type RegimenRow } from './regimen.store.ts';
import { readDispensings, readInjections, type DispensingRow, type InjectionRow } from './supply.store.ts';

/** How far back a supply or an injection can still matter: the longest supply and the longest interval are shorter. */
const REACH_DAYS = 366;

/** Everything that dates of a patient's medicine are made of. */
export type MedicineFacts = {
  /** Newest first; those that lasted no day are left out. */
  readonly regimens: readonly RegimenRow[];
  /** The order of today. */
  readonly present: RegimenRow | undefined;
  /** The next order that begins after today. */
  readonly coming: RegimenRow | undefined;
  readonly injections: readonly InjectionRow[];
  readonly dispensings: readonly DispensingRow[];
  readonly orders: readonly Ordered[];
  readonly dispensed: readonly Dispensed[];
};

/** Keeps what planning compares with: when something is injected next, and when medicine runs out. */
@Injectable()
export class MedicineDates {
  readonly #agenda: Agenda;
  readonly #planning: Planning;
  readonly #vaults: Vaults;
  readonly #clock: Clock;

  constructor(agenda: Agenda, planning: Planning, vaults: Vaults, clock: Clock) {
    this.#agenda = agenda;
    this.#planning = planning;
    this.#vaults = vaults;
    this.#clock = clock;
  }

  async facts(reader: Reader, patientId: Id): Promise<MedicineFacts> {
    const vault = await this.#vaults.of(reader.countyId);
    const today = this.#clock.today();
    const since = addDays(today, -REACH_DAYS);
    // One after the other: inside a transaction there is one connection.
    const regimens = (await readRegimens(reader, vault, patientId, since)).filter(one => one.until === null || one.until >= one.since);
    const injections = await readInjections(reader, vault, patientId, since);
    const dispensings = await readDispensings(reader, vault, patientId, since);
    return {
      regimens,
      present: orderOn(regimens, today),
      coming: regimens.findLast(one => one.since > today),
      injections,
      dispensings,
      orders: regimens.map(ordered),
      dispensed: countedSupplies(dispensings).map(amount),
    };
  }

  /**
   * Makes the dates anew after an order, an injection or a supply has changed, and brings the tasks in line: done by whoever did what they
   * asked for, else cancelled, and opened where they come into sight.
   */
  async renew(
    tx: Tx,
    patientId: Id,
    doneBy: { readonly injection?: Id; readonly refill?: Id } = {},
  ): Promise<MedicineFacts & { readonly nextInjectionOn: CalendarDate | null; readonly runsOutOn: CalendarDate | null }> {
    const facts = await this.facts(tx, patientId);
    const dates = { nextInjectionOn: null as CalendarDate | null, runsOutOn: null as CalendarDate | null };
    for (const regimen of [facts.present, facts.coming]) {
      if (regimen === undefined) continue;
      const [next] = injectionsOf(regimen, facts);
      const made = { injectionDueOn: next?.dueOn ?? null, runsOutOn: firstOut(ordered(regimen), facts.dispensed, facts.orders) };
      await setMedicineDates(tx, regimen.id, made);
      if (regimen === facts.present) Object.assign(dates, { nextInjectionOn: made.injectionDueOn, runsOutOn: made.runsOutOn });
    }
    const injectionKey = dates.nextInjectionOn && TASK_KEYS.injection(patientId, dates.nextInjectionOn);
    await this.#agenda.keepOnly(tx, patientId, 'injection', { key: injectionKey, doneBy: doneBy.injection ?? null });
    // A refill that a family asked for has no predicted day: it stays until medicine was given out, or none is ordered.
    if (dates.runsOutOn !== null || facts.present === undefined || doneBy.refill !== undefined) {
      const key = dates.runsOutOn && TASK_KEYS.refill(patientId, dates.runsOutOn);
      await this.#agenda.keepOnly(tx, patientId, 'refill', { key, doneBy: doneBy.refill ?? null });
    }
    await this.#planning.ofPatient(tx, patientId);
    return { ...facts, ...dates };
  }
}

/** The order that holds on a day. */
export const orderOn = (regimens: readonly RegimenRow[], day: CalendarDate): RegimenRow | undefined =>
  regimens.find(one => one.since <= day && (one.until === null || one.until >= day));

/** What of an order is injected when. */
export const injectionsOf = ({ order, since }: RegimenRow, { injections }: Pick<MedicineFacts, 'injections'>) =>
  injectionsDue(
    order?.drugs ?? [],
    since,
    injections.map(({ drug, givenOn }) => ({ drug, on: givenOn })),
  );

export const ordered = ({ since, until, order }: RegimenRow): Ordered => ({ since, until, drugs: order?.drugs ?? null });

const amount = ({ givenOn, drug, tablets, mgPerTablet, days }: DispensingRow): Dispensed => ({
  on: givenOn,
  drug,
  totalMg: tablets === null || mgPerTablet === null ? null : tablets * mgPerTablet,
  days,
});
