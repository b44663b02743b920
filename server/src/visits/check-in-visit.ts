import { standsFor, type Actor } from '@guanhu/shared/access/access.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { VISITING_SEATS, type VisitingSeat } from '@guanhu/shared/policy/policy.terms';
import type { CheckInAnswer, CheckInBody } from '@guanhu/shared/visits/visits.contract';
import { storedPlace, usualPlace, type VisitPlace } from '@guanhu/shared/visits/place.rules';
import { decideCheckIn, seatOfVisit } from '@guanhu/shared/visits/visit.rules';
import { flagsOfCheckIn, type VisitFlag } from '@guanhu/shared/visits/visit-flags.rules';
import { Injectable } from '@nestjs/common';
import { Agenda } from '../agenda/agenda.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults, type CountyVault } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { Policies } from '../policy/policy.public.ts';
import { Files } from '../registry/registry.public.ts';
import { VisitWatches } from './visit-watches.ts';
import { insertVisit, readOtherCheckIns, readPlaces, readVisit } from './visits.store.ts';

/** How many earlier visits the usual place is made from. */
const PLACES = 5;

/** A member of the team stands at the door; or stood there when there was no signal. */
@Injectable()
export class CheckInVisit {
  readonly #teams: Teams;
  readonly #agenda: Agenda;
  readonly #files: Files;
  readonly #policies: Policies;
  readonly #vaults: Vaults;
  readonly #watches: VisitWatches;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(
    teams: Teams,
    agenda: Agenda,
    files: Files,
    policies: Policies,
    vaults: Vaults,
    watches: VisitWatches,
    audit: Audit,
    clock: Clock,
  ) {
    this.#teams = teams;
    this.#agenda = agenda;
    this.#files = files;
    this.#policies = policies;
    this.#vaults = vaults;
    this.#watches = watches;
    this.#audit = audit;
    this.#clock = clock;
  }

  async run(tx: Tx, actor: Actor, patientId: Id, { visitId, taskId, at, place }: CheckInBody): Promise<CheckInAnswer> {
    const checkedInAt = new Date(at);
    const day = decideCheckIn(checkedInAt, this.#clock.now());
    await this.#teams.requireThen(tx, actor, 'visit:write', patientId, day.granted ? day.value : this.#clock.today());
    const on = unwrap(day);
    const seat = seatOfVisit(await this.#heldSeats(tx, actor, patientId, on), await this.#seatOfTask(tx, patientId, taskId));
    if (seat === null) throw new Refusal('VISIT_SEAT_NEEDED');
    const vault = await this.#vaults.of(tx.countyId);
    const seen = await this.#seen(tx, vault, { patientId, personId: actor.personId, at: checkedInAt, place });
    const isNew = await insertVisit(tx, vault, {
      id: visitId,
      patientId,
      personId: actor.personId,
      seat,
      taskId: taskId ?? null,
      at: checkedInAt,
      on,
      ...seen,
      now: this.#clock.now(),
    });
    const visit = await readVisit(tx, visitId);
    // An id that is taken by somebody else's visit tells nothing about that visit.
    if (visit?.patientId !== patientId || visit.personId !== actor.personId) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    if (isNew) await this.#watches.start(tx, { visitId, patientId, at: checkedInAt });
    if (isNew)
      await this.#audit.deed(tx, { actor, act: 'visits:checked-in', objectKind: 'visit', objectId: visitId, patientId, facts: { seat } });
    return { visitId, version: visit.version, seat: visit.seat, checkedInAt: visit.at.toISOString() };
  }

  /** The place as it may be stored, and what a reviewer is made aware of. */
  async #seen(
    tx: Tx,
    vault: CountyVault,
    { patientId, personId, at, place: given }: { patientId: Id; personId: Id; at: Date; place: VisitPlace | undefined },
  ): Promise<{ place: VisitPlace | null; flags: readonly VisitFlag[] }> {
    const policy = await this.#policies.inForce(tx, 'visitWork', this.#clock.today(), { patientId });
    const place = given && storedPlace(given, policy);
    const usual = usualPlace(await readPlaces(tx, vault, patientId, PLACES), policy);
    const others = await readOtherCheckIns(tx, { personId, patientId, at, minutes: policy.tooCloseMinutes });
    return { place: place ?? null, flags: flagsOfCheckIn({ at, place, usual, others }, policy) };
  }

  /** The visitor's seats today; of a visit that was uploaded late by somebody who has none any more, those of its day. */
  async #heldSeats(tx: Tx, actor: Actor, patientId: Id, on: CalendarDate): Promise<readonly string[]> {
    const persons = standsFor(actor);
    const held = async (day?: CalendarDate) =>
      (await this.#teams.seats(tx, [patientId], day)).filter(seat => persons.includes(seat.personId)).map(seat => seat.post);
    const present = await held();
    return present.length > 0 ? present : held(on);
  }

  /** A task that was closed while the phone had no signal does no harm. @throws Refusal VISIT_TASK_MISMATCH when it is no visit of this patient. */
  async #seatOfTask(tx: Tx, patientId: Id, taskId: Id | undefined): Promise<VisitingSeat | null> {
    if (taskId === undefined) return null;
    const task = await this.#agenda.task(tx, taskId);
    const seat = VISITING_SEATS.find(one => one === task?.seat);
    // The task may be of a file that was merged into this one since.
    const ofPatient = typeof task?.patientId === 'string' && (await this.#files.lineage(tx, patientId)).includes(task.patientId);
    if (task?.kind !== 'visit' || !ofPatient || seat === undefined) throw new Refusal('VISIT_TASK_MISMATCH');
    return seat;
  }
}
