import { claimEntitlement, readEntitlement, readFunds } from '@guanhu/shared/payouts/payouts.routes';
import fc from 'fast-check';
import { Database } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import type { CreateOutcome, QueryOutcome } from '../platform/wechat-pay/transfer-bills.ts';
import { rewardCounty, type RewardCounty, type Ward } from '../testing/reward.ts';
import { ScriptedMerchant } from '../testing/scripted-merchant.ts';
import { DriveBill } from './drive-bill.ts';
import { pauseCalls, takeSlots } from './merchant.store.ts';
import { rateOf } from './slots.rules.ts';

const merchant = new ScriptedMerchant();
let reward: RewardCounty;
beforeAll(async () => {
  reward = await rewardCounty({ openMerchant: merchant.open });
  await reward.appropriate(1_000_000_000);
});
afterAll(() => reward.county.close());
beforeEach(async () => {
  for (const list of [merchant.created, merchant.asked, merchant.creations, merchant.queries]) list.length = 0;
  // An account that lacked money waits a minute.
  await reward.county.database.owner('UPDATE merchant_token SET paused_until = NULL');
});

const lost = { outcome: 'unknown', why: 'timeout', advice: 'query' } as const;
const made = (more: Partial<Extract<CreateOutcome, { outcome: 'created' }>> = {}): CreateOutcome => ({
  outcome: 'created',
  transferBillNo: '1330000000000000000000000000000',
  state: 'WAIT_USER_CONFIRM',
  stateWord: 'WAIT_USER_CONFIRM',
  packageInfo: 'the-key',
  ...more,
});
type Stated = Extract<QueryOutcome, { outcome: 'found' }>['bill']['state'];
const found = (outBillNo: string, state: Stated, more: object = {}): QueryOutcome => ({
  outcome: 'found',
  bill: { outBillNo, transferBillNo: '133', mchid: '1900000001', state, stateWord: state, amountFen: 60_000, ...more },
});

let openids = 0;
/** A claim whose first call was answered as scripted. */
async function claimed(): Promise<{ ward: Ward; id: string; outBillNo: string }> {
  openids += 1;
  const ward = await reward.ward({ openid: `o-scripted-${String(openids)}` });
  const id = await reward.entitled(ward);
  await reward.released([id]);
  await reward.county.call(claimEntitlement, { as: ward.guardian, params: { entitlementId: id } });
  const [bill] = await reward.county.rows.sql<{ out_bill_no: string }>(
    'SELECT out_bill_no FROM bill WHERE county_id = $1 AND entitlement_id = $2',
    [reward.county.countyId, id],
  );
  return { ward, id, outBillNo: bill?.out_bill_no ?? '' };
}
const drive = (outBillNo: string) => reward.county.app.get(DriveBill).run(reward.county.countyId, outBillNo);
const stored = async (outBillNo: string) => {
  const [row] = await reward.county.rows.sql<{ state: string; trouble: string | null }>(
    'SELECT state, trouble FROM bill WHERE county_id = $1 AND out_bill_no = $2',
    [reward.county.countyId, outBillNo],
  );
  return row;
};
const state = async (id: string) => {
  const [row] = await reward.county.rows.sql<{ state: string }>('SELECT state FROM entitlement WHERE county_id = $1 AND id = $2', [
    reward.county.countyId,
    id,
  ]);
  return row?.state;
};

it('asks first when in doubt, and sends the same number with the same fields again', async () => {
  const { id, outBillNo } = await claimed();
  merchant.queries.push({ outcome: 'not-found' }, lost, { outcome: 'not-found' });
  merchant.creations.push(lost, made());
  expect(await drive(outBillNo)).toBe('waiting');
  // The platform could not be asked: nothing may be sent.
  expect(await drive(outBillNo)).toBe('waiting');
  expect(merchant.created).toHaveLength(2);
  expect(await drive(outBillNo)).toBe('confirmable');
  expect(merchant.created).toHaveLength(3);
  expect(new Set(merchant.created.map(draft => JSON.stringify(draft))).size).toBe(1);
  expect(merchant.created[0]?.outBillNo).toBe(outBillNo);
  expect(merchant.asked).toEqual([outBillNo, outBillNo, outBillNo]);
  expect(await state(id)).toBe('inTransfer');
});

it('asks for the key once more when the bill began without one', async () => {
  merchant.creations.push(made({ state: 'ACCEPTED', stateWord: 'ACCEPTED', packageInfo: undefined as never }));
  const { ward, id, outBillNo } = await claimed();
  merchant.queries.push(found(outBillNo, 'WAIT_USER_CONFIRM'));
  merchant.creations.push(made());
  expect(await drive(outBillNo)).toBe('confirmable');
  const { body } = await reward.county.call(readEntitlement, { as: ward.guardian, params: { entitlementId: id } });
  expect(body.transfer?.package).toBe('the-key');
});

it('creates nothing once more that the platform has acknowledged and does not find', async () => {
  merchant.creations.push(made({ state: 'ACCEPTED', stateWord: 'ACCEPTED', packageInfo: undefined as never }));
  const { id, outBillNo } = await claimed();
  merchant.queries.push({ outcome: 'not-found' }, found(outBillNo, 'WAIT_USER_CONFIRM'));
  merchant.creations.push(made());
  expect(await drive(outBillNo)).toBe('waiting');
  expect(merchant.created).toHaveLength(1);
  expect(await stored(outBillNo)).toEqual({ state: 'ACCEPTED', trouble: 'not-found' });
  // Found again it goes on.
  expect(await drive(outBillNo)).toBe('confirmable');
  expect(await state(id)).toBe('inTransfer');
});

it('keeps waiting at a state that it does not know', async () => {
  merchant.creations.push(made());
  const { id, outBillNo } = await claimed();
  merchant.queries.push(found(outBillNo, 'unknown', { stateWord: 'UNDER_REVIEW' }));
  expect(await drive(outBillNo)).toBe('confirmable');
  expect(await stored(outBillNo)).toMatchObject({ state: 'WAIT_USER_CONFIRM' });
  expect(await state(id)).toBe('inTransfer');
});

it('believes no answer about another amount', async () => {
  merchant.creations.push(made());
  const { id, outBillNo } = await claimed();
  merchant.queries.push(found(outBillNo, 'SUCCESS', { amountFen: 1 }));
  await drive(outBillNo);
  expect(await stored(outBillNo)).toMatchObject({ state: 'WAIT_USER_CONFIRM', trouble: 'mismatch' });
  expect(await state(id)).toBe('inTransfer');
});

it.each([
  [
    'too little money in the account',
    { outcome: 'unknown', why: 'status', status: 403, code: 'NOT_ENOUGH', advice: 'top-up' },
    'status:NOT_ENOUGH:top-up',
  ],
  ['a draft that was never sent', { outcome: 'not-sent', field: 'amountFen' }, 'not-sent:amountFen'],
] as const)('remembers %s for those who look after the account, and makes no other number', async (_, outcome, trouble) => {
  merchant.creations.push(outcome);
  const { outBillNo } = await claimed();
  expect(await stored(outBillNo)).toEqual({ state: 'prepared', trouble });
});

describe('an account without money', () => {
  const SHORT = { outcome: 'unknown', why: 'status', status: 403, code: 'NOT_ENOUGH', advice: 'top-up' } as const;
  const told = () =>
    reward.county.database.owner<{ person_id: string; payload: { purpose: string; nearPatientId: null } }>(
      `SELECT payload ->> 'personId' AS person_id, payload FROM outbox WHERE kind = 'review-asked' AND key LIKE 'review:funds:%'`,
    );
  /** The platform is asked once more when the pause is over, so many minutes later. */
  const tryAgain = async (outBillNo: string, minutes: number) => {
    await reward.county.database.owner(`UPDATE merchant_token SET paused_until = paused_until - make_interval(mins => ${String(minutes)})`);
    merchant.queries.push({ outcome: 'not-found' });
    merchant.creations.push(SHORT);
    await drive(outBillNo);
  };

  it('is told once to whoever pays and to the county, and again only when it had money in between', async () => {
    await reward.county.database.owner(`DELETE FROM outbox_due; DELETE FROM outbox WHERE kind = 'review-asked'`);
    const county = await reward.county.person({ role: 'administrator', area: reward.county.areas.county, channel: 'desk' });
    await reward.county.person({ role: 'financeOfficer', area: reward.county.areas.otherTownship });
    merchant.creations.push(SHORT);
    const { outBillNo } = await claimed();
    // Every release in this test has a payer of its own.
    const posts = await reward.county.rows.sql<{ id: string }>(
      `SELECT person_id AS id FROM post WHERE county_id = $1 AND role IN ('administrator', 'financeOfficer') AND area_id <> $2`,
      [reward.county.countyId, reward.county.areas.otherTownship],
    );
    const people = posts.map(each => each.id).sort();
    expect(people).toEqual(expect.arrayContaining([reward.people.payer.id, county.id]));
    const first = await told();
    expect(first.map(each => each.person_id).sort()).toEqual(people);
    expect(first.map(({ payload }) => Object.keys(payload).sort())).toEqual(people.map(() => ['nearPatientId', 'personId', 'purpose']));
    // Tried again after each minute: still the same lack.
    await tryAgain(outBillNo, 2);
    await tryAgain(outBillNo, 5);
    expect(await told()).toHaveLength(people.length);
    // It went well for longer than tries are apart.
    await tryAgain(outBillNo, 7);
    expect(await told()).toHaveLength(2 * people.length);
    // The message is about nobody, and names nobody. At night it would wait, so it is carried in the morning.
    const { clock } = reward.county;
    const before = clock.now();
    clock.set(new Date(`${clock.today()}T10:00:00+08:00`));
    await reward.county.work();
    clock.set(before);
    const messages = await reward.county.database.owner<object>(
      `SELECT DISTINCT purpose, what, patient_id, object_id FROM message WHERE key LIKE 'review:funds:%'`,
    );
    expect(messages).toEqual([{ purpose: 'funds', what: '发放账户余额不足，付款已暂停', patient_id: null, object_id: null }]);
  });

  it('is paused by one of those who find out at the same moment', async () => {
    const directory = reward.county.app.get(Database).directory;
    const [row] = await directory<{ id: string }>(`SELECT merchant_account_id AS id FROM merchant_token WHERE call = 'create' LIMIT 1`);
    const pauses = await Promise.all(Array.from({ length: 6 }, () => pauseCalls(directory, row?.id ?? '', 'create', 60)));
    expect(pauses.filter(since => since !== undefined)).toHaveLength(1);
  });
});

it('is done with a final bill, whatever is said afterwards', async () => {
  merchant.creations.push(made());
  const { id, outBillNo } = await claimed();
  merchant.queries.push(found(outBillNo, 'FAIL', { failReason: 'ACCOUNT_FROZEN' }));
  expect(await drive(outBillNo)).toBe('final');
  merchant.queries.push(found(outBillNo, 'SUCCESS'));
  expect(await drive(outBillNo)).toBe('final');
  expect(merchant.asked).toHaveLength(1);
  expect(await state(id)).toBe('failed');
});

it('whatever the platform answers in whatever order: one number, one posting of the end, books that agree', async () => {
  const creation = fc.constantFrom<CreateOutcome>(
    lost,
    made(),
    made({ state: 'ACCEPTED', stateWord: 'ACCEPTED', packageInfo: undefined as never }),
  );
  const word = fc.constantFrom<Stated | 'not-found' | 'lost'>(
    'not-found',
    'lost',
    'ACCEPTED',
    'WAIT_USER_CONFIRM',
    'TRANSFERING',
    'SUCCESS',
    'FAIL',
    'CANCELLED',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(creation, { minLength: 1, maxLength: 4 }), fc.array(word, { maxLength: 6 }), async (creations, words) => {
      for (const list of [merchant.created, merchant.asked, merchant.creations, merchant.queries]) list.length = 0;
      merchant.creations.push(...creations);
      const { id, outBillNo } = await claimed();
      merchant.queries.push(
        ...words.map(each => (each === 'not-found' ? { outcome: each } : each === 'lost' ? lost : found(outBillNo, each))),
      );
      for (let tries = 0; tries < words.length; tries += 2) await Promise.all([drive(outBillNo), drive(outBillNo)]);
      expect(new Set(merchant.created.map(draft => JSON.stringify(draft))).size).toBe(1);
      const ends = await reward.county.rows.sql(
        `SELECT id FROM ledger_posting WHERE county_id = $1 AND entitlement_id = $2 AND kind IN ('paid', 'failed')`,
        [reward.county.countyId, id],
      );
      expect(ends.length).toBe((await state(id)) === 'inTransfer' ? 0 : 1);
      const { body } = await reward.county.call(readFunds, { as: reward.people.payer });
      expect(body.offices[0]?.agrees).toBe(true);
    }),
    { numRuns: 12 },
  );
}, 120_000);

it('gives several that take at once moments of their own, in any second no more than the platform takes while nobody is answered', async () => {
  const { directory } = reward.county.app.get(Database);
  const [account, rate] = [newId(), rateOf(19)];
  const take = () => takeSlots(directory, account, 'cancel', rate, { many: 4, over: [] });
  const given = await Promise.all(Array.from({ length: 12 }, take));
  const moments = given.flatMap(each => each?.slots.map(slot => slot.at) ?? []).sort((a, b) => a - b);
  expect(moments).toHaveLength(48);
  const gaps = moments.slice(1).map((at, n) => at - (moments[n] ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThan(0);
  const apart = moments.slice(rate.inAnySecond).map((at, n) => at - (moments[n] ?? 0));
  expect(Math.min(...apart)).toBeGreaterThanOrEqual(1_999);
  await pauseCalls(directory, account, 'cancel', 60);
  expect(await take()).toBeUndefined();
});
