import { TASK_KEYS } from '@guanhu/shared/agenda/task-key.rules';
import { addDays, calendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { CountyId } from '@guanhu/shared/kernel/ids';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Agenda, Planning } from '../agenda/agenda.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { asFailure, OutboxHandlers, type Job, type Kept } from '../platform/outbox/outbox.ts';
import { HearFamily } from './hear-family.ts';
import { endUnnamedRegimen, noteFound, startRegimen } from './medication.store.ts';
import { MedicineDates } from './medicine-dates.ts';
import { PlanMedication } from './plan-medication.ts';

@Injectable()
export class MedicationEffects implements OnModuleInit {
  readonly #database: Database;
  readonly #handlers: OutboxHandlers;
  readonly #planning: Planning;
  readonly #agenda: Agenda;
  readonly #plan: PlanMedication;
  readonly #heard: HearFamily;
  readonly #dates: MedicineDates;
  readonly #clock: Clock;

  constructor(
    database: Database,
    handlers: OutboxHandlers,
    planning: Planning,
    agenda: Agenda,
    plan: PlanMedication,
    heard: HearFamily,
    dates: MedicineDates,
    clock: Clock,
  ) {
    this.#database = database;
    this.#handlers = handlers;
    this.#planning = planning;
    this.#agenda = agenda;
    this.#plan = plan;
    this.#heard = heard;
    this.#dates = dates;
    this.#clock = clock;
  }

  onModuleInit(): void {
    this.#planning.add((tx, day, part) => this.#plan.run(tx, day, part));
    this.#handlers.onBatch('medication-confirmed', (countyId, jobs) => this.#answered(countyId, jobs));
    this.#handlers.on('visit-found-medicine', job => this.#inCounty(job, tx => this.#follow(tx, job)));
  }

  #inCounty({ countyId }: Job, run: (tx: Tx) => Promise<void>): Promise<void> {
    return this.#database.county(countyId).inTransaction(run);
  }

  /**
   * A family that has answered is silent no more, was reached after all, and needs no call about what it has answered; somebody acts on
   * what it said. All who answered together, for in a morning a whole county does.
   */
  async #answered(countyId: CountyId, jobs: readonly Job[]): Promise<ReadonlyMap<string, Kept>> {
    const patientIds = [...new Set(jobs.map(({ payload }) => String(payload['patientId'])))];
    await this.#database.county(countyId).inTransaction(tx => this.#agenda.familiesAnswered(tx, patientIds, ANSWERED));
    const failed = new Map<string, Kept>();
    for (const job of jobs.filter(({ payload }) => payload['answer'] !== 'taken'))
      try {
        await this.#inCounty(job, tx => this.#heard.run(tx, String(job.payload['patientId'])));
      } catch (error) {
        failed.set(job.id, asFailure(error));
      }
    return failed;
  }

  /**
   * What a visit found of the doctor's order: medicine is taken from that day on, or no longer from the next. Drugs that a doctor has
   * ordered are stopped by a doctor, who is asked to look. A visit that was uploaded late neither stops nor begins what was found later.
   */
  async #follow(tx: Tx, { payload }: Job): Promise<void> {
    const patientId = String(payload['patientId']);
    const visitId = String(payload['visitId']);
    const on = calendarDate(String(payload['on']));
    const adherence = FOUND.find(code => code === payload['adherence']);
    if (adherence !== undefined && !(await noteFound(tx, { patientId, visitId, on, adherence }))) return;
    if (payload['ordered'] === true) {
      const order = await startRegimen(tx, { patientId, since: on, visitId });
      if (order === 'ended') return;
      // Today's question, also when it was taken back earlier in the day.
      const asksAgain = await this.#agenda.reopen(tx, TASK_KEYS.medicationConfirmation(patientId, this.#clock.today()));
      // Most visits find what is known already: then there is nothing to plan.
      if (order === 'began' || asksAgain) await this.#planning.ofPatient(tx, patientId);
      return;
    }
    const order = await endUnnamedRegimen(tx, patientId, addDays(on, -1));
    if (order === 'stands') {
      await this.#agenda.openCall(tx, { reason: 'medicineNotTaken', patientId, cause: visitId });
      return;
    }
    await this.#agenda.cancel(tx, patientId, { kind: 'medicationConfirmation' });
    await this.#dates.renew(tx, patientId);
  }
}

/** What a family is called about that an answer settles. */
const ANSWERED = ['medicationSilence', 'messageNotSent'] as const;
/** 用药依从性 on the form. */
const FOUND = [1, 2, 3, 4] as const;
