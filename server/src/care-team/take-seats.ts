import { standsFor, type Actor } from '@guanhu/shared/access/access.terms';
import { inForce, rolesMayChange } from '@guanhu/shared/access/post.rules';
import { SEAT_ROLES, TOWNSHIP_SEATS, type StaffSeat } from '@guanhu/shared/care-team/seats.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Departures, People, Places } from '../access/access.public.ts';
import type { Tx } from '../platform/database/database.ts';

/** Whoever is to sit in a seat holds its post: the list and the roster stay one. */
@Injectable()
export class TakeSeats {
  readonly #departures: Departures;
  readonly #people: People;
  readonly #places: Places;

  constructor(departures: Departures, people: People, places: Places) {
    this.#departures = departures;
    this.#people = people;
    this.#places = places;
  }

  /**
   * That the person is there and holds the seat's post for this village from a day on; it is given when missing, as a confirmed list does.
   * @throws Refusal NOT_FOUND_OR_NO_ACCESS, PERSON_LEFT, ROLE_OF_ONESELF, POST_NOT_FITTING
   */
  async prepare(
    tx: Tx,
    actor: Actor,
    { personId, seat, villageId, from }: { personId: Id; seat: StaffSeat; villageId: Id; from: CalendarDate },
  ): Promise<void> {
    await this.#departures.requirePresent(tx, personId);
    const path = await this.#places.pathOf(tx, villageId);
    const role = SEAT_ROLES[seat];
    const held = await this.#people.posts(tx, [personId]);
    if (held.some(post => post.role === role && path.includes(post.areaId) && inForce(post, from))) return;
    unwrap(rolesMayChange(standsFor(actor), [personId]));
    const areaId = TOWNSHIP_SEATS.has(seat) ? (path.at(-2) ?? villageId) : villageId;
    await this.#people.ensureFieldPost(tx, { personId, role, areaId, from });
  }
}
