import { standsFor, type Actor } from '@guanhu/shared/access/access.terms';
import { rolesWith } from '@guanhu/shared/access/permissions.rules';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { CountyId, Id } from '@guanhu/shared/kernel/ids';
import type { AnswerWatchBody, VisitSafetyAnswer, VisitWatchAnswer } from '@guanhu/shared/visits/visit-watch.contract';
import { isWatched, needsTwo, watchTimes } from '@guanhu/shared/visits/visit-watch.rules';
import { Injectable } from '@nestjs/common';
import { People } from '../access/access.public.ts';
import { Agenda } from '../agenda/agenda.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { OnDuty, Teams } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database, type Reader, type Tx } from '../platform/database/database.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import { Policies } from '../policy/policy.public.ts';
import { Patients } from '../registry/registry.public.ts';
import * as store from './visit-watch.store.ts';
import { readStandingFacts, readVisit, type VisitRow } from './visits.store.ts';

const AT_ONCE = 50;

/** The safety of whoever visits: two people where it is wise, and a clock that asks for help when a visitor does not come out. */
@Injectable()
export class VisitWatches {
  readonly #database: Database;
  readonly #teams: Teams;
  readonly #people: People;
  readonly #patients: Patients;
  readonly #onDuty: OnDuty;
  readonly #agenda: Agenda;
  readonly #policies: Policies;
  readonly #outbox: Outbox;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(
    database: Database,
    teams: Teams,
    people: People,
    patients: Patients,
    onDuty: OnDuty,
    agenda: Agenda,
    policies: Policies,
    outbox: Outbox,
    audit: Audit,
    clock: Clock,
  ) {
    this.#database = database;
    this.#teams = teams;
    this.#people = people;
    this.#patients = patients;
    this.#onDuty = onDuty;
    this.#agenda = agenda;
    this.#policies = policies;
    this.#outbox = outbox;
    this.#audit = audit;
    this.#clock = clock;
  }

  async safety(actor: Actor, patientId: Id): Promise<VisitSafetyAnswer> {
    const county = this.#database.county(actor.countyId);
    await this.#teams.requireFor(county, actor, 'visit:write', patientId);
    const policy = await this.#policies.inForce(county, 'visitWork', this.#clock.today(), { patientId });
    const risk = (await readStandingFacts(county, patientId))?.risk ?? null;
    const seats = (await this.#teams.seats(county, [patientId])).filter(seat => !standsFor(actor).includes(seat.personId));
    const contacts = await this.#people.contacts(
      county,
      seats.map(seat => seat.personId),
    );
    await this.#audit.read(county, { actor, what: 'visit-safety', patientIds: [patientId] });
    return {
      two: risk !== null && needsTwo(risk, policy) ? { risk } : null,
      team: [...new Map(seats.map(seat => [seat.personId, seat])).values()].map(({ personId, post }) => ({
        personId,
        name: contacts.get(personId)?.name ?? '',
        seat: post,
        phone: contacts.get(personId)?.phone ?? null,
      })),
    };
  }

  async read(actor: Actor, visitId: Id): Promise<VisitWatchAnswer> {
    const county = this.#database.county(actor.countyId);
    await this.#mine(county, actor, visitId);
    return this.#shown(county, visitId);
  }

  /** A visitor stands at the door, and the server knows it in time. */
  async start(tx: Tx, { visitId, patientId, at }: { visitId: Id; patientId: Id; at: Date }): Promise<void> {
    if (!isWatched(at, this.#clock.now())) return;
    const policy = await this.#policies.inForce(tx, 'visitWork', this.#clock.today(), { patientId });
    await store.insertWatch(tx, visitId, watchTimes(at, policy));
  }

  /** The visitor is out: nobody looks for them any more. */
  async stop(tx: Tx, visitId: Id): Promise<void> {
    await store.closeWatch(tx, visitId, this.#clock.now());
    await this.#agenda.cancelAbout(tx, visitId);
  }

  async answer(tx: Tx, actor: Actor, visitId: Id, { answer }: AnswerWatchBody): Promise<VisitWatchAnswer> {
    const { patientId } = await this.#mine(tx, actor, visitId);
    if (answer === 'out') await this.stop(tx, visitId);
    else {
      const policy = await this.#policies.inForce(tx, 'visitWork', this.#clock.today(), { patientId });
      await store.extendWatch(tx, visitId, watchTimes(this.#clock.now(), policy));
      await this.#agenda.cancelAbout(tx, visitId);
    }
    const act = answer === 'out' ? 'visits:checked-out' : 'visits:stays-longer';
    await this.#audit.deed(tx, { actor, act, objectKind: 'visit', objectId: visitId, patientId });
    return this.#shown(tx, visitId);
  }

  /** Asks every visitor who has not come out, by a message, before others are asked: the phone's own question needs an open page. */
  async askVisitors(countyId: CountyId): Promise<void> {
    await this.#database.county(countyId).inTransaction(async tx => {
      const asked = await store.takeUntold(tx, this.#clock.now(), AT_ONCE);
      await this.#outbox.putMany(
        tx,
        asked.map(({ visitId, round, personId, patientId }) => ({
          kind: 'remind',
          key: `visit-check-out:${visitId}:${String(round)}`,
          payload: { purpose: 'checkOut', personId, patientId, objectId: visitId },
        })),
      );
    });
  }

  /** Asks the team for help for every visitor who has not come out and has not answered, and the offices when nobody has reached them: once each. */
  async askForHelp(countyId: CountyId): Promise<void> {
    const county = this.#database.county(countyId);
    while ((await county.inTransaction(tx => this.#some(tx))) === AT_ONCE);
    while ((await county.inTransaction(tx => this.#unheeded(tx))) === AT_ONCE);
  }

  async #some(tx: Tx): Promise<number> {
    const day = this.#clock.today();
    const visitIds = await store.takeOverdue(tx, this.#clock.now(), AT_ONCE);
    if (visitIds.length === 0) return 0;
    await this.#agenda.openFrom(tx, store.HELP_CALLS, [visitIds, day]);
    // The posts are vacant, or the visitor's own: the offices are not kept waiting.
    const unhelped = await store.readUnhelped(tx, visitIds);
    await this.#askOffices(tx, unhelped, day);
    await store.markOfficesAsked(tx, unhelped, this.#clock.now());
    await this.#tell(tx, visitIds, day);
    return visitIds.length;
  }

  async #unheeded(tx: Tx): Promise<number> {
    const day = this.#clock.today();
    const visitIds = await store.takeUnheeded(tx, this.#clock.now(), AT_ONCE);
    if (visitIds.length === 0) return 0;
    await this.#askOffices(tx, visitIds, day);
    await this.#tell(tx, visitIds, day);
    return visitIds.length;
  }

  /** Tells whoever has a call of these visits: each of one call once. */
  async #tell(tx: Tx, visitIds: readonly Id[], day: CalendarDate): Promise<void> {
    const helpers = await store.readHelpers(tx, visitIds, day);
    await this.#outbox.putMany(
      tx,
      helpers.map(({ taskId, personId, patientId }) => ({
        kind: 'remind',
        key: `visit-help:${taskId}`,
        payload: { purpose: 'help', personId, patientId, objectId: taskId },
      })),
    );
    for (const visitId of visitIds)
      await this.#audit.deed(tx, { actor: 'system', act: 'visits:help-asked', objectKind: 'visit', objectId: visitId });
  }

  /** Whoever is on duty for the place telephones, and the offices that may read the visit. */
  async #askOffices(tx: Tx, visitIds: readonly Id[], day: CalendarDate): Promise<void> {
    const asked: { visitId: Id; personId: Id }[] = [];
    for (const { visitId, patientId, visitorId } of await store.readVisitors(tx, visitIds)) {
      const path = (await this.#patients.areaPath(tx, patientId)) ?? [];
      const officers = (await this.#people.holders(tx, rolesWith('visit:read'), path)).map(one => one.personId);
      const persons = new Set([...officers, ...(await this.#onDuty.of(tx, path))]);
      persons.delete(visitorId);
      asked.push(...[...persons].map(personId => ({ visitId, personId })));
    }
    await this.#agenda.openFrom(tx, store.OFFICE_CALLS, [asked.map(one => one.visitId), asked.map(one => one.personId), day]);
  }

  /** The visit of whoever asks. */
  async #mine(reader: Reader, actor: Actor, visitId: Id): Promise<VisitRow> {
    const visit = await readVisit(reader, visitId);
    if (visit?.personId !== actor.personId) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    await this.#teams.requireThen(reader, actor, 'visit:write', visit.patientId, visit.on);
    return visit;
  }

  async #shown(reader: Reader, visitId: Id): Promise<VisitWatchAnswer> {
    const watch = await store.readWatch(reader, visitId);
    return {
      asksAt: watch?.asksAt.toISOString() ?? null,
      helpAt: watch?.helpAt.toISOString() ?? null,
      helpAsked: watch !== undefined && watch.helpAskedAt !== null,
    };
  }
}
