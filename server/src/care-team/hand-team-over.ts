import { SEAT_ROLES, type StaffSeat } from '@guanhu/shared/care-team/seats.terms';
import { addDays } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { People } from '../access/access.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { Tx } from '../platform/database/database.ts';
import { endSeats, insertSeat, readVillageHolders } from './care-team.store.ts';

/**
 * A patient comes to another village: the seats of the old team end, and each is taken by whoever sits there for the village's other
 * patients, else by whoever has that post there. A seat for which there is nobody stays vacant and is shown as such.
 */
@Injectable()
export class HandTeamOver {
  readonly #people: People;
  readonly #clock: Clock;

  constructor(people: People, clock: Clock) {
    this.#people = people;
    this.#clock = clock;
  }

  /** @param path of the new village, county first */
  async run(tx: Tx, patientId: Id, path: readonly Id[]): Promise<void> {
    const today = this.#clock.today();
    const villageId = path.at(-1) ?? '';
    const sitting = await readVillageHolders(tx, villageId, patientId, today);
    const posts = await this.#people.holders(tx, Object.values(SEAT_ROLES), path);
    await endSeats(tx, patientId, addDays(today, -1));
    for (const seat of Object.keys(SEAT_ROLES) as StaffSeat[]) {
      const inOffice = posts.filter(post => post.role === SEAT_ROLES[seat]);
      const holder =
        sitting.find(one => one.post === seat)?.personId ?? (inOffice.find(post => post.areaId === villageId) ?? inOffice[0])?.personId;
      if (holder !== undefined) await insertSeat(tx, { patientId, post: seat, personId: holder, since: today });
    }
  }
}
