import { ROLES, standsFor, type Actor, type Role } from '@guanhu/shared/access/access.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import { addWorkingDays } from '@guanhu/shared/policy/working-days.rules';
import type { RequestAtDesk, RightsRequest } from '@guanhu/shared/rights/requests.contract';
import { isRequestOverdue, mayEscalate } from '@guanhu/shared/rights/requests.rules';
import { Injectable } from '@nestjs/common';
import { People, Places } from '../access/access.public.ts';
import { Agenda } from '../agenda/agenda.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Reader } from '../platform/database/database.ts';
import { Policies } from '../policy/policy.public.ts';
import { Patients } from '../registry/registry.public.ts';
import { readAnswers, type AnswerRow, type RequestRow } from './request.store.ts';

/** What every act on a request needs to know: until when it is answered, by whom, and how it is shown. */
@Injectable()
export class Requests {
  readonly #people: People;
  readonly #places: Places;
  readonly #patients: Patients;
  readonly #policies: Policies;
  readonly #agenda: Agenda;
  readonly #vaults: Vaults;
  readonly #clock: Clock;

  constructor(people: People, places: Places, patients: Patients, policies: Policies, agenda: Agenda, vaults: Vaults, clock: Clock) {
    this.#people = people;
    this.#places = places;
    this.#patients = patients;
    this.#policies = policies;
    this.#agenda = agenda;
    this.#vaults = vaults;
    this.#clock = clock;
  }

  /** The day by which a request that starts now is answered. */
  async dueOn(reader: Reader): Promise<CalendarDate> {
    const today = this.#clock.today();
    const { answerWorkingDays } = await this.#policies.inForce(reader, 'rights', today, 'county');
    return addWorkingDays(await this.#policies.inForce(reader, 'calendar', today, 'county'), today, answerWorkingDays);
  }

  /** Who answers for a request: whoever holds the office there, nobody of the family and never one of `besides`. Null while nobody does. */
  async officer(
    reader: Reader,
    role: Role,
    about: Pick<RequestRow, 'patientId' | 'areaPath'>,
    besides: readonly Id[] = [],
  ): Promise<Id | null> {
    const holders = (await this.#people.holders(reader, [role], about.areaPath)).map(({ personId }) => personId);
    const family = await this.#agenda.familyAmong(reader, holders, about.patientId);
    return holders.find(personId => !besides.includes(personId) && !family.has(personId)) ?? null;
  }

  async shown(reader: Reader, rows: readonly RequestRow[]): Promise<RightsRequest[]> {
    const answers = await readAnswers(reader, await this.#vaults.of(reader.countyId), ids(rows));
    const people = await this.#people.contacts(reader, persons(rows, answers));
    const today = this.#clock.today();
    const name = (id: Id) => people.get(id)?.name ?? '';
    return rows.map(row => ({
      requestId: row.id,
      patientId: row.patientId,
      kind: row.kind,
      words: row.words,
      hasVoice: row.hasVoice,
      way: row.way,
      state: row.state,
      at: row.at.toISOString(),
      dueOn: row.dueOn,
      overdue: isRequestOverdue(row.state, row.dueOn, today),
      officer: row.officerId === null ? null : `${name(row.officerId)}（${officeOf(row)}）`,
      answers: answers
        .filter(answer => answer.requestId === row.id)
        .map(({ personId, at, outcome, words }) => ({ by: name(personId), at: at.toISOString(), outcome, words })),
      mayEscalate: mayEscalate(row.state, row.dueOn, today),
      version: row.version,
    }));
  }

  async oneShown(reader: Reader, row: RequestRow): Promise<RightsRequest> {
    return only(await this.shown(reader, [row]));
  }

  async oneAtDesk(reader: Reader, actor: Actor, row: RequestRow): Promise<RequestAtDesk> {
    return only(await this.atDesk(reader, actor, [row]));
  }

  async atDesk(reader: Reader, actor: Actor, rows: readonly RequestRow[]): Promise<RequestAtDesk[]> {
    const shown = await this.shown(reader, rows);
    const people = await this.#people.contacts(
      reader,
      rows.flatMap(row => [row.askedBy, row.writtenBy].filter(id => id !== null)),
    );
    const names = await this.#patients.names(
      reader,
      rows.map(row => row.patientId),
    );
    const areas = (await this.#places.areas(reader)).rows;
    return rows.map((row, at) => ({
      ...only(shown.slice(at, at + 1)),
      patientName: names.get(row.patientId) ?? '',
      villageName: areas.find(area => area.areaId === row.areaPath.at(-1))?.name ?? '',
      askedBy: row.askedBy === null ? null : (people.get(row.askedBy)?.name ?? ''),
      outside: row.outside && { ...row.outside, writtenBy: people.get(row.writtenBy ?? '')?.name ?? '' },
      yours: row.officerId !== null && standsFor(actor).includes(row.officerId) && (row.state === 'open' || row.state === 'escalated'),
    }));
  }
}

function only<T>([one]: readonly T[]): T {
  if (one === undefined) throw new Error('a request that is not shown');
  return one;
}

const ids = (rows: readonly RequestRow[]): Id[] => rows.map(row => row.id);
const persons = (rows: readonly RequestRow[], answers: readonly AnswerRow[]): Id[] => [
  ...rows.flatMap(row => row.officerId ?? []),
  ...answers.map(answer => answer.personId),
];
/** A request that went to the county is answered there. */
const officeOf = ({ state }: RequestRow): string =>
  ROLES[state === 'escalated' || state === 'closed' ? 'administrator' : 'socialAffairsOfficer'];
