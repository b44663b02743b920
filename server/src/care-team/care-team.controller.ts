import { readTeamContract } from '@guanhu/shared/care-team/care-team.contract';
import { syncPatientsContract } from '@guanhu/shared/care-team/kept-patients.contract';
import {
  inviteGuardianContract,
  listPatientsContract,
  listWardsContract,
  readPatientContract,
  searchPatientsContract,
} from '@guanhu/shared/registry/registry.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { InviteGuardian } from './invite-guardian.ts';
import { ListWards } from './list-wards.ts';
import { ListPatients } from './list-patients.ts';
import { ReadPatient } from './read-patient.ts';
import { ReadTeam } from './read-team.ts';
import { SyncPatients } from './sync-patients.ts';

/** Files and teams. The files' own endpoints stand here because who may read a file is known by the team. */
@Controller()
export class CareTeamController {
  readonly #list: ListPatients;
  readonly #read: ReadPatient;
  readonly #team: ReadTeam;
  readonly #wards: ListWards;
  readonly #invite: InviteGuardian;
  readonly #sync: SyncPatients;

  constructor(list: ListPatients, read: ReadPatient, team: ReadTeam, wards: ListWards, invite: InviteGuardian, sync: SyncPatients) {
    this.#list = list;
    this.#read = read;
    this.#team = team;
    this.#wards = wards;
    this.#invite = invite;
    this.#sync = sync;
  }

  @Endpoint(listPatientsContract)
  listPatients(@Call() call: CallOf<typeof listPatientsContract>) {
    return this.#list.run(call.actor, call.query);
  }

  @Endpoint(searchPatientsContract)
  searchPatients(@Call() call: CallOf<typeof searchPatientsContract>) {
    return this.#list.run(call.actor, call.body);
  }

  @Endpoint(syncPatientsContract)
  syncPatients(@Call() call: CallOf<typeof syncPatientsContract>) {
    return this.#sync.run(call.actor, call.body.known);
  }

  @Endpoint(readPatientContract)
  readPatient(@Call() call: CallOf<typeof readPatientContract>) {
    return this.#read.run(call.actor, call.params.patientId);
  }

  @Endpoint(listWardsContract)
  listWards(@Call() call: CallOf<typeof listWardsContract>) {
    return this.#wards.run(call.actor);
  }

  @Endpoint(readTeamContract)
  readTeam(@Call() call: CallOf<typeof readTeamContract>) {
    return this.#team.run(call.actor, call.params.patientId);
  }

  @Endpoint(inviteGuardianContract)
  inviteGuardian(@Call() call: CallOf<typeof inviteGuardianContract>) {
    return this.#invite.run(call.actor, call.params.patientId, call.params.personId);
  }
}
