import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Cron } from '../platform/cron.ts';
import { Database } from '../platform/database/database.ts';
import { OutboxHandlers } from '../platform/outbox/outbox.ts';
import { OpenEnded } from './open-ended.ts';
import { PassUnanswered } from './pass-unanswered.ts';
import { PlanPeriods } from './plan-periods.ts';
import { TakeEffect } from './take-effect.ts';

/** 00:09 in China. */
const DAILY = '9 16 * * *';

@Injectable()
export class AppraisalEffects implements OnModuleInit {
  readonly #database: Database;
  readonly #handlers: OutboxHandlers;
  readonly #cron: Cron;
  readonly #planPeriods: PlanPeriods;
  readonly #openEnded: OpenEnded;
  readonly #takeEffect: TakeEffect;
  readonly #passUnanswered: PassUnanswered;

  constructor(
    database: Database,
    handlers: OutboxHandlers,
    cron: Cron,
    planPeriods: PlanPeriods,
    openEnded: OpenEnded,
    takeEffect: TakeEffect,
    passUnanswered: PassUnanswered,
  ) {
    this.#database = database;
    this.#handlers = handlers;
    this.#cron = cron;
    this.#planPeriods = planPeriods;
    this.#openEnded = openEnded;
    this.#takeEffect = takeEffect;
    this.#passUnanswered = passUnanswered;
  }

  onModuleInit(): void {
    for (const kind of ['agreement-activated', 'agreement-changed']) {
      this.#handlers.on(kind, async ({ countyId, payload }) => {
        await this.#database.county(countyId).inTransaction(tx => this.#planPeriods.run(tx, String(payload['agreementId'])));
        // An agreement that began in the past may have periods that are over.
        await this.#openEnded.run(countyId);
      });
    }
    this.#cron.every(DAILY, 'open-ended-periods', countyId => this.#openEnded.run(countyId), { atStart: true });
    this.#cron.every(DAILY, 'pass-unanswered-objections', countyId => this.#passUnanswered.run(countyId), { atStart: true });
    this.#cron.every(DAILY, 'let-decisions-take-effect', countyId => this.#takeEffect.run(countyId), { atStart: true });
  }
}
