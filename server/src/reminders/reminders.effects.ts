import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Agenda } from '../agenda/agenda.public.ts';
import { Database } from '../platform/database/database.ts';
import { OutboxHandlers, type Job } from '../platform/outbox/outbox.ts';
import { SendReminder } from './send-reminder.ts';

/** Other rooms reach reminders by promising `remind` (see `RemindPayload`), or by what has happened to an entitlement. */
@Injectable()
export class RemindersEffects implements OnModuleInit {
  readonly #database: Database;
  readonly #handlers: OutboxHandlers;
  readonly #agenda: Agenda;
  readonly #send: SendReminder;

  constructor(database: Database, handlers: OutboxHandlers, agenda: Agenda, send: SendReminder) {
    this.#database = database;
    this.#handlers = handlers;
    this.#agenda = agenda;
    this.#send = send;
  }

  onModuleInit(): void {
    this.#handlers.on('remind', job => this.#send.run(job));
    this.#handlers.on('entitlement-claimable', job => this.#send.run(claimable(job)));
    // There is nothing to claim any more, so nobody needs to telephone about it. What failed is decided by two people at the desk.
    for (const kind of ['entitlement-paid', 'entitlement-failed']) this.#handlers.on(kind, job => this.#dropCall(job));
  }

  #dropCall({ countyId, payload }: Job): Promise<void> {
    return this.#database.county(countyId).inTransaction(tx => this.#agenda.cancelAbout(tx, String(payload['entitlementId'])));
  }
}

/** A guardian is told of each time that an entitlement becomes claimable. */
const claimable = (job: Job): Job => ({
  ...job,
  key: `payout:${job.key}`,
  payload: {
    purpose: 'payout',
    personId: job.payload['guardianId'] ?? null,
    patientId: job.payload['patientId'] ?? null,
    objectId: job.payload['entitlementId'] ?? null,
  },
});
