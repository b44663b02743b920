import { approveDeskTicket, requestStepUp } from '@guanhu/shared/access/access.routes';
import { addDays } from '@guanhu/shared/kernel/calendar-date';
import { makePayList, recordCash, setPayChannel } from '@guanhu/shared/payouts/channels.routes';
import {
  downloadBatchReport,
  openBudgetLine,
  planBudgetLine,
  publishNotice,
  readOutlook,
  readPublicNotice,
} from '@guanhu/shared/payouts/finance.routes';
import { prepareBatch, readBatch, readFunds, recordAppropriation } from '@guanhu/shared/payouts/payouts.routes';
import { Accounts } from '../access/access.public.ts';
import { ok, rewardCounty, type RewardCounty, type Ward } from '../testing/reward.ts';
import { ScriptedMerchant } from '../testing/scripted-merchant.ts';

const PERIOD = 60_000;
let reward: RewardCounty;
beforeAll(async () => {
  reward = await rewardCounty({ openMerchant: new ScriptedMerchant({ outcome: 'not-found' }).open });
  ok(await reward.appropriate(10_000_000));
});
afterAll(() => reward.county.close());

const outlook = async () => ok(await reward.county.call(readOutlook, { as: reward.people.payer }));
const fund = async () => ok(await reward.county.call(readFunds, { as: reward.people.payer })).offices[0];
const notice = async (batchId: string) => ok(await reward.county.call(readPublicNotice, { as: reward.people.maker, params: { batchId } }));
const publish = (batchId: string, as = reward.people.maker) => reward.county.call(publishNotice, { as, params: { batchId } });
const prepared = async (many: number) => {
  const ids: string[] = [];
  for (let n = 0; n < many; n += 1) ids.push(await reward.entitled(await reward.ward()));
  return ok(await reward.prepare(ids));
};

describe('lines of the budget', () => {
  const open = (code: string, more: object = {}, as = reward.people.payer) => {
    const body = { officeId: reward.officeId, year: 2026, code, name: '监护以奖代补', plannedFen: 5_000_000, ...more };
    return reward.county.call(openBudgetLine, { as, body });
  };
  const plan = (lineId: string, plannedFen: number, was: number, as = reward.people.payer) =>
    reward.county.call(planBudgetLine, { as, params: { lineId }, body: { plannedFen, was } });

  it('are opened and planned by finance, once each, on the plan that was read', async () => {
    const { id } = ok(await open('2101101'));
    expect((await open('2101101')).refusal.code).toBe('BUDGET_LINE_EXISTS');
    expect((await open('2101102', {}, reward.people.maker)).status).toBe(404);
    ok(await plan(id, 6_000_000, 5_000_000));
    expect((await plan(id, 7_000_000, 5_000_000)).refusal.code).toBe('STALE');
    expect((await plan(id, 7_000_000, 6_000_000, reward.people.checker)).status).toBe(404);
    expect((await fund())?.lines.find(line => line.id === id)).toMatchObject({ plannedFen: 6_000_000, balances: { available: 0 } });
    const changes = await reward.county.database.owner<{ facts: unknown }>(
      `SELECT facts FROM deed WHERE object_id = '${id}' AND act = 'payouts:budget-line-planned'`,
    );
    expect(changes).toMatchObject([{ facts: { wasFen: 5_000_000, plannedFen: 6_000_000 } }]);
  });

  it('pay only what was received under them', async () => {
    const { id: lineId } = ok(await open('2101103'));
    const receivedOn = reward.county.clock.today();
    const body = { officeId: reward.officeId, lineId, amountFen: PERIOD, receivedOn, documentNumber: '拨科目' };
    ok(await reward.county.call(recordAppropriation, { as: reward.people.payer, body }));
    const prepareOn = async () => {
      const entitlementIds = [await reward.entitled(await reward.ward())];
      const answer = await reward.county.call(prepareBatch, { as: reward.people.maker, body: { title: '科目', entitlementIds, lineId } });
      return ok(answer).id;
    };
    const [first, second] = [await prepareOn(), await prepareOn()];
    ok(await reward.check(first));
    expect((await reward.check(second)).refusal.code).toBe('FUNDS_NOT_ENOUGH');
    expect((await fund())?.lines.find(line => line.id === lineId)?.balances).toMatchObject({ available: 0, committed: PERIOD });
  });
});

it('pays from what is left of the year before, while this year has no money', async () => {
  const january = await rewardCounty({ openMerchant: new ScriptedMerchant().open });
  try {
    const receivedOn = addDays(january.county.clock.today(), -1);
    const lastYear = Number(receivedOn.slice(0, 4)) - 1;
    const line = { officeId: january.officeId, year: lastYear, code: '1', name: '结转', plannedFen: PERIOD };
    const { id: lineId } = ok(await january.county.call(openBudgetLine, { as: january.people.payer, body: line }));
    const body = { officeId: january.officeId, lineId, amountFen: PERIOD, receivedOn, documentNumber: '结转' };
    ok(await january.county.call(recordAppropriation, { as: january.people.payer, body }));
    const batch = ok(await january.prepare([await january.entitled(await january.ward())]));
    expect(batch.availableFen).toBe(PERIOD);
    ok(await january.check(batch.id));
  } finally {
    await january.county.close();
  }
});

it('foresees the year: approved, set aside and paid each in its place, and what is missing (BQ-05, YM-23)', async () => {
  const ward = await reward.ward();
  const before = await outlook();
  const id = await reward.entitled(ward);
  const approved = await outlook();
  expect(approved.approvedFen - before.approvedFen).toBe(PERIOD);
  const [ahead] = await reward.county.rows.sql<{ fen: number }>(
    `SELECT coalesce(sum(full_fen), 0)::bigint AS fen FROM appraisal
     WHERE county_id = $1 AND state IN ('gathering', 'proposed') AND extract(year FROM to_on) <= $2`,
    [reward.county.countyId, approved.year],
  );
  expect(approved.expectedFen).toBe(ahead?.fen);
  expect(approved.neededFen).toBe(approved.approvedFen + approved.expectedFen);
  expect(approved.missingFen).toBe(Math.max(0, approved.neededFen - approved.availableFen));

  ok(
    await reward.county.call(setPayChannel, {
      as: reward.people.maker,
      params: { entitlementId: id },
      body: { channel: 'cash' },
    }),
  );
  const batchId = await reward.released([id]);
  const aside = await outlook();
  expect([aside.approvedFen, aside.availableFen]).toEqual([before.approvedFen, approved.availableFen - PERIOD]);
  const { payer } = reward.people;
  ok(await reward.county.call(makePayList, { as: payer, params: { batchId }, body: { channel: 'cash' } }));
  const body = { receiptNumber: '现一', witnesses: ['见证甲', '见证乙'], paidOn: reward.county.clock.today() };
  ok(await reward.county.call(recordCash, { as: payer, params: { entitlementId: id }, body }));
  const month = Number(reward.county.clock.today().slice(5, 7));
  expect((await outlook()).paid).toEqual([{ townshipName: expect.any(String) as string, month, payments: 1, fen: PERIOD }]);
});

describe('the public notice', () => {
  it('is numbers and sums, put up once, when the batch has been checked', async () => {
    const batch = await prepared(3);
    expect((await publish(batch.id)).refusal.code).toBe('BATCH_MOVE_NOT_ALLOWED');
    ok(await reward.check(batch.id));
    const seen = await notice(batch.id);
    expect(seen).toMatchObject({
      sums: { people: 3, totalFen: 3 * PERIOD, shares: [{ amountFen: PERIOD, people: 3 }], others: 0 },
      publishedOn: null,
      mayPublish: true,
    });
    for (const { guardianName, patientName, villageName } of batch.entitlements)
      for (const name of [guardianName, patientName, villageName]) expect(JSON.stringify(seen)).not.toContain(name);
    expect((await publish(batch.id, reward.people.payer)).status).toBe(404);
    expect(ok(await publish(batch.id))).toMatchObject({ publishedOn: reward.county.clock.today(), mayPublish: false });
    expect(ok(await publish(batch.id)).publishedOn).toBe(reward.county.clock.today());
    const { steps } = ok(await reward.county.call(readBatch, { as: reward.people.payer, params: { batchId: batch.id } }));
    expect(steps.filter(step => step.step === 'noticed')).toHaveLength(1);
  });

  it('is not put up about one or two', async () => {
    const batch = await prepared(2);
    ok(await reward.check(batch.id));
    expect((await notice(batch.id)).sums).toBeNull();
    expect((await publish(batch.id)).refusal.code).toBe('NOTICE_TOO_FEW');
  });
});

it('hands the report out as a workbook and on A4, each time approved on the phone', async () => {
  const batch = await prepared(1);
  const { payer, payersPhone } = reward.people;
  const download = async (as: 'workbook' | 'pdf', ticket?: string) => {
    const asked = ok(
      await reward.county.call(requestStepUp, { as: payer, body: { purpose: 'data:export', objectId: batch.id, device: '财政所电脑' } }),
    );
    ok(await reward.county.call(approveDeskTicket, { as: payersPhone, params: { code: asked.code } }));
    const body = { as, stepUpTicket: ticket ?? asked.ticketId };
    return {
      ...(await reward.county.call(downloadBatchReport, { as: payer, params: { batchId: batch.id }, body })),
      ticket: asked.ticketId,
    };
  };
  const pdf = await download('pdf');
  const workbook = await download('workbook');
  const startOf = (answer: typeof pdf) => Buffer.from(ok(answer).content, 'base64').subarray(0, 4).toString();
  expect([startOf(pdf), ok(pdf).fileName.split('.').at(-1)]).toEqual(['%PDF', 'pdf']);
  expect([startOf(workbook).slice(0, 2), ok(workbook).fileName.split('.').at(-1)]).toEqual(['PK', 'xlsx']);
  expect((await download('pdf', pdf.ticket)).refusal.code).toBe('STEP_UP_NEEDED');
}, 20_000);

describe('what has changed since a batch was made', () => {
  let ward: Ward;
  let batchId: string;
  beforeAll(async () => {
    ward = await reward.ward({ openid: 'o-frozen' });
    const batch = ok(await reward.prepare([await reward.entitled(ward)]));
    batchId = batch.id;
    expect(batch.entitlements.map(row => row.changed)).toEqual([[]]);
  });
  const sql = (text: string, ...values: unknown[]) => reward.county.rows.sql(text, [reward.county.countyId, ...values]);
  const changes = async (as = reward.people.checker) =>
    ok(await reward.county.call(readBatch, { as, params: { batchId } })).entitlements.flatMap(row => row.changed);

  it('is shown to whoever checks and whoever pays, fact by fact', async () => {
    const entitlement = async () =>
      ok(await reward.county.call(readBatch, { as: reward.people.payer, params: { batchId } })).entitlements[0];
    await reward.county.rows.inTransaction(async tx => {
      await reward.county.app.get(Accounts).release(tx, [ward.guardian.id]);
      await reward.county.app.get(Accounts).bind(tx, ward.guardian.id, 'o-frozen-other');
    });
    const account = { bank: '试验农商行', number: '6217000000000000009', holder: ward.guardian.name };
    const params = { entitlementId: (await entitlement())?.id ?? '' };
    ok(await reward.county.call(setPayChannel, { as: reward.people.maker, params, body: { channel: 'bank', account } }));
    await sql(`UPDATE patient SET state = 'deceased', care = '{}' WHERE county_id = $1 AND id = $2`, ward.patientId);
    await sql(
      `UPDATE agreement SET standards = '[{"from":"2020-01-01","yearlyFen":1}]' WHERE county_id = $1 AND patient_id = $2`,
      ward.patientId,
    );
    await sql(`UPDATE agreement SET state = 'suspended' WHERE county_id = $1 AND patient_id = $2`, ward.patientId);
    await sql(
      `UPDATE guardianship SET until = since - 1 WHERE county_id = $1 AND patient_id = $2 AND person_id = $3`,
      ward.patientId,
      ward.guardian.id,
    );
    await sql('UPDATE entitlement SET amount_fen = amount_fen - 1 WHERE county_id = $1 AND batch_id = $2', batchId);
    const all = [
      '领款人已不是患者的监护人',
      '换绑了微信',
      '收款方式：微信 → 一卡通',
      '金额：600.00 元 → 599.99 元',
      '协议的补助标准有变化',
      '协议：履行中 → 已暂停',
      '患者已死亡',
    ];
    expect(await changes()).toEqual(all);
    expect(await changes(reward.people.payer)).toEqual(all);
  });

  it('is kept sealed', async () => {
    const [row] = await reward.county.database.owner<{ frozen_sealed: Buffer }>(
      `SELECT frozen_sealed FROM entitlement WHERE batch_id = '${batchId}'`,
    );
    expect(row?.frozen_sealed.includes('guardianName')).toBe(false);
  });
});
