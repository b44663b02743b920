import type { Actor } from '@guanhu/shared/access/access.terms';
import { may } from '@guanhu/shared/access/permissions.rules';
import { addDays } from '@guanhu/shared/kernel/calendar-date';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type {
  ComingHomePage,
  EmploymentPage,
  Programme,
  ProgrammesPage,
  ReferredPage,
  RehabOfPatient,
  VolunteersPage,
} from '@guanhu/shared/rehabilitation/rehabilitation.contract';
import { COMING_HOME_DAYS } from '@guanhu/shared/rehabilitation/rehabilitation.terms';
import { Injectable } from '@nestjs/common';
import { Access, People } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database } from '../platform/database/database.ts';
import { pageOf } from '../platform/http/page.ts';
import { Patients } from '../registry/registry.public.ts';
import { readEmployments } from './employment.store.ts';
import * as store from './programme.store.ts';
import { readVolunteers } from './volunteer.store.ts';

type Asked = { readonly after?: Id | undefined; readonly limit: number };
/** More than a programme ever has; the newest sessions are shown. */
const MOST_PARTICIPANTS = 500;
const MOST_SESSIONS = 60;
const MOST_OF_PATIENT = 50;

/** Community rehabilitation as its readers see it: who takes part, who works, who helps, and who came home and has nothing yet. */
@Injectable()
export class LookAtRehabilitation {
  readonly #database: Database;
  readonly #access: Access;
  readonly #teams: Teams;
  readonly #patients: Patients;
  readonly #people: People;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(
    database: Database,
    access: Access,
    teams: Teams,
    patients: Patients,
    people: People,
    vaults: Vaults,
    audit: Audit,
    clock: Clock,
  ) {
    this.#database = database;
    this.#access = access;
    this.#teams = teams;
    this.#patients = patients;
    this.#people = people;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  async programmes(actor: Actor, { after, limit }: Asked): Promise<ProgrammesPage> {
    const county = this.#database.county(actor.countyId);
    const asked = { areas: this.#areas(actor), before: after ?? null, limit: limit + 1 };
    const { shown, last } = pageOf(await store.readProgrammes(county, await this.#vaults.of(county.countyId), asked), limit);
    return {
      rows: shown.map(({ id, areaPath: _, version: __, ...row }) => ({ programmeId: id, ...row })),
      next: last?.id ?? null,
    };
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS */
  async one(actor: Actor, programmeId: Id): Promise<Programme> {
    const county = this.#database.county(actor.countyId);
    const vault = await this.#vaults.of(county.countyId);
    const row = await store.readProgramme(county, vault, programmeId);
    const ties = { countyId: county.countyId, areaPath: row?.areaPath ?? [] };
    this.#access.require(actor, 'rehab:read', ties);
    if (!row) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    const { areaName, kind, what, place, since, until, version } = row;
    const participants = await store.readParticipants(county, programmeId, MOST_PARTICIPANTS);
    const sessions = await store.readSessions(county, vault, programmeId, MOST_SESSIONS);
    const names = await this.#read(actor, 'rehab:programme', participants);
    const people = await this.#people.contacts(
      county,
      sessions.map(session => session.loggedBy),
    );
    return {
      programmeId,
      ...{ areaName, kind, what, place, since, until, version },
      participants: participants.map(({ id, programmeId: _, referralId: __, ...one }) => ({
        participantId: id,
        ...one,
        patientName: names.get(one.patientId) ?? '',
      })),
      sessions: sessions.map(({ loggedBy, ...session }) => ({ ...session, by: people.get(loggedBy)?.name ?? '' })),
      mayWrite: until === null && may(actor, 'rehab:write', ties),
    };
  }

  /** One person: every programme and work that they have or had. @throws Refusal NOT_FOUND_OR_NO_ACCESS */
  async ofPatient(actor: Actor, patientId: Id): Promise<RehabOfPatient> {
    const county = this.#database.county(actor.countyId);
    await this.#teams.requireFor(county, actor, 'rehab:read', patientId);
    await this.#audit.read(county, { actor, what: 'rehab:of-patient', patientIds: [patientId] });
    const vault = await this.#vaults.of(county.countyId);
    const works = await readEmployments(county, vault, { areas: this.#areas(actor), patientId, before: null, limit: MOST_OF_PATIENT });
    return {
      programmes: await store.readTaken(county, vault, patientId, MOST_OF_PATIENT),
      employment: works.map(({ id, kind, where, since, until }) => ({ employmentId: id, kind, where, since, until })),
    };
  }

  /** Whoever came home from hospital within some weeks, and is in no programme and no work. */
  async comingHome(actor: Actor, { after, limit }: Asked): Promise<ComingHomePage> {
    const county = this.#database.county(actor.countyId);
    const since = addDays(this.#clock.today(), -COMING_HOME_DAYS);
    const asked = { areas: this.#areas(actor), since, before: after ?? null, limit: limit + 1 };
    const { shown, last } = pageOf(await store.readComingHome(county, asked), limit);
    const names = await this.#read(actor, 'rehab:coming-home', shown);
    return { rows: shown.map(row => ({ ...row, patientName: names.get(row.patientId) ?? '' })), next: last?.admissionId ?? null };
  }

  /** Whoever was referred to the community and waits to be taken in. */
  async referred(actor: Actor, { after, limit }: Asked): Promise<ReferredPage> {
    const county = this.#database.county(actor.countyId);
    const asked = { areas: this.#areas(actor), before: after ?? null, limit: limit + 1 };
    const { shown, last } = pageOf(await store.readReferred(county, asked), limit);
    const names = await this.#read(actor, 'rehab:referred', shown);
    return {
      rows: shown.map(({ id, ...row }) => ({ referralId: id, ...row, patientName: names.get(row.patientId) ?? '' })),
      next: last?.id ?? null,
    };
  }

  async employment(actor: Actor, { patientId, after, limit }: Asked & { readonly patientId?: Id | undefined }): Promise<EmploymentPage> {
    const county = this.#database.county(actor.countyId);
    const asked = { areas: this.#areas(actor), patientId: patientId ?? null, before: after ?? null, limit: limit + 1 };
    const { shown, last } = pageOf(await readEmployments(county, await this.#vaults.of(county.countyId), asked), limit);
    const names = await this.#read(actor, 'rehab:employment', shown);
    return {
      rows: shown.map(({ id, ...row }) => ({ employmentId: id, ...row, patientName: names.get(row.patientId) ?? '' })),
      next: last?.id ?? null,
    };
  }

  async volunteers(actor: Actor, { after, limit }: Asked): Promise<VolunteersPage> {
    const county = this.#database.county(actor.countyId);
    const asked = { areas: this.#areas(actor), before: after ?? null, limit: limit + 1 };
    const { shown, last } = pageOf(await readVolunteers(county, await this.#vaults.of(county.countyId), asked), limit);
    return { rows: shown.map(({ id, areaPath: _, ...row }) => ({ volunteerId: id, ...row })), next: last?.id ?? null };
  }

  #areas(actor: Actor): readonly Id[] {
    return this.#access.scope(actor, 'rehab:read').areas;
  }

  /** The names of who is shown; that they were read is noted. */
  async #read(actor: Actor, what: string, rows: readonly { readonly patientId: Id }[]): Promise<Map<Id, string>> {
    const county = this.#database.county(actor.countyId);
    const patientIds = [...new Set(rows.map(row => row.patientId))];
    await this.#audit.read(county, { actor, what, patientIds });
    return this.#patients.names(county, patientIds);
  }
}
