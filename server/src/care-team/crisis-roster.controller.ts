import {
  addShiftContract,
  listDrillsContract,
  logDrillContract,
  readCrisisRosterContract,
  readOnDutyContract,
  removeShiftContract,
  swapShiftContract,
} from '@guanhu/shared/care-team/crisis-roster.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { Writes } from '../platform/http/writes.ts';
import { ChangeCrisisRoster } from './change-crisis-roster.ts';
import { LookAtCrisisRoster } from './look-at-crisis-roster.ts';
import { OnDuty } from './on-duty.ts';

@Controller()
export class CrisisRosterController {
  readonly #writes: Writes;
  readonly #look: LookAtCrisisRoster;
  readonly #change: ChangeCrisisRoster;
  readonly #onDuty: OnDuty;

  constructor(writes: Writes, look: LookAtCrisisRoster, change: ChangeCrisisRoster, onDuty: OnDuty) {
    this.#writes = writes;
    this.#look = look;
    this.#change = change;
    this.#onDuty = onDuty;
  }

  @Endpoint(readCrisisRosterContract)
  roster(@Call() call: CallOf<typeof readCrisisRosterContract>) {
    return this.#look.roster(call.actor, call.query);
  }

  @Endpoint(addShiftContract)
  add(@Call() call: CallOf<typeof addShiftContract>) {
    return this.#writes.once(call, tx => this.#change.add(tx, call.actor, call.body));
  }

  @Endpoint(removeShiftContract)
  remove(@Call() call: CallOf<typeof removeShiftContract>) {
    return this.#writes.once(call, tx => this.#change.remove(tx, call.actor, call.params.shiftId, call.body.version));
  }

  @Endpoint(swapShiftContract)
  swap(@Call() call: CallOf<typeof swapShiftContract>) {
    return this.#writes.once(call, tx => this.#change.swap(tx, call.actor, call.params.shiftId, call.body));
  }

  @Endpoint(readOnDutyContract)
  onDuty(@Call() call: CallOf<typeof readOnDutyContract>) {
    return this.#onDuty.ofPatient(call.actor, call.params.patientId);
  }

  @Endpoint(listDrillsContract)
  drills(@Call() call: CallOf<typeof listDrillsContract>) {
    return this.#look.drills(call.actor, call.query);
  }

  @Endpoint(logDrillContract)
  logDrill(@Call() call: CallOf<typeof logDrillContract>) {
    return this.#writes.once(call, tx => this.#change.logDrill(tx, call.actor, call.body));
  }
}
