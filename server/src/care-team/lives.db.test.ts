import { reportCall } from '@guanhu/shared/agenda/agenda.routes';
import { addDays, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { dischargePatient, recordAdmission } from '@guanhu/shared/incidents/admission.routes';
import { listConsents, recordConsent } from '@guanhu/shared/registry/consent.routes';
import { changeState, readLife } from '@guanhu/shared/registry/patient-life.routes';
import type { PatientState } from '@guanhu/shared/registry/registry.terms';
import { readStanding } from '@guanhu/shared/assessment/assessment.routes';
import { setRegimen } from '@guanhu/shared/medication/regimen.routes';
import { checkInVisit, recordVisit } from '@guanhu/shared/visits/visits.routes';
import { Agenda } from '../agenda/agenda.public.ts';
import { newId } from '../platform/ids.ts';
import { Files } from '../registry/registry.public.ts';
import { careCounty, MONDAY, type CareCounty, type Ward } from '../testing/care.ts';
import type { TestPerson } from '../testing/county.ts';
import { ok } from '../testing/reward.ts';

let care: CareCounty;
beforeAll(async () => {
  care = await careCounty();
}, 60_000);
beforeEach(() => care.county.clock.set(MONDAY));
afterAll(() => care.county.close());

const today = () => care.county.clock.today();
const later = (days: number) => care.county.clock.set(new Date(MONDAY.getTime() + days * 86_400_000));
const of = ({ patientId }: Ward) => ({ patientId });
const FACTS: { readonly [S in PatientState]?: object } = {
  away: { place: '外省' },
  lostToFollowUp: { lostReason: 5 },
  deceased: { deathCause: 1, fatalIllness: 3 },
  movedOut: { place: '邻县' },
};
const turn = (ward: Ward, from: PatientState, to: PatientState, more: object = {}, as: TestPerson = care.people.officer) =>
  care.county.call(changeState, { as, params: of(ward), body: { from, to, on: today(), reason: '家属告知', ...FACTS[to], ...more } });
/** Of the patient's own will: what turns the life is a stay on a ground. */
const admit = async (ward: Ward) => {
  const body = {
    admissionId: newId(),
    from: 'inCare',
    on: today(),
    ground: 'voluntary',
    hospital: '市精神卫生中心',
    signedBy: 'patient',
    signerName: '试甲',
    conclusionOn: null,
    guardianRefused: null,
  } as const;
  return ok(await care.county.call(recordAdmission, { as: care.people.doctor, params: of(ward), body }));
};
const discharge = async ({ admissionId, version }: { admissionId: string; version: number }) => {
  const body = { version, on: today(), reason: 'better', diagnosis: '好转', medicine: '每晚一片', advice: '一个月后复诊' } as const;
  ok(await care.county.call(dischargePatient, { as: care.people.doctor, params: { admissionId }, body }));
};
const life = async (ward: Ward) => ok(await care.county.call(readLife, { as: care.people.doctor, params: of(ward), query: {} }));
const kinds = async (as: TestPerson, ward: Ward) => (await care.tasksOf(as, ward)).map(task => task.reason ?? task.kind);
/** What is live for a patient, whoever has it, suspended or not. */
const live = async ({ patientId }: Ward) => {
  const rows = await care.county.rows.sql<{ what: string; state: string }>(
    `SELECT coalesce(reason, kind) || ':' || seat AS what, state FROM task
     WHERE county_id = $1 AND patient_id = $2 AND state IN ('open', 'suspended') ORDER BY what`,
    [1, patientId],
  );
  return Object.fromEntries(rows.map(row => [row.what, row.state]));
};
const planned = async () => {
  const ward = await care.ward({ risk: 5 });
  await care.plan();
  later(7);
  await care.plan();
  return ward;
};

describe('in hospital', () => {
  it('visits and medicine pause at once, the doctor telephones instead, and the family’s day comes back with the patient (SJ-18)', async () => {
    const ward = await planned();
    expect(await live(ward)).toEqual({
      'medicationConfirmation:guardian': 'open',
      'medicationSilence:gridWorker': 'open',
      'visit:doctor': 'open',
      'visit:gridWorker': 'open',
      'visit:lead': 'open',
      'visit:police': 'open',
    });
    const stay = await admit(ward);
    expect(await life(ward)).toMatchObject({ state: 'hospitalised', care: ['telephone', 'contact'] });
    expect(await live(ward)).toEqual({
      'followUp:doctor': 'open',
      'medicationConfirmation:guardian': 'suspended',
      'medicationSilence:gridWorker': 'suspended',
      'visit:doctor': 'suspended',
      'visit:gridWorker': 'suspended',
      'visit:lead': 'suspended',
      'visit:police': 'suspended',
    });

    later(30);
    await care.plan();
    await discharge(stay);
    // A fresh window for everybody: within their interval, and within two weeks. The silence of a month in hospital is none.
    expect(await live(ward)).toEqual({
      'dischargeReceipt:doctor': 'open',
      'medicationConfirmation:guardian': 'open',
      'visit:doctor': 'open',
      'visit:gridWorker': 'open',
      'visit:lead': 'open',
      'visit:police': 'open',
    });
    expect(await care.visitsOf(care.people.gridWorker, ward)).toMatchObject([{ dueOn: addDays(today(), 3), timing: 'ahead' }]);
    const [question] = await care.tasksOf(ward.guardian, ward);
    expect(question).toMatchObject({ dueOn: today() });
  });

  it('a call that reached somebody is the follow-up: the next one is an interval away (SJ-18)', async () => {
    const ward = await planned();
    await admit(ward);
    const [call] = (await care.tasksOf(care.people.doctor, ward)).filter(task => task.reason === 'followUp');
    ok(
      await care.county.call(reportCall, { as: care.people.doctor, params: { taskId: call?.taskId ?? '' }, body: { outcome: 'reached' } }),
    );
    await care.plan();
    expect(await kinds(care.people.doctor, ward)).not.toContain('followUp');
    later(7 + 14);
    await care.plan();
    expect(await kinds(care.people.doctor, ward)).toContain('followUp');
  });
});

it('a call that is told late is the follow-up of its own day, and takes nothing back that has begun anew since (SJ-18)', async () => {
  const ward = await planned();
  await admit(ward);
  const dueOn = async () =>
    (
      await care.county.rows.sql<{ from: string; due: string }>(
        `SELECT counted_from AS "from", due_on AS due FROM visit_due WHERE county_id = $1 AND patient_id = $2 AND seat = 'doctor'`,
        [1, ward.patientId],
      )
    )[0];
  const telephoned = (on: CalendarDate) =>
    care.county.rows.inTransaction(tx => care.county.app.get(Agenda).telephoned(tx, ward.patientId, on));
  const [call] = (await care.tasksOf(care.people.doctor, ward)).filter(task => task.reason === 'followUp');
  const made = care.county.clock.now();
  const madeOn = today();
  later(7 + 3);
  const body = { outcome: 'reached', tappedAt: made.toISOString() } as const;
  ok(await care.county.call(reportCall, { as: care.people.doctor, params: { taskId: call?.taskId ?? '' }, body }));
  expect((await dueOn())?.from).toBe(madeOn);
  await telephoned(today());
  const anew = await dueOn();
  expect(anew?.from).toBe(today());
  await telephoned(addDays(today(), -1));
  expect(await dueOn()).toEqual(anew);
});

describe('custody', () => {
  it('stops every clock, and starts them anew with the release', async () => {
    const ward = await planned();
    ok(await turn(ward, 'inCare', 'inCustody'));
    expect(new Set(Object.values(await live(ward)))).toEqual(new Set(['suspended']));
    later(200);
    await care.plan();
    expect(new Set(Object.values(await live(ward)))).toEqual(new Set(['suspended']));
    ok(await turn(ward, 'inCustody', 'inCare'));
    const visits = await care.visitsOf(care.people.doctor, ward);
    expect(visits).toMatchObject([{ dueOn: addDays(today(), 14) }]);
  });
});

describe('death and leaving', () => {
  it('a death closes everything, with day and cause, and is not taken back', async () => {
    const ward = await planned();
    expect((await turn(ward, 'inCare', 'deceased', { deathCause: undefined })).refusal.code).toBe('INPUT_INVALID');
    ok(await turn(ward, 'inCare', 'deceased'));
    await care.plan();
    expect(await live(ward)).toEqual({});
    const { state, since, care: goesOn, mayBecome, rows } = await life(ward);
    expect({ state, since, goesOn, mayBecome }).toEqual({ state: 'deceased', since: today(), goesOn: [], mayBecome: [] });
    expect(rows).toMatchObject([{ from: 'inCare', to: 'deceased', deathCause: 1, fatalIllness: 3, source: 'office', reason: '家属告知' }]);
    expect((await turn(ward, 'deceased', 'inCare')).refusal.code).toBe('PATIENT_STATE_NOT_ALLOWED');
  });

  it('who leaves the county takes a numbered letter, and whoever comes back is visited again', async () => {
    const ward = await planned();
    ok(await turn(ward, 'inCare', 'movedOut'));
    expect(await live(ward)).toEqual({});
    expect((await life(ward)).letter).toMatch(/^迁出〔2026〕0622-[0-9A-F]{6}$/);
    later(60);
    await care.plan();
    ok(await turn(ward, 'movedOut', 'inCare'));
    expect(await live(ward)).toMatchObject({ 'medicationConfirmation:guardian': 'open', 'visit:gridWorker': 'open' });
    expect((await life(ward)).letter).toBeNull();
  });
});

describe('recording a turn', () => {
  it('is for the township’s office and doctor', async () => {
    const ward = await care.ward();
    for (const as of [care.people.gridWorker, care.people.police, care.people.stranger, ward.guardian])
      expect((await turn(ward, 'inCare', 'away', {}, as)).status).toBe(404);
    ok(await turn(ward, 'inCare', 'away', {}, care.people.doctor));
  });

  it('is refused as stale, too early or in the future', async () => {
    const ward = await care.ward();
    expect((await turn(ward, 'hospitalised', 'inCare')).refusal.code).toBe('STALE');
    // Neither a stay in hospital nor a search begins without its own record.
    for (const to of ['hospitalised', 'missing'] as const)
      expect((await turn(ward, 'inCare', to, { place: '某地' })).refusal.code).toBe('INPUT_INVALID');
    expect((await life(ward)).mayBecome).not.toEqual(expect.arrayContaining(['hospitalised', 'missing']));
    expect((await turn(ward, 'inCare', 'away', { on: addDays(today(), 1) })).refusal.code).toBe('PATIENT_STATE_DAY_NOT_ALLOWED');
    ok(await turn(ward, 'inCare', 'away'));
    expect((await turn(ward, 'away', 'inCare', { on: addDays(today(), -1) })).refusal.code).toBe('PATIENT_STATE_DAY_NOT_ALLOWED');
  });
});

describe('what a visit finds', () => {
  const visited = async (ward: Ward, record: object, as = care.people.doctor, at = care.county.clock.now()) => {
    const visitId = newId();
    const { version } = ok(await care.county.call(checkInVisit, { as, params: of(ward), body: { visitId, at: at.toISOString() } }));
    ok(await care.county.call(recordVisit, { as, params: { visitId }, body: { version, record } }));
    await care.county.work();
  };
  const met = { result: 'done', form: 2, respondents: [1], risk: 1, insight: 1, stability: 'basicStable', overrideReason: '当面评估' };

  it('is a turn of the life: missing, found again, dead', async () => {
    const ward = await planned();
    await visited(ward, { result: 'lost', lostReason: 3, note: '夜里走出去了' });
    expect(await life(ward)).toMatchObject({ state: 'missing', rows: [{ source: 'visit', lostReason: 3, reason: '夜里走出去了' }] });
    // The village looks for somebody missing; the doctor, whose visit this was, does not come again.
    later(14 + 7);
    await care.plan();
    expect(await live(ward)).toMatchObject({ 'visit:gridWorker': 'open' });
    expect(await live(ward)).not.toHaveProperty('visit:doctor');
    await visited(ward, met);
    expect((await life(ward)).state).toBe('inCare');
    await visited(ward, { result: 'deceased', diedOn: today(), deathCause: 4 });
    expect(await life(ward)).toMatchObject({ state: 'deceased', rows: [{ to: 'deceased', deathCause: 4 }, {}, {}] });
    expect(await live(ward)).toEqual({});
  });

  it('that was made before the last turn is kept and turns nothing back', async () => {
    const ward = await planned();
    const before = new Date(care.county.clock.now().getTime() - 2 * 86_400_000);
    ok(await turn(ward, 'inCare', 'inCustody'));
    await visited(ward, { result: 'lost', lostReason: 5 }, care.people.doctor, before);
    expect((await life(ward)).state).toBe('inCustody');
  });
});

describe('consent', () => {
  const signed = { signer: 'guardian', signerName: '试签', textVersion: '2026-1' };
  const decide = (ward: Ward, body: object, as = care.people.doctor) =>
    care.county.call(recordConsent, { as, params: of(ward), body: { consentId: newId(), on: today(), ...body } });
  const list = async (ward: Ward) => ok(await care.county.call(listConsents, { as: care.people.doctor, params: of(ward), query: {} }));

  it('refused leaves the village watching and stops what is clinical, until it is given or none is needed', async () => {
    const ward = await planned();
    expect(ok(await decide(ward, { decision: 'refused', ...signed })).care).toEqual(['watch', 'contact']);
    expect(await live(ward)).toMatchObject({
      'medicationConfirmation:guardian': 'suspended',
      'visit:doctor': 'suspended',
      'visit:gridWorker': 'open',
    });
    const basis = { decision: 'notRequired', basis: 'dangerToOthers', note: '已当面告知监护人' };
    ok(await decide(ward, basis));
    expect(await live(ward)).toMatchObject({ 'medicationConfirmation:guardian': 'open', 'visit:doctor': 'open' });
    const { inForce, rows, mayRecord } = await list(ward);
    expect({ inForce, mayRecord }).toEqual({ inForce: 'notRequired', mayRecord: true });
    expect(rows).toMatchObject([
      { decision: 'notRequired', basis: 'dangerToOthers', signer: null, note: '已当面告知监护人', recordedBy: care.people.doctor.name },
      { decision: 'refused', signerName: '试签', textVersion: '2026-1', basis: null },
    ]);
  });

  it('can be withdrawn only when it was given', async () => {
    const ward = await care.ward();
    const { textVersion: _, ...bySigner } = signed;
    expect((await decide(ward, { decision: 'withdrawn', ...bySigner })).refusal.code).toBe('CONSENT_NOTHING_TO_WITHDRAW');
    ok(await decide(ward, { decision: 'given', ...signed }));
    ok(await decide(ward, { decision: 'withdrawn', ...bySigner }));
    expect((await list(ward)).inForce).toBe('withdrawn');
    expect((await decide(ward, { decision: 'given', ...signed, textVersion: '1999' })).refusal.code).toBe('INPUT_INVALID');
  });

  it('is recorded by those who answer for it', async () => {
    const ward = await care.ward();
    for (const as of [care.people.gridWorker, ward.guardian, care.people.stranger])
      expect((await decide(ward, { decision: 'given', ...signed }, as)).status).toBe(404);
  });
});

it('begins with a suspicion: no medicine, no band, no round of visits, until the doctor confirms it and then care begins', async () => {
  const ward = await care.ward({ risk: 4, begins: 'suspected' });
  const params = of(ward);
  const standing = async () => ok(await care.county.call(readStanding, { as: care.people.doctor, params }));
  const order = { regimenId: newId(), after: null, from: today(), drugs: [{ name: '甲片', morningMg: 1 }] };
  await care.plan();
  expect(await live(ward)).toEqual({});
  expect(await standing()).toMatchObject({ risk: 4, band: null, dues: [] });
  expect((await care.county.call(setRegimen, { as: care.people.doctor, params, body: order })).refusal.code).toBe('PATIENT_NOT_DIAGNOSED');

  // A visit on the way finds what it finds, and nothing follows from it.
  const visitId = newId();
  const at = care.county.clock.now().toISOString();
  const { version } = ok(await care.county.call(checkInVisit, { as: care.people.doctor, params, body: { visitId, at } }));
  const record = { result: 'done', form: 2, respondents: [1], risk: 4, insight: 1, stability: 'unstable', adherence: 1 };
  const recorded = ok(await care.county.call(recordVisit, { as: care.people.doctor, params: { visitId }, body: { version, record } }));
  await care.county.work();
  await care.plan();
  expect(recorded).toMatchObject({ band: null, nextDueOn: null, dues: [] });
  expect(await standing()).toMatchObject({ band: null, dues: [] });
  expect(Object.keys(await live(ward)).filter(what => what.startsWith('visit'))).toEqual([]);

  expect((await turn(ward, 'suspected', 'registered')).status).toBe(404);
  const confirmed = ok(await turn(ward, 'suspected', 'registered', { reason: '市精神卫生中心复核确诊' }, care.people.doctor));
  expect(confirmed.care).toEqual(['clinical', 'watch', 'contact']);
  // At once, in the commit that registers: a band, and its visits; nobody is asked about medicine yet.
  expect((await standing()).band).not.toBeNull();
  expect(await live(ward)).toMatchObject({ 'visit:gridWorker': 'open' });
  expect(await live(ward)).not.toHaveProperty('medicationConfirmation:guardian');
  await care.county.work();
  expect(await live(ward)).toHaveProperty('caseReview:doctor');

  ok(await care.county.call(setRegimen, { as: care.people.doctor, params, body: order }));
  expect(await live(ward)).not.toHaveProperty('medicationConfirmation:guardian');
  ok(await turn(ward, 'registered', 'inCare', { reason: '同意书已签，专班已建' }));
  expect(await live(ward)).toHaveProperty('medicationConfirmation:guardian', 'open');
  expect((await life(ward)).rows.map(row => [row.from, row.to, row.reason])).toEqual([
    ['registered', 'inCare', '同意书已签，专班已建'],
    ['suspected', 'registered', '市精神卫生中心复核确诊'],
  ]);
});

it('ends a suspicion that is not confirmed, by the doctor and with a reason, and later forgets of whom it was', async () => {
  const ward = await care.ward({ risk: 4, begins: 'suspected' });
  const { patientId } = ward;
  await care.plan();
  const body = { from: 'suspected', to: 'notConfirmed', on: today(), reason: '精神科医师复核，不符合六种疾病' } as const;
  const as = care.people.officer;
  const { mayBecome } = (await care.county.call(readLife, { as, params: { patientId } })).body;
  expect(mayBecome).toEqual(['deceased', 'movedOut']);
  expect((await care.county.call(changeState, { as, params: { patientId }, body })).status).toBe(404);
  const closed = await care.county.call(changeState, { as: care.people.doctor, params: { patientId }, body });
  expect(closed.body).toMatchObject({ state: 'notConfirmed', care: [] });
  expect(await live(ward)).toEqual({});
  await care.plan();
  expect(await live(ward)).toEqual({});

  const files = care.county.app.get(Files);
  const nameOf = async () => (await files.find(care.county.rows, patientId))?.values.name;
  const name = await nameOf();
  const forget = (on: CalendarDate) => care.county.rows.inTransaction(tx => files.forgetUnconfirmed(tx, on));
  expect(await forget(today())).toBe(0);
  expect(await nameOf()).toBe(name);
  expect(await forget(addDays(today(), 1))).toBe(1);
  expect((await files.find(care.county.rows, patientId))?.values).toMatchObject({ name: '（已去除身份）', idNumber: null, phone: null });
  expect(await forget(addDays(today(), 1))).toBe(0);
});
