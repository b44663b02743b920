import type { Actor } from '@guanhu/shared/access/access.terms';
import { isOverdue } from '@guanhu/shared/agenda/due.rules';
import { caseReasons, remainingReasons } from '@guanhu/shared/care-team/case-team.rules';
import type { CaseTeam, CaseTeamsPage } from '@guanhu/shared/care-team/case-team.contract';
import type { CaseTeamState } from '@guanhu/shared/care-team/case-team.terms';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Access, People, Places } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database } from '../platform/database/database.ts';
import { pageOf } from '../platform/http/page.ts';
import { Patients } from '../registry/registry.public.ts';
import * as store from './case-team.store.ts';
import { Teams } from './teams.ts';

const LIVE: ReadonlySet<CaseTeamState> = new Set<CaseTeamState>(['proposed', 'open', 'closing']);

/** Case teams, for those who answer for the patients. */
@Injectable()
export class LookAtCaseTeams {
  readonly #database: Database;
  readonly #vaults: Vaults;
  readonly #access: Access;
  readonly #teams: Teams;
  readonly #patients: Patients;
  readonly #people: People;
  readonly #places: Places;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(
    database: Database,
    vaults: Vaults,
    access: Access,
    teams: Teams,
    patients: Patients,
    people: People,
    places: Places,
    audit: Audit,
    clock: Clock,
  ) {
    this.#database = database;
    this.#vaults = vaults;
    this.#access = access;
    this.#teams = teams;
    this.#patients = patients;
    this.#people = people;
    this.#places = places;
    this.#audit = audit;
    this.#clock = clock;
  }

  async list(
    actor: Actor,
    query: { state?: CaseTeamState | undefined; patientId?: Id | undefined; after?: Id | undefined; limit: number },
  ): Promise<CaseTeamsPage> {
    const county = this.#database.county(actor.countyId);
    const today = this.#clock.today();
    const rows = await store.readCaseTeams(county, await this.#vaults.of(actor.countyId), {
      scope: this.#access.scope(actor, 'case-team:read'),
      state: query.state ?? null,
      patientId: query.patientId ?? null,
      before: query.after ?? null,
      limit: query.limit + 1,
      day: today,
    });
    const { shown, last } = pageOf(rows, query.limit);
    await this.#audit.read(county, { actor, what: 'case-teams', patientIds: [...new Set(shown.map(row => row.patientId))] });
    return {
      rows: shown.map(({ id, reasons, ...row }) => ({
        caseTeamId: id,
        ...row,
        reasons: [...reasons],
        overdue: LIVE.has(row.state) && row.reviewOn !== null && isOverdue(row.reviewOn, today),
      })),
      next: last?.id ?? null,
    };
  }

  async one(actor: Actor, caseTeamId: Id): Promise<CaseTeam> {
    const county = this.#database.county(actor.countyId);
    const vault = await this.#vaults.of(actor.countyId);
    const row = await store.readCaseTeam(county, vault, caseTeamId);
    if (!row) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    await this.#teams.requireFor(county, actor, 'case-team:read', row.patientId);
    const patient = await this.#patients.find(county, row.patientId);
    const today = this.#clock.today();
    const [members, seats, reviews, facts, areas] = await Promise.all([
      store.readCaseMembers(county, caseTeamId, today),
      this.#teams.seats(county, [row.patientId]),
      store.readCaseReviews(county, vault, caseTeamId),
      store.readCaseFacts(county, row.patientId),
      this.#places.areas(county),
    ]);
    const suggested = row.state === 'proposed' ? seats : [];
    const named = [...members, ...suggested, ...reviews.map(review => ({ personId: review.by }))].map(one => one.personId);
    const contacts = await this.#people.contacts(county, [...named, ...[row.askedBy, row.agreedBy].filter(id => id !== null)]);
    const nameOf = (id: Id | null) => (id === null ? '' : (contacts.get(id)?.name ?? ''));
    const member = ({ personId, post }: store.CaseMember) => ({
      personId,
      post,
      name: nameOf(personId),
      phone: contacts.get(personId)?.phone ?? null,
    });
    await this.#audit.read(county, { actor, what: 'case-team', patientIds: [row.patientId] });
    return {
      caseTeamId,
      patientId: row.patientId,
      patientName: patient?.name ?? '',
      villageName: areas.rows.find(area => area.areaId === patient?.villageId)?.name ?? '',
      state: row.state,
      reasons: [...row.reasons],
      remaining: [...(row.state === 'proposed' ? caseReasons(facts, null) : remainingReasons(facts, today))],
      reviewOn: row.reviewOn,
      overdue: LIVE.has(row.state) && row.reviewOn !== null && isOverdue(row.reviewOn, today),
      proposedOn: row.proposedOn,
      openedOn: row.openedOn,
      leaderId: row.leaderId,
      members: members.map(member),
      suggested: suggested.map(member),
      plan: row.plan,
      reviews: reviews.map(({ id, on, by, finding }) => ({ reviewId: id, on, by: nameOf(by), finding })),
      closing:
        row.closingReason === null || row.askedAt === null
          ? null
          : {
              reason: row.closingReason,
              askedBy: nameOf(row.askedBy),
              askedAt: row.askedAt.toISOString(),
              agreedBy: row.agreedBy === null ? null : nameOf(row.agreedBy),
              on: row.closedOn,
            },
      version: row.version,
    };
  }
}
