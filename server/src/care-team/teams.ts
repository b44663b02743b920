import { may, type PatientTies, type Permission } from '@guanhu/shared/access/permissions.rules';
import type { Actor } from '@guanhu/shared/access/access.terms';
import { opensByBreakGlass } from '@guanhu/shared/care-team/break-glass.rules';
import { firstDayHandedIn } from '@guanhu/shared/care-team/former-holder.rules';
import type { StaffSeat } from '@guanhu/shared/care-team/seats.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { Reader, Tx } from '../platform/database/database.ts';
import { isOpen } from './break-glass.store.ts';
import * as store from './care-team.store.ts';

/** Who stands around a patient, for every room that asks permission about one. */
@Injectable()
export class Teams {
  readonly #access: Access;
  readonly #clock: Clock;

  constructor(access: Access, clock: Clock) {
    this.#access = access;
    this.#clock = clock;
  }

  /** The patient's ties on a day, today unless another is given; `undefined` without such a patient in the county. */
  async tiesOf(reader: Reader, patientId: Id, day: CalendarDate = this.#clock.today()): Promise<PatientTies | undefined> {
    const row = await store.readTies(reader, patientId, day);
    return (
      row && {
        countyId: reader.countyId,
        areaPath: row.path,
        team: row.team,
        guardians: row.guardians,
        helpers: row.helpers,
        self: row.self,
      }
    );
  }

  /** The ties of a patient to whom `actor` may do this. @throws Refusal NOT_FOUND_OR_NO_ACCESS, the same for "no such patient". */
  async requireFor(reader: Reader, actor: Actor, permission: Permission, patientId: Id): Promise<PatientTies> {
    const ties = await this.tiesOf(reader, patientId);
    if (!ties) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    // Only whoever the table turns away is looked for among those who opened the file in an emergency.
    if (opensByBreakGlass(permission) && !may(actor, permission, ties) && (await this.#isOpen(reader, actor, patientId))) return ties;
    this.#access.require(actor, permission, ties);
    return ties;
  }

  /**
   * The same about something that was done on a day that may be past, when there was no signal: whoever might do it then writes it down now,
   * though the seat, the guardianship or the patient has passed on since. Of a merged file nobody might: it leads to the one kept.
   */
  async requireThen(reader: Reader, actor: Actor, permission: Permission, patientId: Id, on: CalendarDate): Promise<PatientTies> {
    const now = await this.tiesOf(reader, patientId);
    if (now && may(actor, permission, now)) return now;
    const today = this.#clock.today();
    const then = on < today && on >= firstDayHandedIn(today) ? await this.tiesOf(reader, patientId, on) : undefined;
    return then && may(actor, permission, then) ? then : this.requireFor(reader, actor, permission, patientId);
  }

  #isOpen(reader: Reader, { personId, posts }: Actor, patientId: Id): Promise<boolean> {
    return posts.length === 0 ? Promise.resolve(false) : isOpen(reader, personId, patientId, this.#clock.now());
  }

  seats(reader: Reader, patientIds: readonly Id[], day: CalendarDate = this.#clock.today()): Promise<store.SeatRow[]> {
    return store.readSeats(reader, patientIds, day);
  }

  takeSeat(tx: Tx, patientId: Id, post: StaffSeat, personId: Id): Promise<void> {
    return store.insertSeat(tx, { patientId, post, personId, since: this.#clock.today() });
  }

  leaveSeat(tx: Tx, patientId: Id, post: StaffSeat, personId: Id): Promise<void> {
    return store.endSeat(tx, { patientId, post, personId, lastDay: this.#clock.today() });
  }
}
