import { myPassbook, readFunds } from '@guanhu/shared/payouts/payouts.routes';
import { decideRecovery, listRecoveries, proposeRecovery, recordRepayment } from '@guanhu/shared/payouts/recoveries.routes';
import type { Id } from '@guanhu/shared/kernel/ids';
import { newId } from '../platform/ids.ts';
import type { TestPerson, Ward } from '../testing/county.ts';
import { ok, rewardCounty, type RewardCounty } from '../testing/reward.ts';
import { post } from './ledger.store.ts';

let reward: RewardCounty;
beforeAll(async () => {
  reward = await rewardCounty();
  ok(await reward.appropriate(10_000_000));
});
afterAll(() => reward.county.close());

/** A first quarter of 600 yuan that has reached its guardian. @returns the entitlement's id */
async function paid(ward: Ward): Promise<Id> {
  const id = await reward.entitled(ward);
  await reward.released([id]);
  await reward.county.rows.inTransaction(async tx => {
    const [row] = await tx.sql<{ officeId: Id; lineId: Id; batchId: Id; amountFen: number }>(
      `UPDATE entitlement SET state = 'paid' FROM batch
       WHERE entitlement.county_id = $1 AND entitlement.id = $2 AND batch.county_id = $1 AND batch.id = entitlement.batch_id
       RETURNING batch.office_id AS "officeId", batch.line_id AS "lineId", batch.id AS "batchId", amount_fen AS "amountFen"`,
      [tx.countyId, id],
    );
    if (!row) throw new Error('no entitlement');
    for (const kind of ['claim', 'paid'] as const) await post(tx, { ...row, kind, cause: `${kind}:${id}`, entitlementId: id });
  });
  return id;
}
let owners = 0;
const paidWard = async () => {
  owners += 1;
  const ward = await reward.ward({ openid: `o-recovery-${String(owners)}` });
  return { ward, entitlementId: await paid(ward) };
};
const propose = (entitlementId: Id, amountFen: number, more: object = {}, as: TestPerson = reward.people.maker) => {
  const heard = { reason: '提供了假材料', guardianSaid: '承认是借来的证明', guardianHeardOn: reward.county.clock.today() };
  return reward.county.call(proposeRecovery, {
    as,
    params: { entitlementId },
    body: { recoveryId: newId(), amountFen, ...heard, ...more },
  });
};
const decide = (recoveryId: Id, as: TestPerson, version = 1, decision: 'agree' | 'withdraw' = 'agree') =>
  reward.county.call(decideRecovery, { as, params: { recoveryId }, body: { version, decision } });
const repay = (recoveryId: Id, version: number, amountFen: number, documentNumber: string) => {
  const body = { version, amountFen, documentNumber, paidOn: reward.county.clock.today() };
  return reward.county.call(recordRepayment, { as: reward.people.payer, params: { recoveryId }, body });
};
const books = async () => {
  const [fund] = ok(await reward.county.call(readFunds, { as: reward.people.payer })).offices;
  if (!fund) throw new Error('no office');
  return fund;
};

it('becomes a debt by two people, is paid back in parts to the fen, and stands in the books all the way', async () => {
  const { ward, entitlementId } = await paidWard();
  const before = await books();
  const debt = ok(await propose(entitlementId, 50_000));
  expect(debt).toMatchObject({ state: 'proposed', amountFen: 50_000, guardianSaid: '承认是借来的证明' });
  expect((await repay(debt.id, 1, 1, '收0号')).refusal.code).toBe('RECOVERY_MOVE_NOT_ALLOWED');
  expect(ok(await decide(debt.id, reward.people.checker))).toMatchObject({ state: 'owed' });
  expect(await books()).toMatchObject({ agrees: true, balances: { recovering: 50_000, paid: before.balances.paid - 50_000 } });
  expect(ok(await repay(debt.id, 2, 20_000, '收1号'))).toMatchObject({ state: 'owed', repaidFen: 20_000 });
  // The same receipt, or more than is owed, is not booked.
  expect((await repay(debt.id, 3, 20_000, '收1号')).refusal.code).toBe('INPUT_INVALID');
  expect((await repay(debt.id, 3, 30_001, '收2号')).refusal.code).toBe('RECOVERY_TOO_MUCH');
  expect((await decide(debt.id, reward.people.checker, 3, 'withdraw')).refusal.code).toBe('RECOVERY_MOVE_NOT_ALLOWED');
  expect(ok(await repay(debt.id, 3, 30_000, '收2号'))).toMatchObject({ state: 'settled', repaidFen: 50_000 });
  const after = await books();
  expect(after).toMatchObject({ agrees: true, balances: { recovering: 0, paid: before.balances.paid - 50_000 } });
  expect(after.balances.available).toBe(before.balances.available + 50_000);
  const mine = ok(await reward.county.call(myPassbook, { as: ward.guardian }));
  expect(mine.agreements[0]?.debts).toEqual([{ amountFen: 50_000, repaidFen: 50_000, reason: '提供了假材料' }]);
});

it('is never more than was paid, however many propose at once, and not before the guardian was heard', async () => {
  const { entitlementId } = await paidWard();
  expect((await propose(entitlementId, 60_001)).refusal.code).toBe('RECOVERY_TOO_MUCH');
  expect((await propose(entitlementId, 1, { guardianHeardOn: '2199-01-01' })).refusal.code).toBe('GUARDIAN_HEARD_DAY_INVALID');
  const answers = await Promise.all([propose(entitlementId, 40_000), propose(entitlementId, 40_000)]);
  expect(answers.map(each => each.status).sort()).toEqual([200, 422]);
  const unpaid = await reward.entitled(await reward.ward());
  expect((await propose(unpaid, 1)).refusal.code).toBe('RECOVERY_TOO_MUCH');
});

it('can be taken back while nothing was paid back, and what was taken back can be asked again', async () => {
  const { entitlementId } = await paidWard();
  const before = await books();
  const debt = ok(await propose(entitlementId, 60_000));
  ok(await decide(debt.id, reward.people.checker));
  ok(await decide(debt.id, reward.people.checker, 2, 'withdraw'));
  expect(await books()).toMatchObject({ agrees: true, balances: before.balances });
  ok(await propose(entitlementId, 60_000));
});

it('is agreed neither by whoever proposed it nor by a deputy of theirs or of a party', async () => {
  const { ward, entitlementId } = await paidWard();
  const debt = ok(await propose(entitlementId, 100));
  const deputy = async (of: Id) => {
    const lead = await reward.county.person({ role: 'townshipLead', channel: 'desk' });
    await reward.county.rows.sql(
      'INSERT INTO deputyship (county_id, id, person_id, deputy_id, from_on, until_on) VALUES ($1, $2, $3, $4, $5, $5)',
      [reward.county.countyId, newId(), of, lead.id, reward.county.clock.today()],
    );
    return lead;
  };
  expect((await decide(debt.id, await deputy(reward.people.maker.id))).refusal.code).toBe('SECOND_PERSON_NEEDED');
  expect((await decide(debt.id, await deputy(ward.guardian.id))).status).toBe(404);
  ok(await decide(debt.id, reward.people.checker));
  const { rows } = ok(await reward.county.call(listRecoveries, { as: reward.people.checker, query: { state: 'owed' } }));
  expect(rows.map(row => row.id)).toContain(debt.id);
});
