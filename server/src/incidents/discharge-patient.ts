import type { Actor } from '@guanhu/shared/access/access.terms';
import type { AdmissionAnswer, DischargeBody } from '@guanhu/shared/incidents/admission.contract';
import { dischargeReasons } from '@guanhu/shared/incidents/admission.rules';
import { DISCHARGE_REASONS } from '@guanhu/shared/incidents/admission.terms';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/database.ts';
import { Lives } from '../registry/registry.public.ts';
import { AdmissionSteps } from './admission-steps.ts';
import { AfterStay } from './after-stay.ts';
import { lockPatient } from './incidents.store.ts';
import { ShowAdmission } from './show-admission.ts';

/** The hospital hands over to the community: tasks resume, the first visits come soon, and a doctor is asked to receive the patient. */
@Injectable()
export class DischargePatient {
  readonly #steps: AdmissionSteps;
  readonly #show: ShowAdmission;
  readonly #lives: Lives;
  readonly #after: AfterStay;

  constructor(steps: AdmissionSteps, show: ShowAdmission, lives: Lives, after: AfterStay) {
    this.#steps = steps;
    this.#show = show;
    this.#lives = lives;
    this.#after = after;
  }

  async run(tx: Tx, actor: Actor, admissionId: Id, body: DischargeBody): Promise<AdmissionAnswer> {
    const row = await this.#steps.find(tx, actor, 'admission:record', admissionId);
    const { version, on, reason, diagnosis, medicine, advice } = body;
    const { patientId } = row;
    // A turn of the life locks the patient and then ends the stay: whoever comes by the stay takes the same order.
    await lockPatient(tx, patientId);
    await this.#steps.take(tx, actor, row, { version, step: 'discharge', on, facts: { reason, diagnosis, medicine, advice } });
    // After the move: a stay that has ended is told so first.
    if (!dischargeReasons(row.ground, row.state).includes(reason)) throw new Refusal('DISCHARGE_REASON_WRONG');
    const life = await this.#lives.find(tx, patientId);
    // Whoever has died or moved away meanwhile does not come home.
    if (life?.state === 'hospitalised') {
      const facts = { reason: DISCHARGE_REASONS[reason] };
      await this.#lives.change(tx, actor, patientId, { from: 'hospitalised', to: 'inCare', on, facts });
    }
    await this.#after.cameHome(tx, row, on);
    return this.#show.view(tx, admissionId);
  }
}
