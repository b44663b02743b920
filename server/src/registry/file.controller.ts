import * as contracts from '@guanhu/shared/registry/file.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { Writes } from '../platform/http/writes.ts';
import { CreatePatient } from './create-patient.ts';
import { FindDuplicates } from './find-duplicates.ts';
import { LocatePatient } from './locate-patient.ts';
import { ReadFileHistory } from './read-file-history.ts';
import { ReadRecord } from './read-record.ts';
import { WriteRecord } from './write-record.ts';

/** The file of a person as the office and the doctor keep it. */
@Controller()
export class FileController {
  readonly #writes: Writes;
  readonly #read: ReadRecord;
  readonly #write: WriteRecord;
  readonly #history: ReadFileHistory;
  readonly #duplicates: FindDuplicates;
  readonly #create: CreatePatient;
  readonly #locate: LocatePatient;

  constructor(
    writes: Writes,
    read: ReadRecord,
    write: WriteRecord,
    history: ReadFileHistory,
    duplicates: FindDuplicates,
    create: CreatePatient,
    locate: LocatePatient,
  ) {
    this.#writes = writes;
    this.#read = read;
    this.#write = write;
    this.#history = history;
    this.#duplicates = duplicates;
    this.#create = create;
    this.#locate = locate;
  }

  @Endpoint(contracts.findDuplicatesContract)
  duplicates(@Call() call: CallOf<typeof contracts.findDuplicatesContract>) {
    return this.#duplicates.run(call.actor, call.body);
  }

  @Endpoint(contracts.locatePatientContract)
  locate(@Call() call: CallOf<typeof contracts.locatePatientContract>) {
    return this.#locate.run(call.actor, call.body);
  }

  @Endpoint(contracts.createPatientContract)
  create(@Call() call: CallOf<typeof contracts.createPatientContract>) {
    return this.#writes.once(call, tx => this.#create.run(tx, call.actor, call.body));
  }

  @Endpoint(contracts.readRecordContract)
  read(@Call() call: CallOf<typeof contracts.readRecordContract>) {
    return this.#read.run(call.actor, call.params.patientId);
  }

  @Endpoint(contracts.writeRecordContract)
  write(@Call() call: CallOf<typeof contracts.writeRecordContract>) {
    return this.#writes.once(call, tx => this.#write.run(tx, call.actor, call.params.patientId, call.body));
  }

  @Endpoint(contracts.readFileHistoryContract)
  history(@Call() call: CallOf<typeof contracts.readFileHistoryContract>) {
    return this.#history.run(call.actor, call.params.patientId, call.query);
  }
}
