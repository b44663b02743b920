import * as contracts from '@guanhu/shared/transfers/transfers.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { Writes } from '../platform/http/writes.ts';
import { AnswerTransfer } from './answer-transfer.ts';
import { FindDestinations } from './find-destinations.ts';
import { ListTransfers } from './list-transfers.ts';
import { ProposeTransfer } from './propose-transfer.ts';
import { ReadTransferIn } from './read-transfer-in.ts';

@Controller()
export class TransfersController {
  readonly #writes: Writes;
  readonly #destinations: FindDestinations;
  readonly #propose: ProposeTransfer;
  readonly #list: ListTransfers;
  readonly #read: ReadTransferIn;
  readonly #answer: AnswerTransfer;

  constructor(
    writes: Writes,
    destinations: FindDestinations,
    propose: ProposeTransfer,
    list: ListTransfers,
    read: ReadTransferIn,
    answer: AnswerTransfer,
  ) {
    this.#writes = writes;
    this.#destinations = destinations;
    this.#propose = propose;
    this.#list = list;
    this.#read = read;
    this.#answer = answer;
  }

  @Endpoint(contracts.findDestinationsContract)
  destinations(@Call() call: CallOf<typeof contracts.findDestinationsContract>) {
    return this.#destinations.run(call.actor, call.query);
  }

  @Endpoint(contracts.proposeTransferContract)
  async propose(@Call() call: CallOf<typeof contracts.proposeTransferContract>) {
    const to = await this.#propose.destination(call.body);
    return this.#writes.once(call, tx => this.#propose.propose(tx, call.actor, call.params.patientId, call.body, to));
  }

  @Endpoint(contracts.listTransfersOutContract)
  out(@Call() call: CallOf<typeof contracts.listTransfersOutContract>) {
    return this.#list.out(call.actor, call.query);
  }

  @Endpoint(contracts.withdrawTransferContract)
  withdraw(@Call() call: CallOf<typeof contracts.withdrawTransferContract>) {
    return this.#writes.once(call, tx => this.#propose.withdraw(tx, call.actor, call.params.transferId, call.body.version));
  }

  @Endpoint(contracts.listTransfersInContract)
  in(@Call() call: CallOf<typeof contracts.listTransfersInContract>) {
    return this.#list.in(call.actor, call.query);
  }

  @Endpoint(contracts.readTransferInContract)
  read(@Call() call: CallOf<typeof contracts.readTransferInContract>) {
    return this.#read.run(call.actor, call.params.transferId);
  }

  @Endpoint(contracts.answerTransferContract)
  answer(@Call() call: CallOf<typeof contracts.answerTransferContract>) {
    return this.#writes.once(call, tx => this.#answer.run(tx, call.actor, call.params.transferId, call.body));
  }
}
