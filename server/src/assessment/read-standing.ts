import type { Actor } from '@guanhu/shared/access/access.terms';
import { isOverdue } from '@guanhu/shared/agenda/due.rules';
import type { StandingAnswer } from '@guanhu/shared/assessment/assessment.contract';
import { explainBand } from '@guanhu/shared/assessment/band.rules';
import { cycleState } from '@guanhu/shared/assessment/cycle.rules';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { PolicyInForce } from '@guanhu/shared/policy/policy-in-force.rules';
import type { VisitPolicy } from '@guanhu/shared/policy/policy.terms';
import { bandView } from '@guanhu/shared/policy/visit-policy.rules';
import { Injectable } from '@nestjs/common';
import { Agenda } from '../agenda/agenda.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database } from '../platform/database/database.ts';
import { Policies } from '../policy/policy.public.ts';
import { readCycles } from './cycle.store.ts';
import { readStandings, type StandingRow } from './standing.store.ts';

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
    const [standing] = await readStandings(county, [patientId]);
    // A band is what it was found to be: by the version that found it, until the plan of the day follows a newer one.
    const found = standing && (await this.#policies.numbered(county, 'visit', standing.policySeq));
    const version = found ?? (await this.#policies.versionInForce(county, 'visit', today, { patientId }));
    const { horizonDays } = await this.#policies.inForce(county, 'assessment', today, { patientId });
    const [dues, cycles] = [await this.#agenda.dues(county, [patientId]), await readCycles(county, [patientId])];
    await this.#audit.read(county, { actor, what: 'standing', patientIds: [patientId] });
    return {
      patientId,
      risk: standing?.risk ?? null,
      riskOn: standing?.riskOn ?? null,
      stability: standing?.stability ?? null,
      stabilityOn: standing?.stabilityOn ?? null,
      band: bandView(version.policy, standing?.band ?? null),
      explained: standing ? explained(standing, version, today) : null,
      calmerBand: bandView(version.policy, standing?.calmerBand ?? null),
      lastVisitOn: standing?.lastVisitOn ?? null,
      lastIncidentOn: standing?.lastIncidentOn ?? null,
      dues: dues.map(({ seat, dueOn, overdueAfter }) => ({ seat, dueOn, overdue: isOverdue(overdueAfter, today) })),
      cycles: cycles.map(each => ({
        cycle: each.cycle,
        dueOn: each.dueOn,
        state: cycleState(each, today, horizonDays),
        lastDoneOn: each.lastDoneOn,
      })),
    };
  }
}

/** Rule, version and conditions of the present band; null without one. */
function explained(standing: StandingRow, version: PolicyInForce<VisitPolicy>, today: CalendarDate): StandingAnswer['explained'] {
  if (standing.band === null) return null;
  return {
    policySeq: version.seq,
    effectiveOn: version.effectiveOn,
    ofTownship: version.townshipId !== null,
    conditions: [...explainBand(version.policy, standing.band, standing, today)],
    bandOn: standing.bandOn,
  };
}
