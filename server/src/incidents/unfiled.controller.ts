import {
  joinUnfiledIncidentContract,
  reportUnfiledIncidentContract,
  settleUnfiledIncidentContract,
} from '@guanhu/shared/incidents/unfiled.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { Writes } from '../platform/http/writes.ts';
import { JoinUnfiled } from './join-unfiled.ts';
import { ReportUnfiled } from './report-unfiled.ts';
import { SettleUnfiled } from './settle-unfiled.ts';

/** Incidents with somebody who has no file. */
@Controller()
export class UnfiledController {
  readonly #writes: Writes;
  readonly #report: ReportUnfiled;
  readonly #settle: SettleUnfiled;
  readonly #join: JoinUnfiled;

  constructor(writes: Writes, report: ReportUnfiled, settle: SettleUnfiled, join: JoinUnfiled) {
    this.#writes = writes;
    this.#report = report;
    this.#settle = settle;
    this.#join = join;
  }

  @Endpoint(reportUnfiledIncidentContract)
  report(@Call() call: CallOf<typeof reportUnfiledIncidentContract>) {
    return this.#writes.once(call, tx => this.#report.run(tx, call.actor, call.params.areaId, call.body));
  }

  @Endpoint(joinUnfiledIncidentContract)
  join(@Call() call: CallOf<typeof joinUnfiledIncidentContract>) {
    return this.#writes.once(call, tx => this.#join.run(tx, call.actor, call.params.incidentId, call.body.sameAs));
  }

  @Endpoint(settleUnfiledIncidentContract)
  settle(@Call() call: CallOf<typeof settleUnfiledIncidentContract>) {
    return this.#writes.once(call, tx => this.#settle.run(tx, call.actor, call.params.incidentId, call.body.outcome));
  }
}
