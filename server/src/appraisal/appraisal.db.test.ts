import { giveOpinion, listAppraisals, readAppraisal } from '@guanhu/shared/appraisal/appraisal.routes';
import { addDays, startOf } from '@guanhu/shared/kernel/calendar-date';
import { listEntitlements, myPassbook } from '@guanhu/shared/payouts/payouts.routes';
import { newId } from '../platform/ids.ts';
import { rewardCounty, type RewardCounty } from '../testing/reward.ts';
import { OpenEnded } from './open-ended.ts';
import { TakeEffect } from './take-effect.ts';

let reward: RewardCounty;
beforeAll(async () => {
  reward = await rewardCounty();
});
afterAll(() => reward.county.close());

const breach = { clause: 'reporting', evidence: '走失两天后才告知村委会' };
const today = () => reward.county.clock.today();
const deduction = (more: object = {}) => ({ outcome: 'partial', breaches: [breach], guardianHeardOn: today(), ...more });
const entitlementsOf = async (agreementId: string) => {
  const { body } = await reward.county.call(listEntitlements, { as: reward.people.maker });
  return body.rows.filter(row => row.agreementId === agreementId);
};

describe('a period that is over', () => {
  it('waits for people with a proposal and reasons, and is opened once', async () => {
    const agreementId = await reward.active(await reward.ward());
    const row = await reward.proposed(agreementId);
    expect(row).toMatchObject({ state: 'proposed', fullFen: 60_000, decidedFen: null, proposal: 'review', opinions: 0 });
    const { body } = await reward.county.call(readAppraisal, { as: reward.people.doctor, params: { appraisalId: row.id } });
    expect(body.clauses).toHaveLength(7);
    expect(body.evidence).toMatchObject({ visits: 0, incidents: [] });
    expect(body.mayOpine).toBe(true);
    await reward.county.app.get(OpenEnded).run(reward.county.countyId);
    expect((await reward.proposed(agreementId)).version).toBe(row.version);
  });

  it('counts what was confirmed, visited and reported, and holds no missing tap against anybody', async () => {
    const ward = await reward.ward();
    const { from } = reward.year;
    const { sql, countyId } = reward.county.rows;
    const answers = ['taken', 'taken', 'partly', 'notTaken'];
    for (const [index, answer] of answers.entries()) {
      await sql(
        `INSERT INTO confirmation (county_id, id, patient_id, on_day, answer, person_id, tapped_at, confirmed_at) VALUES ($1, $2, $3, $4, $5, $6, now(), now())`,
        [countyId, newId(), ward.patientId, addDays(from, index), answer, ward.guardian.id],
      );
    }
    const happened = startOf(addDays(from, 10));
    const [incidentId, reportedAt] = [newId(), new Date(happened.getTime() + 600_000)];
    await sql(
      `INSERT INTO incident (county_id, id, patient_id, kind, happened_at, reported_at, reported_by) VALUES ($1, $2, $3, 'threat', $4, $5, $6)`,
      [countyId, incidentId, ward.patientId, happened, reportedAt, ward.guardian.id],
    );
    await sql(
      `INSERT INTO incident_report (county_id, id, incident_id, kind, happened_at, reported_at, reported_by) VALUES ($1, $2, $2, 'threat', $3, $4, $5)`,
      [countyId, incidentId, happened, reportedAt, ward.guardian.id],
    );
    const agreementId = await reward.active(ward);
    const row = await reward.proposed(agreementId);
    const { body } = await reward.county.call(readAppraisal, { as: reward.people.doctor, params: { appraisalId: row.id } });
    expect(body.evidence).toMatchObject({ confirmations: { taken: 2, partly: 1, notTaken: 1 } });
    expect(body.evidence?.incidents).toEqual([expect.objectContaining({ byGuardian: true, withinDay: true })]);
    expect(body.clauses.find(each => each.clause === 'medication')?.finding).toBe('met');
    expect(body.clauses.find(each => each.clause === 'reporting')?.finding).toBe('met');
    expect(body.proposal).toBe('review');
  });
});

it('judges a guardian’s report by when they tapped, not by when it arrived, and by their own before anybody else’s', async () => {
  const ward = await reward.ward();
  const { sql, countyId } = reward.county.rows;
  const neighbour = await reward.county.person();
  const happened = startOf(addDays(reward.year.from, 10));
  const after = (hours: number) => new Date(happened.getTime() + hours * 3_600_000);
  const [incidentId, handedInLater] = [newId(), newId()];
  await sql(
    `INSERT INTO incident (county_id, id, patient_id, kind, happened_at, reported_at, reported_by) VALUES ($1, $2, $3, 'threat', $4, $5, $6)`,
    [countyId, incidentId, ward.patientId, happened, after(30), neighbour.id],
  );
  for (const [id, arrived, by, tapped] of [
    [incidentId, after(30), neighbour.id, null],
    [handedInLater, after(40), ward.guardian.id, after(1)],
  ] as const)
    await sql(
      `INSERT INTO incident_report (county_id, id, incident_id, kind, happened_at, reported_at, reported_by, tapped_at)
       VALUES ($1, $2, $3, 'threat', $4, $5, $6, $7)`,
      [countyId, id, incidentId, happened, arrived, by, tapped],
    );
  const row = await reward.proposed(await reward.active(ward));
  const { body } = await reward.county.call(readAppraisal, { as: reward.people.doctor, params: { appraisalId: row.id } });
  expect(body.evidence?.incidents).toEqual([
    expect.objectContaining({ byGuardian: true, withinDay: true, reportedAt: after(1).toISOString() }),
  ]);
  expect(body.clauses.find(each => each.clause === 'reporting')?.finding).toBe('met');
});

describe('two people', () => {
  it('who concur decide; payment in full takes effect at once and becomes one entitlement', async () => {
    const ward = await reward.ward();
    const agreementId = await reward.active(ward);
    const appraisal = await reward.proposed(agreementId);
    const first = await reward.opine(reward.people.doctor, appraisal);
    expect(first.body).toMatchObject({ state: 'proposed', waitingForSecond: true, decidedFen: null });
    const second = await reward.opine(reward.people.maker, first.body);
    expect(second.body).toMatchObject({ state: 'final', waitingForSecond: false, decidedFen: 60_000 });
    await reward.county.work();
    expect(await entitlementsOf(agreementId)).toEqual([expect.objectContaining({ state: 'approved', amountFen: 60_000 })]);
    const { body } = await reward.county.call(myPassbook, { as: ward.guardian });
    expect(body.agreements[0]?.lines.map(line => line.state)).toEqual(['final', 'expected', 'upcoming', 'upcoming']);
    expect(body.agreements[0]?.lines[1]?.amountFen).toBeGreaterThan(0);
  });

  it('are two: one person twice does not decide', async () => {
    const agreementId = await reward.active(await reward.ward());
    const first = await reward.opine(reward.people.doctor, await reward.proposed(agreementId));
    const again = await reward.opine(reward.people.doctor, first.body);
    expect(again.body).toMatchObject({ state: 'proposed', waitingForSecond: true });
  });

  it('may come from the patient’s team, and never is the guardian or whoever stands in for one', async () => {
    const doctorAndGuardian = await reward.ward({ guardian: reward.people.doctor });
    const drafted = await reward.draft(doctorAndGuardian);
    await reward.sign(reward.people.doctor, drafted.body);
    await reward.countersign(reward.people.checker, drafted.body.id);
    await reward.county.work();
    const appraisal = await reward.proposed(drafted.body.id);
    expect((await reward.opine(reward.people.doctor, appraisal)).refusal.code).toBe('APPRAISAL_OWN_PARTY');
    const deputy = await reward.county.person({ role: 'mentalHealthDoctor' });
    await reward.county.rows.sql(
      'INSERT INTO deputyship (county_id, id, person_id, deputy_id, from_on, until_on) VALUES ($1, $2, $3, $4, $5, $5)',
      [reward.county.countyId, newId(), reward.people.doctor.id, deputy.id, today()],
    );
    expect((await reward.opine(deputy, appraisal)).refusal.code).toBe('APPRAISAL_OWN_PARTY');
    const seated = await reward.county.person();
    await reward.county.rows.sql(
      `INSERT INTO team_seat (county_id, id, patient_id, post, person_id, since) VALUES ($1, $2, $3, 'lead', $4, $5)`,
      [reward.county.countyId, newId(), doctorAndGuardian.patientId, seated.id, today()],
    );
    const list = await reward.county.call(listAppraisals, { as: seated, query: { state: 'proposed' } });
    expect(list.body.rows.map(row => row.id)).toEqual([appraisal.id]);
    expect((await reward.opine(seated, appraisal)).body.waitingForSecond).toBe(true);
  });

  it('are strangers to another township’s patients', async () => {
    const agreementId = await reward.active(await reward.ward());
    const appraisal = await reward.proposed(agreementId);
    const stranger = await reward.county.person({ role: 'mentalHealthDoctor', area: reward.county.areas.otherTownship });
    expect((await reward.opine(stranger, appraisal)).status).toBe(404);
    expect((await reward.county.call(readAppraisal, { as: stranger, params: { appraisalId: appraisal.id } })).status).toBe(404);
  });

  it('count from when they tapped, though the signal came later: for the record, and never before what they had seen', async () => {
    const agreementId = await reward.active(await reward.ward());
    const hoursAgo = (hours: number) => new Date(reward.county.clock.now().getTime() - hours * 3_600_000).toISOString();
    const [two, ten] = [hoursAgo(2), hoursAgo(10)];
    const first = await reward.opine(reward.people.doctor, await reward.proposed(agreementId), deduction({ tappedAt: two }));
    // A second thought, from a phone whose clock is behind: it is the newest all the same, so nobody concurs with the first one any more.
    const again = await reward.opine(reward.people.doctor, first.body, { outcome: 'full', tappedAt: ten });
    const second = await reward.opine(reward.people.maker, again.body, deduction({ tappedAt: hoursAgo(-5) }));
    expect(second.body).toMatchObject({ state: 'proposed', waitingForSecond: true });
    const { body } = await reward.county.call(readAppraisal, { as: reward.people.doctor, params: { appraisalId: first.body.id } });
    expect(body.opinionsGiven.slice(0, 2).map(({ outcome, at }) => [outcome, at])).toEqual([
      ['partial', two],
      ['full', two],
    ]);
    expect(Date.parse(body.opinionsGiven[2]?.at ?? '')).toBeLessThanOrEqual(reward.county.clock.now().getTime());
  });

  it('who come at once are both counted', async () => {
    const agreementId = await reward.active(await reward.ward());
    const appraisal = await reward.proposed(agreementId);
    const answers = await Promise.all([reward.opine(reward.people.doctor, appraisal), reward.opine(reward.people.maker, appraisal)]);
    // The second one read the version before the first: it is told to look again, and nothing is half-decided.
    expect(answers.map(each => each.status).sort()).toEqual([200, 409]);
    expect(answers.find(each => each.status === 409)?.refusal.code).toBe('STALE');
  });
});

describe('a deduction', () => {
  it.each([
    ['without anything', { breaches: [], guardianHeardOn: undefined }, 'DEDUCTION_NEEDS_GROUNDS'],
    ['without the hearing', { guardianHeardOn: undefined }, 'DEDUCTION_NEEDS_GROUNDS'],
    ['without a clause', { breaches: [] }, 'DEDUCTION_NEEDS_GROUNDS'],
    ['heard in the future', { guardianHeardOn: '2199-01-01' }, 'GUARDIAN_HEARD_DAY_INVALID'],
    ['with blank evidence', { breaches: [{ clause: 'reporting', evidence: ' ' }] }, 'INPUT_INVALID'],
    ['with a clause that there is not', { breaches: [{ clause: 'manners', evidence: '态度' }] }, 'INPUT_INVALID'],
    ['of one’s own choosing', { payPercent: 1 }, 'INPUT_INVALID'],
  ])('is refused %s', async (_, more, code) => {
    const agreementId = await reward.active(await reward.ward());
    const answer = await reward.opine(reward.people.doctor, await reward.proposed(agreementId), deduction(more));
    expect(answer.refusal.code).toBe(code);
  });

  it('needs both on the same ground, waits for objections, then takes effect by itself', async () => {
    const agreementId = await reward.active(await reward.ward());
    const first = await reward.opine(reward.people.doctor, await reward.proposed(agreementId), deduction());
    const other = await reward.opine(
      reward.people.maker,
      first.body,
      deduction({ breaches: [{ clause: 'visits', evidence: '三次不开门' }] }),
    );
    expect(other.body.waitingForSecond).toBe(true);
    const same = await reward.opine(
      reward.people.maker,
      other.body,
      deduction({ breaches: [{ clause: 'reporting', evidence: '村干部证实' }] }),
    );
    expect(same.body).toMatchObject({ state: 'decided', decidedFen: 30_000 });
    await reward.county.work();
    expect(await entitlementsOf(agreementId)).toEqual([]);
    const effects = reward.county.app.get(TakeEffect);
    await effects.run(reward.county.countyId);
    expect(await entitlementsOf(agreementId)).toEqual([]);
    reward.county.clock.advance(6 * 86_400_000);
    await effects.run(reward.county.countyId);
    await reward.county.work();
    expect(await entitlementsOf(agreementId)).toEqual([expect.objectContaining({ amountFen: 30_000, fullFen: 60_000 })]);
    reward.county.clock.advance(-6 * 86_400_000);
  });

  it('can be thought over until it takes effect', async () => {
    const agreementId = await reward.active(await reward.ward());
    const first = await reward.opine(reward.people.doctor, await reward.proposed(agreementId), deduction());
    const second = await reward.opine(reward.people.maker, first.body, deduction());
    expect(second.body.state).toBe('decided');
    const reopened = await reward.opine(reward.people.maker, second.body);
    expect(reopened.body).toMatchObject({ state: 'proposed', waitingForSecond: true, decidedFen: null });
    const agreed = await reward.opine(reward.people.doctor, reopened.body);
    expect(agreed.body).toMatchObject({ state: 'final', decidedFen: 60_000 });
    const late = await reward.opine(reward.people.doctor, agreed.body);
    expect(late.refusal.code).toBe('APPRAISAL_NOT_OPEN');
  });

  it('keeps its words sealed', async () => {
    const rows = await reward.county.rows.sql<{ breaches_sealed: Buffer }>(
      'SELECT breaches_sealed FROM appraisal_opinion WHERE county_id = $1',
      [reward.county.countyId],
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(row => !row.breaches_sealed.includes(Buffer.from('走失')))).toBe(true);
  });
});

it('gives the same answer to the same key, and counts the opinion once', async () => {
  const agreementId = await reward.active(await reward.ward());
  const appraisal = await reward.proposed(agreementId);
  const key = newId();
  const send = () =>
    reward.county.call(giveOpinion, {
      as: reward.people.doctor,
      params: { appraisalId: appraisal.id },
      body: { version: appraisal.version, outcome: 'full' },
      key,
    });
  const [first, again] = [await send(), await send()];
  expect(again.body).toEqual(first.body);
  const { body } = await reward.county.call(readAppraisal, { as: reward.people.maker, params: { appraisalId: appraisal.id } });
  expect(body.opinionsGiven).toHaveLength(1);
});
