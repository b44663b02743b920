import type { Actor } from '@guanhu/shared/access/access.terms';
import type { AdmissionAnswer, RecordRediagnosisBody } from '@guanhu/shared/incidents/admission.contract';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Agenda } from '../agenda/agenda.public.ts';
import type { Tx } from '../platform/database/database.ts';
import { AdmissionSteps } from './admission-steps.ts';
import { ShowAdmission } from './show-admission.ts';

/** Another diagnosis was asked for, or was given (Mental Health Law, Art. 32–35). */
@Injectable()
export class RecordRediagnosis {
  readonly #steps: AdmissionSteps;
  readonly #show: ShowAdmission;
  readonly #agenda: Agenda;

  constructor(steps: AdmissionSteps, show: ShowAdmission, agenda: Agenda) {
    this.#steps = steps;
    this.#show = show;
    this.#agenda = agenda;
  }

  async run(tx: Tx, actor: Actor, admissionId: Id, { version, step, on, words }: RecordRediagnosisBody): Promise<AdmissionAnswer> {
    const row = await this.#steps.find(tx, actor, 'admission:record', admissionId);
    await this.#steps.take(tx, actor, row, { version, step, on, facts: { words } });
    if (step !== 'askRediagnosis') await this.#agenda.finishAfter(tx, { kind: 'rediagnosis', causeId: admissionId, by: actor.personId });
    return this.#show.view(tx, admissionId);
  }
}
