/**
 * 3,000 payments, from their release to the payees' wallets at the simulator, by three worker processes, bills made for all at once:
 * - capped: at the rate that we keep (95 creations a second), nothing going wrong;
 * - faults: the same while every tenth call is lost and workers are killed twenty times;
 * - lifted: without a rate, beside the same signed requests sent bare;
 * - control: a worker that takes a new number for each try must be seen to pay too much, or the others prove nothing.
 *
 * `npm run bench -- payout`, or one of the four alone.
 */
import { createSign, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'undici';
import { printFigures } from '../../tools/bench/figures.mjs';
import { build } from '../../tools/build.mjs';
import { payoutCounty } from './payout-county.mjs';

const PAYMENTS = 3_000;
const CONTROL_PAYMENTS = 600;
const LIFTED_PAYMENTS = 2_000;
const WORKERS = 3;
const KILLS = 20;
/** The cap that shares are of, of the platform's 100. */
const CAP = 95;
const PLATFORM = 100;
const NO_CAP = 1_000_000;
const SIDE_BY_SIDE = 48;
const SPOILED_BY = join(import.meta.dirname, 'new-number-each-time.mjs');

export async function measure(args) {
  await build({ only: ['shared', 'prisma-client', 'server', 'bundle', 'simulator'] });
  const wanted = new Set(args.length > 0 ? args : ['capped', 'faults', 'lifted', 'control']);
  const county = await payoutCounty();
  const [figures, runs] = [{}, []];
  try {
    const server = await county.startServer();
    try {
      if (wanted.has('capped')) runs.push(await capped(county, figures));
      if (wanted.has('faults')) runs.push(await faults(county, figures));
      if (wanted.has('lifted')) await lifted(county, figures);
      if (wanted.has('control')) await control(county, figures);
    } finally {
      await server.stop();
    }
  } finally {
    await county.stop();
  }
  const sum = of => runs.reduce((total, run) => total + of(run), 0);
  if (runs.length > 0) Object.assign(figures, { double: [sum(run => run.double), 'payments'], lost: [sum(run => run.lost), 'payments'] });
  printFigures('payout', figures);
  if (runs.some(run => run.double + run.lost > 0 || !run.sumsEqual || run.mostInASecond > PLATFORM)) {
    console.error('Money went wrong, or more than the platform takes was sent.');
    process.exitCode = 1;
  }
}

async function capped(county, figures) {
  await county.agree({ creationsPerSecond: PLATFORM, callsPerSecond: undefined, confirm: true });
  const crew = await crewOf(county);
  const run = await paidOut(county, PAYMENTS);
  const megabytes = Math.max(...crew.map(({ pid }) => peakMegabytes(pid)));
  await Promise.all(crew.map(worker => worker.stop()));
  say('capped', run, `, largest worker ${Math.round(megabytes)} MB`);
  Object.assign(figures, { cap_share: [run.share, 'x'], worker_peak_mb: [megabytes, 'MB'], most_in_a_second: [run.mostInASecond, ''] });
  return run;
}

async function faults(county, figures) {
  await county.agree({ creationsPerSecond: PLATFORM, callsPerSecond: undefined, confirm: true });
  // One in ten: half of them before the platform has acted, half after.
  for (const [at, kind, every] of [
    ['create', 'reset-connection', 20],
    ['create', 'error-before-commit', 19],
    ['query', 'reset-before-commit', 10],
  ])
    await county.call('POST', '/faults', { at, kind, every, times: null });
  const crew = await crewOf(county);
  let going = true;
  const starting = [];
  // Spread over the time that the cap allows at best; who takes the dead one's place is started at once.
  const killing = (async () => {
    for (let kill = 0; kill < KILLS; kill++) {
      await sleep((PAYMENTS / CAP / KILLS) * 1_000);
      while (going && crew.length === 0) await sleep(50);
      if (!going) return kill;
      await crew.splice(Math.floor(Math.random() * crew.length), 1)[0].kill();
      starting.push(county.startWorker().then(worker => crew.push(worker)));
    }
    return KILLS;
  })();
  const run = await paidOut(county, PAYMENTS);
  going = false;
  const kills = await killing;
  await Promise.all(starting);
  await Promise.all(crew.map(worker => worker.stop()));
  say('faults', run, `, ${kills} workers killed`);
  Object.assign(figures, { cap_share_faults: [run.share, 'x'] });
  return run;
}

async function lifted(county, figures) {
  const rates = [];
  for (let turn = 0; turn < 2; turn++) {
    await county.agree({ creationsPerSecond: NO_CAP, callsPerSecond: NO_CAP, confirm: false });
    const crew = await crewOf(county);
    const payments = await county.released(LIFTED_PAYMENTS);
    const product = await timed(async () => {
      await payments.promise();
      const left = await payments.booked('WAIT_USER_CONFIRM');
      if (left > 0) throw new Error(`${left} bills were not made`);
    });
    await Promise.all(crew.map(worker => worker.stop()));
    // What waits for its payee is asked about from time to time: not while the next turn is measured.
    await county.agree({ creationsPerSecond: NO_CAP, callsPerSecond: NO_CAP, confirm: true });
    await payments.booked('SUCCESS');
    await county.agree({ creationsPerSecond: NO_CAP, callsPerSecond: NO_CAP, confirm: false });
    const bare = await timed(() => sendBare(county, LIFTED_PAYMENTS));
    rates.push({
      'product bills/s': Math.round(LIFTED_PAYMENTS / product),
      'bare bills/s': Math.round(LIFTED_PAYMENTS / bare),
      ratio: bare / product,
    });
  }
  console.table(rates.map(each => ({ ...each, ratio: each.ratio.toFixed(2) })));
  const best = rates.at(-1);
  Object.assign(figures, {
    ratio: [best.ratio, 'x'],
    bills_per_s: [best['product bills/s'], '1/s'],
    bare_bills_per_s: [best['bare bills/s'], '1/s'],
  });
}

async function control(county, figures) {
  await county.agree({ creationsPerSecond: PLATFORM, callsPerSecond: undefined, confirm: true });
  await county.call('POST', '/faults', { at: 'create', kind: 'reset-connection', every: 10, times: null });
  const crew = await crewOf(county, { spoiledBy: SPOILED_BY });
  const payments = await county.released(CONTROL_PAYMENTS);
  await payments.promise();
  // It is never told how its payments end: what it has sent by then is enough.
  await sleep((CONTROL_PAYMENTS / CAP) * 1_000 + 8_000);
  await Promise.all(crew.map(worker => worker.kill()));
  const { double, overpaidFen } = await payments.counted();
  console.log(
    `control: with a new number for each try ${double} of ${CONTROL_PAYMENTS} were paid more than once, ${overpaidFen} fen too much`,
  );
  if (double === 0) throw new Error('the measurement does not notice what is paid twice');
  Object.assign(figures, { control_double: [double, 'payments'] });
}

const crewOf = (county, options) => Promise.all(Array.from({ length: WORKERS }, () => county.startWorker(options)));

async function paidOut(county, count) {
  const payments = await county.released(count);
  const before = await payments.paidSoFar();
  const seconds = await timed(async () => {
    await payments.promise();
    await payments.paid(before);
  });
  await payments.booked('SUCCESS');
  return { ...(await payments.counted()), seconds, share: count / seconds / CAP };
}

const say = (name, { seconds, share, double, lost, sumsEqual, mostInASecond }, more) => {
  console.log(
    `${name}: ${PAYMENTS} payments in ${seconds.toFixed(1)} s, ${(100 * share).toFixed(1)} % of ${CAP}/s, at most ${mostInASecond} in any second; ` +
      `${double} double, ${lost} lost, sums ${sumsEqual ? 'equal' : 'NOT EQUAL'}${more}`,
  );
};

async function timed(work) {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1_000;
}

const peakMegabytes = pid => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

/** The same creations, signed as they must be and sent as fast as they are answered. */
async function sendBare(county, count) {
  const { account } = county.merchant;
  const path = '/v3/fund-app/mch-transfer/transfer-bills';
  const pool = new Pool(account.baseUrl, { connections: SIDE_BY_SIDE });
  let next = 0;
  const lane = async () => {
    for (let n = next++; n < count; n = next++) {
      const body = JSON.stringify({
        appid: account.appid,
        out_bill_no: randomBytes(16).toString('hex'),
        transfer_scene_id: account.transferSceneId,
        openid: county.openids[n % county.openids.length],
        transfer_amount: 10_000,
        transfer_remark: '补助 2026年1月1日—3月31日',
        user_recv_perception: account.perception,
        transfer_scene_report_infos: account.reportInfos.map(({ infoType, infoContent }) => ({
          info_type: infoType,
          info_content: infoContent,
        })),
      });
      const [timestamp, nonce] = [String(Math.floor(Date.now() / 1_000)), randomBytes(16).toString('hex')];
      const signature = createSign('RSA-SHA256')
        .update(`POST\n${path}\n${timestamp}\n${nonce}\n${body}\n`)
        .sign(account.privateKeyPem, 'base64');
      const answer = await pool.request({
        method: 'POST',
        path,
        headers: {
          'content-type': 'application/json',
          accept: 'application/json',
          'user-agent': 'bare',
          'wechatpay-serial': account.publicKeyId,
          authorization: `WECHATPAY2-SHA256-RSA2048 mchid="${account.mchid}",nonce_str="${nonce}",timestamp="${timestamp}",serial_no="${account.serialNo}",signature="${signature}"`,
        },
        body,
      });
      const said = await answer.body.json();
      if (answer.statusCode !== 200) throw new Error(`the simulator answered ${answer.statusCode} ${said.code}`);
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, lane));
  await pool.close();
}
