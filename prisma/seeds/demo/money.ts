import { setTimeout as sleep } from 'node:timers/promises';
import { listOrganisations } from '@guanhu/shared/access/access.routes';
import { addDays, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import { recordExpenditure } from '@guanhu/shared/payouts/budget.routes';
import { setPayChannel } from '@guanhu/shared/payouts/channels.routes';
import { openBudgetLine } from '@guanhu/shared/payouts/finance.routes';
import {
  checkBatch,
  claimEntitlement,
  listEntitlements,
  myEntitlements,
  prepareBatch,
  readEntitlement,
  recordAppropriation,
  releaseBatch,
} from '@guanhu/shared/payouts/payouts.routes';
import { decideRecovery, proposeRecovery, recordRepayment } from '@guanhu/shared/payouts/recoveries.routes';
import { newId } from '@guanhu/server/platform/ids';
import type { Agreements } from './agreements.ts';
import type { BatchName, RewardPlan } from './reward-plan.ts';
import { areaId, townshipOf, type Story } from './story.ts';

/** What finance hands over, of what the year foresees. */
const APPROPRIATION_FEN = 3_000_000;
const PLANNED_FEN = 4_800_000;
const TITLES: { readonly [B in BatchName]: string } = {
  released: '监护补助（第一批）',
  paid: '监护补助（第一批·先行发放）',
  checked: '监护补助（第一批）',
  draft: '监护补助（补发）',
};
/** How far each batch is carried. */
const HANDS: { readonly [B in BatchName]: 1 | 2 | 3 } = { draft: 1, checked: 2, released: 3, paid: 3 };
const ASKED_BACK_FEN = 15_000;
const REPAID_FEN = 5_000;
const PATIENCE_MS = 20_000;

/** Finance's money of each township, recorded when it came. */
export async function recordFunds(story: Story): Promise<void> {
  const { house, people, cast, today } = story;
  for (const township of cast.townships) {
    house.clock.pass(10);
    const as = await people.desk(`releaser@${township.key}`);
    const { rows } = await house.call(listOrganisations, { as });
    const office = rows.find(one => one.kind === 'financeOffice' && one.areaId === areaId(story, township.key));
    if (!office) throw new Error(`${township.name} has no finance office`);
    const receivedOn = addDays(today, -14);
    const line = { officeId: office.organisationId, year: Number(receivedOn.slice(0, 4)), code: '2101399', name: '监护以奖代补' };
    const { id: lineId } = await house.call(openBudgetLine, { as, body: { ...line, plannedFen: PLANNED_FEN } });
    const body = {
      officeId: office.organisationId,
      lineId,
      amountFen: APPROPRIATION_FEN,
      receivedOn,
      documentNumber: `${today.slice(0, 4)}年社财字第${String(17 + cast.townships.indexOf(township))}号`,
    };
    await house.call(recordAppropriation, { as, body });
    await recordOtherFunds(story, as, { officeId: office.organisationId, receivedOn });
  }
}

/** What finance holds for other work than the reward, and what it has spent of it. */
const OTHER_FUNDS = [
  {
    purpose: 'screening',
    code: '2101301',
    name: '排查筛查经费',
    plannedFen: 600_000,
    receivedFen: 300_000,
    spent: [84_000, '排查表格印制和误工补助'],
  },
  {
    purpose: 'review',
    code: '2101302',
    name: '诊断复核经费',
    plannedFen: 500_000,
    receivedFen: 250_000,
    spent: [120_000, '县医院专家下乡复核'],
  },
  {
    purpose: 'emergency',
    code: '2101304',
    name: '应急处置经费',
    plannedFen: 400_000,
    receivedFen: 400_000,
    spent: [36_500, '应急护送车辆燃油'],
  },
  { purpose: 'relief', code: '2101305', name: '困难救助经费', plannedFen: 800_000, receivedFen: 200_000, spent: null },
  {
    purpose: 'treatment',
    code: '2101306',
    name: '治疗经费',
    plannedFen: 1_200_000,
    receivedFen: 600_000,
    spent: [215_600, '免费药品季度结算'],
  },
  {
    purpose: 'rehabilitation',
    code: '2101308',
    name: '社区康复经费',
    plannedFen: 300_000,
    receivedFen: 150_000,
    spent: [45_000, '康复场所桌椅和材料'],
  },
  { purpose: 'elsewhere', code: '2101307', name: '身份不明人员救治费用', plannedFen: 500_000, receivedFen: 500_000, spent: null },
] as const;

async function recordOtherFunds(
  { house }: Story,
  as: Awaited<ReturnType<Story['people']['desk']>>,
  { officeId, receivedOn }: { readonly officeId: Id; readonly receivedOn: CalendarDate },
): Promise<void> {
  for (const { purpose, code, name, plannedFen, receivedFen, spent } of OTHER_FUNDS) {
    const year = Number(receivedOn.slice(0, 4));
    const { id: lineId } = await house.call(openBudgetLine, { as, body: { officeId, year, code, name, purpose, plannedFen } });
    const documentNumber = `${String(year)}年社财字第${code.slice(-2)}号`;
    await house.call(recordAppropriation, { as, body: { officeId, lineId, amountFen: receivedFen, receivedOn, documentNumber } });
    if (spent === null) continue;
    const [amountFen, words] = spent;
    const body = {
      expenditureId: newId(),
      amountFen,
      paidOn: receivedOn,
      documentNumber: `记账凭证${code.slice(-3)}号`,
      words,
    };
    await house.call(recordExpenditure, { as, params: { lineId }, body });
  }
}

/** The batches of the plans, each as far as three persons have carried it. */
export async function runBatches(story: Story, plans: readonly RewardPlan[], agreements: Agreements): Promise<void> {
  for (const { key } of story.cast.townships) {
    for (const name of Object.keys(HANDS) as BatchName[]) {
      const inside = plans.filter(plan => plan.batch === name && townshipOf(story, plan.patient) === key);
      if (inside.length === 0) continue;
      await payByBank(story, key, new Set(inside.filter(plan => plan.byBank).map(plan => agreements.get(plan.patient.key))));
      await runBatch(story, key, name, new Set(inside.map(plan => agreements.get(plan.patient.key))));
    }
  }
}

/** The office writes down the guardians' own accounts. */
async function payByBank({ house, people }: Story, township: string, of: ReadonlySet<Id | undefined>): Promise<void> {
  if (of.size === 0) return;
  const as = await people.desk(`maker@${township}`);
  const { rows } = await house.call(listEntitlements, { as, query: { state: 'approved', limit: 100 } });
  for (const { id: entitlementId, agreementId, guardianName: holder } of rows) {
    if (!of.has(agreementId)) continue;
    const body = { channel: 'bank', account: { bank: '澄岚农商银行（演示）', number: '6217009901010000017', holder } } as const;
    await house.call(setPayChannel, { as, params: { entitlementId }, body });
  }
}

async function runBatch({ house, people }: Story, township: string, name: BatchName, inside: ReadonlySet<Id | undefined>): Promise<void> {
  const [maker, checker, releaser] = [`maker@${township}`, `checker@${township}`, `releaser@${township}`];
  const as = await people.desk(maker);
  const { rows } = await house.call(listEntitlements, { as, query: { state: 'approved', limit: 100 } });
  const entitlementIds = rows.filter(row => inside.has(row.agreementId)).map(row => row.id);
  const { id: batchId, version } = await house.call(prepareBatch, { as, body: { title: TITLES[name], entitlementIds } });
  const params = { batchId };
  if (HANDS[name] === 1) return;
  const checked = await house.call(checkBatch, { as: await people.desk(checker), params, body: { version } });
  if (HANDS[name] === 2) return;
  const stepUpTicket = await people.stepUp(releaser, 'batch:release', batchId);
  await house.call(releaseBatch, { as: await people.desk(releaser), params, body: { version: checked.version, stepUpTicket } });
}

/** Guardians claim; some confirm the receipt on the phone, one of them in vain, and one leaves it for the visitor. */
export async function payOut(story: Story, plans: readonly RewardPlan[]): Promise<void> {
  for (const plan of plans) if (plan.money !== undefined) await claim(story, plan);
  await story.house.keepPromises(); // what is settled is reconciled
}

async function claim({ house, people, wall }: Story, { patient, money }: RewardPlan): Promise<void> {
  const [{ personKey }] = patient.guardians;
  const phoneId = people.phoneOf(personKey);
  if (phoneId === undefined) throw new Error(`${personKey} has no phone to receive money on`);
  const as = await people.phone(personKey);
  const { rows } = await house.call(myEntitlements, { as });
  const entitlementId = rows.find(row => row.state === 'claimable')?.id ?? '';
  const params = { entitlementId };
  await house.call(claimEntitlement, { as, params });
  const { transfer } = await until(
    () => house.call(readEntitlement, { as, params }),
    one => one.transfer !== undefined,
  );
  if (money === 'claimed' || transfer === undefined) return;
  if (money === 'failed') await wall.failTransfers(phoneId, 'REAL_NAME_CHECK_FAIL');
  await wall.receive(phoneId, transfer);
  await until(
    () => house.call(readEntitlement, { as, params }),
    one => one.state === 'paid' || one.state === 'failed',
  );
  if (money === 'failed') await wall.failTransfers(phoneId, null);
}

/** Of money that was paid in vain some is asked back by two, and finance has some of it already. */
export async function askBack({ house, people, cast, today }: Story, plans: readonly RewardPlan[], agreements: Agreements): Promise<void> {
  for (const { patient } of plans.filter(plan => plan.askedBack)) {
    const township = townshipOf({ cast }, patient);
    const [maker, checker, releaser] = [`maker@${township}`, `checker@${township}`, `releaser@${township}`];
    const as = await people.desk(maker);
    const { rows } = await house.call(listEntitlements, { as, query: { state: 'paid', limit: 100 } });
    const paid = rows.find(row => row.agreementId === agreements.get(patient.key));
    if (!paid) throw new Error(`${patient.key} has nothing to give back`);
    const body = {
      recoveryId: newId(),
      amountFen: ASKED_BACK_FEN,
      reason: '核实：有一个月患者住在外省亲戚家，没有如实报告',
      guardianSaid: '认可，已经退了一部分，其余分两次退',
      guardianHeardOn: today,
    };
    const proposed = await house.call(proposeRecovery, { as, params: { entitlementId: paid.id }, body });
    const params = { recoveryId: proposed.id };
    const decided = { version: proposed.version, decision: 'agree' } as const;
    const { version } = await house.call(decideRecovery, { as: await people.desk(checker), params, body: decided });
    const repaid = { version, amountFen: REPAID_FEN, documentNumber: '演示收字第3号', paidOn: today };
    await house.call(recordRepayment, { as: await people.desk(releaser), params, body: repaid });
  }
}

/** Asks again and again, as the phone does, until the answer fits. */
async function until<T>(ask: () => Promise<T>, fits: (answer: T) => boolean): Promise<T> {
  for (const giveUpAt = performance.now() + PATIENCE_MS; ;) {
    const answer = await ask();
    if (fits(answer)) return answer;
    if (performance.now() > giveUpAt) throw new Error('WeChat Pay did not answer in time');
    await sleep(100);
  }
}
