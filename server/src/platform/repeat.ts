import { setTimeout as sleep } from 'node:timers/promises';

/** Does `work` again and again, `pauseMs` after it ended. @returns how to stop; resolves when the work in hand is finished. */
export function repeat(pauseMs: number, work: () => Promise<void>): () => Promise<void> {
  const stop = new AbortController();
  const loop = (async () => {
    while (!stop.signal.aborted) {
      await work();
      await sleep(pauseMs, undefined, { signal: stop.signal, ref: false }).catch(() => undefined);
    }
  })();
  return () => {
    stop.abort();
    return loop;
  };
}
