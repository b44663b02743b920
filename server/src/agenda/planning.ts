import { addDays, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { CountyId, Id } from '@guanhu/shared/kernel/ids';
import { mapSpread, ownOf } from '@guanhu/shared/policy/policy-in-force.rules';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.ts';
import { Database, type CountyDatabase, type Tx } from '../platform/database/database.ts';
import { Policies } from '../policy/policy.public.ts';
import { followCare, followChangedCare } from './care.store.ts';
import { followOffices, followOfficesOfNobody } from './office.store.ts';
import * as store from './plan.store.ts';

/**
 * What a room adds to the plan of a day for the patients of one part of the county. Set-based, limited to the part, and safe to run again.
 * @returns how many tasks it opened.
 */
export type PlanStep = (tx: Tx, day: CalendarDate, part: store.Part) => Promise<number>;

/** What a room does with the finished plan of a part, or of the tasks that are about no patient. */
type AfterStep = (tx: Tx, day: CalendarDate, part: store.Part | null) => Promise<void>;

/** Patients planned in one commit: large enough that the statements matter and not their number, small enough to be done in seconds. */
const PART_SIZE = 5_000;

/** A change of care that commits while a part is planned began no longer before. */
const LONGEST_WRITE_MS = 3_600_000;

/**
 * The plan of a day: what every room wants done, part by part of the county, as often as anybody likes. Every part is a commit of its own
 * and changes nothing the second time, so a run that was killed is simply run again. Rooms say at start what they plan; this room stands
 * below them.
 */
@Injectable()
export class Planning {
  readonly #database: Database;
  readonly #policies: Policies;
  readonly #clock: Clock;
  readonly #before: PlanStep[] = [];
  readonly #steps: PlanStep[] = [];
  readonly #after: AfterStep[] = [];

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

  /** A step that looks at the finished plan of a part; of the tasks about nobody at last, when the part is null. */
  after(step: AfterStep): void {
    this.#after.push(step);
  }

  /** Plans today. */
  today(countyId: CountyId): Promise<void> {
    return this.planDay(countyId, this.#clock.today());
  }

  /** Plans `day`: adds what is not there yet, moves what has moved, and changes nothing the second time. */
  async planDay(countyId: CountyId, day: CalendarDate, partSize = PART_SIZE): Promise<void> {
    const county = this.#database.county(countyId);
    await store.startRun(county, day, this.#clock.now());
    for (const part of await store.readParts(county, partSize)) {
      const since = new Date(this.#clock.now().getTime() - LONGEST_WRITE_MS);
      await inPart(county, tx => this.#planPart(tx, day, part));
      await inPart(county, tx => followChangedCare(tx, part, day, this.#clock.now(), since));
    }
    await county.inTransaction(async tx => {
      await followOfficesOfNobody(tx, day);
      for (const step of this.#after) await step(tx, day, null);
    });
    await store.finishRun(county, day, this.#clock.now());
  }

  /** Opens and moves the visits of one patient whose dates have changed, in the same commit. */
  async visitsOf(tx: Tx, patientId: Id): Promise<void> {
    await this.#planVisits(tx, this.#clock.today(), store.partOfOne(patientId));
  }

  /**
   * Closes what a plan of the day opened for somebody whose care was just changing: neither transaction saw the other. Whichever committed
   * last is followed by a look at both, the plan's behind each part and that of the change by way of the outbox; nobody waits for the other.
   */
  async behind(countyId: CountyId, patientId: Id): Promise<void> {
    const [day, now] = [this.#clock.today(), this.#clock.now()];
    await this.#database.county(countyId).inTransaction(tx => followCare(tx, store.partOfOne(patientId), day, now));
  }

  /** Plans today for one patient whose facts have changed, in the same commit: nothing is missing, nothing is too much. */
  async ofPatient(tx: Tx, patientId: Id): Promise<void> {
    await this.#plan(tx, this.#clock.today(), store.partOfOne(patientId));
  }

  async #planPart(tx: Tx, day: CalendarDate, part: store.Part): Promise<void> {
    await store.takeTurn(tx, day);
    const opened = await this.#plan(tx, day, part);
    for (const step of this.#after) await step(tx, day, part);
    await store.countOpened(tx, day, opened);
  }

  /** @returns how many tasks were opened. */
  async #plan(tx: Tx, day: CalendarDate, part: store.Part): Promise<number> {
    let opened = 0;
    for (const step of this.#before) opened += await step(tx, day, part);
    // Before anything is opened: what is, is what the care asks for. Should that change meanwhile, whoever comes last looks at both (`behind`).
    await followCare(tx, part, day, this.#clock.now());
    opened += await this.#planVisits(tx, day, part);
    for (const step of this.#steps) opened += await step(tx, day, part);
    await store.followSeats(tx, part, day);
    await followOffices(tx, part, day);
    await store.dropIdleCalls(tx, part, this.#clock.now());
    return opened;
  }

  async #planVisits(tx: Tx, day: CalendarDate, part: store.Part): Promise<number> {
    const sight = mapSpread(await this.#policies.spread(tx, 'visit', day), ({ policy }) => addDays(day, policy.horizonDays));
    await store.moveVisits(tx, part, this.#clock.now());
    const values = [part.from, part.to, day, sight.county, ...ownOf(sight)];
    const visits = await store.insertTasks(tx, this.#clock.now(), store.VISITS_DUE, values);
    return visits + (await store.insertTasks(tx, this.#clock.now(), store.FOLLOW_UPS_DUE, values));
  }
}

/**
 * A transaction over a whole part: its statements are planned by what the tables hold now. A plan that PostgreSQL kept from when they were empty
 * would read all of a million tasks again for each of them. What PostgreSQL asks itself about every row that refers to another keeps its plan:
 * a setting of the transaction would have it planned row by row, which takes half of the time.
 */
const inPart = (county: CountyDatabase, work: (tx: Tx) => Promise<void>): Promise<void> =>
  county.inTransaction(tx => work({ ...tx, sql: tx.sqlOfMany }));
