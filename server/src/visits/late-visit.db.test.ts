import { addDays, calendarDate } from '@guanhu/shared/kernel/calendar-date';
import { readLife } from '@guanhu/shared/registry/patient-life.routes';
import { listLostReports } from '@guanhu/shared/visits/after-visit.routes';
import { checkInVisit, recordVisit } from '@guanhu/shared/visits/visits.routes';
import { newId } from '../platform/ids.ts';
import { MONDAY, careCounty, type CareCounty, type Ward } from '../testing/care.ts';
import type { TestPerson } from '../testing/county.ts';
import { ok } from '../testing/reward.ts';

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
/** A visit of so many days ago reaches the server now. */
const upload = async (ward: Ward, as: TestPerson, daysAgo: number, form: object) => {
  const at = `${addDays(today, -daysAgo)}T09:30:00+08:00`;
  const body = { visitId: newId(), at };
  ok(await care.county.call(checkInVisit, { as, params: { patientId: ward.patientId }, body }));
  const record = { version: 1, record: form, lateReason: '山里没有信号' } as never;
  const answer = ok(await care.county.call(recordVisit, { as, params: { visitId: body.visitId }, body: record }));
  await care.county.work();
  return answer;
};
const alerts = ({ patientId }: Ward) =>
  care.county.rows.sql<{ state: string }>('SELECT state FROM rights_alert WHERE county_id = $1 AND patient_id = $2', [
    care.county.countyId,
    patientId,
  ]);
const stateOf = async ({ patientId }: Ward) =>
  ok(await care.county.call(readLife, { as: care.people.doctor, params: { patientId }, query: {} })).state;
describe('a visit that is uploaded after a later one was recorded', () => {
  it('does not end the alert of somebody whom the later one found locked up', async () => {
    const ward = await care.ward({ risk: 0 });
    const { doctor, gridWorker, lead } = care.people;
    await upload(ward, lead, 2, { ...WELL, confinement: 2 });
    await upload(ward, gridWorker, 6, { ...WELL, confinement: 3 });
    expect(await alerts(ward)).toEqual([{ state: 'open' }]);
    expect((await care.tasksOf(doctor, ward)).filter(task => task.kind === 'unlock')).toHaveLength(1);
    await upload(ward, gridWorker, 1, { ...WELL, confinement: 3 });
    expect(await alerts(ward)).toEqual([{ state: 'closed' }]);
  });

  it('does not end it either when the lock was found again after it', async () => {
    const ward = await care.ward({ risk: 0 });
    const { gridWorker, lead } = care.people;
    await upload(ward, lead, 9, { ...WELL, confinement: 2 });
    await upload(ward, lead, 2, { ...WELL, confinement: 2 });
    await upload(ward, gridWorker, 6, { ...WELL, confinement: 3 });
    expect(await alerts(ward)).toEqual([{ state: 'open' }]);
  });

  it.each([
    ['in hospital', { ...WELL, hospitalisation: 1 }],
    ['lost', { result: 'lost', lostReason: 2 }],
    ['gone', { result: 'lost', lostReason: 3 }],
  ])('leaves the file of somebody who was met since as it is, whom it found %s', async (_, form) => {
    const ward = await care.ward({ risk: 0 });
    const { gridWorker, lead, officer } = care.people;
    await upload(ward, lead, 2, WELL);
    const { led } = await upload(ward, gridWorker, 6, form);
    expect(await stateOf(ward)).toBe('inCare');
    expect(led).toEqual([]);
    const { rows } = ok(await care.county.call(listLostReports, { as: officer, query: {} }));
    expect(rows.filter(row => row.patientId === ward.patientId)).toEqual([]);
  });

  it('turns the file when the later one met nobody', async () => {
    const ward = await care.ward({ risk: 0 });
    const { gridWorker, lead } = care.people;
    await upload(ward, lead, 2, { result: 'missed', form: 2, missedReason: 1 });
    expect((await upload(ward, gridWorker, 6, { result: 'lost', lostReason: 2 })).led).toEqual(['lostReport']);
    expect(await stateOf(ward)).toBe('lostToFollowUp');
  });
});
