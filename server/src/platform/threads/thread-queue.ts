import { Refusal } from '@guanhu/shared/kernel/decision';
import { runThread, type ThreadLimits } from './run-thread.ts';

/** A program of ours that computes in a thread: compiled, or one that compiles it where tests run what is written; and its limits. */
export type ThreadProgram = { readonly program: URL; readonly limits: ThreadLimits };

/** Runs one program's tasks beside the server, one at a time. */
export class ThreadQueue {
  readonly #thread: ThreadProgram;
  readonly #mostWaiting: number;
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  /** @param mostWaiting whoever comes after so many is asked to come again */
  constructor(thread: ThreadProgram, mostWaiting: number) {
    this.#thread = thread;
    this.#mostWaiting = mostWaiting;
  }

  /** @returns the text that the program posts. @throws Refusal SERVER_BUSY; ThreadExceeded; whatever the program throws */
  async run(task: unknown): Promise<string> {
    if (this.#waiting >= this.#mostWaiting) throw new Refusal('SERVER_BUSY');
    this.#waiting += 1;
    const mine = this.#last.then(() => runThread(this.#thread.program, task, this.#thread.limits));
    this.#last = mine.catch(() => undefined);
    try {
      return await mine;
    } finally {
      this.#waiting -= 1;
    }
  }
}
