import { execFile } from 'node:child_process';
import { rename } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { dayOf } from '@guanhu/shared/kernel/calendar-date';
import { openBudgetLine } from '@guanhu/shared/payouts/finance.routes';
import {
  checkBatch,
  claimEntitlement,
  prepareBatch,
  readEntitlement,
  readFunds,
  recordAppropriation,
  releaseBatch,
} from '@guanhu/shared/payouts/payouts.routes';
import { ask, Refused } from '../support/front-door.ts';
import { House } from '../support/house.ts';
import { Township, type Due } from '../support/township.ts';

/**
 * Server and worker are killed (SIGKILL) while three people and a guardian bring money on its way: after the k-th statement that they send
 * to PostgreSQL, and while the platform holds their request. What people do is done again, with the same idempotency key, until it is
 * answered. However it went: one transfer, a ledger that agrees, nothing lost.
 *
 * Every kill costs a new process. The gate kills at a sample that covers the whole way; GUANHU_FAULT_SWEEP=full kills after every statement.
 */
const FULL = process.env['GUANHU_FAULT_SWEEP'] === 'full';
/** Statements of the server between two kills: closer together once money is on its way. */
const STRIDE = { toRelease: FULL ? 1 : 24, fromClaim: FULL ? 1 : 7 };
/** Kills of the worker in a sample. */
const WORKER_KILLS = 4;
/** No fewer than the kills, with room for the undisturbed ways and the holds. */
const PAYMENTS = FULL ? 270 : 70;
/** A busy machine is slow, not wrong. */
const PATIENCE_MS = 90_000;
const HOURS = 3_600_000;
const PAYMENT_FEN = 60_000;
const run = promisify(execFile);

let house: House;
let township: Township;
let next = 0;
const due = (): Due => {
  const one = township.dues[next];
  next += 1;
  if (!one) throw new Error('all payments are made');
  return one;
};

beforeAll(async () => {
  house = await House.open();
  await house.simulator.call('PUT', '/settings', { firstState: 'wait' });
  await house.simulator.topUp(PAYMENTS * PAYMENT_FEN);
  township = await Township.found(house, PAYMENTS);
  await house.takeOver();
}, HOURS);
afterAll(() => house.close(), PATIENCE_MS);

async function until(isSo: () => Promise<boolean>, what: string): Promise<void> {
  const giveUpAt = performance.now() + PATIENCE_MS;
  while (performance.now() < giveUpAt) {
    if (await isSo()) return;
    await sleep(50);
  }
  throw new Error(`${what}: it never came to be`);
}

type Standing = { readonly state: string; readonly batch_state: string; readonly bills: string[] };
async function standing(entitlementId: string): Promise<Standing> {
  const [row] = await house.query<Standing>(
    `SELECT entitlement.state, batch.state AS batch_state,
       ARRAY(SELECT out_bill_no FROM bill WHERE bill.county_id = 1 AND bill.entitlement_id = entitlement.id) AS bills
     FROM entitlement LEFT JOIN batch ON batch.county_id = 1 AND batch.id = entitlement.batch_id
     WHERE entitlement.county_id = 1 AND entitlement.id = $1`,
    [entitlementId],
  );
  if (!row) throw new Error('an entitlement was lost');
  return row;
}

/** Step 7 as people take it: maker, checker, payer. */
async function release({ entitlementId }: Due): Promise<void> {
  const { maker, checker, payersDesk } = township;
  const batch = await township.ask(prepareBatch, { as: maker.token, body: { title: '第一季度', entitlementIds: [entitlementId] } });
  const params = { batchId: batch.id };
  const checked = await township.ask(checkBatch, { as: checker.token, params, body: { version: batch.version } });
  const stepUpTicket = await township.stepUp('batch:release', batch.id);
  await township.ask(releaseBatch, { as: payersDesk, params, body: { version: checked.version, stepUpTicket } });
}

/** Step 8: the guardian claims, confirms and has the money. */
async function receive({ entitlementId, guardian }: Due): Promise<void> {
  const as = guardian.token;
  let { transfer } = await township.ask(claimEntitlement, { as, params: { entitlementId } });
  await until(async () => {
    transfer ??= (await township.ask(readEntitlement, { as, params: { entitlementId } })).transfer;
    return transfer !== undefined;
  }, 'to be confirmed');
  if (transfer) await house.simulator.confirm(guardian.phoneId, transfer);
  await until(async () => (await standing(entitlementId)).state === 'paid', 'paid');
}

/** What must be so however it went. */
async function expectPaidOnce({ entitlementId }: Due): Promise<void> {
  await until(async () => (await standing(entitlementId)).batch_state === 'reconciled', 'reconciled');
  const { state, bills } = await standing(entitlementId);
  expect(state).toBe('paid');
  const transfers = await house.simulator.bills(bills);
  expect(transfers).toEqual([expect.objectContaining({ state: 'SUCCESS', amount: PAYMENT_FEN })]);
  const { offices } = await township.ask(readFunds, { as: township.payersDesk });
  expect(offices[0]).toMatchObject({ agrees: true, balances: { inTransfer: 0, claimable: 0, committed: 0, failed: 0 } });
}

/** One whole way without a kill. @returns the statements that `which` sent until the release, and altogether */
async function payCounting(which: 'server' | 'worker'): Promise<{ toRelease: number; statements: number }> {
  const one = due();
  const { proxy } = house[which];
  void proxy.arm(Number.POSITIVE_INFINITY);
  await release(one);
  const toRelease = proxy.statements;
  await receive(one);
  const { statements } = proxy;
  await expectPaidOnce(one);
  return { toRelease, statements };
}

/** One whole way on which the machine is killed after its `at`-th statement. @returns how many statements it had, when it was over before */
async function payKilling(which: 'server' | 'worker', at: number): Promise<number | undefined> {
  const one = due();
  const { proxy } = house[which];
  let killed: Promise<void> | undefined;
  void proxy.arm(at).then(() => {
    // Long enough for PostgreSQL to finish the statement whose answer is held back.
    killed = sleep(15).then(() => (which === 'server' ? house.killServer() : house.killWorker()));
  });
  await release(one);
  await receive(one);
  const { statements } = proxy;
  proxy.disarm();
  await killed;
  await expectPaidOnce(one);
  return killed === undefined ? statements : undefined;
}

describe('killed after the k-th statement', () => {
  it(
    'the server: every payment arrives once',
    async () => {
      const { toRelease, statements } = await payCounting('server');
      expect(toRelease).toBeGreaterThan(30);
      expect(statements - toRelease).toBeGreaterThan(20);
      let [kills, misses, last, shortest] = [0, 0, 0, statements];
      // A way may be some statements longer or shorter, by how often a phone that waits asks: it is over when it ends twice before the kill.
      for (let at = 1; misses < 2; at += at < toRelease ? STRIDE.toRelease : STRIDE.fromClaim) {
        const whole = await payKilling('server', at);
        if (whole === undefined) [kills, misses, last] = [kills + 1, 0, at];
        else [misses, shortest] = [misses + 1, Math.min(shortest, whole)];
      }
      process.stdout.write(`killed the server ${String(kills)} times on a way of ${String(statements)} statements\n`);
      // Beyond the claim: into the callback that settles.
      expect(last).toBeGreaterThan(toRelease + 0.6 * (shortest - toRelease));
    },
    HOURS,
  );

  it(
    'the worker: every payment arrives once',
    async () => {
      const { statements } = await payCounting('worker');
      const stride = FULL ? 1 : Math.max(1, Math.floor(statements / WORKER_KILLS));
      let kills = 0;
      for (let at = 1; at <= statements; at += stride) kills += (await payKilling('worker', at)) === undefined ? 1 : 0;
      process.stdout.write(`killed the worker ${String(kills)} times on a way of ${String(statements)} statements\n`);
      expect(kills).toBeGreaterThan(0);
    },
    HOURS,
  );
});

describe('killed while the platform holds the request', () => {
  it.each(['hold-before-commit', 'hold-after-commit'])(
    'the server, %s: one transfer',
    async kind => {
      const one = due();
      await release(one);
      await house.simulator.plan(kind);
      const received = receive(one);
      await until(async () => (await house.simulator.held()) > 0, 'held');
      await house.killServer();
      await house.simulator.clear();
      await received;
      await expectPaidOnce(one);
    },
    2 * PATIENCE_MS,
  );

  it.each(['hold-before-commit', 'hold-after-commit'])(
    'the worker, %s: one transfer, though the phone has gone to sleep',
    async kind => {
      const one = due();
      await release(one);
      // The server's own call fails before it has any effect; from then on the promise is the worker's to keep.
      await house.simulator.plan('error-before-commit');
      await house.simulator.plan(kind);
      await township.ask(claimEntitlement, { as: one.guardian.token, params: { entitlementId: one.entitlementId } });
      await until(async () => (await house.simulator.held()) > 0, 'held');
      await house.killWorker();
      await house.simulator.clear();
      await receive(one);
      await expectPaidOnce(one);
    },
    2 * PATIENCE_MS,
  );
});

describe('two server processes', () => {
  it(
    'check two batches at the same moment: the money is one batch’s',
    async () => {
      const { maker, checker, payersDesk } = township;
      const urls = await house.bothUrls();
      const { offices } = await township.ask(readFunds, { as: payersDesk });
      const officeId = offices[0]?.officeId ?? '';
      for (let round = 0; round < 3; round += 1) {
        const line = { officeId, year: 2026, code: `two-${String(round)}`, name: '只够一批', plannedFen: PAYMENT_FEN };
        const { id: lineId } = await township.ask(openBudgetLine, { as: payersDesk, body: line });
        const received = { officeId, lineId, amountFen: PAYMENT_FEN, receivedOn: dayOf(new Date()), documentNumber: line.code };
        await township.ask(recordAppropriation, { as: payersDesk, body: received });
        const batches = [];
        for (let n = 0; n < 2; n += 1) {
          const body = { title: '同时复核', entitlementIds: [due().entitlementId], lineId };
          batches.push(await township.ask(prepareBatch, { as: maker.token, body }));
        }
        const answers = await Promise.allSettled(
          batches.map(({ id: batchId, version }, n) =>
            ask(urls[n % 2] ?? house.url, checkBatch, { as: checker.token, params: { batchId }, body: { version } }),
          ),
        );
        const refused = answers.flatMap(answer => (answer.status === 'rejected' ? [answer.reason as unknown] : []));
        expect(refused).toEqual([expect.objectContaining({ code: 'FUNDS_NOT_ENOUGH' })]);
        expect(refused[0]).toBeInstanceOf(Refused);
        const after = (await township.ask(readFunds, { as: payersDesk })).offices[0];
        expect(after?.agrees).toBe(true);
        expect(after?.lines.find(each => each.id === lineId)?.balances).toMatchObject({ available: 0, committed: PAYMENT_FEN });
      }
    },
    2 * PATIENCE_MS,
  );
});

describe('a backup: everything stopped, and the data directory copied', () => {
  it(
    'restored after a day on which payments went on: nobody is paid twice, nothing is lost',
    async () => {
      const [paidBefore, claimedSince, paidSince, releasedSince] = [due(), due(), due(), due()];
      const all = [paidBefore, claimedSince, paidSince, releasedSince];
      for (const one of [paidBefore, claimedSince, paidSince]) await release(one);
      await receive(paidBefore);
      const copy = house.path('backup');
      await house.standingStill(async cluster => {
        await run('cp', ['-a', cluster, copy]);
      });

      await release(releasedSince);
      await receive(paidSince);
      await receive(releasedSince);
      const { entitlementId, guardian } = claimedSince;
      await township.ask(claimEntitlement, { as: guardian.token, params: { entitlementId } });
      const numbers = await house.query<{ out_bill_no: string }>(
        'SELECT out_bill_no FROM bill WHERE county_id = 1 AND entitlement_id = ANY($1::uuid[])',
        [all.map(each => each.entitlementId)],
      );
      expect(numbers).toHaveLength(4);

      await house.standingStill(async cluster => {
        await rename(cluster, `${copy}-of-the-lost`);
        await rename(copy, cluster);
      });
      // The day’s comparison stands as done in the backup. It is made anew all the same, and finds what the platform knows and we have forgotten; the guardian’s phone goes on from there.
      await until(async () => (await standing(paidSince.entitlementId)).state === 'paid', 'found paid');
      await receive(claimedSince);
      // The batch itself is gone: it is made anew, and the platform knows its payment by its number.
      expect((await standing(releasedSince.entitlementId)).state).toBe('approved');
      await release(releasedSince);
      await township.ask(claimEntitlement, { as: releasedSince.guardian.token, params: { entitlementId: releasedSince.entitlementId } });
      await until(async () => (await standing(releasedSince.entitlementId)).state === 'paid', 'known by its number');

      for (const one of all) {
        await until(async () => (await standing(one.entitlementId)).batch_state === 'reconciled', 'reconciled');
        const { bills } = await standing(one.entitlementId);
        expect(await house.simulator.bills(bills)).toEqual([expect.objectContaining({ state: 'SUCCESS', amount: PAYMENT_FEN })]);
      }
      const transfers = await house.simulator.bills(numbers.map(row => row.out_bill_no));
      expect(transfers.map(each => each.state)).toEqual(['SUCCESS', 'SUCCESS', 'SUCCESS', 'SUCCESS']);
      const { offices } = await township.ask(readFunds, { as: township.payersDesk });
      expect(offices[0]).toMatchObject({ agrees: true, balances: { inTransfer: 0, failed: 0 } });
    },
    2 * PATIENCE_MS,
  );
});
