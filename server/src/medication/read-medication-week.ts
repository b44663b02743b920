import type { Actor } from '@guanhu/shared/access/access.terms';
import { may } from '@guanhu/shared/access/permissions.rules';
import { latestToRefill } from '@guanhu/shared/medication/supply.rules';
import { askedStretches } from '@guanhu/shared/medication/asked.rules';
import { weekStrip } from '@guanhu/shared/medication/confirmation.rules';
import type { WeekAnswer } from '@guanhu/shared/medication/medication.contract';
import { addDays, mondayOf, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import { pauseOn, stretchesOf } from '@guanhu/shared/registry/care-history.rules';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database } from '../platform/database/database.ts';
import { Policies } from '../policy/policy.public.ts';
import { CareHistories } from '../registry/registry.public.ts';
import { readAnswers, readOrdered } from './medication.store.ts';

/** A week of medicine as its reader sees it. */
@Injectable()
export class ReadMedicationWeek {
  readonly #database: Database;
  readonly #teams: Teams;
  readonly #policies: Policies;
  readonly #histories: CareHistories;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(database: Database, teams: Teams, policies: Policies, histories: CareHistories, audit: Audit, clock: Clock) {
    this.#database = database;
    this.#teams = teams;
    this.#policies = policies;
    this.#histories = histories;
    this.#audit = audit;
    this.#clock = clock;
  }

  async run(actor: Actor, patientId: Id, asked: CalendarDate | undefined): Promise<WeekAnswer> {
    const county = this.#database.county(actor.countyId);
    const ties = await this.#teams.requireFor(county, actor, 'medication:read', patientId);
    const today = this.#clock.today();
    const of = asked ?? today;
    const monday = mondayOf(of);
    const [policy, regimens, answers, history] = await Promise.all([
      this.#policies.inForce(county, 'medication', today, { patientId }),
      readOrdered(county, patientId, monday, addDays(monday, 6)),
      readAnswers(county, patientId, monday, addDays(monday, 6)),
      this.#histories.of(county, patientId),
    ]);
    const week = stretchesOf('medication', history, { from: monday, to: addDays(monday, 6) });
    const askedAbout = askedStretches(regimens, week).map(({ from, to }) => ({ since: from, until: to }));
    const guardianId = may(actor, 'medication:confirm', ties) ? actor.personId : null;
    await this.#audit.read(county, { actor, what: 'medication-week', patientIds: [patientId] });
    const runsOutOn = regimens.find(one => one.since <= today && (one.until === null || one.until >= today))?.runsOutOn ?? null;
    return {
      today,
      monday,
      days: [...weekStrip({ of, today, regimens: askedAbout, policy, answers, guardianId })],
      pause: pauseOn('medication', history, today),
      runsOutOn: runsOutOn !== null && runsOutOn <= latestToRefill(today, policy) ? runsOutOn : null,
    };
  }
}
