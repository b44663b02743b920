import {
  endRegimenContract,
  listRegimensContract,
  readMedicationContract,
  setRegimenContract,
} from '@guanhu/shared/medication/regimen.contract';
import {
  listDispensingsContract,
  listInjectionsContract,
  recordArrivalContract,
  recordDispensingContract,
  recordInjectionContract,
} from '@guanhu/shared/medication/supply.contract';
import { recordCollectionContract } from '@guanhu/shared/medication/collection.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { Writes } from '../platform/http/writes.ts';
import { EndRegimen } from './end-regimen.ts';
import { ReadMedication } from './read-medication.ts';
import { RecordCollection } from './record-collection.ts';
import { RecordDispensing } from './record-dispensing.ts';
import { RecordInjection } from './record-injection.ts';
import { SetRegimen } from './set-regimen.ts';

@Controller()
export class RegimenController {
  readonly #writes: Writes;
  readonly #read: ReadMedication;
  readonly #set: SetRegimen;
  readonly #end: EndRegimen;
  readonly #injection: RecordInjection;
  readonly #dispensing: RecordDispensing;
  readonly #collection: RecordCollection;

  constructor(
    writes: Writes,
    read: ReadMedication,
    set: SetRegimen,
    end: EndRegimen,
    injection: RecordInjection,
    dispensing: RecordDispensing,
    collection: RecordCollection,
  ) {
    this.#writes = writes;
    this.#read = read;
    this.#set = set;
    this.#end = end;
    this.#injection = injection;
    this.#dispensing = dispensing;
    this.#collection = collection;
  }

  @Endpoint(readMedicationContract)
  overview(@Call() call: CallOf<typeof readMedicationContract>) {
    return this.#read.overview(call.actor, call.params.patientId);
  }

  @Endpoint(listRegimensContract)
  regimens(@Call() call: CallOf<typeof listRegimensContract>) {
    return this.#read.regimens(call.actor, call.params.patientId, call.query);
  }

  @Endpoint(setRegimenContract)
  set(@Call() call: CallOf<typeof setRegimenContract>) {
    return this.#writes.once(call, tx => this.#set.run(tx, call.actor, call.params.patientId, call.body));
  }

  @Endpoint(endRegimenContract)
  end(@Call() call: CallOf<typeof endRegimenContract>) {
    return this.#writes.once(call, tx => this.#end.run(tx, call.actor, call.params, call.body));
  }

  @Endpoint(recordInjectionContract)
  inject(@Call() call: CallOf<typeof recordInjectionContract>) {
    return this.#writes.once(call, tx => this.#injection.run(tx, call.actor, call.params.patientId, call.body));
  }

  @Endpoint(listInjectionsContract)
  injections(@Call() call: CallOf<typeof listInjectionsContract>) {
    return this.#read.injections(call.actor, call.params.patientId, call.query);
  }

  @Endpoint(recordDispensingContract)
  dispense(@Call() call: CallOf<typeof recordDispensingContract>) {
    return this.#writes.once(call, tx => this.#dispensing.run(tx, call.actor, call.params.patientId, call.body));
  }

  @Endpoint(recordCollectionContract)
  collect(@Call() call: CallOf<typeof recordCollectionContract>) {
    return this.#writes.once(call, tx => this.#collection.run(tx, call.actor, call.params.patientId, call.body));
  }

  @Endpoint(recordArrivalContract)
  arrived(@Call() call: CallOf<typeof recordArrivalContract>) {
    return this.#writes.once(call, tx => this.#dispensing.arrived(tx, call.actor, call.params, call.body));
  }

  @Endpoint(listDispensingsContract)
  dispensings(@Call() call: CallOf<typeof listDispensingsContract>) {
    return this.#read.dispensings(call.actor, call.params.patientId, call.query);
  }
}
