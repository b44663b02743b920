import type { Actor } from '@guanhu/shared/access/access.terms';
import { isOverdue } from '@guanhu/shared/agenda/due.rules';
import type { StandingAnswer } from '@guanhu/shared/assessment/assessment.contract';
import type { Id } from '@guanhu/shared/kernel/ids';
import { bandView } from '@guanhu/shared/policy/visit-policy.rules';
import { Injectable } from '@nestjs/common';
import { Agenda } from '../agenda/agenda.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database } from '../platform/database/database.ts';
import { Policies } from '../policy/policy.public.ts';
import { readStandings } from './standing.store.ts';

/** Where a patient stands, for staff. */
@Injectable()
export class ReadStanding {
  readonly #database: Database;
  readonly #teams: Teams;
  readonly #agenda: Agenda;
  readonly #policies: Policies;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(database: Database, teams: Teams, agenda: Agenda, policies: Policies, audit: Audit, clock: Clock) {
    this.#database = database;
    this.#teams = teams;
    this.#agenda = agenda;
    this.#policies = policies;
    this.#audit = audit;
    this.#clock = clock;
  }

  async run(actor: Actor, patientId: Id): Promise<StandingAnswer> {
    const county = this.#database.county(actor.countyId);
    await this.#teams.requireFor(county, actor, 'patient:read', patientId);
    const today = this.#clock.today();
    const policy = await this.#policies.inForce(county, 'visit', today, { patientId });
    const [standing] = await readStandings(county, [patientId]);
    const dues = await this.#agenda.dues(county, [patientId]);
    await this.#audit.read(county, { actor, what: 'standing', patientIds: [patientId] });
    return {
      patientId,
      risk: standing?.risk ?? null,
      riskOn: standing?.riskOn ?? null,
      stability: standing?.stability ?? null,
      stabilityOn: standing?.stabilityOn ?? null,
      band: bandView(policy, standing?.band ?? null),
      calmerBand: bandView(policy, standing?.calmerBand ?? null),
      lastVisitOn: standing?.lastVisitOn ?? null,
      lastIncidentOn: standing?.lastIncidentOn ?? null,
      dues: dues.map(({ seat, dueOn, overdueAfter }) => ({ seat, dueOn, overdue: isOverdue(overdueAfter, today) })),
    };
  }
}
