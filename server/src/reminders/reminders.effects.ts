import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Agenda, Planning } from '../agenda/agenda.public.ts';
import { Database } from '../platform/database/database.ts';
import { OutboxHandlers, type Job } from '../platform/outbox/outbox.ts';
import { PlanReminders } from './plan-reminders.ts';
import { SendAlarms } from './send-alarms.ts';
import { TellPersons } from './tell-persons.ts';

/** Other rooms reach reminders by promising `alarm` or `remind` (see `AlarmPayload`, `RemindPayload`), or by what has happened to an entitlement or a task. */
@Injectable()
export class RemindersEffects implements OnModuleInit {
  readonly #database: Database;
  readonly #handlers: OutboxHandlers;
  readonly #agenda: Agenda;
  readonly #planning: Planning;
  readonly #plan: PlanReminders;
  readonly #tell: TellPersons;
  readonly #alarms: SendAlarms;

  constructor(
    database: Database,
    handlers: OutboxHandlers,
    agenda: Agenda,
    planning: Planning,
    plan: PlanReminders,
    tell: TellPersons,
    alarms: SendAlarms,
  ) {
    this.#database = database;
    this.#handlers = handlers;
    this.#agenda = agenda;
    this.#planning = planning;
    this.#plan = plan;
    this.#tell = tell;
    this.#alarms = alarms;
  }

  onModuleInit(): void {
    this.#planning.after((tx, day, part) => this.#plan.ofPart(tx, day, part));
    this.#handlers.onBatch('remind-day', (countyId, jobs) => this.#tell.atMoments(countyId, jobs));
    this.#handlers.onBatch('alarm', (countyId, jobs) => this.#alarms.run(countyId, jobs));
    this.#handlers.onBatch('remind', (countyId, jobs) => this.#tell.atOnce(countyId, jobs));
    this.#handlers.onBatch('review-asked', (countyId, jobs) => this.#tell.ofReviews(countyId, jobs));
    this.#handlers.onBatch('entitlement-claimable', (countyId, jobs) => this.#tell.atOnce(countyId, jobs.map(claimable)));
    this.#handlers.onBatch('remind-snoozed', (countyId, jobs) => this.#tell.snoozed(countyId, jobs));
    this.#handlers.onBatch('remind-onward', (countyId, jobs) => this.#tell.onward(countyId, jobs));
    this.#handlers.on('call-opened', ({ countyId, payload }) =>
      this.#database.county(countyId).inTransaction(tx => {
        const [personId, patientId, day] = [String(payload['personId']), String(payload['patientId']), String(payload['day'])];
        return this.#plan.ofCall(tx, { personId, patientId, day });
      }),
    );
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
