import { readStanding } from '@guanhu/shared/assessment/assessment.routes';
import { changeState, readLife } from '@guanhu/shared/registry/patient-life.routes';
import type { ChangeStateBody } from '@guanhu/shared/registry/patient-life.contract';
import {
  dischargePatient,
  listAdmissions,
  readAdmission,
  receiveDischarged,
  recordAdmission,
  recordRediagnosis,
} from '@guanhu/shared/incidents/admission.routes';
import { acknowledgeIncident, listIncidents, reportIncident } from '@guanhu/shared/incidents/incidents.routes';
import { makeLookBack, readLookBack } from '@guanhu/shared/incidents/look-back.routes';
import {
  listMissing,
  markReportSent,
  printMissingReport,
  printMissingSheet,
  readMissing,
  recordFound,
  reportMissing,
} from '@guanhu/shared/incidents/missing.routes';
import { addDays, calendarDate } from '@guanhu/shared/kernel/calendar-date';
import { SHIPPED_POLICIES } from '@guanhu/shared/policy/shipped-policies';
import { newId } from '../platform/ids.ts';
import { Lives } from '../registry/registry.public.ts';
import { MONDAY, careCounty, type CareCounty, type Ward } from '../testing/care.ts';
import type { TestPerson } from '../testing/county.ts';
import { ok } from '../testing/reward.ts';
import { SMALL_PNG } from '../testing/rights.ts';

let care: CareCounty;
let securityOfficer: TestPerson;
beforeAll(async () => {
  care = await careCounty();
  securityOfficer = await care.county.person({ role: 'securityOfficer' });
}, 60_000);
beforeEach(() => care.county.clock.set(MONDAY));
afterAll(() => care.county.close());

const on = calendarDate('2026-06-15');
const at = (day: string, clock = '10:00') => care.county.clock.set(new Date(`${day}T${clock}:00+08:00`));
const life = async ({ patientId }: Ward) =>
  ok(await care.county.call(readLife, { as: care.people.doctor, params: { patientId }, query: {} })).state;
const admit = ({ patientId }: Ward, body: object = {}, as: TestPerson = care.people.doctor) =>
  care.county.call(recordAdmission, {
    as,
    params: { patientId },
    body: {
      admissionId: newId(),
      from: 'inCare',
      on,
      ground: 'dangerToOthers',
      hospital: '县精神卫生中心',
      signedBy: 'guardian',
      signerName: '试监',
      conclusionOn: on,
      guardianRefused: null,
      ...body,
    },
  });
const handover = { diagnosis: '精神分裂症，好转', medicine: '利培酮 2mg 每晚', advice: '一个月后复诊' };
const discharge = (admissionId: string, body: object = {}) =>
  care.county.call(dischargePatient, {
    as: care.people.doctor,
    params: { admissionId },
    body: { version: 1, on, reason: 'better', ...handover, ...body },
  });

it('is recorded on its ground of somebody whom a visit found in hospital; the life has turned already', async () => {
  const ward = await care.ward({ risk: 0 });
  const actor = { countyId: 1, personId: care.people.doctor.id, sessionId: newId(), channel: 'phone', posts: [] } as const;
  await care.county.rows.inTransaction(tx =>
    care.county.app.get(Lives).change(tx, actor, ward.patientId, { from: 'inCare', to: 'hospitalised', on, facts: { reason: '随访发现' } }),
  );
  expect(ok(await admit(ward, { from: 'hospitalised' }))).toMatchObject({ state: 'inHospital' });
  expect((await admit(await care.ward({ risk: 0 }), { from: 'hospitalised' })).refusal.code).toBe('STALE');
});

describe('hospital', () => {
  it('is one that the county names, or is written down as another; in need it holds nobody up (TH-03)', async () => {
    const hospitals = ['县精神卫生中心'];
    expect(ok(await admit(await care.ward({ risk: 0 })))).toMatchObject({ designated: null });
    await care.setPolicy({ ...SHIPPED_POLICIES.handling, hospitals });
    expect(ok(await admit(await care.ward({ risk: 0 }), { hospital: '县精神卫生中心' }))).toMatchObject({ designated: true });
    const other = ok(await admit(await care.ward({ risk: 0 }), { hospital: '邻县人民医院' }));
    expect(other).toMatchObject({ designated: false, hospital: '邻县人民医院' });
    // What was so on the day stays written.
    await care.setPolicy({ ...SHIPPED_POLICIES.handling, hospitals: ['邻县人民医院'] });
    const read = await care.county.call(readAdmission, { as: care.people.doctor, params: { admissionId: other.admissionId } });
    expect(ok(read)).toMatchObject({ designated: false });
  });

  it.each([
    [{ ground: null }, 'ADMISSION_GROUND_NEEDED'],
    [{ ground: 'voluntary' }, 'ADMISSION_NEEDS_PATIENT'],
    [{ ground: 'dangerToSelf', signedBy: 'committee', guardianRefused: '不同意' }, 'ADMISSION_NEEDS_GUARDIAN'],
    [{ conclusionOn: null }, 'ADMISSION_NEEDS_DIAGNOSIS'],
    [{ signedBy: 'committee' }, 'ADMISSION_GUARDIAN_FIRST'],
    [{ on: '2026-06-16' }, 'ADMISSION_DAY_WRONG'],
  ])('%j is refused as %s, and life goes on as it was (YM-10, DY-10)', async (body, code) => {
    const ward = await care.ward({ risk: 0 });
    const refused = await admit(ward, body);
    expect([refused.status, refused.refusal.code]).toEqual([422, code]);
    expect(await life(ward)).toBe('inCare');
    expect(await care.county.rows.sql('SELECT 1 FROM admission WHERE county_id = 1 AND patient_id = $1', [ward.patientId])).toEqual([]);
  });

  it('takes life and tasks along, keeps the three days, telephones, and hands over to the community (SJ-06, SJ-18, TH-03, YM-05)', async () => {
    const ward = await care.ward({ risk: 4 });
    await care.plan();
    const { doctor, gridWorker, lead } = care.people;
    const { admissionId, ...admitted } = ok(await admit(ward, { signedBy: 'committee', guardianRefused: '电话里说不管' }));
    expect(admitted).toMatchObject({ state: 'inHospital', rediagnosisUntil: '2026-06-18', guardianRefused: '电话里说不管' });
    expect(await life(ward)).toBe('hospitalised');
    expect((await admit(ward, { from: 'hospitalised' })).refusal.code).toBe('ADMISSION_GOES_ON');
    expect(await care.tasksOf(doctor, ward)).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: 'rediagnosis', causeId: admissionId, dueOn: '2026-06-18' })]),
    );
    // The village stays at home, the doctor telephones in place of the visit.
    at('2026-06-29');
    await care.plan();
    expect(await care.visitsOf(gridWorker, ward)).toEqual([]);
    expect(await care.tasksOf(doctor, ward)).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: 'call', reason: 'followUp' })]),
    );
    expect((await discharge(admissionId, { reason: 'guardianAsked', on: '2026-06-29' })).refusal.code).toBe('DISCHARGE_REASON_WRONG');
    expect(ok(await discharge(admissionId, { on: '2026-06-29' }))).toMatchObject({ state: 'discharged', handover });
    expect(await life(ward)).toBe('inCare');
    const first = (await care.visitsOf(doctor, ward)).map(task => task.dueOn);
    expect(first.length).toBe(1);
    expect((first[0] ?? '') <= addDays(calendarDate('2026-06-29'), 7)).toBe(true);
    expect(await care.visitsOf(gridWorker, ward)).not.toEqual([]);
    const receipts = async () => (await care.tasksOf(doctor, ward)).filter(task => task.kind === 'dischargeReceipt');
    expect(await receipts()).toMatchObject([{ dueOn: '2026-07-01' }]);
    const receive = (as: TestPerson) => care.county.call(receiveDischarged, { as, params: { admissionId }, body: { version: 2 } });
    expect((await receive(lead)).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
    expect(ok(await receive(doctor))).toMatchObject({
      state: 'received',
      events: [{ step: 'admitted' }, { step: 'discharge' }, { step: 'receive' }],
    });
    expect(await receipts()).toEqual([]);
    await expect(care.county.rows.sql('DELETE FROM admission_event WHERE county_id = 1')).rejects.toThrow(/permission denied/);
  });

  const turn = ({ patientId }: Ward, body: { from: 'hospitalised' | 'missing' | 'inCare' } & Partial<ChangeStateBody>) =>
    care.county.call(changeState, {
      as: care.people.doctor,
      params: { patientId },
      body: { on: calendarDate('2026-06-15'), reason: '家属告知', ...body } as ChangeStateBody,
    });
  const stayOf = async (admissionId: string) =>
    ok(await care.county.call(readAdmission, { as: care.people.doctor, params: { admissionId } }));

  it('ends by its own record: the office cannot turn the life past it, a death ends it, and nobody receives the dead', async () => {
    const ward = await care.ward({ risk: 4 });
    const { admissionId } = ok(await admit(ward));
    for (const to of ['inCare', 'inCustody'] as const)
      expect((await turn(ward, { from: 'hospitalised', to })).refusal.code).toBe('STAY_GOES_ON');
    expect([await life(ward), (await stayOf(admissionId)).state]).toEqual(['hospitalised', 'inHospital']);
    ok(await turn(ward, { from: 'hospitalised', to: 'deceased', deathCause: 1 }));
    expect(await stayOf(admissionId)).toMatchObject({ state: 'ended', dischargedOn: on, handover: { reason: 'death' }, mayStep: [] });
    expect(await care.tasksOf(care.people.doctor, ward)).toEqual([]);
  });

  it('ends with a visit that finds somebody at home: first visits and the receipt follow as after a discharge', async () => {
    const ward = await care.ward({ risk: 4 });
    const { admissionId } = ok(await admit(ward));
    const actor = { countyId: 1, personId: care.people.doctor.id, sessionId: newId(), channel: 'phone', posts: [] } as const;
    at('2026-06-29');
    const found = { result: 'done', metInPerson: true, hospitalisation: 2 } as const;
    const facts = { reason: '随访' };
    const seen = { patientId: ward.patientId, visitId: newId(), on: calendarDate('2026-06-29'), found, facts, overtaken: false };
    await care.county.rows.inTransaction(tx => care.county.app.get(Lives).found(tx, actor, seen));
    expect(await life(ward)).toBe('inCare');
    expect(await stayOf(admissionId)).toMatchObject({ state: 'discharged', dischargedOn: '2026-06-29', handover: { reason: 'visit' } });
    expect(await care.tasksOf(care.people.doctor, ward)).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: 'dischargeReceipt', causeId: admissionId, dueOn: '2026-07-01' })]),
    );
  });

  it('goes on while somebody who walked out is looked for, and when they are found; a death ends the search', async () => {
    const ward = await care.ward({ risk: 4 });
    const { admissionId } = ok(await admit(ward));
    const search = async () => {
      const body = { missingId: newId(), lastSeenAt: MONDAY.toISOString(), place: '医院门口', clothes: '蓝上衣', sheetAgreed: false };
      return ok(await care.county.call(reportMissing, { as: care.people.lead, params: { patientId: ward.patientId }, body }));
    };
    const first = await search();
    expect((await turn(ward, { from: 'missing', to: 'inCare' })).refusal.code).toBe('STAY_GOES_ON');
    const found = { version: first.version, at: MONDAY.toISOString(), place: '车站', condition: 'well' } as const;
    ok(await care.county.call(recordFound, { as: care.people.police, params: { missingId: first.missingId }, body: found }));
    expect([await life(ward), (await stayOf(admissionId)).state]).toEqual(['hospitalised', 'inHospital']);
    ok(await discharge(admissionId));
    const second = await search();
    expect((await turn(ward, { from: 'missing', to: 'inCare' })).refusal.code).toBe('SEARCH_GOES_ON');
    ok(await turn(ward, { from: 'missing', to: 'deceased', deathCause: 4 }));
    const ended = ok(await care.county.call(readMissing, { as: care.people.lead, params: { missingId: second.missingId } }));
    expect(ended).toMatchObject({ state: 'found', found: { condition: 'death' } });
  });

  it('who is not confirmed is let go, and for no other reason', async () => {
    const ward = await care.ward({ risk: 4 });
    const { admissionId } = ok(await admit(ward));
    const step = (version: number, name: 'askRediagnosis' | 'notConfirm', day: string) =>
      care.county.call(recordRediagnosis, {
        as: care.people.officer,
        params: { admissionId },
        body: { version, step: name, on: calendarDate(day) },
      });
    at('2026-06-19');
    expect((await step(1, 'askRediagnosis', '2026-06-19')).refusal.code).toBe('REDIAGNOSIS_TOO_LATE');
    ok(await step(1, 'askRediagnosis', '2026-06-18'));
    expect((await step(1, 'notConfirm', '2026-06-19')).refusal.code).toBe('STALE');
    expect(ok(await step(2, 'notConfirm', '2026-06-19'))).toMatchObject({ state: 'toRelease', mayDischargeFor: ['notConfirmed'] });
    expect((await discharge(admissionId, { version: 3, on: '2026-06-19' })).refusal.code).toBe('DISCHARGE_REASON_WRONG');
    expect(ok(await discharge(admissionId, { version: 3, on: '2026-06-19', reason: 'notConfirmed' }))).toMatchObject({
      state: 'discharged',
    });
  });

  it('issues no order: nothing that is answered speaks of one (DY-10)', async () => {
    const ward = await care.ward({ risk: 4 });
    const { admissionId } = ok(await admit(ward));
    const shown = await care.county.call(readAdmission, { as: care.people.officer, params: { admissionId } });
    expect(JSON.stringify(shown.body)).not.toMatch(/决定书|强制|命令|order/i);
    const listed = ok(await care.county.call(listAdmissions, { as: care.people.officer, query: { state: 'inHospital' } }));
    expect(listed.rows.map(row => row.admissionId)).toContain(admissionId);
  });
});

describe('missing', () => {
  const gone = ({ patientId }: Ward, body: object = {}, as: TestPerson = care.people.lead) =>
    care.county.call(reportMissing, {
      as,
      params: { patientId },
      body: { missingId: newId(), lastSeenAt: '2026-06-15T08:00:00+08:00', place: '桥头', clothes: '蓝外套', sheetAgreed: false, ...body },
    });

  it('turns the life, asks police and committee today, and prints two pages: one tells whom, the other nothing', async () => {
    const ward = await care.ward({ risk: 0 });
    const { police, lead, officer } = care.people;
    const photo = { attachmentId: newId(), content: SMALL_PNG };
    const { missingId, photoId } = ok(await gone(ward, { photo }));
    expect(photoId).toBe(photo.attachmentId);
    expect(await life(ward)).toBe('missing');
    expect((await gone(ward)).refusal.code).toBe('MISSING_ALREADY');
    const searches = async (as: TestPerson) => (await care.tasksOf(as, ward)).filter(task => task.kind === 'search');
    for (const as of [police, lead]) expect(await searches(as)).toMatchObject([{ kind: 'search', causeId: missingId, dueOn: on }]);
    const page = async (route: typeof printMissingReport | typeof printMissingSheet) =>
      ok(await care.county.call(route, { as: officer, params: { missingId } })).html;
    expect(await page(printMissingReport)).toMatch(/试甲.*桥头.*蓝外套.*data:image\/png/s);
    const sheet = await page(printMissingSheet);
    expect(sheet).toMatch(/桥头.*蓝外套.*110/s);
    // The family did not agree.
    expect(sheet).not.toMatch(/试甲|data:image/);
    const sent = ok(await care.county.call(markReportSent, { as: officer, params: { missingId }, body: { version: 1, to: 'committee' } }));
    expect(sent.sent.committee).not.toBeNull();
    expect(await searches(lead)).toEqual([]);
    expect(await searches(police)).toHaveLength(1);
  });

  it('ends with the finding: life turns back, a visit comes the next day, the police look no more', async () => {
    const ward = await care.ward({ risk: 0 });
    const { missingId } = ok(await gone(ward));
    const found = (body: object) =>
      care.county.call(recordFound, {
        as: care.people.gridWorker,
        params: { missingId },
        body: { version: 1, at: '2026-06-15T09:30:00+08:00', place: '车站', condition: 'well', ...body },
      });
    expect((await found({ at: '2026-06-15T07:59:00+08:00' })).refusal.code).toBe('MISSING_TIME_WRONG');
    expect(ok(await found({}))).toMatchObject({ state: 'found', found: { place: '车站', condition: 'well' } });
    expect((await found({ version: 2 })).refusal.code).toBe('MISSING_FOUND');
    expect(await life(ward)).toBe('inCare');
    expect(await care.visitsOf(care.people.doctor, ward)).toMatchObject([{ dueOn: '2026-06-16' }]);
    expect((await care.tasksOf(care.people.police, ward)).filter(task => task.kind === 'search')).toEqual([]);
    const { rows } = ok(await care.county.call(listMissing, { as: care.people.lead, query: { state: 'found' } }));
    expect(rows.map(row => row.missingId)).toContain(missingId);
  });

  it('tells the police, the political-legal committee and the office at once, also of an incident that began as another (YM-01)', async () => {
    const alarmed = async (incidentId: string | null) =>
      (
        await care.county.rows.sql<{ id: string }>(
          `SELECT payload ->> 'personId' AS id FROM outbox WHERE county_id = 1 AND kind = 'alarm' AND payload ->> 'incidentId' = $1`,
          [incidentId],
        )
      ).map(row => row.id);
    const alone = ok(await gone(await care.ward({ risk: 0 })));
    const { police, committee, officer } = care.people;
    expect(await alarmed(alone.incidentId)).toEqual(expect.arrayContaining([police.id, committee.id, officer.id]));
    const ward = await care.ward({ risk: 0 });
    const body = { incidentId: newId(), kind: 'fluctuation', happenedAt: '2026-06-15T09:00:00+08:00' } as const;
    const { incidentId } = ok(await care.county.call(reportIncident, { as: ward.guardian, params: { patientId: ward.patientId }, body }));
    for (const { id } of [police, committee]) expect(await alarmed(incidentId)).not.toContain(id);
    expect(ok(await gone(ward, { incidentId })).incidentId).toBe(incidentId);
    for (const { id } of [police, committee]) expect(await alarmed(incidentId)).toContain(id);
  });

  it('says when the committee was told and has answered; its member reads the report, and nothing else of the patient', async () => {
    const ward = await care.ward({ risk: 0 });
    const { committee, officer } = care.people;
    const { missingId, incidentId, told } = ok(await gone(ward));
    expect(told.committee).toEqual({ toldAt: null, acknowledgedAt: null });
    const params = { incidentId: incidentId ?? '' };
    const { rows } = ok(await care.county.call(listIncidents, { as: committee, query: {} }));
    expect(rows.find(row => row.incidentId === incidentId)).toMatchObject({ kind: 'missing', waitsForMe: true });
    care.county.clock.advance(60_000);
    ok(await care.county.call(acknowledgeIncident, { as: committee, params }));
    const as = { as: officer, params: { missingId } };
    expect(ok(await care.county.call(readMissing, as)).told).toMatchObject({
      committee: { acknowledgedAt: expect.stringMatching(/^2026-06-15T02:01/) as string },
      police: { acknowledgedAt: null },
    });
    expect(ok(await care.county.call(printMissingReport, { as: committee, params: { missingId } })).html).toContain('试甲');
    const sent = await care.county.call(markReportSent, { as: committee, params: { missingId }, body: { version: 1, to: 'police' } });
    expect(sent.refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
    const file = await care.county.call(readStanding, { as: committee, params: { patientId: ward.patientId } });
    expect(file.refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
  });

  it('tells in messages no name', async () => {
    const ward = await care.ward({ risk: 0 });
    ok(await gone(ward));
    await care.county.work();
    const told = [...care.county.wechat.messages.map(message => JSON.stringify(message)), ...care.county.sms.messages.map(one => one.text)];
    expect(told.filter(text => text.includes('试甲'))).toEqual([]);
  });
});

it('looks back at facts as they stood, which nothing changes afterwards (DY-11)', async () => {
  const ward = await care.ward({ risk: 4 });
  at('2026-06-16');
  await care.plan();
  at('2026-07-20');
  await care.plan();
  const body = { lookBackId: newId(), cause: 'seriousHarm', from: on, to: calendarDate('2026-07-20') } as const;
  const params = { patientId: ward.patientId };
  for (const as of [care.people.lead, securityOfficer])
    expect((await care.county.call(makeLookBack, { as, params, body })).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
  const made = ok(await care.county.call(makeLookBack, { as: care.people.officer, params, body }));
  const visits = made.facts.tasks.find(row => row.kind === 'visit');
  expect(visits).toMatchObject({ onTime: 0, late: 0 });
  expect(visits?.missed).toBeGreaterThan(0);
  expect(made.facts.missed.length).toBe(made.facts.tasks.reduce((sum, row) => sum + row.missed, 0));
  expect(made.facts.ratings).toMatchObject([{ risk: 4, source: 'import' }]);
  // Without a first day it goes back as far as the policy says.
  const unasked = { lookBackId: newId(), cause: 'other', to: on } as const;
  expect(ok(await care.county.call(makeLookBack, { as: care.people.officer, params, body: unasked })).from).toBe(
    addDays(on, -SHIPPED_POLICIES.handling.lookBackDays),
  );
  // What is done or found from now on changes nothing of it.
  await care.county.rows.sql(
    `UPDATE task SET state = 'cancelled', closed_at = now() WHERE county_id = 1 AND patient_id = $1 AND state = 'open'`,
    [ward.patientId],
  );
  const read = ok(await care.county.call(readLookBack, { as: care.people.townshipLead, params: { lookBackId: made.lookBackId } }));
  expect(read).toEqual(made);
  await expect(care.county.rows.sql('UPDATE look_back SET cause = cause WHERE county_id = 1')).rejects.toThrow(/permission denied/);
});
