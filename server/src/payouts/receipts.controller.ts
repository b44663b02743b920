import * as contracts from '@guanhu/shared/payouts/receipts.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { sendFile } from '../platform/http/send-file.ts';
import { Writes } from '../platform/http/writes.ts';
import { TransferReceipts } from './transfer-receipts.ts';

@Controller()
export class ReceiptsController {
  readonly #writes: Writes;
  readonly #receipts: TransferReceipts;

  constructor(writes: Writes, receipts: TransferReceipts) {
    this.#writes = writes;
    this.#receipts = receipts;
  }

  @Endpoint(contracts.readTransferReceiptContract)
  read(@Call() call: CallOf<typeof contracts.readTransferReceiptContract>) {
    return this.#receipts.read(call.actor, call.params.entitlementId);
  }

  /** Written down first, in its own transaction; then the platform is called. */
  @Endpoint(contracts.askTransferReceiptContract)
  async ask(@Call() call: CallOf<typeof contracts.askTransferReceiptContract>) {
    const { id } = await this.#writes.once(call, tx => this.#receipts.record(tx, call.actor, call.params.entitlementId));
    return this.#receipts.afterRecord(call.actor, id);
  }

  @Endpoint(contracts.downloadTransferReceiptContract)
  async download(@Call() call: CallOf<typeof contracts.downloadTransferReceiptContract>) {
    return sendFile(call.reply, await this.#receipts.bytes(call.actor, call.params.entitlementId));
  }
}
