import { addDays, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Agenda, Planning } from '../agenda/agenda.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { Tx } from '../platform/database/database.ts';
import { Policies } from '../policy/policy.public.ts';

/** What follows when somebody has come home from hospital: the first visits come soon, and a doctor is asked to receive the patient. */
@Injectable()
export class AfterStay {
  readonly #agenda: Agenda;
  readonly #planning: Planning;
  readonly #policies: Policies;
  readonly #clock: Clock;

  constructor(agenda: Agenda, planning: Planning, policies: Policies, clock: Clock) {
    this.#agenda = agenda;
    this.#planning = planning;
    this.#policies = policies;
    this.#clock = clock;
  }

  async cameHome(tx: Tx, { id: causeId, patientId }: { id: Id; patientId: Id }, on: CalendarDate): Promise<void> {
    await this.#agenda.cancelAfter(tx, { kind: 'rediagnosis', causeId });
    const policy = await this.#policies.inForce(tx, 'handling', this.#clock.today(), { patientId });
    await this.#agenda.hasten(tx, patientId, ['doctor', 'lead', 'gridWorker'], addDays(on, policy.firstVisitDays));
    await this.#planning.visitsOf(tx, patientId);
    const dueOn = addDays(on, policy.receiptDays);
    await this.#agenda.openAfter(tx, { kind: 'dischargeReceipt', patientId, causeId, seats: ['doctor'], dueOn });
  }
}
