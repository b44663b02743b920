import type { Actor } from '@guanhu/shared/access/access.terms';
import type { Done } from '@guanhu/shared/access/access.contract';
import { decideSeatChange } from '@guanhu/shared/care-team/seat-change.rules';
import type { StaffSeat } from '@guanhu/shared/care-team/seats.terms';
import { addDays, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Agenda } from '../agenda/agenda.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { Tx } from '../platform/database/database.ts';
import { Patients } from '../registry/registry.public.ts';
import { beginSittings, endSittings, lockSittings } from './seat.store.ts';
import { TakeSeats } from './take-seats.ts';
import { Teams } from './teams.ts';

/** A seat of one patient passes to somebody from a day on; what is open goes with it on that day. */
@Injectable()
export class ChangeSeat {
  readonly #teams: Teams;
  readonly #patients: Patients;
  readonly #take: TakeSeats;
  readonly #agenda: Agenda;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(teams: Teams, patients: Patients, take: TakeSeats, agenda: Agenda, audit: Audit, clock: Clock) {
    this.#teams = teams;
    this.#patients = patients;
    this.#take = take;
    this.#agenda = agenda;
    this.#audit = audit;
    this.#clock = clock;
  }

  async run(
    tx: Tx,
    actor: Actor,
    at: { patientId: Id; seat: StaffSeat },
    wanted: { personId: Id | null; from: CalendarDate; beside: boolean },
  ): Promise<Done> {
    await this.#teams.requireFor(tx, actor, 'team:change', at.patientId);
    const patient = await this.#patients.find(tx, at.patientId);
    if (!patient) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    const { personId, from } = wanted;
    const sittings = await lockSittings(tx, at.patientId, at.seat, from);
    const change = unwrap(decideSeatChange(wanted, sittings, this.#clock.today()));
    if (personId !== null) await this.#take.prepare(tx, actor, { personId, seat: at.seat, villageId: patient.villageId, from });
    const seat = { patientIds: [at.patientId], post: at.seat };
    for (const { personId: leaver, lastDay } of change.end) await endSittings(tx, { ...seat, personId: leaver }, lastDay);
    if (change.begin) {
      // Whatever they were to begin later begins now.
      const own = sittings.filter(one => one.personId === change.begin?.personId);
      if (own.length > 0) await endSittings(tx, { ...seat, personId: change.begin.personId }, addDays(from, -1));
      await beginSittings(tx, { ...seat, personId: change.begin.personId }, from);
    }
    await this.#agenda.followSeats(tx, [at.patientId]);
    await this.#audit.deed(tx, {
      actor,
      act: 'care-team:seat-changed',
      objectKind: 'seat',
      objectId: at.patientId,
      patientId: at.patientId,
      facts: { seat: at.seat, personId, from, ended: change.end.length },
    });
    return { done: true };
  }
}
