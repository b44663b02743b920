import {
  appointGuardianContract,
  endGuardianshipContract,
  endHelperContract,
  listGuardiansContract,
  makeGuardianPrimaryContract,
  nameHelperContract,
} from '@guanhu/shared/registry/guardians.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { Writes } from '../platform/http/writes.ts';
import { AppointGuardian } from './appoint-guardian.ts';
import { ListGuardians } from './list-guardians.ts';
import { NameHelper } from './name-helper.ts';

@Controller()
export class GuardiansController {
  readonly #writes: Writes;
  readonly #list: ListGuardians;
  readonly #appoint: AppointGuardian;
  readonly #helper: NameHelper;

  constructor(writes: Writes, list: ListGuardians, appoint: AppointGuardian, helper: NameHelper) {
    this.#writes = writes;
    this.#list = list;
    this.#appoint = appoint;
    this.#helper = helper;
  }

  @Endpoint(listGuardiansContract)
  list(@Call() call: CallOf<typeof listGuardiansContract>) {
    return this.#list.run(call.actor, call.params.patientId);
  }

  @Endpoint(appointGuardianContract)
  appoint(@Call() call: CallOf<typeof appointGuardianContract>) {
    return this.#writes.once(call, tx => this.#appoint.appoint(tx, call.actor, call.params.patientId, call.body));
  }

  @Endpoint(endGuardianshipContract)
  end(@Call() call: CallOf<typeof endGuardianshipContract>) {
    const { patientId, guardianshipId } = call.params;
    return this.#writes.once(call, tx => this.#appoint.end(tx, call.actor, patientId, guardianshipId, call.body));
  }

  @Endpoint(makeGuardianPrimaryContract)
  makePrimary(@Call() call: CallOf<typeof makeGuardianPrimaryContract>) {
    const { patientId, guardianshipId } = call.params;
    return this.#writes.once(call, tx => this.#appoint.makePrimary(tx, call.actor, patientId, guardianshipId));
  }

  @Endpoint(nameHelperContract)
  nameHelper(@Call() call: CallOf<typeof nameHelperContract>) {
    return this.#writes.once(call, tx => this.#helper.name(tx, call.actor, call.params.patientId, call.body));
  }

  @Endpoint(endHelperContract)
  endHelper(@Call() call: CallOf<typeof endHelperContract>) {
    return this.#writes.once(call, tx => this.#helper.end(tx, call.actor, call.params.patientId, call.params.helperId));
  }
}
