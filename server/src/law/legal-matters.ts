import { standsFor, type Actor } from '@guanhu/shared/access/access.terms';
import { may, type Permission } from '@guanhu/shared/access/permissions.rules';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { LegalMatter, LegalMattersPage } from '@guanhu/shared/law/legal-matter.contract';
import { isLegalLate } from '@guanhu/shared/law/legal-matter.rules';
import type { LegalState } from '@guanhu/shared/law/legal-matter.terms';
import { Injectable } from '@nestjs/common';
import { Access, People, Places } from '../access/access.public.ts';
import { Agenda } from '../agenda/agenda.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type Reader } from '../platform/database/database.ts';
import { pageOf } from '../platform/http/page.ts';
import { Patients } from '../registry/registry.public.ts';
import { readMatter, readMatters, readSteps, type MatterRow } from './legal-matter.store.ts';

/** Matters as their reader may see them. A conflict is often with the family: nobody of it reads what was written, whatever post they hold. */
@Injectable()
export class LegalMatters {
  readonly #database: Database;
  readonly #access: Access;
  readonly #teams: Teams;
  readonly #agenda: Agenda;
  readonly #patients: Patients;
  readonly #people: People;
  readonly #places: Places;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(
    database: Database,
    access: Access,
    teams: Teams,
    agenda: Agenda,
    patients: Patients,
    people: People,
    places: Places,
    vaults: Vaults,
    audit: Audit,
    clock: Clock,
  ) {
    this.#database = database;
    this.#access = access;
    this.#teams = teams;
    this.#agenda = agenda;
    this.#patients = patients;
    this.#people = people;
    this.#places = places;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  async list(
    actor: Actor,
    {
      state,
      patientId,
      after,
      limit,
    }: { state?: LegalState | undefined; patientId?: Id | undefined; after?: Id | undefined; limit: number },
  ): Promise<LegalMattersPage> {
    const county = this.#database.county(actor.countyId);
    const { areas } = this.#access.scope(actor, 'legal:read');
    const asked = { areas, state: state ?? null, patientId: patientId ?? null, before: after ?? null, limit: limit + 1 };
    const page = pageOf(await readMatters(county, asked), limit);
    const kin = await this.#agenda.kin(county, standsFor(actor), patientsOf(page.shown));
    const shown = page.shown.filter(row => row.patientId === null || !kin.has(row.patientId));
    await this.#audit.read(county, { actor, what: 'legal-matters:list', patientIds: [...new Set(patientsOf(shown))] });
    return { rows: await this.#rows(county, actor, shown), next: page.last?.id ?? null };
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS */
  async one(actor: Actor, id: Id): Promise<LegalMatter> {
    const county = this.#database.county(actor.countyId);
    const row = await this.require(county, actor, 'legal:read', id);
    await this.#audit.read(county, { actor, what: 'legal-matters:one', patientIds: patientsOf([row]) });
    const steps = await readSteps(county, await this.#vaults.of(county.countyId), id);
    const people = await this.#people.contacts(
      county,
      steps.map(step => step.personId),
    );
    const [base] = await this.#rows(county, actor, [row]);
    if (!base) throw new Error('a matter without its row');
    return {
      ...base,
      ownerId: row.ownerId,
      foundOn: row.foundOn,
      steps: steps.map(({ personId, at, ...step }) => ({ ...step, by: people.get(personId)?.name ?? '', at: at.toISOString() })),
      // Whoever may read it is nobody of the family.
      mayWrite: row.state !== 'closed' && may(actor, 'legal:write', { countyId: county.countyId, areaPath: row.areaPath }),
      version: row.version,
    };
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS */
  async require(reader: Reader, actor: Actor, permission: Permission, id: Id): Promise<MatterRow> {
    const row = await readMatter(reader, id);
    if (!row) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    await this.requireAbout(reader, actor, permission, row);
    return row;
  }

  /** Asks about the patient, or about the place of what is nobody’s. @returns the areas, county first @throws Refusal NOT_FOUND_OR_NO_ACCESS */
  async requireAbout(
    reader: Reader,
    actor: Actor,
    permission: Permission,
    about: { readonly patientId: Id | null; readonly areaId?: Id | null; readonly areaPath?: readonly Id[] },
  ): Promise<readonly Id[]> {
    if (about.patientId !== null) return (await this.#teams.requireFor(reader, actor, permission, about.patientId)).areaPath;
    const areaPath = about.areaPath ?? (about.areaId ? await this.#places.pathOf(reader, about.areaId) : []);
    this.#access.require(actor, permission, { countyId: reader.countyId, areaPath });
    return areaPath;
  }

  async #rows(reader: Reader, actor: Actor, rows: readonly MatterRow[]): Promise<LegalMattersPage['rows']> {
    const names = await this.#patients.names(reader, patientsOf(rows));
    const owners = await this.#people.contacts(
      reader,
      rows.map(row => row.ownerId),
    );
    const today = this.#clock.today();
    return rows.map(({ id, patientId, areaName, kind, subject, state, outcome, ownerId, dueOn }) => ({
      matterId: id,
      patientId,
      patientName: patientId === null ? null : (names.get(patientId) ?? ''),
      areaName,
      kind,
      subject,
      state,
      outcome,
      ownerName: owners.get(ownerId)?.name ?? '',
      mine: standsFor(actor).includes(ownerId),
      dueOn,
      late: isLegalLate({ state, dueOn }, today),
    }));
  }
}

const patientsOf = (rows: readonly Pick<MatterRow, 'patientId'>[]): Id[] => rows.flatMap(({ patientId }) => patientId ?? []);
