/**
 * "My tasks today" in one county while fifteen others plan their night on one connection, beside the same with nobody planning: does a
 * neighbour's night disturb a grid worker's morning?
 */
import autocannon from 'autocannon';
import { median, printFigures } from '../../tools/bench/figures.mjs';
import { measuredServers } from './measured-servers.mjs';
import { build } from '../../tools/build.mjs';
import { startPlanner } from './start-planner.mjs';
import { todayRequests } from './today-requests.mjs';

const RUNS = 3;
const NEIGHBOURS = 15;
const SIZE = { patients: 20_000, visitsEach: 1, planned: true, neighbours: NEIGHBOURS };
const SECONDS = 10;
/** An ordinary morning, far from what the server could serve: a saturated one would measure the queue. */
const PER_SECOND = 200;
const PHONES = 16;

export async function measure() {
  await build({ only: ['shared', 'prisma-client', 'server', 'bundle', 'simulator'] });
  const runs = [];
  for (let run = 0; run < RUNS; run++) runs.push(await once());
  console.table(
    runs.map(({ alone, beside, planned }, n) => ({
      run: n + 1,
      'p99 alone ms': alone.p99,
      'p99 beside ms': beside.p99,
      ratio: (beside.p99 / alone.p99).toFixed(2),
      'p50 alone ms': alone.p50,
      'p50 beside ms': beside.p50,
      'counties planned meanwhile': planned,
    })),
  );
  const middle = of => median(runs.map(of));
  printFigures('neighbour', {
    ratio: [middle(({ alone, beside }) => beside.p99 / alone.p99), 'x'],
    p99_alone_ms: [middle(({ alone }) => alone.p99), 'ms'],
    p99_beside_ms: [middle(({ beside }) => beside.p99), 'ms'],
  });
}

async function once() {
  const { sides, counties, stop } = await measuredServers({ product: { size: SIZE } });
  try {
    const { url, county, clone } = sides.product;
    const requests = todayRequests(county);
    await ask(url, requests, 3);
    const alone = await ask(url, requests, SECONDS);
    const planner = await startPlanner({
      clone,
      masterKeyFile: counties.masterKeyFile,
      counties: Array.from({ length: NEIGHBOURS }, (_, n) => n + 2),
    });
    await planner.begun;
    let finished = false;
    void planner.done.then(() => (finished = true));
    const beside = await ask(url, requests, SECONDS);
    if (finished) throw new Error('the neighbours had planned before the measurement was over: make them larger');
    const planned = (await planner.kill()).length;
    return { alone, beside, planned };
  } finally {
    await stop();
  }
}

async function ask(url, requests, duration) {
  const { latency, non2xx, errors } = await autocannon({
    url,
    connections: PHONES,
    duration,
    overallRate: PER_SECOND,
    requests: requests.slice(0, 5_000),
  });
  if (non2xx + errors > 0) throw new Error(`${non2xx} requests were answered otherwise than with 200, ${errors} not at all`);
  return latency;
}
