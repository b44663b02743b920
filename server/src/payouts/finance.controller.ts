import * as contracts from '@guanhu/shared/payouts/finance.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { Writes } from '../platform/http/writes.ts';
import { Finance } from './finance.ts';
import { PlanBudgetLine } from './plan-budget-line.ts';
import { PublicNotices } from './public-notices.ts';
import { ReportBatch } from './report-batch.ts';

@Controller()
export class FinanceController {
  readonly #writes: Writes;
  readonly #finance: Finance;
  readonly #lines: PlanBudgetLine;
  readonly #notices: PublicNotices;
  readonly #report: ReportBatch;

  constructor(writes: Writes, finance: Finance, lines: PlanBudgetLine, notices: PublicNotices, report: ReportBatch) {
    this.#writes = writes;
    this.#finance = finance;
    this.#lines = lines;
    this.#notices = notices;
    this.#report = report;
  }

  @Endpoint(contracts.readOutlookContract)
  outlook(@Call() call: CallOf<typeof contracts.readOutlookContract>) {
    return this.#finance.outlook(call.actor);
  }

  @Endpoint(contracts.readPublicNoticeContract)
  notice(@Call() call: CallOf<typeof contracts.readPublicNoticeContract>) {
    return this.#notices.read(call.actor, call.params.batchId);
  }

  @Endpoint(contracts.publishNoticeContract)
  publish(@Call() call: CallOf<typeof contracts.publishNoticeContract>) {
    return this.#writes.once(call, tx => this.#notices.publish(tx, call.actor, call.params.batchId));
  }

  @Endpoint(contracts.openBudgetLineContract)
  openLine(@Call() call: CallOf<typeof contracts.openBudgetLineContract>) {
    return this.#writes.once(call, tx => this.#lines.open(tx, call.actor, call.body));
  }

  @Endpoint(contracts.planBudgetLineContract)
  planLine(@Call() call: CallOf<typeof contracts.planBudgetLineContract>) {
    return this.#writes.once(call, tx => this.#lines.plan(tx, call.actor, call.params.lineId, call.body));
  }

  @Endpoint(contracts.downloadBatchReportContract)
  report(@Call() call: CallOf<typeof contracts.downloadBatchReportContract>) {
    return this.#writes.once(call, tx => this.#report.run(tx, call.actor, call.params.batchId, call.body));
  }
}
