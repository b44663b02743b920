/**
 * The product beside a bare route, asked by the same phones, in turns: product, bare, product, bare … The machine's noise meets both, so
 * what counts is the ratio of the medians.
 */
import { deepStrictEqual } from 'node:assert/strict';
import autocannon from 'autocannon';
import { median, printFigures } from '../../tools/bench/figures.mjs';
import { build } from '../../tools/build.mjs';
import { twoServers } from './two-servers.mjs';

const ROUNDS = 3;
const SECONDS = 5;
const WARM_UP_SECONDS = 3;
/** Phones that ask at the same time, each over one kept connection, each again as soon as it has its answer. */
const PHONES = 16;

/**
 * Measures one route and prints what came out.
 * @param {{ name: string, bare: string, requests: (county: import('./large-county.mjs').County, run: number) => object[] }} bench
 *   `bare`: the module that serves the bare route; `requests`: autocannon's requests of one run, no more than once around;
 *   runs are counted from 0 over both sides, warming up included. What is read must be answered alike.
 */
export async function measureVersus({ name, bare, requests }) {
  await build({ only: ['shared', 'prisma-client', 'server', 'simulator'] });
  const { county, urls, stop } = await twoServers(bare);
  try {
    let run = 0;
    await compare(urls, requests(county, 0)[0]);
    const ask = (side, seconds) => load(urls[side], requests(county, run++), seconds);
    for (const side of ['product', 'bare']) await ask(side, WARM_UP_SECONDS);
    const results = { product: [], bare: [] };
    for (let round = 0; round < ROUNDS; round++) for (const side of ['product', 'bare']) results[side].push(await ask(side, SECONDS));
    print(name, results);
  } finally {
    await stop();
  }
}

/** A comparison of two routes that answer differently would be none. @throws */
async function compare(urls, { method, path, headers }) {
  if (method !== 'GET') return;
  const read = async side => (await fetch(urls[side] + path, { headers })).json();
  deepStrictEqual(await read('bare'), await read('product'));
}

/** @returns {Promise<{ perSecond: number, p50: number, p99: number }>} latencies in ms */
async function load(url, requests, seconds) {
  const each = Math.floor(requests.length / PHONES);
  let phone = 0;
  let started, answered;
  let count = 0;
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
  instance.on('response', (_client, status, _bytes, milliseconds) => {
    if (status !== 200) instance.stop();
    answered = performance.now();
    count++;
    latencies.push(milliseconds);
  });
  const { non2xx, errors } = await instance;
  if (non2xx + errors > 0) throw new Error(`${url} answered ${non2xx} requests otherwise than with 200, ${errors} not at all`);
  latencies.sort((a, b) => a - b);
  const at = share => latencies[Math.floor(share * (latencies.length - 1))];
  return { perSecond: (1000 * count) / (answered - started), p50: at(0.5), p99: at(0.99) };
}

function print(name, { product, bare }) {
  const row = ([side, { perSecond, p50, p99 }]) => ({
    side,
    'requests/s': Math.round(perSecond),
    'p50 ms': p50.toFixed(1),
    'p99 ms': p99.toFixed(1),
  });
  const middle = runs => Object.fromEntries(['perSecond', 'p50', 'p99'].map(what => [what, median(runs.map(run => run[what]))]));
  const [ours, theirs] = [middle(product), middle(bare)];
  const runs = product.flatMap((run, n) => [
    [`product ${n + 1}`, run],
    [`bare ${n + 1}`, bare[n]],
  ]);
  console.table([...runs, ['product, median', ours], ['bare, median', theirs]].map(row));
  printFigures(name, {
    ratio: [ours.perSecond / theirs.perSecond, 'x'],
    requests_per_s: [ours.perSecond, '1/s'],
    bare_requests_per_s: [theirs.perSecond, '1/s'],
    p50_ms: [ours.p50, 'ms'],
    p99_ms: [ours.p99, 'ms'],
    bare_p99_ms: [theirs.p99, 'ms'],
  });
}
