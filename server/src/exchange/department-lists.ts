import type { DepartmentList } from '@guanhu/shared/exchange/department-list.rules';
import type { Department } from '@guanhu/shared/exchange/exchange.terms';
import type { WorkbookFault } from '@guanhu/shared/intake/intake.refusals';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { Refusal } from '@guanhu/shared/kernel/decision';
import { Inject, Injectable } from '@nestjs/common';
import { EXCHANGE_THREAD } from '../platform/ports.ts';
import { ThreadExceeded } from '../platform/threads/run-thread.ts';
import { ThreadQueue, type ThreadProgram } from '../platform/threads/thread-queue.ts';

/** Lists that wait for their turn; whoever comes after them is asked to come again. */
const MOST_WAITING = 8;

export type ListTask = { readonly file: Uint8Array; readonly department: Department; readonly today: CalendarDate };
export type ListOutcome = { readonly ok: true; readonly list: DepartmentList } | { readonly ok: false; readonly fault: WorkbookFault };

/** Reading uploaded lists, which takes seconds: in a thread beside the server, one at a time. */
@Injectable()
export class DepartmentLists {
  readonly #queue: ThreadQueue;

  constructor(@Inject(EXCHANGE_THREAD) thread: ThreadProgram) {
    this.#queue = new ThreadQueue(thread, MOST_WAITING);
  }

  /** @throws Refusal saying what kind of file it is instead, EXCHANGE_LIST_NOT_FOUND, FILE_TOO_COMPLEX or SERVER_BUSY */
  async read(task: ListTask): Promise<DepartmentList> {
    const outcome = JSON.parse(await this.#inTurn(task)) as ListOutcome;
    if (!outcome.ok) throw new Refusal(outcome.fault);
    if (outcome.list.rows.length === 0) throw new Refusal('EXCHANGE_LIST_NOT_FOUND');
    return outcome.list;
  }

  async #inTurn(task: ListTask): Promise<string> {
    try {
      return await this.#queue.run(task);
    } catch (error) {
      if (error instanceof ThreadExceeded) throw new Refusal('FILE_TOO_COMPLEX');
      throw error;
    }
  }
}
