import { Worker } from 'node:worker_threads';

/** What a thread may use up before it is ended. */
export type ThreadLimits = { readonly milliseconds: number; readonly megabytes: number };

/** The thread would have taken longer, or held more, than it may. */
export class ThreadExceeded extends Error {
  constructor() {
    super('a thread exceeded its limits');
    this.name = 'ThreadExceeded';
  }
}

/**
 * Runs a program of ours in a thread of its own: what computes for seconds keeps nobody else waiting, and what must not be trusted with the
 * server's memory gets some of its own.
 * @param program is handed `data` as `workerData` and posts one text
 * @returns the text
 * @throws ThreadExceeded when it is over its limits, and whatever the program throws
 */
export function runThread(program: URL, data: unknown, { milliseconds, megabytes }: ThreadLimits): Promise<string> {
  const thread = new Worker(program, { workerData: data, resourceLimits: { maxOldGenerationSizeMb: megabytes } });
  return new Promise<string>((resolve, reject) => {
    const clock = setTimeout(() => {
      reject(new ThreadExceeded());
    }, milliseconds);
    thread.once('message', resolve);
    thread.once('error', error => {
      reject((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY' ? new ThreadExceeded() : error);
    });
    thread.once('exit', () => {
      clearTimeout(clock);
      reject(new Error('a thread ended without a word'));
    });
  }).finally(() => thread.terminate());
}
