import { terminateAgreement } from '@guanhu/shared/agreements/agreements.routes';
import { addDays } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import { setPolicy } from '@guanhu/shared/policy/policy.routes';
import { SHIPPED_POLICIES } from '@guanhu/shared/policy/shipped-policies';
import { ok, rewardCounty, type RewardCounty } from '../testing/reward.ts';
import { FollowStandards } from './follow-standards.ts';

let reward: RewardCounty;
beforeAll(async () => {
  reward = await rewardCounty();
});
afterAll(() => reward.county.close());

const amountsOf = async (agreementId: Id) =>
  (
    await reward.county.rows.sql<{ full_fen: number }>(
      'SELECT full_fen FROM appraisal WHERE county_id = $1 AND agreement_id = $2 ORDER BY from_on',
      [reward.county.countyId, agreementId],
    )
  ).map(row => row.full_fen);
const total = (amounts: readonly number[]) => amounts.reduce((all, each) => all + each, 0);

it('splits a year by days when the guardian changes, to the fen', async () => {
  const ward = await reward.ward();
  const { to } = reward.year;
  const first = await reward.active(ward);
  const lastDay = addDays(reward.county.clock.today(), -1);
  const [row] = await reward.county.rows.sql<{ version: number }>('SELECT version FROM agreement WHERE county_id = $1 AND id = $2', [
    reward.county.countyId,
    first,
  ]);
  ok(
    await reward.county.call(terminateAgreement, {
      as: reward.people.maker,
      params: { agreementId: first },
      body: { version: row?.version ?? 0, lastDay, reason: 'guardianChanged' },
    }),
  );
  await reward.county.work();
  const second = await reward.active(ward, { from: addDays(lastDay, 1), to });
  expect(total(await amountsOf(first)) + total(await amountsOf(second))).toBe(240_000);
});

it('takes a running agreement along when the county raises the standard, from that day on and only once', async () => {
  const { county } = reward;
  const agreementId = await reward.active(await reward.ward());
  const before = total(await amountsOf(agreementId));
  const administrator = await county.person({ role: 'administrator', area: county.areas.county, channel: 'desk' });
  const effectiveOn = addDays(county.clock.today(), 1);
  const policy = { ...SHIPPED_POLICIES.reward, monthlyFen: 30_000 };
  ok(await county.call(setPolicy, { as: administrator, params: { kind: 'reward' }, body: { effectiveOn, after: 0, policy } }));
  const follow = county.app.get(FollowStandards);
  await follow.run(county.countyId);
  await county.work();
  const after = await amountsOf(agreementId);
  expect(after[0]).toBe(60_000); // what is over was earned under the old standard
  expect(total(after)).toBeGreaterThan(before);
  const deeds = () =>
    county.rows.sql(`SELECT 1 FROM deed WHERE county_id = $1 AND act = 'agreements:standard-raised' AND object_id = $2`, [
      county.countyId,
      agreementId,
    ]);
  await follow.run(county.countyId);
  expect(await deeds()).toHaveLength(1);
});
