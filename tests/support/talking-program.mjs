/** A process that logs and stops as the server and the worker do, and has more to say than a pipe holds. Says `ready` when it has said it. */
import { createLog, gatheredOutput } from '../../server/dist/platform/log/log.js';
import { stopOnSignal } from '../../server/dist/stop-on-signal.js';

const LINES = 20_000;
const log = createLog('talking', 'info', gatheredOutput());
for (let line = 1; line <= LINES; line += 1) log.info({ line, words: 'x'.repeat(100) }, 'talking');
const open = setInterval(() => undefined, 60_000);
stopOnSignal(async () => {
  clearInterval(open);
  log.info('the last line');
}, log);
process.send?.('ready');
