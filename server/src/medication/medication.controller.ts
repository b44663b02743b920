import { confirmMedicationContract, readMedicationWeekContract } from '@guanhu/shared/medication/medication.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { ConfirmMedication } from './confirm-medication.ts';
import { ReadMedicationWeek } from './read-medication-week.ts';

@Controller()
export class MedicationController {
  readonly #confirm: ConfirmMedication;
  readonly #week: ReadMedicationWeek;

  constructor(confirm: ConfirmMedication, week: ReadMedicationWeek) {
    this.#confirm = confirm;
    this.#week = week;
  }

  @Endpoint(confirmMedicationContract)
  confirm(@Call() call: CallOf<typeof confirmMedicationContract>) {
    return this.#confirm.run(call);
  }

  @Endpoint(readMedicationWeekContract)
  week(@Call() call: CallOf<typeof readMedicationWeekContract>) {
    return this.#week.run(call.actor, call.params.patientId, call.query.of);
  }
}
