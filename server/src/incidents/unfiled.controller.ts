import { reportUnfiledIncidentContract, settleUnfiledIncidentContract } from '@guanhu/shared/incidents/unfiled.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { Writes } from '../platform/http/writes.ts';
import { ReportUnfiled } from './report-unfiled.ts';
import { SettleUnfiled } from './settle-unfiled.ts';

/** Incidents with somebody who has no file. */
@Controller()
export class UnfiledController {
  readonly #writes: Writes;
  readonly #report: ReportUnfiled;
  readonly #settle: SettleUnfiled;

  constructor(writes: Writes, report: ReportUnfiled, settle: SettleUnfiled) {
    this.#writes = writes;
    this.#report = report;
    this.#settle = settle;
  }

  @Endpoint(reportUnfiledIncidentContract)
  report(@Call() call: CallOf<typeof reportUnfiledIncidentContract>) {
    return this.#writes.once(call, tx => this.#report.run(tx, call.actor, call.params.areaId, call.body));
  }

  @Endpoint(settleUnfiledIncidentContract)
  settle(@Call() call: CallOf<typeof settleUnfiledIncidentContract>) {
    return this.#writes.once(call, tx => this.#settle.run(tx, call.actor, call.params.incidentId, call.body.outcome));
  }
}
