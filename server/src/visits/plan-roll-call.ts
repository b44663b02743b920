import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { CountyId, Id } from '@guanhu/shared/kernel/ids';
import { mapSpread, ownOf } from '@guanhu/shared/policy/policy-in-force.rules';
import { VISITING_SEATS } from '@guanhu/shared/policy/policy.terms';
import type { SpecialPeriodPolicy } from '@guanhu/shared/policy/special-period-policy.terms';
import { isRollCallOver } from '@guanhu/shared/visits/special-period.rules';
import { Injectable } from '@nestjs/common';
import { Agenda, Planning, type Part } from '../agenda/agenda.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import { Policies } from '../policy/policy.public.ts';
import * as store from './roll-call-plan.store.ts';

/** The whole county as one part. */
const EVERYBODY: Part = { from: '00000000-0000-0000-0000-000000000000', to: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };

/** Special periods in the plan of a day: who is in one, sooner visits, the roll-call; and what happens when nobody was found. */
@Injectable()
export class PlanRollCall {
  readonly #database: Database;
  readonly #agenda: Agenda;
  readonly #planning: Planning;
  readonly #policies: Policies;
  readonly #outbox: Outbox;
  readonly #clock: Clock;

  constructor(database: Database, agenda: Agenda, planning: Planning, policies: Policies, outbox: Outbox, clock: Clock) {
    this.#database = database;
    this.#agenda = agenda;
    this.#planning = planning;
    this.#policies = policies;
    this.#outbox = outbox;
    this.#clock = clock;
  }

  /** Lets go whom a period has no more, takes in whom it has, brings their visits forward, and puts back those of whoever is free. */
  async members(tx: Tx, day: CalendarDate, part: Part): Promise<number> {
    await store.leavePeriods(tx, day, part);
    await store.enterPeriods(tx, day, part);
    await this.#extraVisits(tx, day, part);
    await this.#agenda.putBack(tx, store.IN_NO_PERIOD, [day, part.from, part.to]);
    return 0;
  }

  /** Opens the roll-call of the day. @returns how many tasks are new */
  async tasks(tx: Tx, day: CalendarDate, part: Part): Promise<number> {
    await store.dropRollCalls(tx, day, part, this.#clock.now());
    return this.#agenda.openFrom(tx, store.ROLL_CALLS, [day, part.from, part.to]);
  }

  /** A patient stands in another band: in and out of periods at once. */
  ofPatient(countyId: CountyId, patientId: Id): Promise<void> {
    return this.#database.county(countyId).inTransaction(async tx => {
      const [day, part] = [this.#clock.today(), { from: patientId, to: patientId }];
      await this.members(tx, day, part);
      await this.#planning.visitsOf(tx, patientId);
      await this.tasks(tx, day, part);
    });
  }

  /** The hour is over where it is: whoever was not marked is the lead's to find. Asked again it does nothing more. */
  missing(countyId: CountyId): Promise<void> {
    return this.#database.county(countyId).inTransaction(async tx => {
      const [day, now] = [this.#clock.today(), this.#clock.now()];
      const over = mapSpread(await this.#policies.spread(tx, 'specialPeriod', day), ({ policy }) => isRollCallOver(policy, now));
      if (!over.county && !over.townships.some(one => one.value)) return;
      const values = [day, EVERYBODY.from, EVERYBODY.to, over.county, ...ownOf(over)];
      if ((await this.#agenda.openFrom(tx, store.NOT_MARKED, values)) > 0) await this.#tellLeads(tx, day);
    });
  }

  /** Somebody cannot be reached: the lead looks into it now. */
  async notReached(tx: Tx, patientId: Id): Promise<void> {
    const day = this.#clock.today();
    if ((await this.#agenda.openFrom(tx, store.NOT_REACHED, [day, patientId, patientId])) > 0) await this.#tellLeads(tx, day);
  }

  /** One message a day and lead, without a name: the list says who. */
  async #tellLeads(tx: Tx, day: CalendarDate): Promise<void> {
    const leads = await store.readLeadsToTell(tx, day);
    await this.#outbox.putMany(
      tx,
      leads.map(({ personId, patientId, taskId }) => ({
        kind: 'remind',
        key: `roll-call:${day}:${personId}`,
        payload: { purpose: 'task', personId, patientId, objectId: taskId },
      })),
    );
  }

  async #extraVisits(tx: Tx, day: CalendarDate, part: Part): Promise<void> {
    const policies = mapSpread(await this.#policies.spread(tx, 'specialPeriod', day), one => seatDays(one.policy));
    const own = policies.townships.flatMap(({ townshipId, value }) => value.map(each => ({ townshipId, ...each })));
    await this.#agenda.bringForward(tx, store.EXTRA_VISITS, [
      day,
      part.from,
      part.to,
      policies.county.map(each => each.days),
      policies.county.map(each => each.seat),
      own.map(each => each.townshipId),
      own.map(each => each.seat),
      own.map(each => each.days),
      policies.townships.map(each => each.townshipId),
    ]);
  }
}

const seatDays = ({ everyDays }: SpecialPeriodPolicy) =>
  VISITING_SEATS.flatMap(seat => {
    const days = everyDays[seat];
    return days === undefined ? [] : [{ seat, days }];
  });
