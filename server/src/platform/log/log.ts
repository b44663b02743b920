import { pino, type DestinationStream, type Logger, type LoggerOptions } from 'pino';

export type Log = Logger;

/**
 * Structured logs for operators. What may hold personal data never enters: no body, no query, no header, no error message of the
 * database (PostgreSQL quotes values in its details), only codes, ids of requests and durations.
 */
export const createLog = (name: string, level: string, to: DestinationStream = pino.destination(1)): Log =>
  pino({ name, level, base: { pid: process.pid }, serializers: { err: describeError }, hooks: { logMethod: nameWithWordsOnly } }, to);

/** Pino fills in words that are missing from the error: those may be a person's, so such a line has none. */
const nameWithWordsOnly: NonNullable<NonNullable<LoggerOptions['hooks']>['logMethod']> = function (args, method) {
  const [what, words] = args;
  method.apply(this, typeof what === 'object' && words === undefined ? [what, ''] : args);
};

/**
 * Standard output, written to once a second, when some lines have gathered, and at the end of the process: a line for every request, each
 * written by itself, would cost a tenth of the server's time. SIGKILL takes the last second with it.
 */
export const gatheredOutput = (): DestinationStream => pino.destination({ dest: 1, sync: false, minLength: 4096, periodicFlush: 1000 });

/** An error as a log may show it: its kind and code and where it was thrown. */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code } = error as { code?: unknown };
  const frames = (error.stack ?? '')
    .replace(error.message, '')
    .split('\n')
    .filter(line => line.trimStart().startsWith('at '));
  return { type: error.name, ...(typeof code === 'string' ? { code } : {}), at: frames.slice(0, 6).map(line => line.trim()) };
}
