import { readStanding } from '@guanhu/shared/assessment/assessment.routes';
import { addDays, calendarDate } from '@guanhu/shared/kernel/calendar-date';
import { readLife } from '@guanhu/shared/registry/patient-life.routes';
import { listLostReports } from '@guanhu/shared/visits/after-visit.routes';
import { checkInVisit, recordVisit } from '@guanhu/shared/visits/visits.routes';
import { Standings } from '../assessment/assessment.public.ts';
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
/** Risk, class and band as they stand. */
const standing = async ({ patientId }: Ward) => {
  const { risk, riskOn, stability, band, calmerBand } = ok(
    await care.county.call(readStanding, { as: care.people.doctor, params: { patientId } }),
  );
  return { risk, riskOn, stability, band: band?.key, calmerBand: calmerBand?.key };
};

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

  it('does not overwrite the rating and the class that the later one found; what it found itself raises the band', async () => {
    const ward = await care.ward();
    const { gridWorker, doctor } = care.people;
    await upload(ward, doctor, 2, { ...WELL, risk: 1, stability: 'basicStable', overrideReason: '夜里常醒' });
    const late = await upload(ward, gridWorker, 6, { ...WELL, risk: 4, insight: 3, stability: 'unstable' });
    const found = { risk: 1, stability: 'basicStable', band: 'red', calmerBand: 'yellow' };
    expect(late).toMatchObject({ stability: 'basicStable', band: { key: 'red' }, held: 'BAND_DOWNGRADE_NEEDS_TWO' });
    expect(await standing(ward)).toEqual({ ...found, riskOn: addDays(today, -2) });
  });

  it('does not better them either', async () => {
    const ward = await care.ward();
    const { doctor } = care.people;
    await upload(ward, doctor, 2, { ...WELL, risk: 4, insight: 3, stability: 'unstable' });
    expect(await upload(ward, doctor, 6, WELL)).toMatchObject({ stability: 'unstable', held: null });
    expect(await standing(ward)).toEqual({
      risk: 4,
      riskOn: addDays(today, -2),
      stability: 'unstable',
      band: 'red',
      calmerBand: undefined,
    });
  });

  it('leads to the standing to which the same visits lead in the order of their days, and in which they are told again', async () => {
    const { gridWorker, lead, doctor } = care.people;
    const found = [
      [gridWorker, 9, { ...WELL, risk: 2, insight: 3, stability: 'unstable' }],
      [lead, 6, { ...WELL, risk: 3, insight: 3, stability: 'unstable' }],
      [doctor, 4, { ...WELL, risk: 1, stability: 'basicStable', overrideReason: '夜里常醒' }],
      [gridWorker, 2, WELL],
    ] as const;
    const after = async (order: readonly number[]) => {
      const ward = await care.ward();
      for (const place of order) {
        const [as, daysAgo, form] = found[place]!;
        await upload(ward, as, daysAgo, form);
      }
      const stands = await standing(ward);
      await care.county.rows.inTransaction(tx => care.county.app.get(Standings).retell(tx, ward.patientId));
      expect(await standing(ward)).toEqual(stands);
      return stands;
    };
    const inOrder = await after([0, 1, 2, 3]);
    expect(inOrder).toMatchObject({ risk: 0, riskOn: addDays(today, -2), stability: 'basicStable', band: 'orange' });
    for (const order of [
      [3, 2, 1, 0],
      [1, 3, 0, 2],
    ])
      expect(await after(order)).toEqual(inOrder);
  });
});
