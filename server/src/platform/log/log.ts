import { pino, type DestinationStream, type Logger } from 'pino';

export type Log = Logger;

/**
 * Structured logs for operators. What may hold personal data never enters: no body, no query, no header, no error message of the
 * database (PostgreSQL quotes values in its details), only codes, ids of requests and durations.
 */
export const createLog = (name: string, level: string, to: DestinationStream = pino.destination(1)): Log =>
  pino({ name, level, base: { pid: process.pid }, serializers: { err: describeError } }, to);

/**
 * Standard output, written to once a second, when some lines have gathered, and at the end of the process: a line for every request, each
 * written by itself, would cost a tenth of the server's time. SIGKILL takes the last second with it.
 */
export const gatheredOutput = (): DestinationStream => pino.destination({ dest: 1, sync: false, minLength: 4096, periodicFlush: 1000 });

/** What has been made fit for a log already: a log makes it so once more. */
const described = new WeakSet<object>();

/** An error as a log may show it: its kind and code and where it was thrown. */
export function describeError(error: unknown): object {
  if (!(error instanceof Error)) return described.has(error as object) ? (error as object) : { type: typeof error };
  const { code } = error as { code?: unknown };
  const frames = (error.stack ?? '').split('\n').filter(line => line.trimStart().startsWith('at '));
  const shown = { type: error.name, ...(typeof code === 'string' ? { code } : {}), at: frames.slice(0, 6).map(line => line.trim()) };
  described.add(shown);
  return shown;
}
