import {
  askToCloseCaseTeam,
  decideCaseClosing,
  listCaseTeams,
  openCaseTeam,
  readCaseTeam,
  reviewCaseTeam,
} from '@guanhu/shared/care-team/case-team.routes';
import { reportIncident } from '@guanhu/shared/incidents/incidents.routes';
import { addDays } from '@guanhu/shared/kernel/calendar-date';
import type { RiskRating } from '@guanhu/shared/registry/risk-rating.rules';
import { Leavings } from '../access/access.public.ts';
import { Standings } from '../assessment/assessment.public.ts';
import { newId } from '../platform/ids.ts';
import { careCounty, type CareCounty, type Ward } from '../testing/care.ts';
import type { TestPerson } from '../testing/county.ts';

let care: CareCounty;
let doctor: TestPerson;
beforeEach(async () => {
  care = await careCounty();
  doctor = care.people.doctor;
}, 60_000);
afterEach(() => care.county.close());

const today = () => care.county.clock.today();
const plan = { goals: '病情平稳三个月', measures: '医生两周一次，网格员每三天一次' };
const rate = async ({ patientId }: Ward, risk: RiskRating) => {
  const by = { countyId: 1, personId: doctor.id, sessionId: doctor.id, channel: 'desk', posts: [] } as const;
  await care.county.rows.inTransaction(tx => care.county.app.get(Standings).state(tx, { actor: by, patientId, risk }));
  await care.county.work();
};
const teams = async (as = doctor) => (await care.county.call(listCaseTeams, { as })).body.rows;
const only = async () => {
  const [row, ...others] = await teams();
  if (!row || others.length > 0) throw new Error('not exactly one case team');
  return (await care.county.call(readCaseTeam, { as: doctor, params: { caseTeamId: row.caseTeamId } })).body;
};
const reviewsOf = async (ward: Ward, as = doctor) => (await care.tasksOf(as, ward)).filter(task => task.kind === 'caseReview');
const form = async (as = doctor, change: object = {}) => {
  const { caseTeamId, suggested, version } = await only();
  const members = suggested.map(({ personId, post }) => ({ personId, post }));
  const body = { members, leaderId: doctor.id, plan, reviewOn: addDays(today(), 5), version, ...change };
  return care.county.call(openCaseTeam, { as, params: { caseTeamId }, body });
};

it('is proposed to the doctor with its reasons, once, and lapses when they are gone (YM-12)', async () => {
  const ward = await care.ward({ risk: 2 });
  await care.county.work();
  expect(await teams()).toEqual([]);
  await rate(ward, 3);
  await rate(ward, 4);
  expect(await teams()).toMatchObject([
    { patientId: ward.patientId, state: 'proposed', reasons: ['riskHigh'], reviewOn: addDays(today(), 14) },
  ]);
  expect(await reviewsOf(ward)).toMatchObject([{ seat: 'doctor', causeId: (await only()).caseTeamId }]);
  expect((await teams(care.people.gridWorker)).length).toBe(1);
  expect(await teams(care.people.stranger)).toEqual([]);
  await rate(ward, 1);
  expect(await teams()).toEqual([]);
  expect(await reviewsOf(ward)).toEqual([]);
  await rate(ward, 3);
  expect(await teams()).toMatchObject([{ state: 'proposed' }]);
});

it('is formed and reviewed within the times that the county has set', async () => {
  await care.setPolicy({ kind: 'caseTeam', formWithinDays: 5, reviewWithinMonths: 1 });
  await care.ward({ risk: 4 });
  await care.county.work();
  expect(await teams()).toMatchObject([{ state: 'proposed', reviewOn: addDays(today(), 5) }]);
  expect((await form(doctor, { reviewOn: addDays(today(), 40) })).refusal.code).toBe('CASE_REVIEW_TOO_FAR');
  expect((await form(doctor, { reviewOn: addDays(today(), 20) })).status).toBe(200);
});

it('is proposed after an incident', async () => {
  const ward = await care.ward();
  const body = { incidentId: newId(), kind: 'threat', happenedAt: care.county.clock.now().toISOString() } as const;
  await care.county.call(reportIncident, { as: ward.guardian, params: { patientId: ward.patientId }, body });
  await care.county.work();
  expect(await teams()).toMatchObject([{ state: 'proposed', reasons: ['incident'] }]);
});

it('is formed by a doctor from the posts, reviewed when it is time, with the plan sealed (TH-03, YM-12)', async () => {
  const ward = await care.ward({ risk: 4 });
  await care.county.work();
  expect((await form(care.people.officer)).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
  expect((await form(doctor, { leaderId: care.people.lead.id })).refusal.code).toBe('CASE_TEAM_NEEDS_DOCTOR');
  expect((await form(doctor, { reviewOn: today() })).refusal.code).toBe('CASE_REVIEW_TOO_FAR');
  expect((await form()).body.state).toBe('open');
  const open = await only();
  expect(open).toMatchObject({ state: 'open', leaderId: doctor.id, plan, openedOn: today(), suggested: [] });
  expect(open.members.map(member => member.post).sort()).toEqual(['doctor', 'gridWorker', 'lead', 'police']);
  const [row] = await care.county.rows.sql<{ plan_sealed: Buffer }>('SELECT plan_sealed FROM case_team WHERE county_id = $1', [1]);
  expect(row?.plan_sealed.includes(Buffer.from(plan.goals))).toBe(false);
  expect(await reviewsOf(ward)).toMatchObject([{ dueOn: addDays(today(), 5) }]);
  const params = { caseTeamId: open.caseTeamId };
  const review = {
    reviewId: newId(),
    finding: '家属能按时给药',
    plan: { ...plan, goals: '巩固' },
    nextOn: addDays(today(), 6),
    version: open.version,
  };
  expect((await care.county.call(reviewCaseTeam, { as: doctor, params, body: review })).status).toBe(200);
  expect((await care.county.call(reviewCaseTeam, { as: doctor, params, body: { ...review, reviewId: newId() } })).refusal.code).toBe(
    'STALE',
  );
  expect(await only()).toMatchObject({
    plan: { goals: '巩固' },
    reviews: [{ finding: '家属能按时给药', by: doctor.name }],
    reviewOn: addDays(today(), 6),
  });
  expect(await reviewsOf(ward)).toMatchObject([{ dueOn: addDays(today(), 6) }]);
});

it('is closed by two people when its reasons are gone, and opens again for a new one', async () => {
  const ward = await care.ward({ risk: 4 });
  await care.county.work();
  await form();
  const ask = async (as = doctor) => {
    const { caseTeamId, version } = await only();
    return care.county.call(askToCloseCaseTeam, { as, params: { caseTeamId }, body: { reason: '已连续稳定', version } });
  };
  const decide = async (as: TestPerson, agree = true) => {
    const { caseTeamId, version } = await only();
    return care.county.call(decideCaseClosing, { as, params: { caseTeamId }, body: { agree, version } });
  };
  expect((await ask()).refusal.code).toBe('CASE_REASONS_REMAIN');
  await rate(ward, 1);
  expect((await only()).remaining).toEqual([]);
  expect((await ask()).body.state).toBe('closing');
  expect((await decide(doctor)).refusal.code).toBe('CASE_CLOSING_NEEDS_ANOTHER');
  expect((await decide(care.people.officer, false)).body.state).toBe('open');
  await ask();
  expect((await decide(care.people.officer)).body.state).toBe('closed');
  expect(await only()).toMatchObject({
    state: 'closed',
    closing: { reason: '已连续稳定', askedBy: doctor.name, agreedBy: care.people.officer.name },
  });
  expect(await reviewsOf(ward)).toEqual([]);
  await rate(ward, 3);
  expect((await teams()).map(row => row.state)).toEqual(['proposed', 'closed']);
});

it('passes to the successor of a doctor who leaves', async () => {
  const ward = await care.ward({ risk: 4 });
  await care.county.work();
  await form();
  const next = await care.county.person({ role: 'mentalHealthDoctor' });
  await care.county.rows.inTransaction(tx => care.county.app.get(Leavings).tell(tx, { personId: doctor.id, successorId: next.id }));
  const { body } = await care.county.call(readCaseTeam, { as: next, params: { caseTeamId: (await only()).caseTeamId } });
  expect(body.leaderId).toBe(next.id);
  expect(body.members.map(member => member.personId)).toContain(next.id);
  expect(body.members.map(member => member.personId)).not.toContain(doctor.id);
  expect(await reviewsOf(ward, next)).toHaveLength(1);
});
