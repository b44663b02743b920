/**
 * Messages a second: the product's worker, one process, claiming promises, writing down every try before it is made and every answer after it;
 * beside the same requests sent bare with undici. Both to the simulator on loopback, in turns. Then the worker is killed ten times while it
 * works: nobody may be told twice by WeChat, and everybody must be told, by a text message or by a call when the answer was lost.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'undici';
import { median, printFigures } from '../../tools/bench/figures.mjs';
import { build } from '../../tools/build.mjs';
import { messagingCounty } from './messaging-county.mjs';

const RUNS = 3;
const MESSAGES = 8_000;
const KILLS = 10;
/** A worker that dies takes up to two batches with it, which then go another way: enough that there is work for all ten. */
const KILLED_MESSAGES = 20_000;
/** Longer than a batch's first answer takes, shorter than all of them do. */
const WITHIN_BATCH_MS = 60;
/** Requests under way at once, on either side. */
const SIDE_BY_SIDE = 32;

export async function measure() {
  await build({ only: ['shared', 'prisma-client', 'server', 'bundle', 'simulator'] });
  const county = await messagingCounty();
  try {
    const worker = await county.startWorker();
    await county.atRest();
    const runs = [];
    for (let run = 0; run <= RUNS; run++) {
      const product = await timed(async () => {
        await county.promise(`run-${run}`, MESSAGES);
        await county.kept();
      });
      const bare = await timed(() => sendBare(county, MESSAGES));
      if (run > 0) runs.push({ product: MESSAGES / product, bare: MESSAGES / bare }); // the first warms up
    }
    await worker.stop();
    const killed = await killedAgainAndAgain(county);
    print(runs, killed);
  } finally {
    await county.stop();
  }
}

async function timed(work) {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

/** What a worker does at the least: the same requests, as fast as they are answered. */
async function sendBare(county, count) {
  const pool = new Pool(county.simulatorUrl, { connections: SIDE_BY_SIDE });
  const path = `/cgi-bin/message/subscribe/send?access_token=${encodeURIComponent(await county.accessToken())}`;
  let next = 0;
  const lane = async () => {
    for (let n = next++; n < count; n = next++) {
      const body = JSON.stringify(county.bareMessage(n));
      const answer = await pool.request({ method: 'POST', path, headers: { 'content-type': 'application/json' }, body });
      const { errcode } = await answer.body.json();
      if (errcode !== 0) throw new Error(`the simulator answered ${errcode}`);
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, lane));
  await pool.close();
}

async function killedAgainAndAgain(county) {
  await county.promise('killed', KILLED_MESSAGES);
  let midway = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    const started = new Date();
    const worker = await county.startWorker();
    // Its tries are written down and its requests under way: from here on every moment is the wrong one to die.
    await county.sending(started);
    await sleep(Math.random() * WITHIN_BATCH_MS);
    await worker.kill();
    if (await county.isSending(started)) midway++;
  }
  const last = await county.startWorker();
  await county.kept();
  await county.atRest();
  await last.stop();
  return { midway, ...(await county.whoWasTold('killed')) };
}

function print(runs, { midway, told, twice, otherwise, forgotten }) {
  console.table(
    runs.map(({ product, bare }, n) => ({
      run: n + 1,
      'product messages/s': Math.round(product),
      'bare messages/s': Math.round(bare),
      ratio: (product / bare).toFixed(2),
    })),
  );
  console.log(
    `Killed ${KILLS} times, ${midway} of them between a request and its answer: of ${KILLED_MESSAGES} messages ${told} came by WeChat, ` +
      `${twice} of them twice; ${otherwise} by another way; ${forgotten} not at all.`,
  );
  printFigures('dispatch', {
    ratio: [median(runs.map(({ product, bare }) => product / bare)), 'x'],
    messages_per_s: [median(runs.map(run => run.product)), '1/s'],
    bare_messages_per_s: [median(runs.map(run => run.bare)), '1/s'],
    kills_midway: [midway, ''],
    duplicates: [twice, 'messages'],
    forgotten: [forgotten, 'messages'],
    lost_answers: [otherwise, 'messages'],
  });
}
