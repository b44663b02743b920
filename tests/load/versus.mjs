/**
 * The product beside a bare route, asked by the same phones, in turns of two seconds: product, bare, product, bare … The machine's noise
 * meets both, so what counts is the ratio within a run; of three runs the median.
 */
import { deepStrictEqual } from 'node:assert/strict';
import autocannon from 'autocannon';
import { median, printFigures } from '../../tools/bench/figures.mjs';
import { build } from '../../tools/build.mjs';
import { measuredServers } from './measured-servers.mjs';

const RUNS = 3;
/** Turns of each side in a run. */
const TURNS = 4;
const TURN_SECONDS = 2;
/** Enough for V8 to compile what is hot, and for PostgreSQL to have its plans on every connection. */
const WARM_UP = { requests: 4_000, seconds: 15 };
/** Phones that ask at the same time, each over one kept connection, each again as soon as it has its answer. */
const PHONES = 16;

/**
 * Measures one route and prints what came out: the product's ratio to the bare route, and, with a `smaller` county, how its median grows
 * from there.
 * @param {{ name: string, bare: string, size: Size, smaller?: Size, requests: (county: import('./large-county.mjs').County) => object[] }} bench
 *   `bare`: the module that serves the bare route; `requests`: autocannon's requests, in the order in which they are made, each once;
 *   what is read must be answered alike
 * @typedef {import('./kept-counties.mjs').Size} Size
 */
export async function measureVersus({ name, bare, size, smaller, requests }) {
  await build({ only: ['shared', 'prisma-client', 'server', 'bundle', 'simulator'] });
  const { sides, stop } = await measuredServers({
    product: { size },
    bare: { size, bare },
    ...(smaller && { smaller: { size: smaller } }),
  });
  try {
    const names = Object.keys(sides);
    const queue = share(names, name => requests(sides[name].county));
    await compare(sides, queue.product[0]);
    for (const side of names) await turn(sides[side].url, queue[side].splice(0, WARM_UP.requests), WARM_UP.seconds);
    const runs = [];
    const each = Object.fromEntries(names.map(side => [side, Math.floor(queue[side].length / (RUNS * TURNS))]));
    for (let run = 0; run < RUNS; run++) {
      const turns = Object.fromEntries(names.map(side => [side, []]));
      for (let n = 0; n < TURNS; n++)
        for (const side of names) turns[side].push(await turn(sides[side].url, queue[side].splice(0, each[side]), TURN_SECONDS));
      runs.push(Object.fromEntries(names.map(side => [side, together(turns[side])])));
    }
    print(name, runs);
  } finally {
    await stop();
  }
}

/** The requests of every side. Product and bare work on one database: no request is made twice, so each takes every second one. */
function share(names, requestsOf) {
  const both = requestsOf('product');
  const queue = { product: both.filter((_, n) => n % 2 === 0), bare: both.filter((_, n) => n % 2 === 1) };
  if (names.includes('smaller')) queue.smaller = requestsOf('smaller');
  return queue;
}

/** A comparison of two routes that answer differently would be none. @throws */
async function compare(sides, { method, path, headers }) {
  if (method !== 'GET') return;
  const read = async side => (await fetch(sides[side].url + path, { headers })).json();
  deepStrictEqual(await read('bare'), await read('product'));
}

/** One side's turn: every phone asks again as soon as it has its answer, until the time is over or the requests are used up. */
async function turn(url, requests, seconds) {
  const each = Math.floor(requests.length / PHONES);
  let phone = 0;
  let started, answered;
  const latencies = [];
  const instance = autocannon({
    url,
    connections: PHONES,
    duration: seconds,
    maxConnectionRequests: each,
    setupClient: client => {
      client.setRequests(requests.slice(phone * each, ++phone * each));
    },
  });
  instance.on('start', () => (started = performance.now()));
  instance.on('response', (_client, _status, _bytes, milliseconds) => {
    answered = performance.now();
    latencies.push(milliseconds);
  });
  const { non2xx, errors } = await instance;
  if (non2xx + errors > 0) throw new Error(`${url} answered ${non2xx} requests otherwise than with 200, ${errors} not at all`);
  return { latencies, milliseconds: answered - started };
}

/** The turns of one side in a run. */
function together(turns) {
  const latencies = turns.flatMap(each => each.latencies).sort((a, b) => a - b);
  const at = share => latencies[Math.floor(share * (latencies.length - 1))];
  const seconds = turns.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / 1000;
  return { perSecond: latencies.length / seconds, p50: at(0.5), p99: at(0.99) };
}

function print(name, runs) {
  console.table(
    runs.flatMap((run, n) =>
      Object.entries(run).map(([side, { perSecond, p50, p99 }]) => ({
        run: n + 1,
        side,
        'requests/s': Math.round(perSecond),
        'p50 ms': p50.toFixed(1),
        'p99 ms': p99.toFixed(1),
        ratio: side === 'product' ? (perSecond / run.bare.perSecond).toFixed(2) : '',
      })),
    ),
  );
  const middle = of => median(runs.map(of));
  printFigures(name, {
    ratio: [middle(({ product, bare }) => product.perSecond / bare.perSecond), 'x'],
    ...(runs[0].smaller && { growth: [middle(({ product, smaller }) => product.p50 / smaller.p50), 'x'] }),
    requests_per_s: [middle(({ product }) => product.perSecond), '1/s'],
    bare_requests_per_s: [middle(({ bare }) => bare.perSecond), '1/s'],
    p50_ms: [middle(({ product }) => product.p50), 'ms'],
    p99_ms: [middle(({ product }) => product.p99), 'ms'],
    bare_p50_ms: [middle(({ bare }) => bare.p50), 'ms'],
    bare_p99_ms: [middle(({ bare }) => bare.p99), 'ms'],
  });
}
