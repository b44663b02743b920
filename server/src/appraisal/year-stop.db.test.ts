import { readAgreement } from '@guanhu/shared/agreements/agreements.routes';
import { readApplication } from '@guanhu/shared/agreements/application.routes';
import { readAppraisal } from '@guanhu/shared/appraisal/appraisal.routes';
import { decideYearStop, proposeYearStop } from '@guanhu/shared/appraisal/year-stop.routes';
import { addDays, addMonths } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import { setPolicy } from '@guanhu/shared/policy/policy.routes';
import { SHIPPED_POLICIES } from '@guanhu/shared/policy/shipped-policies';
import { newId } from '../platform/ids.ts';
import type { TestPerson, Ward } from '../testing/county.ts';
import { ok, rewardCounty, type RewardCounty } from '../testing/reward.ts';
import { TakeEffect } from './take-effect.ts';

let reward: RewardCounty;
beforeAll(async () => {
  reward = await rewardCounty();
});
afterAll(() => reward.county.close());

/** A first quarter with half of it deducted for good, in which an act came under the law. */
async function failed(): Promise<{ ward: Ward; appraisalId: Id; agreementId: Id }> {
  const { county } = reward;
  const ward = await reward.ward();
  const { id: appraisalId, agreementId } = await reward.deducted(ward);
  county.clock.advance(6 * 86_400_000);
  await county.app.get(TakeEffect).run(county.countyId);
  county.clock.advance(-6 * 86_400_000);
  const [incidentId, on] = [newId(), addDays(reward.year.from, 5)];
  await county.rows.sql(
    `INSERT INTO incident (county_id, id, patient_id, kind, happened_at, reported_at, reported_by) VALUES ($1, $2, $3, 'threat', $4, $4, $5)`,
    [county.countyId, incidentId, ward.patientId, `${on}T10:00:00+08:00`, reward.people.doctor.id],
  );
  await county.rows.sql(
    `INSERT INTO incident_conduct (county_id, id, incident_id, patient_id, on_day, conduct, times, decided_as, decided_by, decided_at, reason_sealed)
     VALUES ($1, $2, $3, $4, $5, 'troubleMaking', 1, 'doctor', $6, now(), '')`,
    [county.countyId, newId(), incidentId, ward.patientId, on, reward.people.doctor.id],
  );
  return { ward, appraisalId, agreementId };
}
const heard = () => ({ reason: '多次不配合', guardianSaid: '认为自己尽力了', guardianHeardOn: reward.county.clock.today() });
const propose = (appraisalId: Id, as: TestPerson = reward.people.maker) =>
  reward.county.call(proposeYearStop, { as, params: { appraisalId }, body: { stopId: newId(), ...heard() } });
const decide = (stopId: Id, as: TestPerson, decision: 'agree' | 'withdraw' = 'agree') =>
  reward.county.call(decideYearStop, { as, params: { stopId }, body: { version: 1, decision } });
const detail = async (appraisalId: Id) => ok(await reward.county.call(readAppraisal, { as: reward.people.maker, params: { appraisalId } }));

let before: Awaited<ReturnType<typeof failed>>;
it('is off unless the county wants it', async () => {
  before = await failed();
  const { appraisalId } = before;
  expect((await detail(appraisalId)).mayProposeStop).toBe(false);
  expect((await propose(appraisalId)).refusal.code).toBe('YEAR_STOP_NOT_POSSIBLE');
});

it('takes two people, keeps what is decided, ends the rest, and is shown to whoever reviews the next application', async () => {
  const { county } = reward;
  const policy = { ...SHIPPED_POLICIES.reward, yearStop: { againAfterMonths: 12 } };
  const effectiveOn = reward.year.from;
  // Set before the terms of the agreements below begin.
  county.clock.advance(-100 * 86_400_000);
  const administrator = await county.person({ role: 'administrator', area: county.areas.county, channel: 'desk' });
  ok(await county.call(setPolicy, { as: administrator, params: { kind: 'reward' }, body: { effectiveOn, after: 0, policy } }));
  county.clock.advance(100 * 86_400_000);
  // Whoever signed before that signed no such thing.
  expect(await detail(before.appraisalId)).toMatchObject({ mayProposeStop: false, stopNotAgreed: true });
  expect((await propose(before.appraisalId)).refusal.code).toBe('YEAR_STOP_NOT_AGREED');

  const { ward, appraisalId, agreementId } = await failed();
  // Duty failed, but nothing came under the law.
  const other = await reward.deducted(await reward.ward());
  expect((await propose(other.id)).refusal.code).toBe('YEAR_STOP_NOT_POSSIBLE');

  expect((await detail(appraisalId)).mayProposeStop).toBe(true);
  expect((await propose(appraisalId, ward.guardian)).status).toBe(404);
  const stop = ok(await propose(appraisalId));
  expect((await propose(appraisalId)).refusal.code).toBe('YEAR_STOP_NOT_POSSIBLE');
  const both = await county.person({ role: 'townshipLead', channel: 'desk' });
  await county.rows.sql('INSERT INTO deputyship (county_id, id, person_id, deputy_id, from_on, until_on) VALUES ($1, $2, $3, $4, $5, $5)', [
    county.countyId,
    newId(),
    reward.people.maker.id,
    both.id,
    county.clock.today(),
  ]);
  expect((await decide(stop.id, both)).refusal.code).toBe('YEAR_STOP_NEEDS_ANOTHER');
  expect(ok(await decide(stop.id, reward.people.checker)).state).toBe('decided');
  await county.work();
  const agreement = ok(await county.call(readAgreement, { as: ward.guardian, params: { agreementId } }));
  expect(agreement.state).toBe('terminated');
  expect(agreement.steps.at(-1)?.act).toBe('stopped');
  const periods = await county.rows.sql<{ state: string; full_fen: number; decided_fen: number }>(
    'SELECT state, full_fen, decided_fen FROM appraisal WHERE county_id = $1 AND agreement_id = $2',
    [county.countyId, agreementId],
  );
  expect(periods).toEqual([{ state: 'final', full_fen: 60_000, decided_fen: 30_000 }]);

  const from = county.clock.today();
  const applicationId = await reward.apply(ward, { from, to: addDays(addMonths(from, 12), -1) });
  const { findings } = ok(await county.call(readApplication, { as: reward.people.maker, params: { applicationId } }));
  expect(findings.find(each => each.rule === 'notStopped')?.verdict).toBe('fails');
});
