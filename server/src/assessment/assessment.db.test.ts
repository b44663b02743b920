import {
  listAssessments,
  listDueAssessments,
  readStanding,
  recordHealthExam,
  recordRiskReview,
} from '@guanhu/shared/assessment/assessment.routes';
import { decideBand, listBandProposals, proposeBand } from '@guanhu/shared/assessment/band-proposal.routes';
import type { PreviewedKind } from '@guanhu/shared/assessment/policy-preview.contract';
import { listMovedPatients, previewPolicy, previewVersion } from '@guanhu/shared/assessment/policy-preview.routes';
import { dischargePatient, recordAdmission } from '@guanhu/shared/incidents/admission.routes';
import { reportIncident } from '@guanhu/shared/incidents/incidents.routes';
import { addDays, addMonths, calendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { BodyOf } from '@guanhu/shared/kernel/route';
import { changeState } from '@guanhu/shared/registry/patient-life.routes';
import type { PatientState } from '@guanhu/shared/registry/registry.terms';
import { setPolicy } from '@guanhu/shared/policy/policy.routes';
import { SHIPPED_ASSESSMENT_POLICIES, SHIPPED_POLICIES, SHIPPED_VISIT_POLICIES } from '@guanhu/shared/policy/shipped-policies';
import { newId } from '../platform/ids.ts';
import { Cycles } from './cycles.ts';
import { Standings } from './standings.ts';
import { MONDAY, careCounty, type CareCounty, type Ward } from '../testing/care.ts';
import type { TestPerson } from '../testing/county.ts';
import { ok } from '../testing/reward.ts';

let care: CareCounty;
const open = async () => {
  care = await careCounty();
};
const close = () => care.county.close();
/** The tests of a group share a county, each on its own patients and on the first day again. */
const inOneCounty = () => {
  beforeAll(open, 60_000);
  beforeEach(() => care.county.clock.set(MONDAY));
  afterAll(close);
};
/** Each test changes what holds for everybody. */
const eachInItsOwn = () => {
  beforeEach(open, 60_000);
  afterEach(close);
};

const today = () => care.county.clock.today();
const onDay = (days: number) => care.county.clock.set(new Date(MONDAY.getTime() + days * 86_400_000));
const of = ({ patientId }: Ward) => ({ patientId });
const standing = async (ward: Ward, as = care.people.doctor) => (await care.county.call(readStanding, { as, params: of(ward) })).body;
const review = (ward: Ward, body: Partial<BodyOf<typeof recordRiskReview>> = {}, as = care.people.doctor) =>
  care.county.call(recordRiskReview, {
    as,
    params: of(ward),
    body: { reviewId: newId(), on: today(), risk: 0, stability: 'stable', ...body },
  });
const examine = (ward: Ward, body: Partial<BodyOf<typeof recordHealthExam>> = {}, as = care.people.doctor) =>
  care.county.call(recordHealthExam, { as, params: of(ward), body: { examId: newId(), on: today(), values: { weightKg: 60 }, ...body } });
const tasks = async (as: TestPerson, ward: Ward) =>
  (await care.tasksOf(as, ward)).filter(task => task.kind === 'riskReview' || task.kind === 'healthExam');

describe('cycles', () => {
  inOneCounty();

  it('come in sight, grow late, are done, and come round again (SJ-19)', async () => {
    const ward = await care.ward({ risk: 3 });
    await care.plan();
    const began = today();
    expect((await standing(ward)).cycles).toEqual([
      { cycle: 'riskReview', dueOn: addMonths(began, 3), state: 'ahead', lastDoneOn: null },
      { cycle: 'healthExam', dueOn: addMonths(began, 12), state: 'ahead', lastDoneOn: null },
    ]);
    expect(await tasks(care.people.doctor, ward)).toEqual([]);

    onDay(80);
    await care.plan();
    await care.plan();
    expect(await tasks(care.people.doctor, ward)).toMatchObject([
      { kind: 'riskReview', seat: 'doctor', dueOn: addMonths(began, 3), timing: 'ahead' },
    ]);
    onDay(100);
    await care.plan();
    expect((await standing(ward)).cycles[0]).toMatchObject({ state: 'overdue' });
    const due = await care.county.call(listDueAssessments, { as: care.people.doctor, query: { inSight: 'yes' } });
    expect(due.body.rows.filter(row => row.patientId === ward.patientId)).toMatchObject([
      { patientId: ward.patientId, cycle: 'riskReview', state: 'overdue', patientName: '试甲' },
    ]);

    const answer = await review(ward, { risk: 1, stability: 'basicStable', note: '诊断不变' });
    expect(answer.body).toMatchObject({ risk: 1, stability: 'basicStable', nextDueOn: addMonths(today(), 3) });
    expect(await tasks(care.people.doctor, ward)).toEqual([]);
    expect((await standing(ward)).cycles.find(each => each.cycle === 'riskReview')).toMatchObject({ state: 'done', lastDoneOn: today() });
    onDay(190);
    await care.plan();
    expect(await tasks(care.people.doctor, ward)).toMatchObject([{ kind: 'riskReview', timing: 'ahead' }]);
  });

  it('wait while the patient is in hospital, and come back with a file that was closed', async () => {
    const ward = await care.ward({ risk: 3 });
    await care.plan();
    const turn = (from: PatientState, to: PatientState, place = '县医院') =>
      care.county.call(changeState, {
        as: care.people.officer,
        params: of(ward),
        body: { from, to, on: today(), reason: '家属告知', ...(to === 'inCare' ? {} : { place }) },
      });
    onDay(85);
    await care.plan();
    const before = await tasks(care.people.doctor, ward);
    expect(before).toHaveLength(1);
    const admitted = {
      admissionId: newId(),
      from: 'inCare',
      on: today(),
      ground: 'voluntary',
      hospital: '县医院',
      signedBy: 'patient',
      signerName: '试甲',
      conclusionOn: null,
      guardianRefused: null,
    } as const;
    expect((await care.county.call(recordAdmission, { as: care.people.doctor, params: of(ward), body: admitted })).status).toBe(200);
    onDay(110);
    await care.plan();
    expect(await tasks(care.people.doctor, ward)).toEqual([]);
    const home = { version: 1, on: today(), reason: 'better', diagnosis: '好转', medicine: '每晚一片', advice: '一个月后复诊' } as const;
    const params = { admissionId: admitted.admissionId };
    expect((await care.county.call(dischargePatient, { as: care.people.doctor, params, body: home })).status).toBe(200);
    expect(await tasks(care.people.doctor, ward)).toMatchObject([{ taskId: before[0]?.taskId, timing: 'overdue' }]);
    expect((await turn('inCare', 'movedOut', '邻县')).status).toBe(200);
    expect(await tasks(care.people.doctor, ward)).toEqual([]);
    onDay(111);
    expect((await turn('movedOut', 'inCare')).status).toBe(200);
    await care.plan();
    expect(await tasks(care.people.doctor, ward)).toMatchObject([{ kind: 'riskReview', taskId: before[0]?.taskId }]);
  });

  it('follow the class: stable waits six months, and a worse class found at a visit brings the review nearer (SJ-19)', async () => {
    const ward = await care.ward({ risk: 0 });
    await care.plan();
    expect((await review(ward)).body.nextDueOn).toBe(addMonths(today(), 6));
    await review(ward, { risk: 3, stability: 'unstable' });
    expect((await standing(ward)).cycles.find(each => each.cycle === 'riskReview')?.dueOn).toBe(addMonths(today(), 3));
  });

  it('follow the policy, a township its own; the old version’s dates were its own (SJ-08, SJ-19)', async () => {
    const ward = await care.ward({ risk: 0 });
    await care.plan();
    const { policy } = SHIPPED_ASSESSMENT_POLICIES.halfYearly;
    await care.setPolicy(policy);
    expect((await standing(ward)).cycles.find(each => each.cycle === 'healthExam')?.dueOn).toBe(addMonths(today(), 6));
    const body = { effectiveOn: today(), after: 1, townshipId: care.county.areas.township, policy: { ...policy, examMonths: 4 } };
    await care.county.call(setPolicy, { as: care.people.administrator, params: { kind: 'assessment' }, body });
    await care.county.work();
    expect((await standing(ward)).cycles.find(each => each.cycle === 'healthExam')?.dueOn).toBe(addMonths(today(), 4));
  });
});

describe('a review that an incident brought forward', () => {
  eachInItsOwn();

  it('keeps that day, whatever becomes of class and policy, until it is done', async () => {
    const ward = await care.ward({ risk: 0 });
    await care.plan();
    await review(ward);
    const { app, rows } = care.county;
    const reviewOn = async () => (await standing(ward)).cycles.find(each => each.cycle === 'riskReview')?.dueOn;
    const brought = today();
    await rows.inTransaction(tx => app.get(Cycles).reviewNow(tx, ward.patientId));
    await care.plan();
    expect(await reviewOn()).toBe(brought);
    onDay(3);
    const found = { patientId: ward.patientId, on: today(), source: 'visit', causeId: newId(), by: care.people.doctor.id } as const;
    await rows.inTransaction(tx => app.get(Standings).rate(tx, { ...found, stability: 'unstable', visitedOn: today() }));
    await care.plan();
    expect(await reviewOn()).toBe(brought);
    expect(await tasks(care.people.doctor, ward)).toMatchObject([{ kind: 'riskReview', dueOn: brought, timing: 'overdue' }]);
    const { policy } = SHIPPED_ASSESSMENT_POLICIES.halfYearly;
    const preview = await care.county.call(previewPolicy, {
      as: care.people.administrator,
      params: { kind: 'assessment' },
      body: { effectiveOn: today(), policy: { ...policy, reviewMonths: { stable: 5, others: 2 } } },
    });
    await care.setPolicy({ ...policy, reviewMonths: { stable: 5, others: 2 } });
    expect(await reviewOn()).toBe(brought);
    expect(preview.body.byDate.map(one => one.date)).toEqual(['healthExam']);
    expect((await review(ward, { risk: 3, stability: 'unstable' })).body.nextDueOn).toBe(addMonths(today(), 2));
    expect(await reviewOn()).toBe(addMonths(today(), 2));

    // A review of a day before what is wanted does not do it.
    onDay(5);
    await rows.inTransaction(tx => app.get(Cycles).reviewNow(tx, ward.patientId));
    const answer = await review(ward, { on: addDays(today(), -1), risk: 3, stability: 'unstable' });
    expect([answer.body.nextDueOn, await reviewOn()]).toEqual([today(), today()]);
    expect(await tasks(care.people.doctor, ward)).toMatchObject([{ kind: 'riskReview', dueOn: today() }]);
    expect((await review(ward, { risk: 3, stability: 'unstable' })).body.nextDueOn).toBe(addMonths(today(), 2));
  });
});

describe('a review', () => {
  inOneCounty();

  it('raises the band at once, is sealed, and tells its note to doctors only', async () => {
    const ward = await care.ward({ risk: 1 });
    await care.plan();
    const { body } = await review(ward, { risk: 4, stability: 'unstable', note: '拟诊分裂症' });
    expect(body).toMatchObject({ band: { key: 'red' }, calmerBand: null });
    const [row] = await care.county.rows.sql<{ note_sealed: Buffer }>(
      'SELECT note_sealed FROM risk_review WHERE county_id = $1 AND patient_id = $2',
      [1, ward.patientId],
    );
    expect(row?.note_sealed.toString('utf8')).not.toContain('拟诊');
    const seen = async (as: TestPerson) => (await care.county.call(listAssessments, { as, params: of(ward) })).body.rows[0];
    expect(await seen(care.people.doctor)).toMatchObject({ cycle: 'riskReview', risk: 4, band: { label: '红色' }, note: '拟诊分裂症' });
    expect(await seen(care.people.officer)).toMatchObject({ risk: 4, note: null });
  });

  it.each([
    ['of tomorrow', { on: 1 }, 'ASSESSMENT_IN_FUTURE'],
    ['of last week but one', { on: -8 }, 'ASSESSMENT_TOO_LATE'],
    ['older than the newest rating', { on: -1 }, 'ASSESSMENT_OVERTAKEN'],
  ])('%s is refused', async (_, { on }, code) => {
    const ward = await care.ward({ risk: 2 });
    expect((await review(ward, { on: addDays(today(), on) })).refusal.code).toBe(code);
  });

  it('is the doctor’s', async () => {
    const ward = await care.ward({ risk: 2 });
    expect((await review(ward, {}, care.people.gridWorker)).status).toBe(404);
    expect((await review(ward, {}, care.people.officer)).status).toBe(404);
  });
});

describe('an exam', () => {
  inOneCounty();

  it('keeps blanks blank, is the doctors’ to read, and sets the next one', async () => {
    const ward = await care.ward({ risk: 0 });
    await care.plan();
    const values = { bloodPressure: { systolic: 128, diastolic: 82 }, glucose: 5.6, ecg: 'normal' as const };
    const on = addDays(today(), -20);
    expect((await examine(ward, { on, where: '镇卫生院', values })).body.nextDueOn).toBe(addMonths(on, 12));
    const seen = async (as: TestPerson) => (await care.county.call(listAssessments, { as, params: of(ward) })).body.rows[0];
    expect(await seen(care.people.doctor)).toMatchObject({ cycle: 'healthExam', on, where: '镇卫生院', values });
    expect(Object.keys((await seen(care.people.doctor))?.values ?? {})).toEqual(Object.keys(values));
    expect(await seen(care.people.gridWorker)).toMatchObject({ on, where: null, values: null });
    // A report of an older one changes no date.
    expect((await examine(ward, { on: addDays(today(), -200) })).body.nextDueOn).toBe(addMonths(on, 12));
    expect((await standing(ward)).cycles.find(each => each.cycle === 'healthExam')).toMatchObject({ state: 'done', lastDoneOn: on });
  });

  it('of nothing is none, and impossible values are refused', async () => {
    const ward = await care.ward({ risk: 0 });
    expect((await examine(ward, { values: {} })).refusal.code).toBe('EXAM_EMPTY');
    expect((await examine(ward, { values: { weightKg: 1000 } })).refusal.code).toBe('INPUT_INVALID');
  });
});

describe('the band', () => {
  inOneCounty();

  it('is explained by inputs, rule and version', async () => {
    const ward = await care.ward({ risk: 4 });
    await care.plan();
    expect(await standing(ward)).toMatchObject({
      risk: 4,
      band: { key: 'red' },
      explained: {
        policySeq: 1,
        effectiveOn: today(),
        ofTownship: false,
        bandOn: today(),
        conditions: [
          { kind: 'riskAtLeast', value: 4, holds: true },
          { kind: 'incidentWithinMonths', value: 12, holds: false },
        ],
      },
    });
  });

  const calmed = async () => {
    const ward = await care.ward({ risk: 4 });
    await care.plan();
    expect((await review(ward)).body).toMatchObject({ band: { key: 'red' }, calmerBand: { key: 'green' } });
    return ward;
  };
  const propose = (ward: Ward, as: TestPerson, band = 'green') =>
    care.county.call(proposeBand, { as, params: of(ward), body: { proposalId: newId(), band, reason: '半年平稳，按时服药' } });
  const waiting = async (as: TestPerson) => (await care.county.call(listBandProposals, { as })).body.rows;
  const decide = (as: TestPerson, proposalId: string, agree = true, version = 1) =>
    care.county.call(decideBand, { as, params: { proposalId }, body: { version, agree, reason: '已核对' } });

  it('gets calmer by two people with their reasons, and dates stay until the next visit', async () => {
    const ward = await calmed();
    const { doctor, officer } = care.people;
    expect((await propose(ward, doctor, 'yellow')).refusal.code).toBe('BAND_NOT_SPOKEN_FOR');
    const { proposalId } = (await propose(ward, doctor)).body;
    expect((await propose(ward, officer)).refusal.code).toBe('BAND_PROPOSAL_WAITS');
    expect(await waiting(officer)).toMatchObject([
      { proposalId, from: { key: 'red' }, to: { key: 'green' }, mine: false, reason: '半年平稳，按时服药' },
    ]);
    expect((await waiting(doctor))[0]?.mine).toBe(true);
    expect((await decide(doctor, proposalId)).refusal.code).toBe('BAND_DOWNGRADE_NEEDS_TWO');
    expect((await decide(officer, proposalId, true, 2)).refusal.code).toBe('STALE');
    expect((await decide(officer, proposalId)).body).toMatchObject({ state: 'agreed', band: { key: 'green' } });
    expect((await decide(officer, proposalId)).refusal.code).toBe('BAND_PROPOSAL_DECIDED');
    const after = await standing(ward);
    expect(after).toMatchObject({ band: { key: 'green' }, calmerBand: null });
    expect(after.dues.map(due => due.seat).sort()).toEqual(['doctor', 'gridWorker', 'lead']); // the police visit green no more
    expect(await waiting(officer)).toEqual([]);
  });

  it('stays when the second person does not agree', async () => {
    const ward = await calmed();
    const { proposalId } = (await propose(ward, care.people.officer)).body;
    expect((await decide(care.people.doctor, proposalId, false)).body).toMatchObject({ state: 'refused', band: { key: 'red' } });
    expect(await standing(ward)).toMatchObject({ band: { key: 'red' }, calmerBand: { key: 'green' } });
  });

  it('rises at once, and what was proposed before lapses', async () => {
    const ward = await calmed();
    const { proposalId } = (await propose(ward, care.people.doctor)).body;
    const body = { incidentId: newId(), kind: 'threat' as const, happenedAt: care.county.clock.now().toISOString() };
    await care.county.call(reportIncident, { as: care.people.gridWorker, params: of(ward), body });
    await care.county.work();
    expect(await standing(ward)).toMatchObject({ band: { key: 'red' }, calmerBand: null });
    expect(await waiting(care.people.officer)).toEqual([]);
    expect((await decide(care.people.officer, proposalId)).refusal.code).toBe('BAND_PROPOSAL_DECIDED');
  });
});

describe('what was judged under an old version', () => {
  eachInItsOwn();

  it('stays judged under it', async () => {
    const ward = await care.ward({ risk: 1 });
    await care.plan();
    await review(ward, { risk: 3, stability: 'unstable' });
    const judged = () =>
      care.county.rows.sql(
        `SELECT id, band, policy_seq FROM rating WHERE county_id = $1 UNION ALL SELECT id, band, policy_seq FROM risk_review WHERE county_id = $1 ORDER BY 1`,
        [1],
      );
    const before = await judged();
    expect(before).toMatchObject([
      { band: 'yellow', policy_seq: 1 },
      { band: 'orange', policy_seq: 1 },
      { band: 'orange', policy_seq: 1 },
    ]);
    await care.setPolicy(SHIPPED_VISIT_POLICIES.threeColours.policy);
    expect(await standing(ward)).toMatchObject({ band: { key: 'red' }, explained: { policySeq: 2 } });
    expect(await judged()).toEqual(before);
    const rows = (await care.county.call(listAssessments, { as: care.people.doctor, params: of(ward) })).body.rows;
    expect(rows).toMatchObject([{ policySeq: 1, band: { key: 'orange', label: '橙色' } }]);
  });
});

describe('the preview of a policy', () => {
  eachInItsOwn();

  const preview = (body: BodyOf<typeof previewPolicy>, kind: PreviewedKind = 'visit') =>
    care.county.call(previewPolicy, { as: care.people.administrator, params: { kind }, body });

  it('counts bands and dates before it is set, and then does what it said', async () => {
    const { areas } = care.county;
    for (const risk of [4, 3, 1, 1] as const) await care.ward({ risk });
    await care.ward({ risk: 0, village: areas.farVillage, township: areas.otherTownship });
    await care.plan();
    const { policy } = SHIPPED_VISIT_POLICIES.threeColours;
    const effectiveOn = addDays(today(), 1);
    const { body } = await preview({ effectiveOn, policy });
    expect(body).toMatchObject({
      effectiveOn,
      patients: 5,
      bands: [{ from: { key: 'orange' }, to: { key: 'red' }, held: null, patients: 1 }],
    });
    // Red: lead and police no longer within a week, the grid worker not within three days; the dates that are set stay.
    expect(body.dates).toEqual({ earlier: 0, later: 3, added: 0, dropped: 0 });
    expect(body.byDate).toEqual([{ date: 'visit', ...body.dates }]);
    expect(body.moved).toBe(2);

    const only = await preview({ effectiveOn, townshipId: areas.otherTownship, policy });
    expect(only.body).toMatchObject({ patients: 1, moved: 0 });

    await care.county.call(setPolicy, {
      as: care.people.administrator,
      params: { kind: 'visit' },
      body: { effectiveOn, after: 1, policy },
    });
    await care.county.work();
    const ofVersion = { kind: 'visit' as const, seq: '2' };
    const { administrator, officer, gridWorker, stranger } = care.people;
    expect((await care.county.call(previewVersion, { as: administrator, params: ofVersion })).body).toEqual(body);
    expect((await care.county.call(previewVersion, { as: officer, params: ofVersion })).body).toMatchObject({ patients: 4, moved: 2 });
    const moved = async (as: TestPerson, query = {}) => (await care.county.call(listMovedPatients, { as, params: ofVersion, query })).body;
    // The administrator sees numbers; whoever answers for the patients sees whom it moves, page by page.
    expect((await moved(administrator)).rows).toEqual([]);
    expect((await moved(stranger)).rows).toEqual([]);
    expect((await moved(gridWorker)).rows).toHaveLength(2);
    const first = await moved(officer, { limit: 1 });
    const second = await moved(officer, { limit: 1, after: first.next ?? '' });
    expect([first.rows[0]?.to?.key, second.rows[0]?.to?.key, second.next]).toEqual(['red', 'red', null]);

    const bandsNow = async () =>
      (await care.county.rows.sql<{ band: string }>('SELECT band FROM standing WHERE county_id = $1 ORDER BY id', [1])).map(
        row => row.band,
      );
    expect(await bandsNow()).toEqual(['red', 'orange', 'yellow', 'yellow', 'green']);
    onDay(1);
    await care.plan();
    expect(await bandsNow()).toEqual(['red', 'red', 'yellow', 'yellow', 'green']);
    expect((await care.county.call(previewVersion, { as: administrator, params: ofVersion })).status).toBe(404);
  });

  it('counts what comes sooner with new cycles', async () => {
    await care.ward({ risk: 0 });
    await care.ward({ risk: 2 });
    await care.plan();
    const { policy } = SHIPPED_ASSESSMENT_POLICIES.halfYearly;
    const { body } = await preview({ effectiveOn: addDays(today(), 1), policy }, 'assessment');
    expect(body).toMatchObject({ patients: 2, moved: 2, bands: [], dates: { earlier: 2, later: 0 } });
  });

  it('counts and lists whose medicine and case reviews it moves, kind by kind, and then does what it said', async () => {
    const { administrator, officer, gridWorker, stranger } = care.people;
    const far = { village: care.county.areas.farVillage, township: care.county.areas.otherTownship };
    const wards = [await care.ward({ risk: 4 }), await care.ward({ risk: 1 }), await care.ward({ risk: 0, ...far })] as const;
    const [ill, well] = wards;
    await care.plan();
    await care.county.work();
    const set = (column: 'runs_out_on' | 'injection_due_on', { patientId }: Ward, days: number) =>
      care.county.rows.sql(`UPDATE regimen SET ${column} = $3 WHERE county_id = $1 AND patient_id = $2`, [
        1,
        patientId,
        addDays(today(), days),
      ]);
    await set('runs_out_on', well, 40);
    await set('injection_due_on', well, 60);
    // Two days without an answer are a silence that nobody was asked about yet.
    onDay(2);
    const policy = { ...SHIPPED_POLICIES.medication, silentDays: 5, refillLeadDays: SHIPPED_POLICIES.medication.refillLeadDays + 2 };
    const effectiveOn = addDays(today(), 1);
    const { body } = await preview({ effectiveOn, policy }, 'medication');
    expect(body).toMatchObject({ patients: 3, moved: 3, bands: [], dates: { earlier: 1, later: 3 } });
    expect(body.byDate).toEqual([
      { date: 'refill', earlier: 1, later: 0, added: 0, dropped: 0 },
      { date: 'silence', earlier: 0, later: 3, added: 0, dropped: 0 },
    ]);
    const graced = { ...SHIPPED_POLICIES.medication, injectionGraceDays: SHIPPED_POLICIES.medication.injectionGraceDays + 1 };
    expect((await preview({ effectiveOn, policy: graced }, 'medication')).body).toMatchObject({
      moved: 1,
      byDate: [{ date: 'injection', later: 1 }],
    });
    expect((await preview({ effectiveOn, policy: SHIPPED_POLICIES.medication }, 'medication')).body).toMatchObject({
      moved: 0,
      byDate: [],
    });
    const there = { effectiveOn, townshipId: care.county.areas.otherTownship, policy };
    expect((await preview(there, 'medication')).body).toMatchObject({ patients: 1, moved: 1 });

    const version = { effectiveOn, after: 0, policy };
    ok(await care.county.call(setPolicy, { as: administrator, params: { kind: 'medication' }, body: version }));
    await care.county.work();
    const params = { kind: 'medication' as const, seq: '1' };
    expect(ok(await care.county.call(previewVersion, { as: administrator, params }))).toEqual(body);
    expect(ok(await care.county.call(previewVersion, { as: officer, params }))).toMatchObject({ patients: 2, moved: 2 });
    const moved = async (as: TestPerson, query = {}) => ok(await care.county.call(listMovedPatients, { as, params, query }));
    expect((await moved(administrator)).rows).toEqual([]);
    expect((await moved(stranger)).rows).toEqual([]);
    expect((await moved(gridWorker)).rows.map(row => row.patientId)).toEqual(wards.map(ward => ward.patientId));
    const first = await moved(officer, { limit: 1 });
    const second = await moved(officer, { limit: 1, after: first.next ?? '' });
    expect([first.rows[0]?.byDate, second.rows[0]?.byDate.map(one => one.date), second.next]).toEqual([
      [{ date: 'silence', earlier: 0, later: 1, added: 0, dropped: 0 }],
      ['refill', 'silence'],
      null,
    ]);
    // Under it nobody telephones on the day on which the shipped policy would have.
    onDay(4);
    await care.plan();
    expect((await care.tasksOf(gridWorker, ill)).filter(task => task.reason === 'medicationSilence')).toEqual([]);
    onDay(6);
    await care.plan();
    expect((await care.tasksOf(gridWorker, ill)).filter(task => task.reason === 'medicationSilence')).toHaveLength(1);

    // One case team stands, to be reviewed in eighty days; the county wants to look after a month.
    await care.county.rows.sql(
      `UPDATE case_team SET state = 'open', opened_on = $3, leader_id = $4, plan_sealed = '\\x00', review_on = $5 WHERE county_id = $1 AND patient_id = $2`,
      [1, ill.patientId, today(), care.people.doctor.id, addDays(today(), 80)],
    );
    const sooner = { ...SHIPPED_POLICIES.caseTeam, reviewWithinMonths: 1 };
    const cases = (await preview({ effectiveOn: addDays(today(), 1), policy: sooner }, 'caseTeam')).body;
    expect(cases).toMatchObject({ patients: 1, moved: 1, byDate: [{ date: 'caseReview', earlier: 1 }] });
    const unchanged = (await preview({ effectiveOn: addDays(today(), 1), policy: SHIPPED_POLICIES.caseTeam }, 'caseTeam')).body;
    expect(unchanged).toMatchObject({ patients: 1, moved: 0 });
    ok(
      await care.county.call(setPolicy, {
        as: administrator,
        params: { kind: 'caseTeam' },
        body: { effectiveOn: addDays(today(), 1), after: 0, policy: sooner },
      }),
    );
    const ofCases = { kind: 'caseTeam' as const, seq: '1' };
    const listed = ok(await care.county.call(listMovedPatients, { as: officer, params: ofCases, query: {} }));
    expect(listed.rows.map(row => row.patientId)).toEqual([ill.patientId]);
  });

  it('refuses what could not be set, and is the administrator’s', async () => {
    const { policy } = SHIPPED_VISIT_POLICIES.fourColours;
    expect((await preview({ effectiveOn: calendarDate('2020-01-01'), policy })).refusal.code).toBe('POLICY_NOT_BACKWARD');
    const loose = { ...policy, bands: policy.bands.map(band => ({ ...band, intervalDays: { doctor: 91 } })) };
    expect((await preview({ effectiveOn: today(), policy: loose })).refusal).toMatchObject({
      code: 'POLICY_LOOSER_THAN_NATIONAL',
      fields: ['red.doctor', 'orange.doctor', 'yellow.doctor', 'green.doctor'],
    });
    const answer = await care.county.call(previewPolicy, {
      as: care.people.officer,
      params: { kind: 'visit' },
      body: { effectiveOn: today(), policy },
    });
    expect(answer.status).toBe(404);
  });
});
