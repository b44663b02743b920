import {
  closeAlert,
  closeConcern,
  issueLostReport,
  listAlerts,
  listConcerns,
  listLostReports,
  listReferrals,
  moveReferral,
  readConcern,
  readLostReport,
  reportConcern,
} from '@guanhu/shared/visits/after-visit.routes';
import { addDays, calendarDate } from '@guanhu/shared/kernel/calendar-date';
import { SHIPPED_VISIT_POLICIES } from '@guanhu/shared/policy/shipped-policies';
import { SHIPPED_VISIT_WORK } from '@guanhu/shared/policy/visit-work.shipped';
import {
  answerPresence,
  checkInVisit,
  listMyPresences,
  readVisit,
  readVisitForm,
  recordOutcome,
  recordVisit,
} from '@guanhu/shared/visits/visits.routes';
import type { PatientState } from '@guanhu/shared/registry/registry.terms';
import { LOST_REASONS } from '@guanhu/shared/visits/visits.terms';
import { changeState } from '@guanhu/shared/registry/patient-life.routes';
import { listMyOverdue } from '@guanhu/shared/reminders/reminders.routes';
import { listReaders } from '@guanhu/shared/rights/kept.routes';
import { ok } from '../testing/reward.ts';
import { newId } from '../platform/ids.ts';
import { MONDAY, careCounty, type CareCounty, type Ward } from '../testing/care.ts';
import type { TestPerson } from '../testing/county.ts';

let care: CareCounty;
beforeAll(async () => {
  care = await careCounty();
}, 60_000);
beforeEach(() => care.county.clock.set(MONDAY));
afterAll(() => care.county.close());

const today = calendarDate('2026-06-15');
const WELL = {
  result: 'done',
  form: 2,
  respondents: [1, 2],
  risk: 0,
  symptoms: [],
  insight: 1,
  functions: { selfCare: 1, social: 2 },
  stability: 'stable',
};
const ILL = { ...WELL, insight: 3, stability: 'unstable' };
const QUICK = { result: 'done', form: 2, respondents: [1], situation: 1, condition: 1, adherence: 2, guardianship: 1, control: 1 };

const checkIn = async (ward: Ward, as: TestPerson, more: object = {}) => {
  const body = { visitId: newId(), at: care.county.clock.now().toISOString(), ...more };
  const answer = await care.county.call(checkInVisit, { as, params: { patientId: ward.patientId }, body });
  if (answer.status !== 200) throw new Error(answer.refusal.code);
  return answer.body.visitId;
};
const record = (visitId: string, as: TestPerson, form: object, more: object = {}) =>
  care.county.call(recordVisit, { as, params: { visitId }, body: { version: 1, record: { ...form }, ...more } });
const visited = async (ward: Ward, as: TestPerson, form: object, more: object = {}) => {
  const answer = await record(await checkIn(ward, as), as, form, more);
  if (answer.status !== 200) throw new Error(answer.refusal.code);
  await care.county.work();
  return answer.body;
};
/** Who was asked to look at something. */
const reviewsAsked = async (about: string) => {
  const rows = await care.county.rows.sql<{ id: string }>(
    `SELECT person_id AS id FROM message WHERE county_id = $1 AND purpose = 'review' AND patient_id IS NULL AND key LIKE 'review:' || $2 || '%'`,
    [care.county.countyId, about],
  );
  return rows.map(({ id }) => id);
};
const read = async (visitId: string, as: TestPerson) => (await care.county.call(readVisit, { as, params: { visitId } })).body;
const dueOf = async (ward: Ward, seat: string) => {
  const rows = await care.county.rows.sql<{ due: string }>(
    'SELECT due_on AS due FROM visit_due WHERE county_id = $1 AND patient_id = $2 AND seat = $3',
    [care.county.countyId, ward.patientId, seat],
  );
  return rows[0]?.due;
};

describe('two people at once', () => {
  it('record visits of one patient at the same time, and all of them succeed', async () => {
    for (let round = 0; round < 4; round += 1) {
      const ward = await care.ward({ risk: 4 });
      await care.plan();
      const team = [care.people.gridWorker, care.people.police, care.people.lead, care.people.doctor];
      const answers = await Promise.all(team.map(async as => record(await checkIn(ward, as), as, { ...ILL, risk: 4 })));
      expect(answers.map(answer => answer.status)).toEqual([200, 200, 200, 200]);
      for (const [seat, days] of [
        ['gridWorker', 3],
        ['police', 7],
        ['lead', 7],
        ['doctor', 14],
      ] as const)
        expect(await dueOf(ward, seat)).toBe(addDays(today, days));
      await care.county.work();
    }
  });
});

describe('a joint visit', () => {
  it('serves everybody who was there: each seat’s date moves on, each of them sees it (SJ-08, SJ-16)', async () => {
    const ward = await care.ward({ risk: 4 });
    const { doctor, police, gridWorker } = care.people;
    const companions = [{ personId: police.id }, { personId: gridWorker.id }];
    const { visitId } = await visited(ward, doctor, { ...ILL, risk: 4 }, { companions });
    expect(await dueOf(ward, 'police')).toBe(addDays(today, 7));
    expect(await dueOf(ward, 'gridWorker')).toBe(addDays(today, 3));
    const named = (await care.county.call(listMyPresences, { as: police })).body;
    expect(named.rows).toMatchObject([{ visitId, seat: 'police' }]);
    expect((await read(visitId, police)).presences.map(({ seat, state, mine }) => [seat, state, mine])).toEqual([
      ['police', 'named', true],
      ['gridWorker', 'named', false],
    ]);
  });

  it('who was not there says so, and has to go after all', async () => {
    const ward = await care.ward({ risk: 4 });
    const { doctor, police } = care.people;
    const before = await dueOf(ward, 'police');
    care.county.clock.advance(2 * 86_400_000);
    const { visitId } = await visited(ward, doctor, { ...ILL, risk: 4 }, { companions: [{ personId: police.id }] });
    expect(await dueOf(ward, 'police')).toBe(addDays(today, 9));
    const answer = (there: boolean, more: object = {}) =>
      care.county.call(answerPresence, { as: police, params: { visitId }, body: { there, ...more } });
    expect((await answer(false)).refusal.code).toBe('NOTE_NEEDED');
    expect((await answer(false, { reason: '那天在县里开会' })).body.state).toBe('disputed');
    expect(await dueOf(ward, 'police')).toBe(before);
    expect((await answer(true)).refusal.code).toBe('PRESENCE_ANSWERED');
    expect((await read(visitId, doctor)).presences).toMatchObject([{ state: 'disputed', reason: '那天在县里开会' }]);
  });

  it('names nobody outside the team, nobody twice, and not the visitor', async () => {
    const ward = await care.ward({ risk: 0 });
    const { doctor, stranger, police } = care.people;
    for (const ids of [[stranger.id], [ward.guardian.id], [doctor.id], [police.id, police.id]])
      expect(
        (await record(await checkIn(ward, doctor), doctor, WELL, { companions: ids.map(personId => ({ personId })) })).refusal.code,
      ).toBe('VISIT_COMPANION_NOT_OF_TEAM');
  });
});

describe('the quick form', () => {
  it('knows no class, moves the date, and the doctor’s record takes it over with its source', async () => {
    const ward = await care.ward({ risk: 0 });
    const { gridWorker, doctor } = care.people;
    const quick = await visited(ward, gridWorker, QUICK, { form: 'quick' });
    expect(quick).toMatchObject({ proposed: null, nextDueOn: addDays(today, 30) });
    const { body: form } = await care.county.call(readVisitForm, { as: doctor, params: { patientId: ward.patientId } });
    expect(form.quick).toMatchObject({ visitId: quick.visitId, answers: { respondents: [1], adherence: 2 } });
    const done = { ...WELL, respondents: [1, 2], adherence: 2 };
    const { visitId } = await visited(ward, doctor, done, { absorbed: { visitId: quick.visitId } });
    expect((await read(visitId, doctor)).absorbed).toEqual({ visitId: quick.visitId, fields: ['adherence'] });
    const again = await care.county.call(readVisitForm, { as: doctor, params: { patientId: ward.patientId } });
    expect(again.body.quick?.visitId).not.toBe(visitId);
    const wrong = await record(await checkIn(ward, doctor), doctor, WELL, { absorbed: { visitId } });
    expect(wrong.refusal.code).toBe('VISIT_SOURCE_UNKNOWN');
  });

  it('brings the doctor within two weeks when somebody is out of control', async () => {
    const ward = await care.ward({ risk: 0 });
    await visited(ward, care.people.gridWorker, { ...QUICK, control: 2 }, { form: 'quick' });
    expect((await dueOf(ward, 'doctor')) ?? '').toBe(addDays(today, 14));
  });
});

describe('what the form says', () => {
  it('the county adds fields; what was filled in by an older edition is still read by it', async () => {
    const ward = await care.ward({ risk: 0 });
    const { doctor } = care.people;
    const field = { key: 'localWater', label: '饮水是否方便', section: 'local', kind: 'yesNo' } as const;
    await care.setPolicy({ kind: 'visitForm', fields: [field] });
    const { edition, localFields } = (await care.county.call(readVisitForm, { as: doctor, params: { patientId: ward.patientId } })).body;
    expect(localFields).toEqual([field]);
    const { visitId } = await visited(ward, doctor, { ...WELL, localWater: true }, { edition });
    await care.setPolicy({ kind: 'visitForm', fields: [] });
    expect(await read(visitId, doctor)).toMatchObject({ edition, localFields: [field], record: { localWater: true } });
    const open = await checkIn(ward, doctor);
    expect((await record(open, doctor, { ...WELL, localWater: true })).refusal.code).toBe('INPUT_INVALID');
    expect((await record(open, doctor, WELL, { edition: { ...edition, local: 77 } })).refusal.code).toBe('VISIT_FORM_UNKNOWN');
  });

  it('a score sheet by the county’s points (SJ-16)', async () => {
    const ward = await care.ward({ risk: 0 });
    const score = { risk: 1, guardianDuty: 2, medication: 1, symptoms: 1, situation: 1 };
    expect((await visited(ward, care.people.lead, WELL, { score })).score).toMatchObject({ total: 16, most: 100 });
    const open = await checkIn(ward, care.people.lead);
    expect((await record(open, care.people.lead, WELL, { score: { risk: 1 } })).refusal.code).toBe('INPUT_INVALID');
  });

  it('a form that is finished days later says why', async () => {
    const ward = await care.ward({ risk: 0 });
    const { lead } = care.people;
    const visitId = await checkIn(ward, lead);
    care.county.clock.advance(3 * 86_400_000);
    expect((await record(visitId, lead, WELL)).refusal.code).toBe('VISIT_LATE_NEEDS_REASON');
    expect((await record(visitId, lead, WELL, { lateReason: '手机进水' })).status).toBe(200);
    expect((await read(visitId, lead)).lateReason).toBe('手机进水');
  });

  it('the place is stored on a grid, and flags say what is so', async () => {
    const ward = await care.ward({ risk: 0 });
    const { lead } = care.people;
    care.county.clock.advance(86_400_000 * 20);
    const place = { latitude: 41.50731, longitude: 101.49512, accuracyMetres: 12 };
    const first = await checkIn(ward, lead, { place });
    expect(await read(first, lead)).toMatchObject({ place: { latitude: 41.51, longitude: 101.5, accuracyMetres: 1000 }, flags: [] });
    await record(first, lead, { ...WELL, note: '家里一切都好' });
    expect((await read(first, lead)).flags).toEqual(['tooFast']);
    care.county.clock.advance(86_400_000 * 2);
    const second = await checkIn(ward, lead, { place });
    care.county.clock.advance(30 * 60_000);
    await record(second, lead, { ...WELL, note: '家里，一切都好。' });
    expect((await read(second, lead)).flags).toEqual(['sameTextAsLastTime']);
    care.county.clock.advance(86_400_000);
    const far = await checkIn(ward, lead, { place: { ...place, latitude: 41.6 } });
    const near = await checkIn(await care.ward({ risk: 0 }), lead);
    expect((await read(far, lead)).flags).toEqual(['farFromHome']);
    expect((await read(near, lead)).flags).toEqual(['noPlace', 'tooCloseToAnother']);
  });

  it('precisely where the policy asks for it', async () => {
    await care.setPolicy({ ...SHIPPED_VISIT_WORK, place: 'precise' });
    const place = { latitude: 41.50731, longitude: 101.49512, accuracyMetres: 12 };
    const visitId = await checkIn(await care.ward({ risk: 0 }), care.people.lead, { place });
    expect((await read(visitId, care.people.lead)).place).toEqual(place);
    await care.setPolicy(SHIPPED_VISIT_WORK);
  });
});

describe('an unstable patient', () => {
  it('leaves a task to learn the outcome; not admitted brings doctor, lead and police (YM-10)', async () => {
    const ward = await care.ward({ risk: 0 });
    const { doctor } = care.people;
    const { visitId, led } = await visited(ward, doctor, ILL);
    expect(led).toEqual(['outcomeTask']);
    const outcomes = async () => (await care.tasksOf(doctor, ward)).filter(task => task.kind === 'outcome');
    expect(await outcomes()).toMatchObject([{ dueOn: addDays(today, 14), causeId: visitId }]);
    const tell = (body: object) =>
      care.county.call(recordOutcome, { as: doctor, params: { visitId }, body: body as { outcome: 'refused' } });
    expect((await tell({ outcome: 'refused' })).refusal.code).toBe('NOTE_NEEDED');
    expect((await tell({ outcome: 'refused', note: '家里不同意' })).status).toBe(200);
    expect(await outcomes()).toEqual([]);
    expect((await dueOf(ward, 'lead')) ?? '').toBe(addDays(today, 14));
    expect((await tell({ outcome: 'admitted' })).refusal.code).toBe('OUTCOME_NOT_ASKED');
    expect((await read(visitId, doctor)).outcome).toMatchObject({ outcome: 'refused', note: '家里不同意' });
  });

  it('not admitted brings doctor, lead and police also where a policy lets only the doctor come: once, until they were there', async () => {
    await care.setPolicy(SHIPPED_VISIT_POLICIES.national.policy);
    const ward = await care.ward({ risk: 3 });
    const { doctor, lead, police, gridWorker } = care.people;
    const [first, second] = [await visited(ward, doctor, ILL), await visited(ward, doctor, ILL)];
    const tell = (visitId: string) =>
      care.county.call(recordOutcome, { as: doctor, params: { visitId }, body: { outcome: 'refused', note: '家里不同意' } });
    const visits = async (as: TestPerson) => (await care.visitsOf(as, ward)).map(task => task.dueOn);
    expect(await visits(lead)).toEqual([]);
    ok(await tell(first.visitId));
    for (const as of [lead, police]) expect(await visits(as)).toEqual([addDays(today, 14)]);
    expect(await dueOf(ward, 'doctor')).toBe(addDays(today, 14));
    expect(await visits(gridWorker)).toEqual([]);
    ok(await tell(second.visitId));
    await care.plan();
    for (const as of [lead, police]) expect(await visits(as)).toEqual([addDays(today, 14)]);
    await visited(ward, police, WELL);
    await care.plan();
    expect([await visits(police), await visits(lead)]).toEqual([[], [addDays(today, 14)]]);
    // A policy by which the lead comes seldom moves it to no later day.
    await care.setPolicy(SHIPPED_VISIT_POLICIES.fourColours.policy);
    await care.plan();
    expect(await visits(lead)).toEqual([addDays(today, 14)]);
  });

  it('is referred, and the hospital’s answer is the outcome (YM-04)', async () => {
    const ward = await care.ward({ risk: 0 });
    const { doctor, officer } = care.people;
    await visited(ward, doctor, { ...ILL, referral: 2, referralReason: '复发', referralTo: '县精神卫生中心' });
    const { rows } = (await care.county.call(listReferrals, { as: officer, query: { state: 'sent' } })).body;
    const referralId = rows.find(row => row.patientId === ward.patientId)?.referralId ?? '';
    const move = (version: number, step: 'accept' | 'finish' | 'answer' | 'decline', note?: string) =>
      care.county.call(moveReferral, {
        as: doctor,
        params: { referralId },
        body: { version, step, ...(note === undefined ? {} : { note }) },
      });
    expect((await move(1, 'answer', '早了')).refusal.code).toBe('REFERRAL_MOVE_NOT_ALLOWED');
    expect((await move(1, 'accept')).body).toMatchObject({ state: 'accepted', version: 2, to: '县精神卫生中心' });
    expect((await move(1, 'finish')).refusal.code).toBe('STALE');
    await move(2, 'finish');
    expect((await move(3, 'answer')).refusal.code).toBe('NOTE_NEEDED');
    expect((await move(3, 'answer', '调整了用药')).body.steps.map(({ step }) => step)).toEqual(['accept', 'finish', 'answer']);
    expect((await care.tasksOf(doctor, ward)).filter(task => task.kind === 'outcome')).toEqual([]);
  });
});

describe('confinement', () => {
  it('alerts the office and the doctor once, and asks for unlocking within a day', async () => {
    const ward = await care.ward({ risk: 0 });
    const { doctor, officer, gridWorker } = care.people;
    expect((await visited(ward, gridWorker, { ...QUICK, confinement: 2 }, { form: 'quick' })).led).toEqual(['rightsAlert']);
    expect((await visited(ward, doctor, { ...WELL, confinement: 2 })).led).toEqual([]);
    // The office and the doctor hear of it, once, in words that say nothing; who found it knows.
    const reviews = await reviewsAsked('alert:');
    expect(reviews).toEqual(expect.arrayContaining([officer.id, doctor.id]));
    expect(new Set(reviews).size).toBe(reviews.length);
    expect(reviews).not.toContain(gridWorker.id);
    const alerts = async () =>
      (await care.county.call(listAlerts, { as: officer, query: {} })).body.rows.filter(row => row.patientId === ward.patientId);
    const [alert] = await alerts();
    expect(alert).toMatchObject({ state: 'open', dueAt: expect.stringContaining('2026-06-16T02:00') as string });
    const unlock = async () => (await care.tasksOf(doctor, ward)).filter(task => task.kind === 'unlock');
    expect(await unlock()).toMatchObject([{ dueOn: addDays(today, 1), causeId: alert?.alertId }]);
    expect((await care.county.call(listAlerts, { as: ward.guardian, query: {} })).body.rows).toEqual([]);
    const close = () =>
      care.county.call(closeAlert, {
        as: doctor,
        params: { alertId: alert?.alertId ?? '' },
        body: { version: 1, outcome: 'unlocked' as const, note: '已解锁，送县医院' },
      });
    expect((await close()).body).toMatchObject({ state: 'closed', outcome: 'unlocked' });
    expect((await close()).refusal.code).toBe('STALE');
    expect(await unlock()).toEqual([]);
  });

  it('ends when a later visit finds it ended', async () => {
    const ward = await care.ward({ risk: 0 });
    await visited(ward, care.people.doctor, { ...WELL, confinement: 2 });
    await visited(ward, care.people.doctor, { ...WELL, confinement: 3 });
    const rows = await care.county.rows.sql<{ state: string }>('SELECT state FROM rights_alert WHERE county_id = $1 AND patient_id = $2', [
      care.county.countyId,
      ward.patientId,
    ]);
    expect(rows).toEqual([{ state: 'closed' }]);
  });
});

describe('a confidential report', () => {
  it('reaches the office; the guardian, and whoever acts for the guardian, finds nothing anywhere (SJ-05)', async () => {
    const ward = await care.ward({ risk: 0 });
    const { gridWorker, officer } = care.people;
    const concernId = newId();
    const body = { concernId, kind: 'abuse', words: '手臂上有旧伤，机密一事' } as const;
    // A guardian who is an officer of the township is not asked to look into it.
    const kin = await care.county.person({ role: 'socialAffairsOfficer', area: care.county.areas.township });
    await care.county.rows.sql(
      `INSERT INTO guardianship (county_id, id, patient_id, person_id, since, is_primary) VALUES ($1, $2, $3, $4, $5, false)`,
      [care.county.countyId, newId(), ward.patientId, kin.id, today],
    );
    // Nor is one who acts for the guardian.
    const helper = await care.county.person({ role: 'socialAffairsOfficer', area: care.county.areas.township });
    await care.helps(ward, helper);
    const reported = await care.county.call(reportConcern, { as: gridWorker, params: { patientId: ward.patientId }, body });
    expect(reported.status).toBe(200);
    await care.county.work();
    const asked = await reviewsAsked(`concern:${concernId}`);
    expect(asked).toContain(officer.id);
    for (const one of [kin, helper, gridWorker, ward.guardian]) expect(asked).not.toContain(one.id);
    const list = async (as: TestPerson) => JSON.stringify((await care.county.call(listConcerns, { as, query: {} })).body);
    const one = (as: TestPerson) => care.county.call(readConcern, { as, params: { concernId } });
    expect(await list(officer)).toContain(concernId);
    expect((await one(officer)).body).toMatchObject({ words: body.words, state: 'open' });
    expect(await list(helper)).not.toContain(concernId);
    expect((await one(helper)).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');

    // A guardian who is an officer of the township, and an officer who stands in for one.
    const area = care.county.areas.township;
    const insider = await care.county.person({ role: 'socialAffairsOfficer', area });
    const substitute = await care.county.person({ role: 'socialAffairsOfficer', area });
    const { countyId, rows } = care.county;
    await rows.sql('UPDATE guardianship SET person_id = $3 WHERE county_id = $1 AND patient_id = $2 AND person_id = $4', [
      countyId,
      ward.patientId,
      insider.id,
      ward.guardian.id,
    ]);
    await rows.sql('INSERT INTO deputyship (county_id, id, person_id, deputy_id, from_on, until_on) VALUES ($1, $2, $3, $4, $5, $6)', [
      countyId,
      newId(),
      insider.id,
      substitute.id,
      today,
      addDays(today, 7),
    ]);
    for (const as of [insider, substitute, kin]) {
      expect(await list(as)).not.toContain(concernId);
      expect((await one(as)).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
    }
    for (const as of [ward.guardian, gridWorker]) expect((await one(as)).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');

    // What a family may be shown of a file is found by the patient: neither who read it nor what was done leads here.
    const read = await rows.sql(`SELECT 1 FROM read_log WHERE county_id = $1 AND what LIKE '%concern%'`, [countyId]);
    const done = await rows.sql<{ patient: string | null }>(
      `SELECT patient_id AS patient FROM deed WHERE county_id = $1 AND act LIKE 'concerns:%' ORDER BY id`,
      [countyId],
    );
    expect(read).toEqual([]);
    expect(done).toEqual([{ patient: null }, { patient: null }]);
  });

  it('is a task of the office within three working days: no death, no handover and no village takes it, and only a review ends it', async () => {
    const friday = new Date('2026-06-26T10:00:00+08:00');
    care.county.clock.set(friday);
    const { officer, lead, gridWorker, administrator } = care.people;
    // Of the township's office there is one, besides a colleague who comes now.
    await care.county.rows.sql(`UPDATE post SET until_on = $3 WHERE county_id = $1 AND role = 'socialAffairsOfficer' AND person_id <> $2`, [
      1,
      officer.id,
      today,
    ]);
    const colleague = await care.county.person({ role: 'socialAffairsOfficer', area: care.county.areas.township });
    const ward = await care.ward({ risk: 0 });
    const params = { patientId: ward.patientId };
    const concernId = newId();
    ok(await care.county.call(reportConcern, { as: gridWorker, params, body: { concernId, kind: 'abandonment', words: '机密二事' } }));
    const reviews = async (as: TestPerson) => (await care.today(as)).rows.filter(row => row.causeId === concernId);
    const task = { kind: 'concernReview', seat: 'office', dueOn: '2026-07-01', patientName: null };
    const holder = async () => {
      const found: TestPerson[] = [];
      for (const one of [officer, colleague]) if ((await reviews(one)).length > 0) found.push(one);
      return found;
    };
    await care.plan();
    const [mine] = await holder();
    expect(mine).toBeDefined();
    expect(await reviews(mine!)).toMatchObject([task]);
    for (const as of [lead, gridWorker, ward.guardian, administrator]) expect(await reviews(as)).toEqual([]);

    // A death ends everything else; whoever has it becomes a guardian, and it passes to a colleague of the office.
    await care.county.rows.inTransaction(async tx => {
      await tx.sql(
        `INSERT INTO guardianship (county_id, id, patient_id, person_id, since, is_primary) VALUES ($1, $2, $3, $4, $5, false)`,
        [1, newId(), ward.patientId, mine!.id, addDays(today, -1)],
      );
    });
    const body = { from: 'inCare', to: 'deceased', on: care.county.clock.today(), reason: '家属告知', deathCause: 4 } as const;
    ok(await care.county.call(changeState, { as: care.people.doctor, params, body }));
    await care.plan();
    expect(await reviews(mine!)).toEqual([]);
    const [next] = await holder();
    expect(next).toBeDefined();
    expect(next?.id).not.toBe(mine!.id);

    // Its family is shown who read what; that this stood in somebody's list is not shown.
    await care.today(next!);
    const shown = ok(await care.county.call(listReaders, { as: ward.guardian, params, query: {} }));
    expect(shown.days.flatMap(day => day.reads).filter(read => read.who === 'socialAffairsOfficer')).toEqual([]);

    // Overdue, it is told to others of the office, and never to the village's lead.
    const third = await care.county.person({ role: 'socialAffairsOfficer', area: care.county.areas.township });
    care.county.clock.set(new Date('2026-07-20T10:00:00+08:00'));
    await care.plan();
    const overdue = async (as: TestPerson) =>
      ok(await care.county.call(listMyOverdue, { as })).rows.filter(
        row => row.kind === 'concernReview' && row.patientId === ward.patientId,
      );
    expect(await overdue(third)).toMatchObject([{ seat: 'office', assigneeName: next!.name }]);
    for (const as of [lead, mine!, gridWorker]) expect(await overdue(as)).toEqual([]);
    const [told] = await care.county.rows.sql<{ levels: string[] }>(
      `SELECT array_agg(DISTINCT level) AS levels FROM task_overdue JOIN task ON task.county_id = $1 AND task.id = task_overdue.task_id
       WHERE task_overdue.county_id = $1 AND task.cause_id = $2`,
      [1, concernId],
    );
    expect(told?.levels).toEqual(['office']);

    const { version } = ok(await care.county.call(readConcern, { as: third, params: { concernId } }));
    ok(await care.county.call(closeConcern, { as: third, params: { concernId }, body: { version, result: '已上门核实' } }));
    const state = await care.county.rows.sql('SELECT state, closed_by FROM task WHERE county_id = $1 AND cause_id = $2', [1, concernId]);
    expect(state).toEqual([{ state: 'done', closed_by: third.id }]);
  });
});

describe('lost to follow-up', () => {
  it('after three visits that met nobody, over more than a month: state, report, letter (YM-01)', async () => {
    const ward = await care.ward({ risk: 0 });
    const { gridWorker, officer } = care.people;
    const missed = { result: 'missed', form: 2, missedReason: 1 };
    expect((await visited(ward, gridWorker, missed)).led).toEqual([]);
    care.county.clock.advance(14 * 86_400_000);
    expect((await visited(ward, gridWorker, missed)).led).toEqual([]);
    care.county.clock.advance(18 * 86_400_000);
    expect((await visited(ward, gridWorker, missed)).led).toEqual(['lostReport']);
    const [file] = await care.county.rows.sql<{ state: string }>('SELECT state FROM patient WHERE county_id = $1 AND id = $2', [
      care.county.countyId,
      ward.patientId,
    ]);
    expect(file?.state).toBe('lostToFollowUp');
    const { rows } = (await care.county.call(listLostReports, { as: officer, query: { state: 'draft' } })).body;
    const reportId = rows.find(row => row.patientId === ward.patientId)?.reportId ?? '';
    const { letter, version } = (await care.county.call(readLostReport, { as: officer, params: { reportId } })).body;
    expect(letter.to).toHaveLength(2);
    expect(letter.paragraphs.join('')).toContain('2026年6月15日、2026年6月29日、2026年7月17日');
    const issue = () =>
      care.county.call(issueLostReport, { as: officer, params: { reportId }, body: { version, to: letter.to, paragraphs: ['改过的话'] } });
    expect((await issue()).body).toMatchObject({ state: 'issued', letter: { paragraphs: ['改过的话'] } });
    expect((await issue()).refusal.code).toBe('STALE');
  });

  it('by the word of the office has a report too; who is heard of again is not reported, and the next loss is reported anew', async () => {
    const ward = await care.ward({ risk: 0 });
    const { officer, doctor, gridWorker } = care.people;
    const turn = async (from: PatientState, to: PatientState, more: object = {}) => {
      const body = { from, to, on: care.county.clock.today(), reason: '家人说不清去向', ...more };
      return ok(await care.county.call(changeState, { as: officer, params: { patientId: ward.patientId }, body }));
    };
    const reports = async () =>
      (await care.county.call(listLostReports, { as: officer, query: {} })).body.rows.filter(row => row.patientId === ward.patientId);
    const one = async (reportId: string) => (await care.county.call(readLostReport, { as: officer, params: { reportId } })).body;

    await turn('inCare', 'lostToFollowUp', { lostReason: 2 });
    await care.county.work();
    const [first] = await reports();
    expect(first).toMatchObject({ state: 'draft', draftedOn: today });
    const reportId = first?.reportId ?? '';
    const asked = await reviewsAsked(`lost-report:${reportId}`);
    expect([asked.includes(doctor.id), asked.includes(officer.id)]).toEqual([true, false]);
    const { letter, version } = await one(reportId);
    expect(letter.paragraphs.join('')).toContain(LOST_REASONS[2]);

    await turn('lostToFollowUp', 'inCare');
    expect((await reports()).map(row => row.state)).toEqual(['void']);
    const issue = (at: number) =>
      care.county.call(issueLostReport, { as: officer, params: { reportId }, body: { version: at, to: letter.to, paragraphs: ['迟了'] } });
    expect((await issue(version)).refusal.code).toBe('STALE');
    expect((await issue(version + 1)).refusal.code).toBe('LOST_REPORT_VOID');

    care.county.clock.advance(20 * 86_400_000);
    expect((await visited(ward, gridWorker, { result: 'lost', lostReason: 5 })).led).toEqual(['lostReport']);
    const [second] = await reports();
    expect(second).toMatchObject({ state: 'draft', draftedOn: addDays(today, 20) });
    expect((await one(second?.reportId ?? '')).letter.paragraphs.join('')).toContain(LOST_REASONS[5]);
    // Nobody is found by being missed once more: no second report of the same loss.
    expect((await visited(ward, gridWorker, { result: 'missed', form: 2, missedReason: 1 })).led).toEqual([]);
    expect((await reports()).map(row => row.state)).toEqual(['draft', 'void']);
  });
});
