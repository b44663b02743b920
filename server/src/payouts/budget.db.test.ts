import { checkExpenditure, listExpenditures, recordExpenditure, takeBackExpenditure } from '@guanhu/shared/payouts/budget.routes';
import { sumByPurpose } from '@guanhu/shared/payouts/budget.rules';
import { BUDGET_PURPOSE_CODES, type BudgetPurpose } from '@guanhu/shared/payouts/budget.terms';
import { openBudgetLine, readOutlook } from '@guanhu/shared/payouts/finance.routes';
import { prepareBatch, readFunds, recordAppropriation } from '@guanhu/shared/payouts/payouts.routes';
import type { Id } from '@guanhu/shared/kernel/ids';
import { newId } from '../platform/ids.ts';
import { ok, rewardCounty, type RewardCounty } from '../testing/reward.ts';
import { ScriptedMerchant } from '../testing/scripted-merchant.ts';

const OTHERS = BUDGET_PURPOSE_CODES.filter(purpose => purpose !== 'reward');
let reward: RewardCounty;
beforeAll(async () => {
  reward = await rewardCounty({ openMerchant: new ScriptedMerchant().open });
});
afterAll(() => reward.county.close());

const year = () => Number(reward.county.clock.today().slice(0, 4));
const payer = () => ({ as: reward.people.payer });
const fund = async () => {
  const [office] = ok(await reward.county.call(readFunds, payer())).offices;
  if (!office) throw new Error('no office');
  return office;
};
const open = (purpose: BudgetPurpose, code = `7-${purpose}`) =>
  reward.county.call(openBudgetLine, {
    ...payer(),
    body: { officeId: reward.officeId, year: year(), code, name: '试科目', purpose, plannedFen: 9_000 },
  });
let documents = 0;
const receive = async (lineId: Id, amountFen: number) => {
  documents += 1;
  const body = {
    officeId: reward.officeId,
    lineId,
    amountFen,
    receivedOn: reward.county.clock.today(),
    documentNumber: `拨 ${String(documents)}`,
  };
  ok(await reward.county.call(recordAppropriation, { ...payer(), body }));
};
const spend = (lineId: Id, amountFen: number, documentNumber: string, more: object = {}, as = reward.people.payer) => {
  const body = { expenditureId: newId(), amountFen, paidOn: reward.county.clock.today(), documentNumber, words: '购买筛查用品', ...more };
  return reward.county.call(recordExpenditure, { as, params: { lineId }, body });
};
const rowsOf = async (as = reward.people.payer, query: object = {}) => ok(await reward.county.call(listExpenditures, { as, query })).rows;
const balancesOf = async (lineId: Id) => (await fund()).lines.find(line => line.id === lineId)?.balances;

it('gives every purpose a line with what is planned, received, spent and left (YM-23, BQ-10)', async () => {
  for (const purpose of OTHERS) {
    const { id: lineId } = ok(await open(purpose));
    await receive(lineId, 5_000);
    ok(await spend(lineId, 1_200, `凭 ${purpose}`));
  }
  const { lines, agrees } = await fund();
  expect(agrees).toBe(true);
  expect(sumByPurpose(lines, year())).toEqual([
    { purpose: 'reward', plannedFen: 0, receivedFen: 0, spentFen: 0, leftFen: 0 },
    ...OTHERS.map(purpose => ({ purpose, plannedFen: 9_000, receivedFen: 5_000, spentFen: 1_200, leftFen: 3_800 })),
  ]);
  expect((await rowsOf(reward.people.payer, { purpose: 'screening' })).map(row => row.documentNumber)).toEqual(['凭 screening']);
});

it('spends not one fen more than came, and a voucher once', async () => {
  const { id: lineId } = ok(await open('emergency', 'edge'));
  await receive(lineId, 1_000);
  expect((await spend(lineId, 1_001, '凭 1')).refusal.code).toBe('FUNDS_NOT_ENOUGH');
  ok(await spend(lineId, 999, '凭 1'));
  expect((await spend(lineId, 1, '凭 1')).refusal.code).toBe('EXPENDITURE_RECORDED');
  expect((await spend(lineId, 1, '凭 2', { paidOn: '2999-01-01' })).status).toBe(400);
  ok(await spend(lineId, 1, '凭 2'));
  expect((await spend(lineId, 1, '凭 3')).refusal.code).toBe('FUNDS_NOT_ENOUGH');
  expect(await balancesOf(lineId)).toMatchObject({ available: 0, spent: 1_000 });
});

it('lets two spend the last fen once', async () => {
  const { id: lineId } = ok(await open('rating', 'race'));
  await receive(lineId, 100);
  const answers = await Promise.all(['甲', '乙', '丙'].map(document => spend(lineId, 60, document)));
  expect(answers.map(answer => answer.status).sort()).toEqual([200, 409, 409]);
  expect(await balancesOf(lineId)).toMatchObject({ available: 40, spent: 60 });
});

it('never touches the reward’s money for anything else, nor other money for the reward (YM-23, TH-08)', async () => {
  const { id: rewardLine } = ok(await open('reward'));
  const { id: relief } = ok(await open('relief', 'apart'));
  await receive(rewardLine, 60_000);
  await receive(relief, 500_000);
  expect((await spend(rewardLine, 1, '凭 9')).refusal.code).toBe('BUDGET_OF_REWARD');
  const entitlementIds = [await reward.entitled(await reward.ward())];
  const prepared = (lineId?: Id) =>
    reward.county.call(prepareBatch, { as: reward.people.maker, body: { title: '试批次', entitlementIds, ...(lineId && { lineId }) } });
  expect((await prepared(relief)).refusal.code).toBe('BUDGET_NOT_OF_REWARD');
  // By itself the reward's line is chosen, although another one holds more; and only its money counts for what the year still needs.
  expect(ok(await reward.county.call(readOutlook, payer())).availableFen).toBe(60_000);
  const batch = ok(await prepared());
  ok(await reward.check(batch.id));
  expect(await balancesOf(rewardLine)).toMatchObject({ available: 0, committed: 60_000 });
  expect(await balancesOf(relief)).toMatchObject({ available: 500_000, committed: 0 });
  expect(await fund()).toMatchObject({ agrees: true, balances: { available: 0, committed: 60_000 } });
  // The database holds to it as well.
  const sql = (text: string) => reward.county.database.owner(text);
  await expect(sql(`UPDATE batch SET line_id = '${relief}' WHERE id = '${batch.id}'`)).rejects.toThrow(/batch_line/);
  await expect(sql(`UPDATE expenditure SET line_id = '${rewardLine}', purpose = 'reward'`)).rejects.toThrow(/expenditure_not_of_reward/);
  await expect(
    sql(
      `UPDATE budget_line SET purpose = 'reward' WHERE id = '${relief}'; UPDATE budget_line SET purpose = 'relief' WHERE id = '${rewardLine}'`,
    ),
  ).rejects.toThrow(/batch_line/);
});

it('keeps the code of the line that an office is given by itself for the reward', async () => {
  expect((await open('relief', '00')).refusal.code).toBe('BUDGET_LINE_EXISTS');
});

it('takes back what was typed by mistake, and both stay on record', async () => {
  const { id: lineId } = ok(await open('review', 'back'));
  await receive(lineId, 1_000);
  const { expenditureId } = ok(await spend(lineId, 700, '凭 8'));
  const takeBack = (as = reward.people.payer) =>
    reward.county.call(takeBackExpenditure, { as, params: { expenditureId }, body: { words: '记错了科目' } });
  expect((await takeBack(reward.people.checker)).status).toBe(404);
  ok(await takeBack());
  expect((await takeBack()).refusal.code).toBe('EXPENDITURE_FIXED');
  expect(await balancesOf(lineId)).toMatchObject({ available: 1_000, spent: 0 });
  // The voucher can be written down again, as it should have been.
  ok(await spend(lineId, 70, '凭 8'));
  const [again, first] = (await rowsOf()).filter(row => row.documentNumber === '凭 8');
  expect(again).toMatchObject({ amountFen: 70, steps: [], may: { takeBack: true, check: false } });
  expect(first).toMatchObject({
    amountFen: 700,
    steps: [{ step: 'takenBack', words: '记错了科目' }],
    may: { takeBack: false, check: false },
  });
  expect((await fund()).agrees).toBe(true);
});

it('has the use of treatment funds looked into by somebody else, once (TH-08)', async () => {
  const { id: lineId } = ok(await open('treatment', 'use'));
  await receive(lineId, 1_000);
  const { expenditureId } = ok(await spend(lineId, 300, '凭 7'));
  const asked = await reward.county.database.owner<{ person: string }>(
    `SELECT payload ->> 'personId' AS person FROM outbox WHERE key LIKE 'review:expenditure:${expenditureId}:%'`,
  );
  expect(asked).toEqual([{ person: reward.people.checker.id }]);
  const check = (as = reward.people.checker) =>
    reward.county.call(checkExpenditure, { as, params: { expenditureId }, body: { words: '药品已入库' } });
  expect((await check(reward.people.payer)).status).toBe(404);
  await reward.county.rows.sql(
    `INSERT INTO post (county_id, id, person_id, role, area_id, from_on) VALUES ($1, $2, $3, 'townshipLead', $4, '2020-01-01')`,
    [reward.county.countyId, newId(), reward.people.payer.id, reward.county.areas.township],
  );
  expect((await check(reward.people.payer)).refusal.code).toBe('EXPENDITURE_SAME_PERSON');
  ok(await check());
  expect((await check()).refusal.code).toBe('EXPENDITURE_FIXED');
  const [row] = await rowsOf(reward.people.checker);
  expect(row).toMatchObject({ steps: [{ step: 'checked', by: reward.people.checker.name, words: '药品已入库' }], may: { check: false } });
  const takeBack = { params: { expenditureId }, body: { words: '记错了' } };
  expect((await reward.county.call(takeBackExpenditure, { ...payer(), ...takeBack })).refusal.code).toBe('EXPENDITURE_FIXED');
});

it('shows nothing to other townships, and keeps what it was for sealed', async () => {
  const stranger = await reward.county.person({ role: 'financeOfficer', area: reward.county.areas.otherTownship });
  expect(await rowsOf(stranger)).toEqual([]);
  const [line] = (await fund()).lines.filter(one => one.purpose === 'relief');
  expect((await spend(line?.id ?? '', 1, '凭 6', {}, stranger)).status).toBe(404);
  const [found] = await reward.county.database.owner<{ found: number }>(
    `SELECT count(*)::int AS found FROM expenditure WHERE position(convert_to('购买', 'UTF8') IN words_sealed) > 0`,
  );
  expect(found?.found).toBe(0);
});
