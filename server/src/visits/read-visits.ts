import type { Actor } from '@guanhu/shared/access/access.terms';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { NextVisitsAnswer, VisitAnswer, VisitsAnswer } from '@guanhu/shared/visits/visits.contract';
import { Injectable } from '@nestjs/common';
import { Agenda } from '../agenda/agenda.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database } from '../platform/database/database.ts';
import { pageKey, readPageKey } from '../platform/http/page-key.ts';
import { pageOf } from '../platform/http/page.ts';
import { readVisits, readWholeVisit, type VisitRow } from './visits.store.ts';

/** Visits as staff read them, and as the family expects them. */
@Injectable()
export class ReadVisits {
  readonly #database: Database;
  readonly #vaults: Vaults;
  readonly #teams: Teams;
  readonly #agenda: Agenda;
  readonly #audit: Audit;

  constructor(database: Database, vaults: Vaults, teams: Teams, agenda: Agenda, audit: Audit) {
    this.#database = database;
    this.#vaults = vaults;
    this.#teams = teams;
    this.#agenda = agenda;
    this.#audit = audit;
  }

  async one(actor: Actor, visitId: Id): Promise<VisitAnswer> {
    const county = this.#database.county(actor.countyId);
    const visit = await readWholeVisit(county, await this.#vaults.of(actor.countyId), visitId);
    if (!visit) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    const { patientId, version, place, record } = visit;
    await this.#teams.requireFor(county, actor, 'visit:read', patientId);
    await this.#audit.read(county, { actor, what: 'visit', patientIds: [patientId] });
    return { ...summary(visit), patientId, version, mine: visit.personId === actor.personId, place, record };
  }

  async ofPatient(actor: Actor, patientId: Id, { after, limit }: { after?: string | undefined; limit: number }): Promise<VisitsAnswer> {
    const county = this.#database.county(actor.countyId);
    await this.#teams.requireFor(county, actor, 'visit:read', patientId);
    const rows = await readVisits(county, patientId, readPageKey(after), limit + 1);
    const { shown, last } = pageOf(rows, limit);
    await this.#audit.read(county, { actor, what: 'visit-list', patientIds: [patientId] });
    return { rows: shown.map(summary), next: last ? pageKey(last) : null };
  }

  async next(actor: Actor, patientId: Id): Promise<NextVisitsAnswer> {
    const county = this.#database.county(actor.countyId);
    await this.#teams.requireFor(county, actor, 'visit:read-next', patientId);
    const dues = await this.#agenda.dues(county, [patientId]);
    return { visits: dues.map(({ seat, dueOn }) => ({ seat, dueOn })) };
  }
}

const summary = ({ id, seat, at, state, result, risk, stability }: VisitRow): VisitsAnswer['rows'][number] => ({
  visitId: id,
  seat,
  at: at.toISOString(),
  state,
  result,
  risk,
  stability,
});
