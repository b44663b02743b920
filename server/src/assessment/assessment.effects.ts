import { calendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { CountyId, Id } from '@guanhu/shared/kernel/ids';
import { isRiskRating } from '@guanhu/shared/registry/risk-rating.rules';
import { STABILITY_KEYS } from '@guanhu/shared/policy/stability.terms';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Planning } from '../agenda/agenda.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database } from '../platform/database/database.ts';
import { OutboxHandlers, type Job } from '../platform/outbox/outbox.ts';
import { Cycles } from './cycles.ts';
import { Standings, type Rated } from './standings.ts';

/**
 * Rooms beside this one promise what they found; it is counted here, once for each visit and incident. What a visit's answer says
 * was computed by the same rule from the same facts.
 */
@Injectable()
export class AssessmentEffects implements OnModuleInit {
  readonly #database: Database;
  readonly #handlers: OutboxHandlers;
  readonly #planning: Planning;
  readonly #standings: Standings;
  readonly #cycles: Cycles;
  readonly #clock: Clock;

  constructor(database: Database, handlers: OutboxHandlers, planning: Planning, standings: Standings, cycles: Cycles, clock: Clock) {
    this.#database = database;
    this.#handlers = handlers;
    this.#planning = planning;
    this.#standings = standings;
    this.#cycles = cycles;
    this.#clock = clock;
  }

  onModuleInit(): void {
    this.#handlers.on('visit-recorded', job => this.#rate(job, visitOf(job)));
    this.#handlers.on('incident-reported', job => this.#rate(job, incidentOf(job)));
    this.#handlers.on('incident-judged', job => this.#rate(job, judgedOf(job), job.payload['reviewWanted'] === true));
    this.#handlers.on('patients-merged', ({ countyId, payload }) => this.#retell(countyId, [String(payload['keptId'])]));
    this.#handlers.on('patients-unmerged', ({ countyId, payload }) =>
      this.#retell(countyId, [String(payload['keptId']), String(payload['mergedId'])]),
    );
    this.#planning.beforeVisits(async (tx, day, part) => {
      await this.#standings.followPolicy(tx, day, part);
      await this.#cycles.followPolicy(tx, day, part);
      return 0;
    });
    this.#planning.add((tx, day, part) => this.#cycles.plan(tx, day, part));
  }

  /** Findings came or went with a merge of files: who they are about stands anew, and is visited by it. */
  async #retell(countyId: CountyId, patientIds: readonly Id[]): Promise<void> {
    for (const patientId of patientIds)
      await this.#database.county(countyId).inTransaction(async tx => {
        await this.#standings.retell(tx, patientId);
        await this.#planning.visitsOf(tx, patientId);
      });
  }

  async #rate({ countyId }: Job, rated: Rated, reviewWanted = false): Promise<void> {
    await this.#database.county(countyId).inTransaction(async tx => {
      await this.#standings.rate(tx, rated);
      if (reviewWanted) await this.#cycles.reviewNow(tx, rated.patientId);
      await this.#planning.visitsOf(tx, rated.patientId);
      await this.#cycles.plan(tx, this.#clock.today(), { from: rated.patientId, to: rated.patientId });
    });
  }
}

function visitOf({ payload }: Job): Rated {
  const on = calendarDate(String(payload['on']));
  const stability = STABILITY_KEYS.find(key => key === payload['stability']);
  return {
    patientId: String(payload['patientId']),
    on,
    source: 'visit',
    causeId: String(payload['visitId']),
    by: String(payload['by']),
    visitedOn: on,
    ...(isRiskRating(payload['risk']) ? { risk: payload['risk'] } : {}),
    ...(stability === undefined ? {} : { stability, decides: payload['decides'] === true }),
  };
}

function incidentOf({ payload }: Job): Rated {
  const on = calendarDate(String(payload['on']));
  return {
    patientId: String(payload['patientId']),
    on,
    source: 'incident',
    causeId: String(payload['incidentId']),
    by: String(payload['by']),
    incidentOn: on,
  };
}

/** What an incident was found to be: it counts for the band at once, and for the rating when the doctor gave one. */
function judgedOf({ payload }: Job): Rated {
  const on = calendarDate(String(payload['on']));
  return {
    patientId: String(payload['patientId']),
    on,
    source: 'incident',
    causeId: String(payload['conductId']),
    by: String(payload['by']),
    incidentOn: on,
    ...(isRiskRating(payload['risk']) ? { risk: payload['risk'] } : {}),
  };
}
