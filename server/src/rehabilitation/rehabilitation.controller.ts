import * as contracts from '@guanhu/shared/rehabilitation/rehabilitation.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { Writes } from '../platform/http/writes.ts';
import { KeepEmployment } from './keep-employment.ts';
import { KeepProgramme } from './keep-programme.ts';
import { KeepVolunteers } from './keep-volunteers.ts';
import { LookAtRehabilitation } from './look-at-rehabilitation.ts';

@Controller()
export class RehabilitationController {
  readonly #writes: Writes;
  readonly #look: LookAtRehabilitation;
  readonly #programme: KeepProgramme;
  readonly #employment: KeepEmployment;
  readonly #volunteers: KeepVolunteers;

  constructor(
    writes: Writes,
    look: LookAtRehabilitation,
    programme: KeepProgramme,
    employment: KeepEmployment,
    volunteers: KeepVolunteers,
  ) {
    this.#writes = writes;
    this.#look = look;
    this.#programme = programme;
    this.#employment = employment;
    this.#volunteers = volunteers;
  }

  @Endpoint(contracts.listProgrammesContract)
  programmes(@Call() call: CallOf<typeof contracts.listProgrammesContract>) {
    return this.#look.programmes(call.actor, call.query);
  }

  @Endpoint(contracts.openProgrammeContract)
  open(@Call() call: CallOf<typeof contracts.openProgrammeContract>) {
    return this.#writes.once(call, tx => this.#programme.open(tx, call.actor, call.body));
  }

  @Endpoint(contracts.readProgrammeContract)
  read(@Call() call: CallOf<typeof contracts.readProgrammeContract>) {
    return this.#look.one(call.actor, call.params.programmeId);
  }

  @Endpoint(contracts.endProgrammeContract)
  end(@Call() call: CallOf<typeof contracts.endProgrammeContract>) {
    return this.#writes.once(call, tx => this.#programme.end(tx, call.actor, call.params.programmeId, call.body));
  }

  @Endpoint(contracts.logSessionContract)
  session(@Call() call: CallOf<typeof contracts.logSessionContract>) {
    return this.#writes.once(call, tx => this.#programme.session(tx, call.actor, call.params.programmeId, call.body));
  }

  @Endpoint(contracts.readRehabOfPatientContract)
  ofPatient(@Call() call: CallOf<typeof contracts.readRehabOfPatientContract>) {
    return this.#look.ofPatient(call.actor, call.params.patientId);
  }

  @Endpoint(contracts.joinProgrammeContract)
  join(@Call() call: CallOf<typeof contracts.joinProgrammeContract>) {
    return this.#writes.once(call, tx => this.#programme.join(tx, call.actor, call.params.patientId, call.body));
  }

  @Endpoint(contracts.leaveProgrammeContract)
  leave(@Call() call: CallOf<typeof contracts.leaveProgrammeContract>) {
    return this.#writes.once(call, tx => this.#programme.leave(tx, call.actor, call.params.participantId, call.body));
  }

  @Endpoint(contracts.listComingHomeContract)
  comingHome(@Call() call: CallOf<typeof contracts.listComingHomeContract>) {
    return this.#look.comingHome(call.actor, call.query);
  }

  @Endpoint(contracts.listReferredContract)
  referred(@Call() call: CallOf<typeof contracts.listReferredContract>) {
    return this.#look.referred(call.actor, call.query);
  }

  @Endpoint(contracts.listEmploymentContract)
  employment(@Call() call: CallOf<typeof contracts.listEmploymentContract>) {
    return this.#look.employment(call.actor, call.query);
  }

  @Endpoint(contracts.recordEmploymentContract)
  employ(@Call() call: CallOf<typeof contracts.recordEmploymentContract>) {
    return this.#writes.once(call, tx => this.#employment.record(tx, call.actor, call.params.patientId, call.body));
  }

  @Endpoint(contracts.endEmploymentContract)
  endEmployment(@Call() call: CallOf<typeof contracts.endEmploymentContract>) {
    return this.#writes.once(call, tx => this.#employment.end(tx, call.actor, call.params.employmentId, call.body));
  }

  @Endpoint(contracts.listVolunteersContract)
  volunteers(@Call() call: CallOf<typeof contracts.listVolunteersContract>) {
    return this.#look.volunteers(call.actor, call.query);
  }

  @Endpoint(contracts.addVolunteerContract)
  addVolunteer(@Call() call: CallOf<typeof contracts.addVolunteerContract>) {
    return this.#writes.once(call, tx => this.#volunteers.add(tx, call.actor, call.body));
  }

  @Endpoint(contracts.endVolunteerContract)
  endVolunteer(@Call() call: CallOf<typeof contracts.endVolunteerContract>) {
    return this.#writes.once(call, tx => this.#volunteers.end(tx, call.actor, call.params.volunteerId, call.body));
  }
}
