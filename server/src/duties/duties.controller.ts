import { listDepartmentTotalsContract, readDepartmentSheetsContract } from '@guanhu/shared/duties/department-sheet.contract';
import * as contracts from '@guanhu/shared/duties/duties.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { Writes } from '../platform/http/writes.ts';
import { ReadDepartmentSheets } from './department-sheets.ts';
import { DutyMatrixOf } from './duty-matrix.ts';
import { Supervise } from './supervise.ts';

@Controller()
export class DutiesController {
  readonly #writes: Writes;
  readonly #matrix: DutyMatrixOf;
  readonly #sheets: ReadDepartmentSheets;
  readonly #supervise: Supervise;

  constructor(writes: Writes, matrix: DutyMatrixOf, sheets: ReadDepartmentSheets, supervise: Supervise) {
    this.#writes = writes;
    this.#matrix = matrix;
    this.#sheets = sheets;
    this.#supervise = supervise;
  }

  @Endpoint(contracts.readDutiesContract)
  read(@Call() call: CallOf<typeof contracts.readDutiesContract>) {
    return this.#matrix.read(call.actor, call.query.townshipId);
  }

  @Endpoint(contracts.recordEvidenceContract)
  record(@Call() call: CallOf<typeof contracts.recordEvidenceContract>) {
    return this.#writes.once(call, tx => this.#matrix.record(tx, call.actor, call.body));
  }

  @Endpoint(readDepartmentSheetsContract)
  departments(@Call() call: CallOf<typeof readDepartmentSheetsContract>) {
    return this.#sheets.run(call.actor, call.query);
  }

  @Endpoint(listDepartmentTotalsContract)
  totals(@Call() call: CallOf<typeof listDepartmentTotalsContract>) {
    return this.#sheets.totals(call.actor, call.query);
  }

  @Endpoint(contracts.listLettersContract)
  letters(@Call() call: CallOf<typeof contracts.listLettersContract>) {
    return this.#supervise.list(call.actor, call.query);
  }

  @Endpoint(contracts.sendLetterContract)
  send(@Call() call: CallOf<typeof contracts.sendLetterContract>) {
    return this.#writes.once(call, tx => this.#supervise.send(tx, call.actor, call.body));
  }

  @Endpoint(contracts.answerLetterContract)
  answer(@Call() call: CallOf<typeof contracts.answerLetterContract>) {
    return this.#writes.once(call, tx => this.#supervise.answer(tx, call.actor, call.params.letterId, call.body));
  }

  @Endpoint(contracts.giveLetterContract)
  give(@Call() call: CallOf<typeof contracts.giveLetterContract>) {
    return this.#writes.once(call, tx => this.#supervise.give(tx, call.actor, call.params.letterId, call.body));
  }

  @Endpoint(contracts.closeLetterContract)
  close(@Call() call: CallOf<typeof contracts.closeLetterContract>) {
    return this.#writes.once(call, tx => this.#supervise.close(tx, call.actor, call.params.letterId, call.body.version));
  }
}
