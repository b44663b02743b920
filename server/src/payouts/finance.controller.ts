import * as contracts from '@guanhu/shared/payouts/finance.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { Writes } from '../platform/http/writes.ts';
import { Finance } from './finance.ts';

@Controller()
export class FinanceController {
  readonly #writes: Writes;
  readonly #finance: Finance;

  constructor(writes: Writes, finance: Finance) {
    this.#writes = writes;
    this.#finance = finance;
  }

  @Endpoint(contracts.readOutlookContract)
  outlook(@Call() call: CallOf<typeof contracts.readOutlookContract>) {
    return this.#finance.outlook(call.actor);
  }

  @Endpoint(contracts.readPublicNoticeContract)
  notice(@Call() call: CallOf<typeof contracts.readPublicNoticeContract>) {
    return this.#finance.notice(call.actor, call.params.batchId);
  }

  @Endpoint(contracts.downloadBatchReportContract)
  report(@Call() call: CallOf<typeof contracts.downloadBatchReportContract>) {
    return this.#writes.once(call, tx => this.#finance.report(tx, call.actor, call.params.batchId, call.body));
  }
}
