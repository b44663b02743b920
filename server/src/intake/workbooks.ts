import type { Answers, ImportFacts, ImportPlan, ImportRow, KeyOf, ReadList } from '@guanhu/shared/intake/import.terms';
import type { WorkbookFault } from '@guanhu/shared/intake/intake.refusals';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { Refusal } from '@guanhu/shared/kernel/decision';
import { Inject, Injectable } from '@nestjs/common';
import { WORKBOOK_THREAD } from '../platform/ports.ts';
import { ThreadExceeded } from '../platform/threads/run-thread.ts';
import { ThreadQueue, type ThreadProgram } from '../platform/threads/thread-queue.ts';

/** Imports that wait for their turn; whoever comes after them is asked to come again. */
const MOST_WAITING = 8;

export type ReadTask = { readonly kind: 'read'; readonly files: readonly Uint8Array[]; readonly today: CalendarDate };
export type PlanTask = {
  readonly kind: 'plan';
  /** `ImportRow[]` as JSON: copying the objects into the thread would cost more than reading them there. */
  readonly rows: string;
  readonly facts: ImportFacts;
  readonly answers: Answers;
  /** The keys of every number of the rows. */
  readonly identityKeys: ReadonlyMap<string, string>;
  readonly mobileKeys: ReadonlyMap<string, string>;
};
export type ReadOutcome = { readonly ok: true; readonly list: ReadList } | { readonly ok: false; readonly fault: WorkbookFault };

/** The computing of imports, which takes seconds: in a thread beside the server, one at a time. */
@Injectable()
export class Workbooks {
  readonly #queue: ThreadQueue;

  constructor(@Inject(WORKBOOK_THREAD) thread: ThreadProgram) {
    this.#queue = new ThreadQueue(thread, MOST_WAITING);
  }

  /**
   * What the uploads say.
   * @param files as they came, of any kind
   * @throws Refusal saying what kind of file it is instead, FILE_TOO_COMPLEX, or SERVER_BUSY
   */
  async read(files: readonly Uint8Array[], today: CalendarDate): Promise<ReadList> {
    const task: ReadTask = { kind: 'read', files, today };
    const outcome = JSON.parse(await this.#inTurn(task, 'FILE_TOO_COMPLEX')) as ReadOutcome;
    if (!outcome.ok) throw new Refusal(outcome.fault);
    return outcome.list;
  }

  /** `planImport`. @throws Refusal SERVER_BUSY */
  async plan(rows: readonly ImportRow[], facts: ImportFacts, answers: Answers, keyOf: KeyOf): Promise<ImportPlan> {
    const details = rows.filter(row => row.part === 'details');
    const keys = (numbers: readonly (string | null)[], keyFor: (number: string) => string) =>
      new Map(numbers.flatMap(number => (number === null ? [] : [[number, keyFor(number)]])));
    const task: PlanTask = {
      kind: 'plan',
      rows: JSON.stringify(rows),
      facts,
      answers,
      identityKeys: keys(
        details.map(row => row.identityNumber.value),
        keyOf.identity,
      ),
      mobileKeys: keys(
        details.flatMap(row => [row.mobile.value, row.guardianMobile.value]),
        keyOf.mobile,
      ),
    };
    return JSON.parse(await this.#inTurn(task, 'SERVER_BUSY')) as ImportPlan;
  }

  async #inTurn(task: ReadTask | PlanTask, whenExceeded: 'FILE_TOO_COMPLEX' | 'SERVER_BUSY'): Promise<string> {
    try {
      return await this.#queue.run(task);
    } catch (error) {
      if (error instanceof ThreadExceeded) throw new Refusal(whenExceeded);
      throw error;
    }
  }
}
