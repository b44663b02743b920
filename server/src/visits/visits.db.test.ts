import { readStanding } from '@guanhu/shared/assessment/assessment.routes';
import { addDays, calendarDate } from '@guanhu/shared/kernel/calendar-date';
import { readMedicationWeek } from '@guanhu/shared/medication/medication.routes';
import { checkInVisit, listVisits, readNextVisits, readVisit, recordVisit } from '@guanhu/shared/visits/visits.routes';
import { newId } from '../platform/ids.ts';
import { MONDAY, careCounty, type CareCounty, type Ward } from '../testing/care.ts';
import type { TestPerson } from '../testing/county.ts';
import { VisitEvidence } from './visits.public.ts';

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
  functions: { selfCare: 1, work: 9, social: 2 },
  stability: 'stable',
};
const checkIn = (ward: Ward, as: TestPerson, more: object = {}) =>
  care.county.call(checkInVisit, {
    as,
    params: { patientId: ward.patientId },
    body: { visitId: newId(), at: '2026-06-15T09:30:00+08:00', ...more },
  });
const record = (visitId: string, as: TestPerson, record: object, version = 1, more: object = {}) =>
  care.county.call(recordVisit, { as, params: { visitId }, body: { version, record: { ...record }, ...more } });
const visited = async (ward: Ward, as: TestPerson, form: object, more: object = {}) => {
  const { body } = await checkIn(ward, as, more);
  const answer = await record(body.visitId, as, form, 1, { lateReason: '村里停电' });
  if (answer.status !== 200) throw new Error(answer.refusal.code);
  await care.county.work();
  return answer.body;
};
const standing = async (ward: Ward) =>
  (await care.county.call(readStanding, { as: care.people.doctor, params: { patientId: ward.patientId } })).body;

describe('checking in', () => {
  it('is in the seat of the task, and the same visit once more is the same visit', async () => {
    const ward = await care.ward({ risk: 4 });
    await care.plan();
    const [task] = await care.tasksOf(care.people.gridWorker, ward);
    const body = { visitId: newId(), taskId: task?.taskId, place: { latitude: 30.1, longitude: 111.2, accuracyMetres: 12 } };
    const first = await checkIn(ward, care.people.gridWorker, body);
    expect(first.body).toEqual({ visitId: body.visitId, version: 1, seat: 'gridWorker', checkedInAt: '2026-06-15T01:30:00.000Z' });
    expect((await checkIn(ward, care.people.gridWorker, body)).body).toEqual(first.body);
    const shown = await care.county.call(readVisit, { as: care.people.gridWorker, params: { visitId: body.visitId } });
    expect(shown.body).toMatchObject({ state: 'checkedIn', mine: true, record: null });
  });

  it.each([
    ['an hour ahead of the clock', { at: '2026-06-15T11:00:00+08:00' }, 'VISIT_IN_FUTURE'],
    ['two months ago', { at: '2026-04-15T11:00:00+08:00' }, 'VISIT_TOO_OLD'],
    ['for a task that is none', { taskId: '01900000-0000-7000-8000-00000000dead' }, 'VISIT_TASK_MISMATCH'],
    ['on the North Pole and beyond', { place: { latitude: 91, longitude: 0, accuracyMetres: 1 } }, 'INPUT_INVALID'],
  ])('%s is refused, and nothing is written', async (_, more, code) => {
    const ward = await care.ward({ risk: 0 });
    expect((await checkIn(ward, care.people.gridWorker, more)).refusal.code).toBe(code);
    expect(await care.county.rows.sql('SELECT 1 FROM visit WHERE county_id = 1 AND patient_id = $1', [ward.patientId])).toEqual([]);
  });

  it('that was made by somebody whose seat has passed on since is kept, with its record, and one made afterwards is refused', async () => {
    const ward = await care.ward({ risk: 0 });
    const leaver = await care.county.person({ role: 'gridWorker', area: care.county.areas.village });
    const { patientId } = ward;
    await care.county.rows.sql(
      `INSERT INTO team_seat (county_id, id, patient_id, post, person_id, since, until) VALUES ($1, $2, $3, 'gridWorker', $4, $5, $6)`,
      [1, newId(), patientId, leaver.id, addDays(today, -40), addDays(today, -2)],
    );
    const made = (daysAgo: number) => checkIn(ward, leaver, { at: `${addDays(today, -daysAgo)}T10:00:00+08:00` });
    const { body } = await made(2);
    expect(body).toMatchObject({ seat: 'gridWorker' });
    const missed = { result: 'missed', form: 2, missedReason: 1 };
    expect(await record(body.visitId, leaver, missed, 1, { lateReason: '没有信号' })).toMatchObject({ status: 200 });
    expect((await care.county.call(readVisit, { as: care.people.gridWorker, params: { visitId: body.visitId } })).body).toMatchObject({
      state: 'recorded',
      record: { result: 'missed' },
    });
    for (const daysAgo of [1, 0, 31]) expect([daysAgo, (await made(daysAgo)).status]).toEqual([daysAgo, 404]);
  });

  it('is for the team: not for strangers, guardians, or under somebody else’s visit', async () => {
    const ward = await care.ward({ risk: 0 });
    for (const as of [care.people.stranger, ward.guardian, care.people.officer])
      expect((await checkIn(ward, as)).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
    const { body } = await checkIn(ward, care.people.gridWorker);
    expect((await checkIn(ward, care.people.lead, { visitId: body.visitId })).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
  });
});

describe('recording', () => {
  it('closes the open visit, dates the next by the band, and moves the standing', async () => {
    const ward = await care.ward({ risk: 4 });
    await care.plan();
    const answer = await visited(ward, care.people.gridWorker, { ...WELL, risk: 4, stability: 'unstable' });
    expect(answer).toMatchObject({
      version: 2,
      proposed: { stability: 'unstable', reasons: ['riskHigh'] },
      stability: 'unstable',
      band: { key: 'red', colour: 'red' },
      held: null,
      nextDueOn: addDays(today, 3),
    });
    expect(await care.visitsOf(care.people.gridWorker, ward)).toMatchObject([{ kind: 'visit', dueOn: addDays(today, 3), timing: 'ahead' }]);
    expect((await care.today(care.people.gridWorker)).doneToday).toBeGreaterThanOrEqual(1);
    expect(await standing(ward)).toMatchObject({ risk: 4, riskOn: today, stability: 'unstable', lastVisitOn: today });
  });

  it('the doctor comes by the shortest of clinical interval and band', async () => {
    const ward = await care.ward({ risk: 0 });
    expect((await visited(ward, care.people.doctor, WELL)).nextDueOn).toBe(addDays(today, 90));
    const weaker = { ...WELL, risk: 1, stability: 'basicStable' };
    expect((await visited(ward, care.people.doctor, weaker)).nextDueOn).toBe(addDays(today, 14)); // newly found: revisit in two weeks
    expect((await visited(ward, care.people.doctor, weaker)).nextDueOn).toBe(addDays(today, 30)); // settled
    const unstable = { ...WELL, insight: 3, stability: 'unstable' };
    expect((await visited(ward, care.people.doctor, unstable)).nextDueOn).toBe(addDays(today, 14));
  });

  it('a rise in risk brings everybody sooner, in the same commit', async () => {
    const ward = await care.ward({ risk: 0 });
    await care.plan();
    const { body } = await checkIn(ward, care.people.doctor);
    const answer = await record(body.visitId, care.people.doctor, { ...WELL, risk: 5, stability: 'unstable' });
    expect(Object.fromEntries(answer.body.dues.map(due => [due.seat, due.dueOn]))).toEqual({
      doctor: addDays(today, 14),
      lead: addDays(today, 7),
      police: addDays(today, 7),
      gridWorker: addDays(today, 3),
    });
    expect(await care.tasksOf(care.people.gridWorker, ward)).toMatchObject([{ dueOn: addDays(today, 3) }]);
    await care.county.work();
    expect((await standing(ward)).band?.key).toBe('red');
  });

  it('does not calm the band by itself, and says so', async () => {
    const ward = await care.ward({ risk: 5 });
    const answer = await visited(ward, care.people.doctor, WELL);
    expect(answer).toMatchObject({ band: { key: 'red' }, held: 'BAND_DOWNGRADE_NEEDS_TWO', stability: 'stable' });
    expect(await standing(ward)).toMatchObject({ risk: 0, band: { key: 'red' }, calmerBand: { key: 'green' } });
  });

  it('only the doctor betters a class; anybody worsens it', async () => {
    const ward = await care.ward({ risk: 0 });
    await visited(ward, care.people.doctor, { ...WELL, insight: 3, stability: 'unstable' });
    expect((await visited(ward, care.people.gridWorker, WELL)).stability).toBe('unstable');
    expect((await visited(ward, care.people.doctor, WELL)).stability).toBe('stable');
    expect((await visited(ward, care.people.gridWorker, { ...WELL, insight: 3, stability: 'unstable' })).stability).toBe('unstable');
  });

  it('takes a sooner date from the form, never a later one', async () => {
    const ward = await care.ward({ risk: 0 });
    expect((await visited(ward, care.people.doctor, { ...WELL, nextDueOn: '2026-07-01' })).nextDueOn).toBe('2026-07-01');
    await care.plan();
    expect((await standing(ward)).dues.find(due => due.seat === 'doctor')?.dueOn).toBe('2026-07-01');
    const { body } = await checkIn(ward, care.people.doctor);
    expect((await record(body.visitId, care.people.doctor, { ...WELL, nextDueOn: addDays(today, 91) })).refusal.code).toBe(
      'NEXT_VISIT_TOO_LATE',
    );
    expect((await record(body.visitId, care.people.doctor, { ...WELL, nextDueOn: today })).refusal.code).toBe('NEXT_VISIT_NOT_AHEAD');
  });

  it.each([
    ['a class that is not the proposed one, without a reason', { ...WELL, stability: 'basicStable' }, 422, 'OVERRIDE_NEEDS_REASON'],
    ['a code that the form does not have', { ...WELL, insight: 4 }, 400, 'INPUT_INVALID'],
    ['the same symptom twice', { ...WELL, symptoms: [1, 1] }, 400, 'INPUT_INVALID'],
    ['a risk above five', { ...WELL, risk: 6 }, 400, 'INPUT_INVALID'],
    ['a field of another form', { ...WELL, score: 3 }, 400, 'INPUT_INVALID'],
    ['four drugs', { ...WELL, drugs: Array.from({ length: 4 }, () => ({ name: '甲药' })) }, 400, 'INPUT_INVALID'],
    ['a death without a day', { result: 'deceased', deathCause: 1 }, 400, 'INPUT_INVALID'],
  ])('refuses %s, and nothing is written', async (_, form, status, code) => {
    const ward = await care.ward({ risk: 0 });
    const { body } = await checkIn(ward, care.people.gridWorker);
    const answer = await record(body.visitId, care.people.gridWorker, form);
    expect([answer.status, answer.refusal.code]).toEqual([status, code]);
    const shown = await care.county.call(readVisit, { as: care.people.gridWorker, params: { visitId: body.visitId } });
    expect(shown.body).toMatchObject({ state: 'checkedIn', version: 1, record: null });
    expect(await care.county.rows.sql(`SELECT 1 FROM outbox WHERE county_id = 1 AND payload ->> 'visitId' = $1`, [body.visitId])).toEqual(
      [],
    );
  });

  it('an override with a reason stands', async () => {
    const ward = await care.ward({ risk: 0 });
    const form = { ...WELL, stability: 'basicStable', overrideReason: '家属反映夜里常醒' };
    expect((await visited(ward, care.people.doctor, form)).stability).toBe('basicStable');
  });

  it('belongs to who checked in, once, at the version that was read', async () => {
    const ward = await care.ward({ risk: 0 });
    const { body } = await checkIn(ward, care.people.gridWorker);
    expect((await record(body.visitId, care.people.lead, WELL)).refusal.code).toBe('VISIT_OF_ANOTHER');
    expect((await record(body.visitId, care.people.stranger, WELL)).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
    expect((await record(newId(), care.people.lead, WELL)).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
    expect((await record(body.visitId, care.people.gridWorker, WELL, 2)).refusal.code).toBe('STALE');
    const [a, b] = await Promise.all([
      record(body.visitId, care.people.gridWorker, WELL),
      record(body.visitId, care.people.gridWorker, WELL),
    ]);
    expect([a.status, b.status].sort()).toEqual([200, 409]);
    expect((await record(body.visitId, care.people.gridWorker, WELL)).refusal.code).toBe('VISIT_RECORDED');
  });

  it('nobody was met: tried again within two weeks', async () => {
    const ward = await care.ward({ risk: 0 });
    await care.plan();
    expect(await visited(ward, care.people.gridWorker, { result: 'missed', form: 2, missedReason: 1 })).toMatchObject({
      proposed: null,
      nextDueOn: addDays(today, 14),
    });
    expect((await standing(ward)).lastVisitOn).toBeNull();
  });

  it('a death ends every task', async () => {
    const ward = await care.ward({ risk: 4 });
    await care.plan();
    expect((await visited(ward, care.people.gridWorker, { result: 'deceased', diedOn: '2026-06-10', deathCause: 4 })).dues).not.toBeNull();
    await care.plan();
    for (const as of [ward.guardian, care.people.gridWorker, care.people.police]) expect(await care.tasksOf(as, ward)).toEqual([]);
  });

  it('lost: the search goes on, the medicine is not asked about', async () => {
    const ward = await care.ward({ risk: 4 });
    await care.plan();
    await visited(ward, care.people.gridWorker, { result: 'lost', lostReason: 3 });
    await care.plan();
    expect(await care.tasksOf(ward.guardian, ward)).toEqual([]);
    expect(await care.visitsOf(care.people.gridWorker, ward)).toMatchObject([{ kind: 'visit', dueOn: addDays(today, 3) }]);
  });

  it('no medicine ordered ends the questions; ordered again begins them', async () => {
    const ward = await care.ward({ risk: 0 });
    await care.plan();
    await visited(ward, care.people.doctor, { ...WELL, adherence: 4 });
    await care.plan();
    expect(await care.tasksOf(ward.guardian, ward)).toEqual([]);
    care.county.clock.advance(86_400_000);
    await visited(ward, care.people.doctor, { ...WELL, adherence: 1 }, { at: '2026-06-16T09:30:00+08:00' });
    await care.plan();
    expect(await care.tasksOf(ward.guardian, ward)).toHaveLength(1);
    const week = await care.county.call(readMedicationWeek, { as: ward.guardian, params: { patientId: ward.patientId } });
    expect(week.body.days.map(day => day.answerable).indexOf(true)).toBe(1); // Tuesday, not the Monday without an order
  });

  it('a visit uploaded late does not turn back what a later one has set', async () => {
    const ward = await care.ward({ risk: 0 });
    await visited(ward, care.people.gridWorker, WELL);
    const late = await visited(ward, care.people.gridWorker, WELL, { at: '2026-06-01T09:30:00+08:00' });
    expect(late.nextDueOn).toBe(addDays(today, 30));
  });

  it('keeps the record sealed: no word of it stands in the table', async () => {
    const ward = await care.ward({ risk: 0 });
    await visited(ward, care.people.gridWorker, { ...WELL, note: '屋里整洁，按时吃饭' });
    const [row] = await care.county.rows.sql<{ text: string }>(
      `SELECT encode(record_sealed, 'escape') AS text FROM visit WHERE county_id = 1 AND patient_id = $1`,
      [ward.patientId],
    );
    expect(row?.text).not.toContain('respondents');
    const listed = await care.county.call(listVisits, { as: care.people.lead, params: { patientId: ward.patientId }, query: {} });
    const visitId = listed.body.rows[0]?.visitId ?? '';
    const shown = await care.county.call(readVisit, { as: care.people.lead, params: { visitId } });
    expect(shown.body).toMatchObject({ mine: false, record: { note: '屋里整洁，按时吃饭', insight: 1 } });
    expect(shown.body.record).not.toHaveProperty('sleep');
  });
});

describe('reading visits', () => {
  it('newest first, in pages', async () => {
    const ward = await care.ward({ risk: 0 });
    for (const day of ['2026-06-10', '2026-06-12', '2026-06-11'])
      await checkIn(ward, care.people.gridWorker, { at: `${day}T09:00:00+08:00` });
    const page = (query: object) => care.county.call(listVisits, { as: care.people.doctor, params: { patientId: ward.patientId }, query });
    const first = (await page({ limit: 2 })).body;
    expect(first.rows.map(row => row.at.slice(0, 10))).toEqual(['2026-06-12', '2026-06-11']);
    const second = (await page({ limit: 2, after: first.next ?? '' })).body;
    expect([second.rows.map(row => row.at.slice(0, 10)), second.next]).toEqual([['2026-06-10'], null]);
    expect((await page({ after: 'nonsense' })).refusal.code).toBe('INPUT_INVALID');
  });

  it('the family knows when who comes, and nothing of classes', async () => {
    const ward = await care.ward({ risk: 0 });
    const { body } = await care.county.call(readNextVisits, { as: ward.guardian, params: { patientId: ward.patientId } });
    expect(body.visits).toContainEqual({ seat: 'gridWorker', dueOn: addDays(today, 30) });
    expect(JSON.stringify(body)).not.toMatch(/risk|band|stab|green/);
    for (const route of [listVisits, readStanding])
      expect((await care.county.call(route, { as: ward.guardian, params: { patientId: ward.patientId }, query: {} })).status).toBe(404);
  });

  it('counts as evidence what was done', async () => {
    const ward = await care.ward({ risk: 0 });
    await visited(ward, care.people.gridWorker, WELL);
    await visited(ward, care.people.gridWorker, { result: 'missed', form: 2, missedReason: 1 });
    const span = { patientId: ward.patientId, from: calendarDate('2026-06-01'), to: today };
    const before = { ...span, to: calendarDate('2026-06-14') };
    const counted = await care.county.app.get(VisitEvidence).list(care.county.rows, [before, span]);
    expect(counted.map(ids => ids.length)).toEqual([0, 1]);
  });
});
