import { listTodaysTasksContract, reportCallContract } from '@guanhu/shared/agenda/agenda.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { Writes } from '../platform/http/writes.ts';
import { ListTodaysTasks } from './list-todays-tasks.ts';
import { ReportCall } from './report-call.ts';

@Controller()
export class AgendaController {
  readonly #writes: Writes;
  readonly #today: ListTodaysTasks;
  readonly #call: ReportCall;

  constructor(writes: Writes, today: ListTodaysTasks, call: ReportCall) {
    this.#writes = writes;
    this.#today = today;
    this.#call = call;
  }

  @Endpoint(listTodaysTasksContract)
  today(@Call() call: CallOf<typeof listTodaysTasksContract>) {
    return this.#today.run(call.actor, call.query);
  }

  @Endpoint(reportCallContract)
  reportCall(@Call() call: CallOf<typeof reportCallContract>) {
    return this.#writes.once(call, tx => this.#call.run(tx, call.actor, call.params.taskId, call.body));
  }
}
