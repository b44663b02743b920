import type { Actor } from '@guanhu/shared/access/access.terms';
import type { AdmissionAnswer, ReceiveBody } from '@guanhu/shared/incidents/admission.contract';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Agenda } from '../agenda/agenda.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { Tx } from '../platform/database/database.ts';
import { AdmissionSteps } from './admission-steps.ts';
import { ShowAdmission } from './show-admission.ts';

/** The community has taken the patient over from the hospital. */
@Injectable()
export class ReceiveDischarged {
  readonly #steps: AdmissionSteps;
  readonly #show: ShowAdmission;
  readonly #agenda: Agenda;
  readonly #clock: Clock;

  constructor(steps: AdmissionSteps, show: ShowAdmission, agenda: Agenda, clock: Clock) {
    this.#steps = steps;
    this.#show = show;
    this.#agenda = agenda;
    this.#clock = clock;
  }

  async run(tx: Tx, actor: Actor, admissionId: Id, { version, words }: ReceiveBody): Promise<AdmissionAnswer> {
    const row = await this.#steps.find(tx, actor, 'admission:receive', admissionId);
    await this.#steps.take(tx, actor, row, { version, step: 'receive', on: this.#clock.today(), facts: { words } });
    await this.#agenda.finishAfter(tx, { kind: 'dischargeReceipt', causeId: admissionId, by: actor.personId });
    return this.#show.view(tx, admissionId);
  }
}
