import { approveDeskTicket, requestStepUp } from '@guanhu/shared/access/access.routes';
import {
  cancelTransfer,
  downloadPayList,
  listPayLists,
  makePayList,
  readBankResult,
  recordCash,
  returnCash,
  setPayChannel,
} from '@guanhu/shared/payouts/channels.routes';
import { listNumber } from '@guanhu/shared/payouts/bank-file.rules';
import { claimEntitlement, decideFailure, listEntitlements, readEntitlement, readFunds } from '@guanhu/shared/payouts/payouts.routes';
import { newId } from '../platform/ids.ts';
import { ok, rewardCounty, type RewardCounty, type Ward } from '../testing/reward.ts';
import { simulatedPay, type SimulatedPay } from '../testing/simulated-pay.ts';
import { until } from '../testing/until.ts';

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

const setChannel = (id: string, ward: Ward, channel: 'wechat' | 'bank' | 'cash', holder = ward.guardian.name) =>
  reward.county.call(setPayChannel, {
    as: reward.people.maker,
    params: { entitlementId: id },
    body: { channel, ...(channel === 'bank' ? { account: { bank: '试验农商行', number: '6217000000000000001', holder } } : {}) },
  });
const makeList = (batchId: string, channel: 'bank' | 'cash' = 'bank') =>
  reward.county.call(makePayList, { as: reward.people.payer, params: { batchId }, body: { channel } });
const answer = (listId: string, text: string) =>
  reward.county.call(readBankResult, { as: reward.people.payer, params: { listId }, body: { text } });
const claim = (ward: Ward, id: string) => reward.county.call(claimEntitlement, { as: ward.guardian, params: { entitlementId: id } });
const states = async (...ids: string[]) =>
  (
    await reward.county.rows.sql<{ state: string }>(
      'SELECT state FROM entitlement JOIN unnest($2::uuid[]) WITH ORDINALITY AS wanted (id, place) USING (id) WHERE county_id = $1 ORDER BY place',
      [reward.county.countyId, ids],
    )
  ).map(row => row.state);
const numbers = async (listId: string) =>
  reward.county.rows.sql<{ out_bill_no: string; amount_fen: number }>(
    'SELECT out_bill_no, amount_fen FROM bill WHERE county_id = $1 AND list_id = $2 ORDER BY id',
    [reward.county.countyId, listId],
  );
const funds = async () => (await reward.county.call(readFunds, { as: reward.people.payer })).body.offices[0];

/** The bank's answer: `codes` in the list's order. */
async function resultOf(listId: string, codes: readonly string[]): Promise<string> {
  const rows = await numbers(listId);
  const total = rows.reduce((sum, row) => sum + row.amount_fen, 0);
  return [
    `Z${listNumber(listId)}${String(rows.length).padStart(6, '0')}${String(total).padStart(15, '0')}`,
    ...rows.map(
      (row, n) => `R${String(n + 1).padStart(6, '0')}${row.out_bill_no}${String(row.amount_fen).padStart(12, '0')}${codes[n] ?? '00'}`,
    ),
  ].join('\r\n');
}

const payee = async () => {
  const phone = await pay.phone();
  return { ...(await reward.ward({ openid: phone.openid })), ...phone };
};
const retryByTwo = async (id: string) => {
  for (const as of [reward.people.maker, reward.people.payer]) {
    const { body } = await reward.county.call(listEntitlements, { as: reward.people.maker, query: { state: 'failed', limit: 100 } });
    const version = body.rows.find(row => row.id === id)?.version ?? 1;
    ok(
      await reward.county.call(decideFailure, {
        as,
        params: { entitlementId: id },
        body: { version, decision: 'retry', reason: '换个渠道' },
      }),
    );
  }
};
const agrees = async () => {
  expect(await funds()).toMatchObject({ agrees: true, balances: { inTransfer: 0 } });
};

describe('the bank', () => {
  it('gets a workbook and a text, and what it answers ends the payments: all of it or nothing', async () => {
    const [a, b] = [await reward.ward(), await reward.ward()];
    const ids = [await reward.entitled(a), await reward.entitled(b)] as const;
    ok(await setChannel(ids[0], a, 'bank'));
    ok(await setChannel(ids[1], b, 'bank'));
    const batchId = await reward.released(ids);
    expect((await claim(a, ids[0])).refusal.code).toBe('CHANNEL_NOT_WECHAT');
    const list = ok(await makeList(batchId));
    expect(list).toMatchObject({ people: 2, totalFen: 120_000, paid: 0, answeredAt: null });
    expect((await makeList(batchId)).refusal.code).toBe('PAY_LIST_EMPTY');

    const { payer, payersPhone } = reward.people;
    const download = async (as: 'workbook' | 'text') => {
      const asked = ok(
        await reward.county.call(requestStepUp, { as: payer, body: { purpose: 'data:export', objectId: list.id, device: '财政所电脑' } }),
      );
      ok(await reward.county.call(approveDeskTicket, { as: payersPhone, params: { code: asked.code } }));
      return reward.county.call(downloadPayList, { as: payer, params: { listId: list.id }, body: { as, stepUpTicket: asked.ticketId } });
    };
    const text = Buffer.from(ok(await download('text')).content, 'base64').toString();
    expect(text.split('\r\n')).toHaveLength(4);
    expect(text).toContain(a.guardian.name);
    expect(ok(await download('workbook')).fileName).toMatch(/\.xlsx$/);

    const good = await resultOf(list.id, ['00', '51']);
    const lines = good.split('\r\n');
    const spoiled: readonly (readonly [string, string])[] = [
      ['BANK_FILE_AMOUNT_CHANGED', good.replace('000000060000', '000000060001')],
      ['BANK_FILE_ROWS_MISSING', lines.slice(0, 2).join('\r\n')],
      ['BANK_FILE_ROWS_EXTRA', [...lines, `R000003${'x'.repeat(32)}00000006000000`].join('\r\n')],
      ['BANK_FILE_OF_ANOTHER', good.replace(listNumber(list.id), listNumber(newId()))],
      ['BANK_FILE_UNREADABLE', '<html>'],
    ];
    for (const [code, wrong] of spoiled) expect([code, (await answer(list.id, wrong)).refusal.code]).toEqual([code, code]);
    expect(await states(...ids)).toEqual(['inTransfer', 'inTransfer']);

    expect(ok(await answer(list.id, good))).toEqual({ paid: 1, failed: 1 });
    expect((await answer(list.id, good)).refusal.code).toBe('PAY_LIST_ANSWERED');
    expect((await states(...ids)).sort()).toEqual(['failed', 'paid']);
    const shown = ok(await reward.county.call(listPayLists, { as: reward.people.checker, params: { batchId } }));
    expect(shown.rows).toEqual([expect.objectContaining({ id: list.id, paid: 1, failed: 1 })]);
    await agrees();
  });

  it('is asked and answered by nobody who is a party to a payment in the list', async () => {
    const party = await reward.county.person({ role: 'financeOfficer' });
    const [own, other] = [await reward.ward({ guardian: party }), await reward.ward()];
    const ids = [await reward.entitled(own), await reward.entitled(other)] as const;
    ok(await setChannel(ids[0], own, 'bank'));
    ok(await setChannel(ids[1], other, 'bank'));
    const list = ok(await makeList(await reward.released(ids)));
    const as = await reward.county.again(party, 'desk');
    const params = { listId: list.id };
    // A result that says of their own payment that it failed would let it go out once more.
    const rows = await numbers(list.id);
    const [mine] = await reward.county.rows.sql<{ out_bill_no: string }>(
      'SELECT out_bill_no FROM bill WHERE county_id = $1 AND entitlement_id = $2',
      [reward.county.countyId, ids[0]],
    );
    const codes = rows.map(row => (row.out_bill_no === mine?.out_bill_no ? '51' : '00'));
    const body = { text: await resultOf(list.id, codes) };
    expect((await reward.county.call(readBankResult, { as, params, body })).refusal.code).toBe('BATCH_OWN_PARTY');
    const download = { as, params, body: { as: 'text' as const, stepUpTicket: newId() } };
    expect((await reward.county.call(downloadPayList, download)).refusal.code).toBe('BATCH_OWN_PARTY');
    expect(await states(...ids)).toEqual(['inTransfer', 'inTransfer']);
    ok(await answer(list.id, await resultOf(list.id, ['00', '00'])));
    await agrees();
  });

  it('pays into the guardian’s own account only', async () => {
    const ward = await reward.ward();
    const id = await reward.entitled(ward);
    expect((await setChannel(id, ward, 'bank', '代办人')).refusal.code).toBe('PAYEE_NAME_DIFFERS');
    const bare = { as: reward.people.maker, params: { entitlementId: id }, body: { channel: 'bank' } } as const;
    expect((await reward.county.call(setPayChannel, bare)).refusal.code).toBe('PAYEE_ACCOUNT_NEEDED');
    const [row] = await reward.county.database.owner<{ n: number }>('SELECT count(*)::int AS n FROM payee_channel WHERE person_id = $1', [
      ward.guardian.id,
    ]);
    expect(row?.n).toBe(0);
  });
});

describe('one live payment over all channels', () => {
  it('leaves a transfer under way alone; cancelled by query and decided by two it goes to the bank, once', async () => {
    const ward = await payee();
    const id = await reward.entitled(ward);
    const batchId = await reward.released([id]);
    ok(await claim(ward, id));
    ok(await setChannel(id, ward, 'bank'));
    expect((await makeList(batchId)).refusal.code).toBe('PAY_LIST_EMPTY');
    const [bill] = await reward.county.rows.sql<{ id: string }>('SELECT id FROM bill WHERE county_id = $1 AND entitlement_id = $2', [
      reward.county.countyId,
      id,
    ]);
    await expect(
      reward.county.rows.sql(
        `INSERT INTO bill (county_id, id, entitlement_id, attempt, out_bill_no, channel, list_id, amount_fen, state, payload_sealed, created_at, due_at)
         SELECT county_id, $2, entitlement_id, 2, repeat('z', 32), 'bank', $2, amount_fen, 'PROCESSING', payload_sealed, now(), now()
         FROM bill WHERE county_id = $1 AND id = $3`,
        [reward.county.countyId, newId(), bill?.id],
      ),
    ).rejects.toMatchObject({ code: '23505' });

    ok(await reward.county.call(cancelTransfer, { as: reward.people.payer, params: { entitlementId: id } }));
    await until(
      async () => (await reward.county.call(readEntitlement, { as: ward.guardian, params: { entitlementId: id } })).body.state,
      state => state === 'failed',
    );
    expect((await makeList(batchId)).refusal.code).toBe('PAY_LIST_EMPTY');
    await retryByTwo(id);
    const list = ok(await makeList(batchId));
    expect((await claim(ward, id)).body.state).toBe('inTransfer');
    ok(await answer(list.id, await resultOf(list.id, ['00'])));
    expect(await states(id)).toEqual(['paid']);
    expect((await pay.billsTo(ward.openid)).map(each => each.state)).toEqual(['CANCELLED']);
    await agrees();
  }, 20_000);

  it('comes back to WeChat only when the bank has said that it did not pay', async () => {
    const ward = await payee();
    const id = await reward.entitled(ward);
    const batchId = await reward.released([id]);
    ok(await setChannel(id, ward, 'bank'));
    const list = ok(await makeList(batchId));
    ok(await setChannel(id, ward, 'wechat'));
    expect((await claim(ward, id)).body).toEqual({ id, state: 'inTransfer' });
    expect(await pay.billsTo(ward.openid)).toEqual([]);
    ok(await answer(list.id, await resultOf(list.id, ['14'])));
    await retryByTwo(id);
    const { transfer } = ok(await claim(ward, id));
    if (!transfer) throw new Error('no transfer');
    await pay.confirm(ward.phoneId, transfer);
    await until(
      () => states(id),
      ([state]) => state === 'paid',
    );
    expect((await pay.billsTo(ward.openid)).map(each => each.state)).toEqual(['SUCCESS']);
    expect((await answer(list.id, await resultOf(list.id, ['00']))).refusal.code).toBe('PAY_LIST_ANSWERED');
    await agrees();
  }, 20_000);
});

it('pays cash to whoever has neither phone nor account, against a receipt and before two others', async () => {
  const ward = await reward.ward();
  const id = await reward.entitled(ward);
  const batchId = await reward.released([id]);
  ok(await setChannel(id, ward, 'cash'));
  const record = (witnesses: string[]) =>
    reward.county.call(recordCash, {
      as: reward.people.payer,
      params: { entitlementId: id },
      body: { receiptNumber: '现2026-001', witnesses, paidOn: reward.county.clock.today() },
    });
  expect((await record(['见证甲', '见证乙'])).refusal.code).toBe('PAYOUT_MOVE_NOT_ALLOWED');
  const list = ok(await makeList(batchId, 'cash'));
  expect((await answer(list.id, 'Z')).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
  expect((await record(['见证甲', '见证甲'])).refusal.code).toBe('CASH_WITNESSES');
  expect((await record(['见证甲', ward.guardian.name])).refusal.code).toBe('CASH_WITNESSES');
  expect((await record(['见证甲', '见证乙'])).body.state).toBe('paid');
  expect((await record(['见证甲', '见证乙'])).refusal.code).toBe('PAYOUT_MOVE_NOT_ALLOWED');
  await agrees();
});

it('leads to one payment, whichever way the money is to go at each step', async () => {
  const ward = await payee();
  const id = await reward.entitled(ward);
  for (const channel of ['cash', 'bank', 'wechat'] as const) ok(await setChannel(id, ward, channel));
  const batchId = await reward.released([id]);
  // Waits to be claimed: from WeChat to cash.
  ok(await setChannel(id, ward, 'cash'));
  expect((await claim(ward, id)).refusal.code).toBe('CHANNEL_NOT_WECHAT');
  ok(await makeList(batchId, 'cash'));
  // Under way as cash: no other way is open.
  for (const channel of ['wechat', 'bank'] as const) {
    ok(await setChannel(id, ward, channel));
    expect((await claim(ward, id)).body).toEqual({ id, state: 'inTransfer' });
    expect((await makeList(batchId, 'bank')).refusal.code).toBe('PAY_LIST_EMPTY');
  }
  const nobodyCame = { as: reward.people.payer, params: { entitlementId: id }, body: { reason: '人在外地' } };
  expect(ok(await reward.county.call(returnCash, nobodyCame)).state).toBe('failed');
  expect((await reward.county.call(returnCash, nobodyCame)).refusal.code).toBe('PAYOUT_MOVE_NOT_ALLOWED');
  // Failed: nothing goes out before two persons say so.
  expect((await makeList(batchId, 'bank')).refusal.code).toBe('PAY_LIST_EMPTY');
  await retryByTwo(id);
  const list = ok(await makeList(batchId, 'bank'));
  ok(await setChannel(id, ward, 'wechat'));
  expect((await claim(ward, id)).body).toEqual({ id, state: 'inTransfer' });
  expect(await pay.billsTo(ward.openid)).toEqual([]);
  ok(await answer(list.id, await resultOf(list.id, ['14'])));
  await retryByTwo(id);
  const { transfer } = ok(await claim(ward, id));
  ok(await setChannel(id, ward, 'cash'));
  expect((await makeList(batchId, 'cash')).refusal.code).toBe('PAY_LIST_EMPTY');
  if (!transfer) throw new Error('no transfer');
  await pay.confirm(ward.phoneId, transfer);
  await until(
    () => states(id),
    ([state]) => state === 'paid',
  );
  // Paid: no channel pays again.
  for (const channel of ['cash', 'bank'] as const) {
    ok(await setChannel(id, ward, channel));
    expect((await makeList(batchId, channel)).refusal.code).toBe('PAY_LIST_EMPTY');
  }
  expect((await pay.billsTo(ward.openid)).map(each => [each.state, each.amount])).toEqual([['SUCCESS', 60_000]]);
  const [posted] = await reward.county.rows.sql<{ n: number; fen: number }>(
    `SELECT count(*)::int AS n, sum(amount_fen)::bigint AS fen FROM ledger_posting WHERE county_id = $1 AND entitlement_id = $2 AND kind = 'paid'`,
    [reward.county.countyId, id],
  );
  expect(posted).toEqual({ n: 1, fen: 60_000 });
  await agrees();
}, 30_000);

it('stops an amount above the single limit with an explanation before anything is sent, and splits nothing', async () => {
  const ward = await payee();
  const id = await reward.entitled(ward);
  await reward.county.rows.sql('UPDATE entitlement SET amount_fen = 500001 WHERE county_id = $1 AND id = $2', [reward.county.countyId, id]);
  expect((await reward.prepare([id])).refusal.code).toBe('PAYMENT_OVER_LIMIT');
  ok(await setChannel(id, ward, 'bank'));
  expect((await reward.prepare([id])).body.entitlements).toEqual([expect.objectContaining({ channel: 'bank', warnings: [] })]);
});
