import * as contracts from '@guanhu/shared/relief/escort.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { sendFile } from '../platform/http/send-file.ts';
import { Writes } from '../platform/http/writes.ts';
import { Escorts } from './escorts.ts';
import { PrintEscortReceipt } from './print-escort-receipt.ts';

@Controller()
export class EscortsController {
  readonly #writes: Writes;
  readonly #escorts: Escorts;
  readonly #print: PrintEscortReceipt;

  constructor(writes: Writes, escorts: Escorts, print: PrintEscortReceipt) {
    this.#writes = writes;
    this.#escorts = escorts;
    this.#print = print;
  }

  @Endpoint(contracts.listEscortsContract)
  list(@Call() call: CallOf<typeof contracts.listEscortsContract>) {
    return this.#escorts.list(call.actor, call.query);
  }

  @Endpoint(contracts.planEscortContract)
  plan(@Call() call: CallOf<typeof contracts.planEscortContract>) {
    return this.#writes.once(call, tx => this.#escorts.plan(tx, call.actor, call.params.patientId, call.body));
  }

  @Endpoint(contracts.moveEscortContract)
  move(@Call() call: CallOf<typeof contracts.moveEscortContract>) {
    return this.#writes.once(call, tx => this.#escorts.move(tx, call.actor, call.params.escortId, call.body));
  }

  @Endpoint(contracts.handOverEscortContract)
  handOver(@Call() call: CallOf<typeof contracts.handOverEscortContract>) {
    return this.#writes.once(call, tx => this.#escorts.handOver(tx, call.actor, call.params.escortId, call.body));
  }

  @Endpoint(contracts.printEscortReceiptContract)
  async print(@Call() call: CallOf<typeof contracts.printEscortReceiptContract>) {
    return sendFile(call.reply, await this.#print.run(call.actor, call.params.escortId));
  }
}
