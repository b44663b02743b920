import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Cron } from '../platform/cron.ts';
import { Database } from '../platform/database/database.ts';
import { OutboxHandlers, type Job } from '../platform/outbox/outbox.ts';
import { EscalateUnanswered } from './escalate-unanswered.ts';
import { markTold } from './incidents.store.ts';

@Injectable()
export class IncidentsEffects implements OnModuleInit {
  readonly #cron: Cron;
  readonly #database: Database;
  readonly #handlers: OutboxHandlers;
  readonly #escalate: EscalateUnanswered;

  constructor(cron: Cron, database: Database, handlers: OutboxHandlers, escalate: EscalateUnanswered) {
    this.#cron = cron;
    this.#database = database;
    this.#handlers = handlers;
    this.#escalate = escalate;
  }

  onModuleInit(): void {
    this.#cron.every('* * * * *', 'escalate-incidents', countyId => this.#escalate.run(countyId), { atStart: true });
    this.#handlers.on('incident-told', job => this.#told(job));
  }

  /** Reminders have got through to somebody. */
  #told({ countyId, payload }: Job): Promise<void> {
    const [incidentId, personId, at] = [String(payload['incidentId']), String(payload['personId']), new Date(String(payload['at']))];
    return this.#database.county(countyId).inTransaction(tx => markTold(tx, incidentId, personId, at));
  }
}
