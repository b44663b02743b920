import type { Log } from './platform/log/log.ts';

/** Longer than any request or batch in hand. */
const PATIENCE_MS = 15_000;
/** How long the last lines of the log may wait for somebody who reads them. */
const LAST_LINES_MS = 1_000;

/** Ends the process in good order on SIGINT, SIGTERM or when the process that started it is gone. */
export function stopOnSignal(stop: () => Promise<void>, log: Log): void {
  let stopping = false;
  const end = () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => leave(1, log), PATIENCE_MS).unref();
    stop().then(
      () => leave(0, log),
      (error: unknown) => {
        log.error({ err: error }, 'stopping failed');
        leave(1, log);
      },
    );
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  process.once('disconnect', end);
}

/**
 * Exits once the last lines are written. Standard output may be a full pipe whose reader sleeps: a process that exits waits for such a write
 * without end, so then it is killed, by itself.
 */
function leave(code: number, log: Log): void {
  const killed = setTimeout(() => process.kill(process.pid, 'SIGKILL'), LAST_LINES_MS);
  log.flush(() => {
    clearTimeout(killed);
    process.exit(code);
  });
}
