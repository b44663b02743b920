import { describeError, type Log } from './platform/log/log.ts';

/** Longer than any request or batch in hand. */
const PATIENCE_MS = 15_000;

/** Ends the process in good order on SIGINT, SIGTERM or when the process that started it is gone. */
export function stopOnSignal(stop: () => Promise<void>, log: Log): void {
  let stopping = false;
  const end = () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), PATIENCE_MS).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: describeError(error) }, 'stopping failed');
        process.exit(1);
      },
    );
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  process.once('disconnect', end);
}
