import { createHash } from 'node:crypto';
import { makePayList, recordCash, returnCash, setPayChannel } from '@guanhu/shared/payouts/channels.routes';
import type { FailureDecision } from '@guanhu/shared/payouts/payouts.terms';
import { claimEntitlement, decideFailure, readBatch, readEntitlement, readFunds } from '@guanhu/shared/payouts/payouts.routes';
import { askTransferReceipt, readTransferReceipt } from '@guanhu/shared/payouts/receipts.routes';
import { setPolicy } from '@guanhu/shared/policy/policy.routes';
import { SHIPPED_POLICIES } from '@guanhu/shared/policy/shipped-policies';
import { queryOnce } from '../../../tools/postgres.mjs';
import { Accounts } from '../access/access.public.ts';
import { newId } from '../platform/ids.ts';
import { ok, rewardCounty, type RewardCounty, type Ward } from '../testing/reward.ts';
import { MERCHANT_ID, simulatedPay, type SimulatedPay } from '../testing/simulated-pay.ts';
import { until } from '../testing/until.ts';
import { FetchReceipts } from './fetch-receipts.ts';
import { IssueBills } from './issue-bills.ts';
import { PumpBills } from './pump-bills.ts';
import { ReconcileDay } from './reconcile-day.ts';
import { RemindUnconfirmed } from './remind-unconfirmed.ts';
import { SettleBills } from './settle-bills.ts';
import { SnapshotLedger } from './snapshot-ledger.ts';

/** After each fault the money is counted at the platform and in the ledger: nothing paid twice, nothing lost, the books balanced. */
const AMOUNT = 60_000;
let pay: SimulatedPay;
let reward: RewardCounty;
beforeAll(async () => {
  pay = await simulatedPay();
  reward = await rewardCounty({ accounts: { merchants: pay.merchants } });
  pay.direct(reward.county.url);
  await reward.appropriate(100_000_000);
});
afterAll(async () => {
  await reward.county.close();
  await pay.close();
});
beforeEach(async () => {
  await pay.call('DELETE', '/faults');
  await pay.call('PUT', '/settings', { firstState: 'wait', confirmAfterMilliseconds: null });
  await reward.county.database.owner('UPDATE merchant_token SET paused_until = NULL');
});

type Paid = { readonly ward: Ward & { phoneId: string; openid: string }; readonly id: string; readonly batchId: string };
const payee = async () => {
  const phone = await pay.phone();
  return { ...(await reward.ward({ openid: phone.openid })), ...phone };
};
/** Released payments of as many guardians, in one batch. */
async function released(many = 1): Promise<Paid[]> {
  const wards: Paid['ward'][] = [];
  for (let n = 0; n < many; n += 1) wards.push(await payee());
  const ids: string[] = [];
  for (const ward of wards) ids.push(await reward.entitled(ward));
  const batchId = await reward.released(ids);
  return wards.map((ward, n) => ({ ward, id: ids[n] ?? '', batchId }));
}
async function one(): Promise<Paid> {
  const [only] = await released();
  if (!only) throw new Error('nothing was released');
  return only;
}
const claim = ({ ward, id }: Paid) => reward.county.call(claimEntitlement, { as: ward.guardian, params: { entitlementId: id } });
const look = ({ ward, id }: Paid) => reward.county.call(readEntitlement, { as: ward.guardian, params: { entitlementId: id } });
const countyId = () => reward.county.countyId;
const pump = () => reward.county.app.get(PumpBills).run(countyId());
const due = () => reward.county.rows.sql('UPDATE bill SET due_at = now() WHERE county_id = $1 AND final_at IS NULL', [countyId()]);
const stateOf = async ({ id }: Paid) => {
  const [row] = await reward.county.rows.sql<{ state: string }>('SELECT state FROM entitlement WHERE county_id = $1 AND id = $2', [
    countyId(),
    id,
  ]);
  return row?.state;
};
const nowPaid = (payment: Paid) =>
  until(
    async () => {
      await due();
      await pump();
      return stateOf(payment);
    },
    state => state === 'paid',
  );
async function confirmed(payment: Paid): Promise<void> {
  const { body } = await until(
    async () => {
      await due();
      await pump();
      return look(payment);
    },
    ({ body: { transfer } }) => transfer !== undefined,
  );
  if (body.transfer) await pay.confirm(payment.ward.phoneId, body.transfer);
}

/** All bills of a batch are wanted now. */
const issueAll = async (batchId: string) => {
  await reward.county.rows.sql('UPDATE batch SET bills_due_at = now(), bills_after = NULL WHERE county_id = $1 AND id = $2', [
    countyId(),
    batchId,
  ]);
  await reward.county.app.get(IssueBills).wanted(countyId());
};
const decideByTwo = async ({ id }: Paid, decision: FailureDecision) => {
  for (const as of [reward.people.maker, reward.people.payer]) {
    const [row] = await reward.county.rows.sql<{ version: number }>('SELECT version FROM entitlement WHERE county_id = $1 AND id = $2', [
      countyId(),
      id,
    ]);
    const body = { version: row?.version ?? 1, decision, reason: '已和微信核对' };
    ok(await reward.county.call(decideFailure, { as, params: { entitlementId: id }, body }));
  }
};

/** What must be so whatever happened. */
async function expectPaidOnce(...payments: readonly Paid[]): Promise<void> {
  for (const { ward, id } of payments) {
    const successes = (await pay.billsTo(ward.openid)).filter(bill => bill.state === 'SUCCESS');
    expect(successes.map(bill => bill.amount)).toEqual([AMOUNT]);
    const posted = await reward.county.rows.sql<{ amount_fen: number }>(
      `SELECT amount_fen FROM ledger_posting WHERE county_id = $1 AND entitlement_id = $2 AND kind = 'paid'`,
      [countyId(), id],
    );
    expect(posted.map(row => row.amount_fen)).toEqual([AMOUNT]);
  }
  const { body } = await reward.county.call(readFunds, { as: reward.people.payer });
  expect(body.offices[0]).toMatchObject({ agrees: true, balances: { inTransfer: 0 } });
}

it('a storm of refusals for too many calls', async () => {
  const payment = await one();
  await pay.fault('create', 'rate-limited', { times: 3 });
  await pay.fault('query', 'rate-limited', { times: 2 });
  await claim(payment);
  await confirmed(payment);
  await nowPaid(payment);
  await expectPaidOnce(payment);
}, 20_000);

it.each(['reset-connection', 'error-after-commit', 'bad-signature-after-commit', 'truncated-body'])(
  'an answer to the creation that is lost or not provably the platform’s (%s)',
  async kind => {
    const payment = await one();
    await pay.fault('create', kind);
    await claim(payment);
    await confirmed(payment);
    await nowPaid(payment);
    await expectPaidOnce(payment);
  },
  20_000,
);

it('a callback that comes before the answer to the creation', async () => {
  const payment = await one();
  await pay.call('PUT', '/settings', { confirmAfterMilliseconds: 0 });
  await pay.fault('create', 'hold-after-commit');
  const claimed = claim(payment);
  await until(
    () => stateOf(payment),
    state => state === 'paid',
  );
  await pay.call('POST', '/faults/release', {});
  expect((await claimed).body.state).toBe('paid');
  await expectPaidOnce(payment);
}, 20_000);

it('a confirmation at the moment at which the bill expires', async () => {
  const payment = await one();
  const { body } = await claim(payment);
  const { transfer } = body;
  if (!transfer) throw new Error('no transfer');
  await Promise.allSettled([
    pay.call('POST', '/clock', { advanceMilliseconds: 24 * 3_600_000 }),
    pay.confirm(payment.ward.phoneId, transfer),
  ]);
  const state = await until(
    async () => {
      await due();
      await pump();
      return stateOf(payment);
    },
    now => now === 'paid' || now === 'failed',
  );
  const bills = await pay.billsTo(payment.ward.openid);
  expect(bills.map(bill => bill.state)).toEqual([state === 'paid' ? 'SUCCESS' : 'FAIL']);
  const { body: funds } = await reward.county.call(readFunds, { as: reward.people.payer });
  expect(funds.offices[0]).toMatchObject({ agrees: true, balances: { inTransfer: 0 } });
}, 20_000);

it('two workers that create all bills of a batch at once, while answers are lost', async () => {
  const payments = await released(5);
  await pay.call('PUT', '/settings', { confirmAfterMilliseconds: 0 });
  await pay.fault('create', 'reset-connection', { times: null, every: 3 });
  const [first] = payments;
  if (!first) throw new Error('no batch');
  await Promise.all([issueAll(first.batchId), issueAll(first.batchId)]);
  await Promise.all([pump(), pump(), pump()]);
  for (const payment of payments) await nowPaid(payment);
  await expectPaidOnce(...payments);
}, 30_000);

it('a clock that is ten minutes wrong: nothing is believed, nothing is lost, and all goes on when it is right', async () => {
  const payment = await one();
  reward.county.clock.advance(600_000);
  await claim(payment);
  expect(await pay.billsTo(payment.ward.openid)).toEqual([]);
  reward.county.clock.advance(-600_000);
  await due();
  await pump();
  await confirmed(payment);
  await nowPaid(payment);
  await expectPaidOnce(payment);
}, 20_000);

it('connections to the database that are cut in the middle of a batch', async () => {
  const payments = await released(4);
  await pay.call('PUT', '/settings', { confirmAfterMilliseconds: 0 });
  const [first] = payments;
  if (!first) throw new Error('no batch');
  const cut = () =>
    queryOnce(
      reward.county.database.appUrl,
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid()',
    );
  for (let tries = 0; tries < 4; tries += 1) {
    const work = Promise.allSettled([issueAll(first.batchId), pump()]);
    await new Promise(resolve => setTimeout(resolve, 5 + 12 * tries));
    await cut();
    await work;
  }
  await until(
    () =>
      issueAll(first.batchId).then(
        () => true,
        () => false,
      ),
    done => done,
  );
  for (const payment of payments) await nowPaid(payment);
  await expectPaidOnce(...payments);
}, 30_000);

/** What a backup holds of the money. @returns how to go back to it: what came since is gone, what changed is as it was */
async function backUp(): Promise<() => Promise<void>> {
  const { owner } = reward.county.database;
  const added = ['bill', 'pay_list', 'ledger_posting', 'batch_step', 'outbox', 'appropriation', 'payee_channel', 'account_binding'];
  const changed = {
    entitlement: 'state, version, attempt, fail_reason, paid_at, pending_decision, pending_by, batch_id, frozen_sealed',
    bill: 'state, final_at, fail_reason',
    ledger_account: 'balance_fen',
    batch: 'state, version',
  };
  for (const table of new Set([...added, ...Object.keys(changed)])) {
    await owner(`DROP TABLE IF EXISTS kept_${table}`);
    await owner(`CREATE TABLE kept_${table} AS SELECT * FROM ${table}`);
  }
  const forget = (table: string) =>
    owner(`DELETE FROM ${table} WHERE NOT EXISTS (SELECT FROM kept_${table} AS kept WHERE kept.id = ${table}.id)`);
  return async () => {
    for (const table of added) await forget(table);
    await owner('DELETE FROM bill_directory WHERE NOT EXISTS (SELECT FROM bill WHERE bill.out_bill_no = bill_directory.out_bill_no)');
    for (const [table, columns] of Object.entries(changed)) {
      if (table !== 'entitlement') await forget(table);
      await owner(
        `UPDATE ${table} SET (${columns}, county_id) = (SELECT ${columns}, county_id FROM kept_${table} AS kept WHERE kept.id = ${table}.id)`,
      );
    }
  };
}

it('a backup from before the payments is restored: the platform is asked, and nobody is paid again', async () => {
  const [waits, paidSince] = await released(2);
  if (!waits || !paidSince) throw new Error('nothing was released');
  const restore = await backUp();
  await pay.call('PUT', '/settings', { confirmAfterMilliseconds: 0 });
  await claim(paidSince);
  await nowPaid(paidSince);
  await restore();
  expect(await stateOf(paidSince)).toBe('claimable');
  await reward.county.app.get(ReconcileDay).run(countyId());
  expect(await stateOf(paidSince)).toBe('paid');
  expect(await stateOf(waits)).toBe('claimable');
  // Whoever taps again finds the money received.
  expect((await claim(paidSince)).body.state).toBe('paid');
  await claim(waits);
  await nowPaid(waits);
  await expectPaidOnce(waits, paidSince);
}, 30_000);

const setChannel = ({ ward, id }: Paid, channel: 'wechat' | 'bank' | 'cash') =>
  reward.county.call(setPayChannel, {
    as: reward.people.maker,
    params: { entitlementId: id },
    body: {
      channel,
      ...(channel === 'bank' ? { account: { bank: '试验农商行', number: '6217000000000000001', holder: ward.guardian.name } } : {}),
    },
  });
const makeList = (batchId: string, channel: 'bank' | 'cash' = 'bank') =>
  reward.county.call(makePayList, { as: reward.people.payer, params: { batchId }, body: { channel } });
const compare = () => reward.county.app.get(ReconcileDay).run(countyId());
/** What a backup keeps of somebody who is to be paid otherwise than they were: as it was set, and as they had no account yet. */
async function paidSinceBackUp(kept: { channel: 'bank' | 'cash'; bound: boolean }): Promise<Paid & { restore: () => Promise<void> }> {
  const phone = await pay.phone();
  const ward = await reward.ward(kept.bound ? { openid: phone.openid } : {});
  const id = await reward.entitled(ward);
  const payment = { ward: { ...ward, ...phone }, id, batchId: await reward.released([id]) };
  ok(await setChannel(payment, kept.channel));
  const restore = await backUp();
  if (!kept.bound) await reward.county.rows.inTransaction(tx => reward.county.app.get(Accounts).bind(tx, ward.guardian.id, phone.openid));
  ok(await setChannel(payment, 'wechat'));
  await claim(payment);
  await confirmed(payment);
  await nowPaid(payment);
  return { ...payment, restore };
}

describe('a backup from before somebody was paid through WeChat who is to be paid otherwise in it', () => {
  it.each([
    { channel: 'bank', bound: false },
    { channel: 'bank', bound: true },
    { channel: 'cash', bound: false },
  ] as const)('the comparison takes the payment over (%p)', async kept => {
    const payment = await paidSinceBackUp(kept);
    await payment.restore();
    expect(await stateOf(payment)).toBe('claimable');
    await compare();
    expect(await stateOf(payment)).toBe('paid');
    expect((await makeList(payment.batchId, kept.channel)).refusal.code).toBe('PAY_LIST_EMPTY');
    await expectPaidOnce(payment);
  });

  it.each(['bank', 'cash'] as const)('no list for the %s leaves before the platform was asked', async channel => {
    const payment = await paidSinceBackUp({ channel, bound: false });
    await payment.restore();
    // Nobody has compared anything yet, and for a moment nobody can.
    await pay.fault('query', 'reset-connection', { times: null });
    expect((await makeList(payment.batchId, channel)).refusal.code).toBe('PLATFORM_NOT_ASKED');
    expect(await stateOf(payment)).toBe('claimable');
    await pay.call('DELETE', '/faults');
    expect((await makeList(payment.batchId, channel)).refusal.code).toBe('PAID_ELSEWHERE');
    expect(await stateOf(payment)).toBe('paid');
    await expectPaidOnce(payment);
  });

  it('takes a transfer over that waits for its confirmation, and it goes on under the same number', async () => {
    const phone = await pay.phone();
    const ward = await reward.ward();
    const id = await reward.entitled(ward);
    const payment = { ward: { ...ward, ...phone }, id, batchId: await reward.released([id]) };
    ok(await setChannel(payment, 'bank'));
    const restore = await backUp();
    await reward.county.rows.inTransaction(tx => reward.county.app.get(Accounts).bind(tx, ward.guardian.id, phone.openid));
    ok(await setChannel(payment, 'wechat'));
    await claim(payment);
    await restore();
    await compare();
    expect(await stateOf(payment)).toBe('inTransfer');
    await confirmed(payment);
    await nowPaid(payment);
    expect(await pay.billsTo(phone.openid)).toHaveLength(1);
    await expectPaidOnce(payment);
  });

  it('knows the payment again where its batch is gone with the rows and was made anew', async () => {
    const phone = await pay.phone();
    const ward = await reward.ward();
    const id = await reward.entitled(ward);
    const restore = await backUp();
    const payment = { ward: { ...ward, ...phone }, id, batchId: await reward.released([id]) };
    await reward.county.rows.inTransaction(tx => reward.county.app.get(Accounts).bind(tx, ward.guardian.id, phone.openid));
    await claim(payment);
    await confirmed(payment);
    await nowPaid(payment);
    await restore();
    expect(await stateOf(payment)).toBe('approved');
    await compare();
    const batchId = await reward.released([id]);
    ok(await setChannel(payment, 'bank'));
    expect((await makeList(batchId)).refusal.code).toBe('PAID_ELSEWHERE');
    expect(await stateOf(payment)).toBe('paid');
    await expectPaidOnce(payment);
  });
});

it('a backup from before cash came back and was paid through WeChat: it is not handed over', async () => {
  const payment = await one();
  ok(await setChannel(payment, 'cash'));
  ok(await makeList(payment.batchId, 'cash'));
  const restore = await backUp();
  const params = { entitlementId: payment.id };
  const cameBack = { as: reward.people.payer, params, body: { reason: '人在外地' } };
  ok(await reward.county.call(returnCash, cameBack));
  await decideByTwo(payment, 'retry');
  ok(await setChannel(payment, 'wechat'));
  await claim(payment);
  await confirmed(payment);
  await nowPaid(payment);
  await restore();
  await compare();
  const body = { receiptNumber: '现一', witnesses: ['见证甲', '见证乙'], paidOn: reward.county.clock.today() };
  expect((await reward.county.call(recordCash, { as: reward.people.payer, params, body })).refusal.code).toBe('PAID_ELSEWHERE');
  // It goes back to the office once more, and two persons say what they found.
  ok(await reward.county.call(returnCash, cameBack));
  await decideByTwo(payment, 'foundPaid');
  await nowPaid(payment);
  await expectPaidOnce(payment);
});

it('a backup from before cash came back and a second attempt was paid through WeChat: the second is taken over, and no first one made', async () => {
  const payment = await one();
  const restore = await backUp();
  ok(await setChannel(payment, 'cash'));
  ok(await makeList(payment.batchId, 'cash'));
  const cameBack = { as: reward.people.payer, params: { entitlementId: payment.id }, body: { reason: '人在外地' } };
  ok(await reward.county.call(returnCash, cameBack));
  await decideByTwo(payment, 'retry');
  ok(await setChannel(payment, 'wechat'));
  await claim(payment);
  await confirmed(payment);
  await nowPaid(payment);
  await restore();
  expect(await stateOf(payment)).toBe('claimable');
  await compare();
  expect(await stateOf(payment)).toBe('paid');
  await expectPaidOnce(payment);
});

it('an attempt that is taken back from a backup is only asked about: the platform may have paid it and forgotten', async () => {
  const payment = await failedOnce();
  const [first] = await pay.billsTo(payment.ward.openid);
  await compare();
  await reward.county.rows.sql(
    `INSERT INTO reconciliation_difference (county_id, id, reconciliation_id, entitlement_id, kind, our_state, at)
     SELECT county_id, $2, id, $3, 'paidElsewhere', 'failed', now() FROM reconciliation WHERE county_id = $1 LIMIT 1`,
    [countyId(), newId(), payment.id],
  );
  await decideByTwo(payment, 'foundPaid');
  await due();
  await pump();
  expect(await pay.billsTo(payment.ward.openid)).toEqual([first]);
  expect(await stateOf(payment)).toBe('inTransfer');
  const { body } = await reward.county.call(readFunds, { as: reward.people.payer });
  expect(body.offices[0]).toMatchObject({ agrees: true, balances: { inTransfer: AMOUNT } });
  // Found out after all by two persons, when nobody can ask any more.
  await reward.county.database.owner(`UPDATE bill SET created_at = now() - interval '31 days' WHERE entitlement_id = '${payment.id}'`);
  await decideByTwo(payment, 'foundUnpaid');
  expect(await stateOf(payment)).toBe('failed');
});

it('a callback whose seal was tampered with, or that is sent to another merchant’s door, writes nothing', async () => {
  const payment = await one();
  await pay.fault('callback', 'tampered-ciphertext');
  await claim(payment);
  await confirmed(payment);
  await until(
    async () =>
      (await pay.call<{ callbacks: { attempts: { status: number }[] }[] }>('GET', '/callbacks')).callbacks.at(-1)?.attempts[0]?.status,
    status => status === 400,
  );
  expect(await stateOf(payment)).toBe('inTransfer');
  const other = `${MERCHANT_ID.slice(0, -1)}b`;
  const stray = await fetch(`${reward.county.url}/callbacks/wechat-pay/${other}`, {
    method: 'POST',
    body: '{}',
    headers: { 'content-type': 'application/json' },
  });
  expect(stray.status).toBe(404);
  await nowPaid(payment);
  await expectPaidOnce(payment);
}, 20_000);

it('keeps the receipt of what was paid, with the digest that it was compared to, and the books of each day', async () => {
  const payment = await one();
  await claim(payment);
  await confirmed(payment);
  await nowPaid(payment);
  const kept = () =>
    reward.county.rows.sql<{ hash: string }>(
      `SELECT hash FROM bill_receipt JOIN bill ON bill.county_id = $1 AND bill.id = bill_receipt.bill_id
       WHERE bill_receipt.county_id = $1 AND bill.entitlement_id = $2`,
      [countyId(), payment.id],
    );
  const params = { entitlementId: payment.id };
  const as = reward.people.payer;
  const file = () =>
    fetch(`${reward.county.url}/api/entitlements/${payment.id}/transfer-receipt/content`, {
      headers: { authorization: `Bearer ${as.token}` },
    });
  expect(ok(await reward.county.call(readTransferReceipt, { as, params }))).toEqual({ state: 'waiting', digest: null, keptAt: null });
  expect((await file()).status).toBe(409);
  // Asked for at the desk the platform begins to make it; the next round, or the next asking, fetches it.
  ok(await reward.county.call(askTransferReceipt, { as, params }));
  await until(
    async () => {
      await reward.county.app.get(FetchReceipts).run(countyId());
      return kept();
    },
    rows => rows.length === 1,
  );
  const hash = (await kept())[0]?.hash ?? '';
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  const receipt = ok(await reward.county.call(askTransferReceipt, { as, params }));
  expect(receipt).toMatchObject({ state: 'kept', digest: { type: 'SHA256', value: hash } });
  const saved = await file();
  expect([saved.status, saved.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  expect(
    createHash('sha256')
      .update(Buffer.from(await saved.arrayBuffer()))
      .digest('hex'),
  ).toBe(hash);
  // What was not paid by WeChat has none.
  const unpaid = await one();
  const other = { as, params: { entitlementId: unpaid.id } };
  expect(ok(await reward.county.call(readTransferReceipt, other)).state).toBe('none');
  expect((await reward.county.call(askTransferReceipt, other)).refusal.code).toBe('RECEIPT_NOT_TO_BE_HAD');
  const snapshot = reward.county.app.get(SnapshotLedger);
  await snapshot.run(countyId());
  const wrong = () => reward.county.database.owner('SELECT id FROM ledger_snapshot WHERE balance_fen <> summed_fen');
  expect(await wrong()).toEqual([]);
  reward.county.clock.advance(86_400_000);
  await reward.county.database.owner(`UPDATE ledger_account SET balance_fen = balance_fen + 1 WHERE account = 'paid'`);
  await snapshot.run(countyId());
  expect(await wrong()).toHaveLength(1);
  await reward.county.database.owner(`UPDATE ledger_account SET balance_fen = balance_fen - 1 WHERE account = 'paid'`);
  reward.county.clock.advance(-86_400_000);
});

/** A transfer whose payee WeChat refused, and a second one that two persons have allowed. */
async function failedOnce(): Promise<Paid> {
  const payment = await one();
  await pay.call('PUT', `/phones/${payment.ward.phoneId}/settings`, { transferFailReason: 'REAL_NAME_CHECK_FAIL' });
  await claim(payment);
  await confirmed(payment);
  await until(
    async () => {
      await due();
      await pump();
      return stateOf(payment);
    },
    state => state === 'failed',
  );
  await pay.call('PUT', `/phones/${payment.ward.phoneId}/settings`, { transferFailReason: null });
  return payment;
}

it('callbacks about the first attempt that come after the second, one of them against what was said before', async () => {
  const payment = await failedOnce();
  const [first] = await pay.billsTo(payment.ward.openid);
  await decideByTwo(payment, 'retry');
  await claim(payment);
  const late = (state: string) =>
    pay.call('POST', '/callbacks', {
      mchId: pay.mchid,
      notifyUrl: `${reward.county.url}/callbacks/wechat-pay/${MERCHANT_ID}`,
      plain: {
        out_bill_no: first?.outBillNo,
        transfer_bill_no: first?.transferBillNo,
        state,
        mch_id: pay.mchid,
        transfer_amount: AMOUNT,
        openid: payment.ward.openid,
        create_time: '2026-11-22T10:00:00+08:00',
        update_time: '2026-11-22T10:00:00+08:00',
      },
    });
  await late('FAIL');
  await late('SUCCESS');
  await new Promise(resolve => setTimeout(resolve, 200));
  expect(await stateOf(payment)).toBe('inTransfer');
  await confirmed(payment);
  await nowPaid(payment);
  await expectPaidOnce(payment);
}, 20_000);

it('a word about a bill that comes through another merchant’s door changes nothing', async () => {
  const payment = await one();
  await claim(payment);
  const [bill] = await pay.billsTo(payment.ward.openid);
  const told = await reward.county.app.get(SettleBills).tell(countyId(), {
    outBillNo: bill?.outBillNo ?? '',
    merchantAccountId: `${MERCHANT_ID.slice(0, -1)}b`,
    stateWord: 'SUCCESS',
    transferBillNo: bill?.transferBillNo ?? '',
    amountFen: AMOUNT,
  });
  expect(told).toEqual({ outcome: 'mismatch' });
  expect(await stateOf(payment)).toBe('inTransfer');
  await confirmed(payment);
  await nowPaid(payment);
  await expectPaidOnce(payment);
}, 20_000);

it('a bill without an end after thirty days: software sends and asks nothing more, two persons say what they found', async () => {
  const [unpaid, paid] = [await one(), await one()];
  for (const payment of [unpaid, paid]) {
    await claim(payment);
    await reward.county.database.owner(`UPDATE bill SET created_at = now() - interval '31 days' WHERE entitlement_id = '${payment.id}'`);
  }
  const asked = { as: reward.people.maker, params: { entitlementId: unpaid.id }, body: { version: 1, reason: '查账单' } };
  const early = await one();
  await claim(early);
  const tooEarly = { ...asked, params: { entitlementId: early.id }, body: { ...asked.body, decision: 'foundUnpaid' as const } };
  expect((await reward.county.call(decideFailure, tooEarly)).refusal.code).toBe('BILL_NOT_FORGOTTEN');
  await due();
  await pump();
  expect([await stateOf(unpaid), await stateOf(paid)]).toEqual(['inTransfer', 'inTransfer']);
  await reward.county.app.get(ReconcileDay).run(countyId());
  const shown = ok(await reward.county.call(readBatch, { as: reward.people.payer, params: { batchId: unpaid.batchId } }));
  expect(shown.entitlements).toMatchObject([{ toFindOut: true }]);
  await decideByTwo(unpaid, 'foundUnpaid');
  await decideByTwo(paid, 'foundPaid');
  expect([await stateOf(unpaid), await stateOf(paid)]).toEqual(['failed', 'paid']);
  await confirmed(early);
  await nowPaid(early);
  const { body } = await reward.county.call(readFunds, { as: reward.people.payer });
  expect(body.offices[0]).toMatchObject({ agrees: true, balances: { inTransfer: 0 } });
}, 30_000);

it('a backup from before a second attempt is restored: it is taken back when two persons have found it, and not paid again', async () => {
  const payment = await failedOnce();
  const restore = await backUp();
  await decideByTwo(payment, 'retry');
  await claim(payment);
  await confirmed(payment);
  await nowPaid(payment);
  await restore();
  expect(await stateOf(payment)).toBe('failed');
  await reward.county.app.get(ReconcileDay).run(countyId());
  await expect(decideByTwo(payment, 'retry')).rejects.toThrow('PAID_ELSEWHERE');
  await decideByTwo(payment, 'foundPaid');
  await nowPaid(payment);
  await expectPaidOnce(payment);
}, 30_000);

it('whoever has not confirmed is asked again before the day is over, and nobody who has', async () => {
  const [waits, done] = [await one(), await one()];
  for (const payment of [waits, done]) await claim(payment);
  await confirmed(done);
  await nowPaid(done);
  const promised = await reward.county.rows.sql<{ hours: number; wait: number }>(
    `SELECT (payload->>'hours')::int AS hours, round(extract(epoch FROM not_before - created_at) / 3600)::int AS wait FROM outbox
     WHERE county_id = $1 AND kind = 'bill-unconfirmed' AND payload->>'entitlementId' = $2 ORDER BY hours`,
    [countyId(), waits.id],
  );
  expect(promised.map(row => row.hours)).toEqual(SHIPPED_POLICIES.payout.remindAfterHours);
  for (const { hours } of promised) expect(hours).toBeLessThan(24);
  for (const { id } of [waits, done]) await reward.county.app.get(RemindUnconfirmed).run(countyId(), id, 20);
  const told = await reward.county.rows.sql<{ id: string }>(
    `SELECT payload->>'entitlementId' AS id FROM outbox WHERE county_id = $1 AND kind = 'entitlement-claimable' AND key LIKE '%:after-20'`,
    [countyId()],
  );
  expect(told.map(row => row.id)).toEqual([waits.id]);
  await confirmed(waits);
  await nowPaid(waits);
  await expectPaidOnce(waits, done);
}, 30_000);

describe('bills that are all stored when the batch is released', () => {
  beforeAll(async () => {
    const { county } = reward;
    const as = await county.person({ role: 'administrator', area: county.areas.county, channel: 'desk' });
    const policy = { ...SHIPPED_POLICIES.payout, billsAt: 'release' as const };
    const body = { effectiveOn: county.clock.today(), after: 0, policy };
    ok(await county.call(setPolicy, { as, params: { kind: 'payout' }, body }));
  });

  it('wait for nothing but the confirmation, and pay once', async () => {
    const payments = await released(3);
    const issue = reward.county.app.get(IssueBills);
    await Promise.all([issue.wanted(countyId()), issue.wanted(countyId())]);
    await pump();
    for (const { ward } of payments) expect((await pay.billsTo(ward.openid)).map(bill => bill.state)).toEqual(['WAIT_USER_CONFIRM']);
    const [left] = await reward.county.rows.sql<{ n: number }>(
      'SELECT count(*)::int AS n FROM batch WHERE county_id = $1 AND bills_due_at IS NOT NULL',
      [countyId()],
    );
    expect(left?.n).toBe(0);
    for (const payment of payments) await confirmed(payment);
    for (const payment of payments) await nowPaid(payment);
    await expectPaidOnce(...payments);
  }, 30_000);
});
