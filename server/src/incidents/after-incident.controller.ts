import * as admission from '@guanhu/shared/incidents/admission.contract';
import * as lookBack from '@guanhu/shared/incidents/look-back.contract';
import * as missing from '@guanhu/shared/incidents/missing.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { Writes } from '../platform/http/writes.ts';
import { Admissions } from './admissions.ts';
import { LookBacks } from './look-backs.ts';
import { MissingPersons } from './missing-persons.ts';

/** What incidents lead to: hospital, a search, a backward review. */
@Controller()
export class AfterIncidentController {
  readonly #writes: Writes;
  readonly #admissions: Admissions;
  readonly #missing: MissingPersons;
  readonly #lookBacks: LookBacks;

  constructor(writes: Writes, admissions: Admissions, missingPersons: MissingPersons, lookBacks: LookBacks) {
    this.#writes = writes;
    this.#admissions = admissions;
    this.#missing = missingPersons;
    this.#lookBacks = lookBacks;
  }

  @Endpoint(admission.recordAdmissionContract)
  admit(@Call() call: CallOf<typeof admission.recordAdmissionContract>) {
    return this.#writes.once(call, tx => this.#admissions.admit(tx, call.actor, call.params.patientId, call.body));
  }

  @Endpoint(admission.listAdmissionsContract)
  admissions(@Call() call: CallOf<typeof admission.listAdmissionsContract>) {
    return this.#admissions.list(call.actor, call.query);
  }

  @Endpoint(admission.readAdmissionContract)
  admission(@Call() call: CallOf<typeof admission.readAdmissionContract>) {
    return this.#admissions.one(call.actor, call.params.admissionId);
  }

  @Endpoint(admission.recordRediagnosisContract)
  rediagnosis(@Call() call: CallOf<typeof admission.recordRediagnosisContract>) {
    return this.#writes.once(call, tx => this.#admissions.rediagnosis(tx, call.actor, call.params.admissionId, call.body));
  }

  @Endpoint(admission.dischargePatientContract)
  discharge(@Call() call: CallOf<typeof admission.dischargePatientContract>) {
    return this.#writes.once(call, tx => this.#admissions.discharge(tx, call.actor, call.params.admissionId, call.body));
  }

  @Endpoint(admission.receiveDischargedContract)
  receive(@Call() call: CallOf<typeof admission.receiveDischargedContract>) {
    return this.#writes.once(call, tx => this.#admissions.receive(tx, call.actor, call.params.admissionId, call.body));
  }

  @Endpoint(missing.reportMissingContract)
  reportMissing(@Call() call: CallOf<typeof missing.reportMissingContract>) {
    return this.#writes.once(call, tx => this.#missing.report(tx, call.actor, call.params.patientId, call.body));
  }

  @Endpoint(missing.listMissingContract)
  missingList(@Call() call: CallOf<typeof missing.listMissingContract>) {
    return this.#missing.list(call.actor, call.query);
  }

  @Endpoint(missing.readMissingContract)
  missingOne(@Call() call: CallOf<typeof missing.readMissingContract>) {
    return this.#missing.one(call.actor, call.params.missingId);
  }

  @Endpoint(missing.printMissingReportContract)
  missingReport(@Call() call: CallOf<typeof missing.printMissingReportContract>) {
    return this.#missing.letter(call.actor, call.params.missingId);
  }

  @Endpoint(missing.printMissingSheetContract)
  missingSheet(@Call() call: CallOf<typeof missing.printMissingSheetContract>) {
    return this.#missing.sheet(call.actor, call.params.missingId);
  }

  @Endpoint(missing.markReportSentContract)
  reportSent(@Call() call: CallOf<typeof missing.markReportSentContract>) {
    return this.#writes.once(call, tx => this.#missing.sent(tx, call.actor, call.params.missingId, call.body));
  }

  @Endpoint(missing.recordFoundContract)
  found(@Call() call: CallOf<typeof missing.recordFoundContract>) {
    return this.#writes.once(call, tx => this.#missing.found(tx, call.actor, call.params.missingId, call.body));
  }

  @Endpoint(lookBack.makeLookBackContract)
  lookBack(@Call() call: CallOf<typeof lookBack.makeLookBackContract>) {
    return this.#writes.once(call, tx => this.#lookBacks.make(tx, call.actor, call.params.patientId, call.body));
  }

  @Endpoint(lookBack.listLookBacksContract)
  lookBacks(@Call() call: CallOf<typeof lookBack.listLookBacksContract>) {
    return this.#lookBacks.list(call.actor, call.query);
  }

  @Endpoint(lookBack.readLookBackContract)
  lookBackOne(@Call() call: CallOf<typeof lookBack.readLookBackContract>) {
    return this.#lookBacks.one(call.actor, call.params.lookBackId);
  }
}
