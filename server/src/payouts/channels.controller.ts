import * as contracts from '@guanhu/shared/payouts/channels.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { Writes } from '../platform/http/writes.ts';
import { CancelTransfer } from './cancel-transfer.ts';
import { ListCandidates } from './list-candidates.ts';
import { PayChannels } from './pay-channels.ts';
import { PayLists } from './pay-lists.ts';
import { RecordCash } from './record-cash.ts';

@Controller()
export class ChannelsController {
  readonly #writes: Writes;
  readonly #channels: PayChannels;
  readonly #candidates: ListCandidates;
  readonly #lists: PayLists;
  readonly #cash: RecordCash;
  readonly #cancel: CancelTransfer;

  constructor(
    writes: Writes,
    channels: PayChannels,
    candidates: ListCandidates,
    lists: PayLists,
    cash: RecordCash,
    cancel: CancelTransfer,
  ) {
    this.#writes = writes;
    this.#channels = channels;
    this.#candidates = candidates;
    this.#lists = lists;
    this.#cash = cash;
    this.#cancel = cancel;
  }

  @Endpoint(contracts.setPayChannelContract)
  setChannel(@Call() call: CallOf<typeof contracts.setPayChannelContract>) {
    return this.#writes.once(call, tx => this.#channels.set(tx, call.actor, call.params.entitlementId, call.body));
  }

  /** Written down first, in its own transaction; then the platform is called. */
  @Endpoint(contracts.cancelTransferContract)
  async cancel(@Call() call: CallOf<typeof contracts.cancelTransferContract>) {
    const { id } = await this.#writes.once(call, tx => this.#cancel.record(tx, call.actor, call.params.entitlementId));
    return this.#cancel.afterRecord(call.actor, id);
  }

  @Endpoint(contracts.recordCashContract)
  cash(@Call() call: CallOf<typeof contracts.recordCashContract>) {
    return this.#writes.once(call, tx => this.#cash.run(tx, call.actor, call.params.entitlementId, call.body));
  }

  @Endpoint(contracts.returnCashContract)
  cashBack(@Call() call: CallOf<typeof contracts.returnCashContract>) {
    return this.#writes.once(call, tx => this.#cash.giveBack(tx, call.actor, call.params.entitlementId, call.body));
  }

  /** The platform is asked first, in no transaction; then the list is made of those whom it has not paid. */
  @Endpoint(contracts.makePayListContract)
  async make(@Call() call: CallOf<typeof contracts.makePayListContract>) {
    const asked = await this.#candidates.ask(call.actor, call.params.batchId, call.body);
    return this.#writes.once(call, tx => this.#lists.make(tx, call.actor, call.params.batchId, call.body, asked));
  }

  @Endpoint(contracts.listPayListsContract)
  lists(@Call() call: CallOf<typeof contracts.listPayListsContract>) {
    return this.#lists.ofBatch(call.actor, call.params.batchId);
  }

  @Endpoint(contracts.downloadPayListContract)
  download(@Call() call: CallOf<typeof contracts.downloadPayListContract>) {
    return this.#writes.once(call, tx => this.#lists.download(tx, call.actor, call.params.listId, call.body));
  }

  @Endpoint(contracts.readBankResultContract)
  result(@Call() call: CallOf<typeof contracts.readBankResultContract>) {
    return this.#writes.once(call, tx => this.#lists.readResult(tx, call.actor, call.params.listId, call.body));
  }
}
