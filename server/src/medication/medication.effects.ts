import { addDays, calendarDate } from '@guanhu/shared/kernel/calendar-date';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Agenda, Planning } from '../agenda/agenda.public.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { OutboxHandlers, type Job } from '../platform/outbox/outbox.ts';
import { endRegimen, startRegimen } from './medication.store.ts';
import { PlanMedication } from './plan-medication.ts';

@Injectable()
export class MedicationEffects implements OnModuleInit {
  readonly #database: Database;
  readonly #handlers: OutboxHandlers;
  readonly #planning: Planning;
  readonly #agenda: Agenda;
  readonly #plan: PlanMedication;

  constructor(database: Database, handlers: OutboxHandlers, planning: Planning, agenda: Agenda, plan: PlanMedication) {
    this.#database = database;
    this.#handlers = handlers;
    this.#planning = planning;
    this.#agenda = agenda;
    this.#plan = plan;
  }

  onModuleInit(): void {
    this.#planning.add((tx, day, part) => this.#plan.run(tx, day, part));
    this.#handlers.on('medication-confirmed', job => this.#inCounty(job, tx => this.#answered(tx, job)));
    this.#handlers.on('visit-found-medicine', job => this.#inCounty(job, tx => this.#follow(tx, job)));
  }

  #inCounty({ countyId }: Job, run: (tx: Tx) => Promise<void>): Promise<void> {
    return this.#database.county(countyId).inTransaction(run);
  }

  /** A family that has answered is silent no more, was reached after all, and needs no call about what it has answered. */
  async #answered(tx: Tx, { payload }: Job): Promise<void> {
    const patientId = String(payload['patientId']);
    for (const reason of ['medicationSilence', 'messageNotSent'] as const)
      await this.#agenda.cancel(tx, patientId, { kind: 'call', reason });
    await this.#agenda.dropIdleCalls(tx, patientId);
  }

  /** What a visit found of the doctor's order: medicine is taken from that day on, or no longer from the next. */
  async #follow(tx: Tx, { payload }: Job): Promise<void> {
    const patientId = String(payload['patientId']);
    const on = calendarDate(String(payload['on']));
    if (payload['ordered'] === true) return startRegimen(tx, { patientId, since: on, visitId: String(payload['visitId']) });
    await endRegimen(tx, patientId, addDays(on, -1));
    await this.#agenda.cancel(tx, patientId, { kind: 'medicationConfirmation' });
  }
}
