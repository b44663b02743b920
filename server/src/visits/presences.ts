import { standsFor, type Actor } from '@guanhu/shared/access/access.terms';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { VISITING_SEATS } from '@guanhu/shared/policy/policy.terms';
import type { AnswerPresenceBody, MyPresencesAnswer, PresenceAnswer } from '@guanhu/shared/visits/visits.contract';
import { Injectable } from '@nestjs/common';
import { People } from '../access/access.public.ts';
import { Agenda, Planning } from '../agenda/agenda.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { openPatientName } from '../registry/registry.public.ts';
import { answerPresence, readNamed, readPresences, type PresenceRow } from './presence.store.ts';
import { lockPatient, readVisit, type VisitRow } from './visits.store.ts';

/** The list is short: who does not answer for long has other worries than its end. */
const MOST = 50;

/** Who was named as present at a joint visit says so, or says that they were not there. */
@Injectable()
export class Presences {
  readonly #database: Database;
  readonly #vaults: Vaults;
  readonly #teams: Teams;
  readonly #people: People;
  readonly #agenda: Agenda;
  readonly #planning: Planning;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(
    database: Database,
    vaults: Vaults,
    teams: Teams,
    people: People,
    agenda: Agenda,
    planning: Planning,
    audit: Audit,
    clock: Clock,
  ) {
    this.#database = database;
    this.#vaults = vaults;
    this.#teams = teams;
    this.#people = people;
    this.#agenda = agenda;
    this.#planning = planning;
    this.#audit = audit;
    this.#clock = clock;
  }

  async mine(actor: Actor): Promise<MyPresencesAnswer> {
    const county = this.#database.county(actor.countyId);
    const vault = await this.#vaults.of(actor.countyId);
    const rows = await readNamed(county, actor.personId, MOST);
    const contacts = await this.#people.contacts(
      county,
      rows.map(row => row.visitorId),
    );
    await this.#audit.read(county, { actor, what: 'visit-presences', patientIds: [...new Set(rows.map(row => row.patientId))] });
    return {
      rows: rows.map(({ visitId, patientId, name_sealed, at, visitorId, seat }) => ({
        visitId,
        patientId,
        patientName: openPatientName(vault, patientId, name_sealed),
        at: at.toISOString(),
        visitorName: contacts.get(visitorId)?.name ?? '',
        seat,
      })),
    };
  }

  async answer(tx: Tx, actor: Actor, visitId: Id, { there, reason }: AnswerPresenceBody): Promise<PresenceAnswer> {
    const visit = await readVisit(tx, visitId);
    if (!visit) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    await this.#teams.requireThen(tx, actor, 'visit:write', visit.patientId, visit.on);
    await lockPatient(tx, visit.patientId);
    const vault = await this.#vaults.of(tx.countyId);
    const mine = (await readPresences(tx, vault, visitId)).find(one => standsFor(actor).includes(one.personId));
    if (!mine) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    if (!there && reason === undefined) throw new Refusal('NOTE_NEEDED');
    const state = there ? 'confirmed' : 'disputed';
    if (!(await answerPresence(tx, vault, { id: mine.id, state, reason: reason ?? null, now: this.#clock.now() })))
      throw new Refusal('PRESENCE_ANSWERED');
    if (!there) await this.#dueAgain(tx, visit, mine);
    await this.#audit.deed(tx, {
      actor,
      act: there ? 'visits:presence-confirmed' : 'visits:presence-disputed',
      objectKind: 'visit',
      objectId: visitId,
      patientId: visit.patientId,
    });
    return { visitId, state };
  }

  /** Who was not there still has to go: the seat's date is what it was, unless a later visit has set another. */
  async #dueAgain(tx: Tx, { patientId, on }: VisitRow, { seat, countedBefore, dueBefore }: PresenceRow): Promise<void> {
    const visiting = VISITING_SEATS.find(one => one === seat);
    if (visiting === undefined || countedBefore === null || dueBefore === null) return;
    const present = await this.#agenda.dues(tx, [patientId]);
    if (present.find(due => due.seat === visiting)?.countedFrom !== on) return;
    const made = present.map(due => (due.seat === visiting ? { seat: visiting, countedFrom: countedBefore, dueOn: dueBefore } : due));
    await this.#agenda.setDues(tx, new Map([[patientId, made]]));
    await this.#planning.visitsOf(tx, patientId);
  }
}
