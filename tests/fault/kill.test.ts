import { setTimeout as sleep } from 'node:timers/promises';
import {
  checkBatch,
  claimEntitlement,
  prepareBatch,
  readEntitlement,
  readFunds,
  releaseBatch,
} from '@guanhu/shared/payouts/payouts.routes';
import { House } from './house.ts';
import { Township, type Due } from './township.ts';

/**
 * Server and worker are killed (SIGKILL) while three people and a guardian bring money on its way, once after every statement that they send
 * to PostgreSQL and while the platform holds their request. What people do is done again, with the same idempotency key, until it is
 * answered. However it went: one transfer, a ledger that agrees, nothing lost.
 *
 * A kill costs a new process. The gate kills at a sample that covers every stretch of the way; GUANHU_FAULT_SWEEP=full kills at every
 * statement.
 */
const FULL = process.env['GUANHU_FAULT_SWEEP'] === 'full';
/** Statements of the server between two kills, and kills of the worker, when only a sample is run. */
const SERVER_STRIDE = 4;
const WORKER_KILLS = 6;
/** No fewer than the statements of one way, with room for the worker and the holds. */
const PAYMENTS = FULL ? 260 : 75;

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
  township = await Township.found(house, PAYMENTS);
  await house.takeOver();
}, 300_000);
afterAll(() => house.close(), 60_000);

async function until(isSo: () => Promise<boolean>, what: string): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
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

/** Steps 7 and 8 as people take them. */
async function pay({ entitlementId, guardian }: Due): Promise<void> {
  const { maker, checker, payersDesk } = township;
  const batch = await township.ask(prepareBatch, { as: maker.token, body: { title: '第一季度', entitlementIds: [entitlementId] } });
  const params = { batchId: batch.id };
  const checked = await township.ask(checkBatch, { as: checker.token, params, body: { version: batch.version } });
  const stepUpTicket = await township.stepUp('batch:release', batch.id);
  await township.ask(releaseBatch, { as: payersDesk, params, body: { version: checked.version, stepUpTicket } });
  await receive({ entitlementId, guardian });
}

async function receive({ entitlementId, guardian }: Due): Promise<void> {
  const as = guardian.token;
  let { transfer } = await township.ask(claimEntitlement, { as, params: { entitlementId } });
  while (!transfer) {
    await sleep(300);
    ({ transfer } = await township.ask(readEntitlement, { as, params: { entitlementId } }));
  }
  await house.simulator.confirm(guardian.phoneId, transfer);
  await until(async () => (await standing(entitlementId)).state === 'paid', 'paid');
}

/** What must be so however it went. */
async function expectPaidOnce({ entitlementId }: Due): Promise<void> {
  await until(async () => (await standing(entitlementId)).batch_state === 'reconciled', 'reconciled');
  const { state, bills } = await standing(entitlementId);
  expect(state).toBe('paid');
  const transfers = await house.simulator.bills(bills);
  expect(transfers).toEqual([expect.objectContaining({ state: 'SUCCESS', amount: 60_000 })]);
  const { offices } = await township.ask(readFunds, { as: township.payersDesk });
  expect(offices[0]).toMatchObject({ agrees: true, balances: { inTransfer: 0, claimable: 0, committed: 0, failed: 0 } });
}

/** Pays once while the machine is killed after its `at`-th statement. @returns whether it came so far */
async function payKilling(which: 'server' | 'worker', at: number): Promise<boolean> {
  const one = due();
  const { proxy } = house[which];
  let killed: Promise<void> | undefined;
  void proxy.arm(at).then(() => {
    // Long enough for PostgreSQL to finish the statement whose answer is held back.
    killed = sleep(15).then(() => (which === 'server' ? house.killServer() : house.killWorker()));
  });
  await pay(one);
  proxy.disarm();
  await killed;
  await expectPaidOnce(one);
  return killed !== undefined;
}

describe('killed after the k-th statement', () => {
  it('the server: every payment arrives once', async () => {
    const { proxy } = house.server;
    const one = due();
    void proxy.arm(Number.POSITIVE_INFINITY);
    await pay(one);
    const statements = proxy.statements;
    await expectPaidOnce(one);
    expect(statements).toBeGreaterThan(60);
    let kills = 0;
    for (let at = 1; at <= statements; at += FULL ? 1 : SERVER_STRIDE) kills += (await payKilling('server', at)) ? 1 : 0;
    // The last statements may fall away where one process has prepared more than the other.
    expect(kills).toBeGreaterThanOrEqual(Math.floor(statements / (FULL ? 1 : SERVER_STRIDE)) - 3);
    process.stdout.write(`killed the server ${String(kills)} times on a way of ${String(statements)} statements\n`);
  }, 1_200_000);

  it('the worker: every payment arrives once', async () => {
    const { proxy } = house.worker;
    const one = due();
    void proxy.arm(Number.POSITIVE_INFINITY);
    await pay(one);
    await expectPaidOnce(one);
    const statements = proxy.statements;
    const stride = FULL ? 1 : Math.max(1, Math.floor(statements / WORKER_KILLS));
    let kills = 0;
    for (let at = 1; at <= statements; at += stride) kills += (await payKilling('worker', at)) ? 1 : 0;
    expect(kills).toBeGreaterThan(0);
    process.stdout.write(`killed the worker ${String(kills)} times on a way of ${String(statements)} statements\n`);
  }, 1_200_000);
});

describe('killed while the platform holds the request', () => {
  /** Releases a payment, so that it waits for its guardian. */
  const claimable = async (): Promise<Due> => {
    const one = due();
    const { maker, checker, payersDesk } = township;
    const batch = await township.ask(prepareBatch, { as: maker.token, body: { title: '第一季度', entitlementIds: [one.entitlementId] } });
    const params = { batchId: batch.id };
    const checked = await township.ask(checkBatch, { as: checker.token, params, body: { version: batch.version } });
    const stepUpTicket = await township.stepUp('batch:release', batch.id);
    await township.ask(releaseBatch, { as: payersDesk, params, body: { version: checked.version, stepUpTicket } });
    return one;
  };

  it.each(['hold-before-commit', 'hold-after-commit'])(
    'the server, %s: one transfer',
    async kind => {
      const one = await claimable();
      await house.simulator.plan(kind);
      const received = receive(one);
      await until(async () => (await house.simulator.held()) > 0, 'held');
      await house.killServer();
      await house.simulator.clear();
      await received;
      await expectPaidOnce(one);
    },
    60_000,
  );

  it.each(['hold-before-commit', 'hold-after-commit'])(
    'the worker, %s: one transfer, though the phone has gone to sleep',
    async kind => {
      const one = await claimable();
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
    60_000,
  );
});
