import { listTodaysTasksContract, readMyMonthContract, reportCallContract } from '@guanhu/shared/agenda/agenda.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { Writes } from '../platform/http/writes.ts';
import { ListTodaysTasks } from './list-todays-tasks.ts';
import { ReadMyMonth } from './read-my-month.ts';
import { ReportCall } from './report-call.ts';

@Controller()
export class AgendaController {
  readonly #writes: Writes;
  readonly #today: ListTodaysTasks;
  readonly #call: ReportCall;
  readonly #month: ReadMyMonth;

  constructor(writes: Writes, today: ListTodaysTasks, call: ReportCall, month: ReadMyMonth) {
    this.#writes = writes;
    this.#today = today;
    this.#call = call;
    this.#month = month;
  }

  @Endpoint(listTodaysTasksContract)
  today(@Call() call: CallOf<typeof listTodaysTasksContract>) {
    return this.#today.run(call.actor, call.query);
  }

  @Endpoint(readMyMonthContract)
  myMonth(@Call() call: CallOf<typeof readMyMonthContract>) {
    return this.#month.run(call.actor);
  }

  @Endpoint(reportCallContract)
  reportCall(@Call() call: CallOf<typeof reportCallContract>) {
    return this.#writes.once(call, tx => this.#call.run(tx, call.actor, call.params.taskId, call.body));
  }
}
