/**
 * Builds what `npm start` and the tests run: `node tools/build.mjs [--weapp]`.
 *
 * A step runs only when its inputs differ from those of its last success (a hash of their contents, kept in `.data/build/`), so a second
 * start costs a fraction of a second. Two steps run at a time, as many as the smallest machine has cores.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashOf } from './build/hash.mjs';
import { STEPS } from './build/steps.mjs';
import { endAll, run, seconds, tail } from './run.mjs';
import { schedule } from './schedule.mjs';

const root = join(import.meta.dirname, '..');
const stamps = join(root, '.data/build');
const AT_A_TIME = 2;

/**
 * @param {{ weapp?: boolean, only?: string[], say?: (line: string) => void }} options `weapp`: compile the mini-program for WeChat too;
 *   `only`: the names of the steps to look at
 * @throws {Error} with the last lines of the step that failed
 */
export async function build({ weapp = false, only, say = console.log } = {}) {
  mkdirSync(stamps, { recursive: true });
  const wanted = STEPS.filter(({ name }) => (only ? only.includes(name) : weapp || name !== 'weapp')).map(step => ({
    ...step,
    hash: hashOf(root, step),
  }));
  const stale = wanted.filter(step => !existsSync(join(root, step.output)) || readStamp(step) !== step.hash);
  await schedule(stale, AT_A_TIME, step => perform(step, say));
}

async function perform({ name, commands, cwd = '.', output, hash }, say) {
  const started = performance.now();
  const log = join(stamps, `${name}.log`);
  rmSync(stampOf(name), { force: true });
  for (const command of commands) {
    const code = await run(command, { log, cwd: join(root, cwd) });
    if (code !== 0) throw new Error(`Building "${name}" failed (${code}). The end of ${log}:\n${tail(log)}`);
  }
  if (!existsSync(join(root, output))) throw new Error(`Building "${name}" succeeded but made no ${output}. See ${log}`);
  writeFileSync(stampOf(name), hash);
  say(`built ${name} (${seconds(started)})`);
}

const stampOf = name => join(stamps, `${name}.hash`);
const readStamp = ({ name }) => (existsSync(stampOf(name)) ? readFileSync(stampOf(name), 'utf8') : undefined);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => (endAll(), process.exit(130)));
  const started = performance.now();
  try {
    await build({ weapp: process.argv.includes('--weapp') });
    console.log(`everything is built (${seconds(started)})`);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
