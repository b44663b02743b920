/**
 * `npm run bench -- <name>`: measurements. Each prints a table for people and then one line per figure:
 * `figure <name>.<what> <number> <unit>`.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '..');

/** name → the module that measures; it exports `measure(args)`. */
const BENCHES = {
  start: 'tools/bench/start.mjs',
  bundle: 'tools/bench/bundle.mjs',
  open: 'tests/load/open.mjs',
  today100k: 'tests/load/today100k.mjs',
  today1m: 'tests/load/today1m.mjs',
  confirm: 'tests/load/confirm.mjs',
  plan: 'tests/load/plan.mjs',
  neighbour: 'tests/load/neighbour.mjs',
  xlsx: 'tests/load/xlsx.mjs',
  outbox: 'tests/load/outbox.mjs',
  dispatch: 'tests/load/dispatch.mjs',
  alert: 'tests/load/alert.mjs',
  payout: 'tests/load/payout.mjs',
  ledger: 'tests/load/ledger.mjs',
  sync: 'tests/load/sync.mjs',
  indicators: 'tests/load/indicators.mjs',
  exchange: 'tests/load/exchange.mjs',
};

const [name, ...args] = process.argv.slice(2);
const file = Object.hasOwn(BENCHES, name ?? '') ? join(root, BENCHES[name]) : undefined;
if (!file || !existsSync(file)) {
  console.error(`Which measurement? npm run bench -- ${Object.keys(BENCHES).join(' | ')}`);
  process.exit(2);
}
const { measure } = await import(pathToFileURL(file).href);
await measure(args);
