/**
 * `npm test`: the whole gate, the same on a desk and in CI. `npm test -- lint unit` runs the named steps only.
 *
 * Needs nothing but Node: it installs the packages and, where the system allows, a Chromium. The last line is `N passed, N failed`.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium } from './chromium.mjs';
import { allSteps } from './gate/steps.mjs';
import { install } from './install.mjs';
import { endAll, run, seconds, tail } from './run.mjs';
import { schedule } from './schedule.mjs';

const root = join(import.meta.dirname, '..');
const results = join(root, '.tmp/gate');
/** Against what hangs; a machine that does much else besides is given time. */
const STEP_TIMEOUT_MS = 30 * 60_000;
const AT_A_TIME = 2;

const say = line => console.log(line);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => {
    endAll();
    process.exit(130);
  });
}

const counts = { passed: 0, failed: 0, skipped: 0 };
try {
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  await install(say);
  const steps = await chosenSteps(process.argv.slice(2));
  const chromium = await ensureChromium({ log: join(results, 'apt-get.log'), say });
  await schedule(steps, AT_A_TIME, step => perform(step, { CHROMIUM_PATH: chromium }));
} catch (error) {
  say(error.message);
  counts.failed += 1;
}
const ranNothing = counts.passed + counts.failed === 0;
say(`${counts.passed} passed, ${counts.failed} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''}`);
process.exitCode = counts.failed > 0 || ranNothing ? 1 : 0;

async function chosenSteps(names) {
  const steps = await allSteps();
  const unknown = names.filter(name => !steps.some(step => step.name === name));
  if (unknown.length > 0) throw new Error(`No such step: ${unknown.join(', ')}. There are: ${steps.map(step => step.name).join(', ')}`);
  return names.length > 0 ? steps.filter(step => names.includes(step.name)) : steps;
}

async function perform({ name, command, jest }, env) {
  const started = performance.now();
  const log = join(results, `${name}.log`);
  const report = join(results, `${name}.json`);
  const args = jest ? ['--json', `--outputFile=${report}`] : [];
  const code = await run([...command, ...args], { log, cwd: root, env, timeoutMs: STEP_TIMEOUT_MS });
  const counted = jest ? countJest(report, code) : { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  for (const key of Object.keys(counts)) counts[key] += counted[key];
  const numbers = jest ? `: ${counted.passed} passed, ${counted.failed} failed` : '';
  say(`${counted.failed === 0 ? 'ok    ' : 'FAILED'} ${name}${numbers} (${seconds(started)})`);
  if (counted.failed > 0) say(`${tail(log, 60)}\n-- the whole log: ${log}`);
}

/** A test file that does not even load, and a run that ends badly with every test green, are failures too. */
function countJest(report, code) {
  let read;
  try {
    read = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const failed = read.numFailedTests + read.numRuntimeErrorTestSuites;
  const ranNothing = read.numPassedTests + failed === 0;
  const brokenOtherwise = failed === 0 && (code !== 0 || ranNothing) ? 1 : 0;
  return { passed: read.numPassedTests, failed: failed + brokenOtherwise, skipped: read.numPendingTests + read.numTodoTests };
}
