import * as contracts from '@guanhu/shared/incidents/admission.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { Writes } from '../platform/http/writes.ts';
import { AdmitPatient } from './admit-patient.ts';
import { DischargePatient } from './discharge-patient.ts';
import { ListAdmissions } from './list-admissions.ts';
import { ReceiveDischarged } from './receive-discharged.ts';
import { RecordRediagnosis } from './record-rediagnosis.ts';
import { ShowAdmission } from './show-admission.ts';

/** 住院: stays in hospital. */
@Controller()
export class AdmissionsController {
  readonly #writes: Writes;
  readonly #admit: AdmitPatient;
  readonly #list: ListAdmissions;
  readonly #show: ShowAdmission;
  readonly #rediagnosis: RecordRediagnosis;
  readonly #discharge: DischargePatient;
  readonly #receive: ReceiveDischarged;

  constructor(
    writes: Writes,
    admit: AdmitPatient,
    list: ListAdmissions,
    show: ShowAdmission,
    rediagnosis: RecordRediagnosis,
    discharge: DischargePatient,
    receive: ReceiveDischarged,
  ) {
    this.#writes = writes;
    this.#admit = admit;
    this.#list = list;
    this.#show = show;
    this.#rediagnosis = rediagnosis;
    this.#discharge = discharge;
    this.#receive = receive;
  }

  @Endpoint(contracts.recordAdmissionContract)
  admit(@Call() call: CallOf<typeof contracts.recordAdmissionContract>) {
    return this.#writes.once(call, tx => this.#admit.run(tx, call.actor, call.params.patientId, call.body));
  }

  @Endpoint(contracts.listAdmissionsContract)
  list(@Call() call: CallOf<typeof contracts.listAdmissionsContract>) {
    return this.#list.run(call.actor, call.query);
  }

  @Endpoint(contracts.readAdmissionContract)
  one(@Call() call: CallOf<typeof contracts.readAdmissionContract>) {
    return this.#show.run(call.actor, call.params.admissionId);
  }

  @Endpoint(contracts.recordRediagnosisContract)
  rediagnosis(@Call() call: CallOf<typeof contracts.recordRediagnosisContract>) {
    return this.#writes.once(call, tx => this.#rediagnosis.run(tx, call.actor, call.params.admissionId, call.body));
  }

  @Endpoint(contracts.dischargePatientContract)
  discharge(@Call() call: CallOf<typeof contracts.dischargePatientContract>) {
    return this.#writes.once(call, tx => this.#discharge.run(tx, call.actor, call.params.admissionId, call.body));
  }

  @Endpoint(contracts.receiveDischargedContract)
  receive(@Call() call: CallOf<typeof contracts.receiveDischargedContract>) {
    return this.#writes.once(call, tx => this.#receive.run(tx, call.actor, call.params.admissionId, call.body));
  }
}
