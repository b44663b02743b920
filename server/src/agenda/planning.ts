import { addDays, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { CountyId, Id } from '@guanhu/shared/kernel/ids';
import { instantOf } from '@guanhu/shared/reminders/quiet-hours.rules';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { Policies } from '../policy/policy.public.ts';
import * as store from './plan.store.ts';

/** What a room adds to the plan of a day. Set-based, and safe to run again. @returns how many tasks it opened. */
export type PlanStep = (tx: Tx, day: CalendarDate) => Promise<number>;

/**
 * The plan of a day: what every room wants done, in one transaction, as often as anybody likes. Rooms say at start what they plan;
 * this room stands below them.
 */
@Injectable()
export class Planning {
  readonly #database: Database;
  readonly #policies: Policies;
  readonly #clock: Clock;
  readonly #before: PlanStep[] = [];
  readonly #steps: PlanStep[] = [];

  constructor(database: Database, policies: Policies, clock: Clock) {
    this.#database = database;
    this.#policies = policies;
    this.#clock = clock;
  }

  /** A step that sets dates which visits are then planned by. */
  beforeVisits(step: PlanStep): void {
    this.#before.push(step);
  }

  /** A step that opens tasks of its own. */
  add(step: PlanStep): void {
    this.#steps.push(step);
  }

  /** Plans today. */
  today(countyId: CountyId): Promise<void> {
    return this.planDay(countyId, this.#clock.today());
  }

  /** Plans `day`: adds what is not there yet, moves what has moved, and changes nothing the second time. */
  async planDay(countyId: CountyId, day: CalendarDate): Promise<void> {
    await this.#database.county(countyId).inTransaction(async tx => {
      await store.startRun(tx, day, this.#clock.now());
      let opened = 0;
      for (const step of this.#before) opened += await step(tx, day);
      opened += await this.#planVisits(tx, day, null);
      for (const step of this.#steps) opened += await step(tx, day);
      await store.followFacts(tx, day, this.#clock.now());
      await store.dropIdleCalls(tx, null, this.#clock.now());
      await this.#promiseReminders(tx, day);
      await store.finishRun(tx, day, opened, this.#clock.now());
    });
  }

  /** Opens and moves the visits of one patient whose dates have changed, in the same commit. */
  async visitsOf(tx: Tx, patientId: Id): Promise<void> {
    await this.#planVisits(tx, this.#clock.today(), patientId);
  }

  async #planVisits(tx: Tx, day: CalendarDate, patientId: Id | null): Promise<number> {
    const { horizonDays } = await this.#policies.inForce(tx, 'visit', day);
    await store.moveVisits(tx, patientId, this.#clock.now());
    return store.insertTasks(tx, 'visit', this.#clock.now(), store.VISITS_DUE, [day, addDays(day, horizonDays), patientId]);
  }

  async #promiseReminders(tx: Tx, day: CalendarDate): Promise<void> {
    const policy = await this.#policies.inForce(tx, 'reminder', day);
    await store.promiseReminders(tx, 'visit', 'visit', day, instantOf(day, policy.visitAt));
    await store.promiseReminders(tx, 'medicationConfirmation', 'medication', day, instantOf(day, policy.medicationAt));
  }
}
