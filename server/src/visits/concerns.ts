import { standsFor, type Actor } from '@guanhu/shared/access/access.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type {
  CloseConcernBody,
  ConcernAnswer,
  ConcernReportedAnswer,
  ConcernsAnswer,
  ReportConcernBody,
} from '@guanhu/shared/visits/after-visit.contract';
import { addWorkingDays } from '@guanhu/shared/policy/working-days.rules';
import type { ConcernState } from '@guanhu/shared/visits/rights.terms';
import { Injectable } from '@nestjs/common';
import { Access, People } from '../access/access.public.ts';
import { Agenda } from '../agenda/agenda.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { AskOffices, Teams } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type Reader, type Tx } from '../platform/database/database.ts';
import { pageKey, readPageKey } from '../platform/http/page-key.ts';
import { pageOf } from '../platform/http/page.ts';
import { Policies } from '../policy/policy.public.ts';
import { openPatientName } from '../registry/registry.public.ts';
import * as store from './concern.store.ts';

type PageAsked = { readonly state?: ConcernState | undefined; readonly after?: string | undefined; readonly limit: number };

/**
 * Suspicions of abuse or abandonment, in confidence. What is kept of them names the report and never the patient: neither the log of
 * who read a file nor a file's history can lead a family here.
 */
@Injectable()
export class Concerns {
  readonly #database: Database;
  readonly #vaults: Vaults;
  readonly #access: Access;
  readonly #people: People;
  readonly #teams: Teams;
  readonly #agenda: Agenda;
  readonly #policies: Policies;
  readonly #offices: AskOffices;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(
    database: Database,
    vaults: Vaults,
    access: Access,
    people: People,
    teams: Teams,
    agenda: Agenda,
    policies: Policies,
    offices: AskOffices,
    audit: Audit,
    clock: Clock,
  ) {
    this.#database = database;
    this.#vaults = vaults;
    this.#access = access;
    this.#people = people;
    this.#teams = teams;
    this.#agenda = agenda;
    this.#policies = policies;
    this.#offices = offices;
    this.#audit = audit;
    this.#clock = clock;
  }

  async report(tx: Tx, actor: Actor, patientId: Id, { concernId, kind, words }: ReportConcernBody): Promise<ConcernReportedAnswer> {
    await this.#teams.requireFor(tx, actor, 'concern:report', patientId);
    const vault = await this.#vaults.of(tx.countyId);
    const isNew = await store.insertConcern(tx, vault, {
      id: concernId,
      patientId,
      kind,
      words,
      by: actor.personId,
      now: this.#clock.now(),
    });
    const concern = await store.readConcern(tx, vault, concernId);
    // An id that is taken by somebody else's report tells nothing about it.
    if (concern?.patientId !== patientId || concern.reportedBy !== actor.personId) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    if (isNew) {
      await this.#deed(tx, actor, 'concerns:reported', concernId);
      await this.#agenda.openForOffice(tx, { kind: 'concernReview', patientId, causeId: concernId, dueOn: await this.#dueOn(tx) });
      await this.#offices.run(tx, { key: `concern:${concernId}`, patientId, permission: 'concern:answer', except: [actor.personId] });
    }
    return { concernId, at: concern.reportedAt.toISOString() };
  }

  async list(actor: Actor, { state, after, limit }: PageAsked): Promise<ConcernsAnswer> {
    const county = this.#database.county(actor.countyId);
    const vault = await this.#vaults.of(actor.countyId);
    const rows = await store.readConcerns(county, {
      areas: this.#access.scope(actor, 'concern:read').areas,
      persons: standsFor(actor),
      state: state ?? null,
      after: readPageKey(after),
      limit: limit + 1,
      today: this.#clock.today(),
    });
    const { shown, last } = pageOf(rows, limit);
    const contacts = await this.#people.contacts(
      county,
      shown.map(row => row.reportedBy),
    );
    return {
      rows: shown.map(row => ({
        concernId: row.id,
        patientId: row.patientId,
        patientName: openPatientName(vault, row.patientId, row.name_sealed),
        villageName: row.villageName,
        kind: row.kind,
        state: row.state,
        reportedAt: row.reportedAt.toISOString(),
        reporterName: contacts.get(row.reportedBy)?.name ?? '',
        closedAt: row.closedAt?.toISOString() ?? null,
      })),
      next: last ? pageKey({ at: last.reportedAt, id: last.id }) : null,
    };
  }

  async one(actor: Actor, concernId: Id): Promise<ConcernAnswer> {
    const county = this.#database.county(actor.countyId);
    const answer = await this.#view(county, actor, 'concern:read', concernId);
    await county.inTransaction(tx => this.#deed(tx, actor, 'concerns:read', concernId));
    return answer;
  }

  /** @throws Refusal CONCERN_CLOSED, STALE */
  async close(tx: Tx, actor: Actor, concernId: Id, { version, result }: CloseConcernBody): Promise<ConcernAnswer> {
    const concern = await this.#view(tx, actor, 'concern:answer', concernId);
    if (concern.version !== version) throw new Refusal('STALE');
    if (concern.state === 'closed') throw new Refusal('CONCERN_CLOSED');
    const vault = await this.#vaults.of(tx.countyId);
    const closed = { id: concernId, version, result, by: actor.personId, now: this.#clock.now() };
    if (!(await store.closeConcern(tx, vault, closed))) throw new Refusal('STALE');
    await this.#agenda.finishForOffice(tx, { kind: 'concernReview', causeId: concernId, by: actor.personId });
    await this.#deed(tx, actor, 'concerns:closed', concernId);
    return this.#view(tx, actor, 'concern:answer', concernId);
  }

  async #dueOn(reader: Reader): Promise<CalendarDate> {
    const today = this.#clock.today();
    const { concernWorkingDays } = await this.#policies.inForce(reader, 'rights', today, 'county');
    return addWorkingDays(await this.#policies.inForce(reader, 'calendar', today, 'county'), today, concernWorkingDays);
  }

  #deed(tx: Tx, actor: Actor, act: string, objectId: Id): Promise<void> {
    return this.#audit.deed(tx, { actor, act, objectKind: 'concern', objectId });
  }

  async #view(reader: Reader, actor: Actor, permission: 'concern:read' | 'concern:answer', concernId: Id): Promise<ConcernAnswer> {
    const vault = await this.#vaults.of(reader.countyId);
    const row = await store.readConcern(reader, vault, concernId);
    if (!row) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    await this.#teams.requireFor(reader, actor, permission, row.patientId);
    const contacts = await this.#people.contacts(reader, [row.reportedBy]);
    return {
      concernId,
      patientId: row.patientId,
      patientName: openPatientName(vault, row.patientId, row.name_sealed),
      villageName: row.villageName,
      version: row.version,
      kind: row.kind,
      state: row.state,
      reportedAt: row.reportedAt.toISOString(),
      reporterName: contacts.get(row.reportedBy)?.name ?? '',
      words: row.words,
      result: row.result,
      closedAt: row.closedAt?.toISOString() ?? null,
    };
  }
}
