import type { Done } from '@guanhu/shared/access/access.contract';
import type { Actor } from '@guanhu/shared/access/access.terms';
import type { AddShiftBody, LogDrillBody, SwapShiftBody } from '@guanhu/shared/care-team/crisis-roster.contract';
import { decideShift, overlaps, type ShiftTime } from '@guanhu/shared/care-team/crisis-roster.rules';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Departures, People, Places } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { endShift, giveShift, insertShift, lockRoster, lockShift, readShifts, type ShiftRow } from './crisis-roster.store.ts';
import { insertDrill } from './drill.store.ts';
import { Grounds } from './grounds.ts';

/** The social affairs office keeps the crisis roster of its township, and logs the drills. */
@Injectable()
export class ChangeCrisisRoster {
  readonly #grounds: Grounds;
  readonly #departures: Departures;
  readonly #people: People;
  readonly #places: Places;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(grounds: Grounds, departures: Departures, people: People, places: Places, vaults: Vaults, audit: Audit, clock: Clock) {
    this.#grounds = grounds;
    this.#departures = departures;
    this.#people = people;
    this.#places = places;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, PERSON_LEFT, SHIFT_NEEDS_PHONE, SHIFT_TIME_WRONG, SHIFT_TWICE */
  async add(tx: Tx, actor: Actor, { shiftId, townshipId, personId, ...span }: AddShiftBody): Promise<Done> {
    await this.#requireTownship(tx, actor, 'crisis-roster:write', townshipId);
    await this.#departures.requirePresent(tx, personId);
    const contact = (await this.#people.contacts(tx, [personId])).get(personId);
    if (!contact?.phone) throw new Refusal('SHIFT_NEEDS_PHONE');
    const time = { from: new Date(span.from), until: new Date(span.until) };
    unwrap(decideShift(time, this.#clock.now()));
    await lockRoster(tx, townshipId);
    await this.#requireFree(tx, townshipId, personId, time, []);
    if (!(await insertShift(tx, { id: shiftId, townshipId, personId, ...time }))) throw new Refusal('INPUT_INVALID', ['body.shiftId']);
    await this.#audit.deed(tx, {
      actor,
      act: 'care-team:shift-added',
      objectKind: 'duty-shift',
      objectId: shiftId,
      facts: { personId, from: span.from, until: span.until },
    });
    return { done: true };
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, STALE, SHIFT_OVER */
  async remove(tx: Tx, actor: Actor, shiftId: Id, version: number): Promise<Done> {
    const shift = await this.#mine(tx, actor, shiftId, version);
    await endShift(tx, shiftId, this.#clock.now());
    const facts = { personId: shift.personId };
    await this.#audit.deed(tx, { actor, act: 'care-team:shift-removed', objectKind: 'duty-shift', objectId: shiftId, facts });
    return { done: true };
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS also for a shift of another township, STALE, SHIFT_OVER, SHIFT_TWICE */
  async swap(tx: Tx, actor: Actor, shiftId: Id, { version, withShiftId, withVersion }: SwapShiftBody): Promise<Done> {
    // Always in the same order, so that two who swap the same shifts wait for each other.
    for (const id of [shiftId, withShiftId].sort()) await lockShift(tx, id);
    const one = await this.#mine(tx, actor, shiftId, version);
    const other = await this.#mine(tx, actor, withShiftId, withVersion);
    if (one.townshipId !== other.townshipId || shiftId === withShiftId) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    await lockRoster(tx, one.townshipId);
    const apart = [shiftId, withShiftId];
    await this.#requireFree(tx, one.townshipId, other.personId, one, apart);
    await this.#requireFree(tx, one.townshipId, one.personId, other, apart);
    await giveShift(tx, shiftId, other.personId);
    await giveShift(tx, withShiftId, one.personId);
    await this.#audit.deed(tx, {
      actor,
      act: 'care-team:shifts-swapped',
      objectKind: 'duty-shift',
      objectId: shiftId,
      facts: { withShiftId, personId: other.personId, withPersonId: one.personId },
    });
    return { done: true };
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, DRILL_NOT_HELD */
  async logDrill(tx: Tx, actor: Actor, { drillId, townshipId, on, what, personIds, findings }: LogDrillBody): Promise<Done> {
    await this.#requireTownship(tx, actor, 'drill:write', townshipId);
    if (on > this.#clock.today()) throw new Refusal('DRILL_NOT_HELD');
    const persons = [...new Set(personIds)];
    if ((await this.#people.contacts(tx, persons)).size !== persons.length) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    const vault = await this.#vaults.of(tx.countyId);
    const drill = { id: drillId, townshipId, on, what, findings, personIds: persons, loggedBy: actor.personId, now: this.#clock.now() };
    if (!(await insertDrill(tx, vault, drill))) throw new Refusal('INPUT_INVALID', ['body.drillId']);
    const facts = { townshipId, on, persons: persons.length };
    await this.#audit.deed(tx, { actor, act: 'care-team:drill-logged', objectKind: 'drill', objectId: drillId, facts });
    return { done: true };
  }

  /** The shift as it was read, not over yet. */
  async #mine(tx: Tx, actor: Actor, shiftId: Id, version: number): Promise<ShiftRow> {
    const shift = await lockShift(tx, shiftId);
    if (!shift) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    await this.#grounds.requireIn(tx, actor, 'crisis-roster:write', shift.townshipId);
    if (shift.version !== version) throw new Refusal('STALE');
    if (shift.until <= this.#clock.now()) throw new Refusal('SHIFT_OVER');
    return shift;
  }

  /** That the person has no other shift there at that time; those named `apart` do not count. */
  async #requireFree(tx: Tx, townshipId: Id, personId: Id, time: ShiftTime, apart: readonly Id[]): Promise<void> {
    const shifts = await readShifts(tx, townshipId, time);
    if (shifts.some(shift => shift.personId === personId && !apart.includes(shift.id) && overlaps(shift, time)))
      throw new Refusal('SHIFT_TWICE');
  }

  async #requireTownship(tx: Tx, actor: Actor, permission: 'crisis-roster:write' | 'drill:write', townshipId: Id): Promise<void> {
    await this.#grounds.requireIn(tx, actor, permission, townshipId);
    const area = (await this.#places.areas(tx)).rows.find(one => one.areaId === townshipId);
    if (area?.kind !== 'township') throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
  }
}
