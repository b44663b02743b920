import { standsFor, type Actor } from '@guanhu/shared/access/access.terms';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { VISITING_SEATS, type VisitingSeat } from '@guanhu/shared/policy/policy.terms';
import type { CheckInAnswer, CheckInBody } from '@guanhu/shared/visits/visits.contract';
import { decideCheckIn, seatOfVisit } from '@guanhu/shared/visits/visit.rules';
import { Injectable } from '@nestjs/common';
import { Agenda } from '../agenda/agenda.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { insertVisit, readVisit } from './visits.store.ts';

/** A member of the team stands at the door; or stood there when there was no signal. */
@Injectable()
export class CheckInVisit {
  readonly #teams: Teams;
  readonly #agenda: Agenda;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(teams: Teams, agenda: Agenda, vaults: Vaults, audit: Audit, clock: Clock) {
    this.#teams = teams;
    this.#agenda = agenda;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  async run(tx: Tx, actor: Actor, patientId: Id, { visitId, taskId, at, place }: CheckInBody): Promise<CheckInAnswer> {
    await this.#teams.requireFor(tx, actor, 'visit:write', patientId);
    const on = unwrap(decideCheckIn(new Date(at), this.#clock.now()));
    const seat = seatOfVisit(await this.#heldSeats(tx, actor, patientId), await this.#seatOfTask(tx, patientId, taskId));
    if (seat === null) throw new Refusal('VISIT_SEAT_NEEDED');
    const isNew = await insertVisit(tx, await this.#vaults.of(tx.countyId), {
      id: visitId,
      patientId,
      personId: actor.personId,
      seat,
      taskId: taskId ?? null,
      at: new Date(at),
      on,
      place: place ?? null,
      now: this.#clock.now(),
    });
    const visit = await readVisit(tx, visitId);
    // An id that is taken by somebody else's visit tells nothing about that visit.
    if (visit?.patientId !== patientId || visit.personId !== actor.personId) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    if (isNew)
      await this.#audit.deed(tx, { actor, act: 'visits:checked-in', objectKind: 'visit', objectId: visitId, patientId, facts: { seat } });
    return { visitId, version: visit.version, seat: visit.seat, checkedInAt: visit.at.toISOString() };
  }

  async #heldSeats(tx: Tx, actor: Actor, patientId: Id): Promise<readonly string[]> {
    const persons = standsFor(actor);
    return (await this.#teams.seats(tx, [patientId])).filter(seat => persons.includes(seat.personId)).map(seat => seat.post);
  }

  /** A task that was closed while the phone had no signal does no harm. @throws Refusal VISIT_TASK_MISMATCH when it is no visit of this patient. */
  async #seatOfTask(tx: Tx, patientId: Id, taskId: Id | undefined): Promise<VisitingSeat | null> {
    if (taskId === undefined) return null;
    const task = await this.#agenda.task(tx, taskId);
    const seat = VISITING_SEATS.find(one => one === task?.seat);
    if (task?.kind !== 'visit' || task.patientId !== patientId || seat === undefined) throw new Refusal('VISIT_TASK_MISMATCH');
    return seat;
  }
}
