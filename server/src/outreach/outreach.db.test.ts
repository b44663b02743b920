import { logDrill } from '@guanhu/shared/care-team/crisis-roster.routes';
import { readDuties, recordEvidence } from '@guanhu/shared/duties/duties.routes';
import { addDays } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import { addActivityPhoto, listActivities, logActivity, readActivity, removeActivityPhoto } from '@guanhu/shared/outreach/activity.routes';
import { Files } from '../platform/files/files.ts';
import { newId } from '../platform/ids.ts';
import { testCounty, type TestCounty, type TestPerson } from '../testing/county.ts';
import { ok } from '../testing/reward.ts';
import { SMALL_PNG } from '../testing/rights.ts';
import { RemindOfGuidance } from './remind-of-guidance.ts';

let county: TestCounty;
let doctor: TestPerson;
let cadre: TestPerson;
let elsewhere: TestPerson;
beforeAll(async () => {
  county = await testCounty();
  doctor = await county.person({ role: 'mentalHealthDoctor' });
  cadre = await county.person({ role: 'civilAffairsCadre' });
  elsewhere = await county.person({ role: 'mentalHealthDoctor', area: county.areas.otherTownship });
}, 120_000);
afterAll(() => county.close());

const log = (more: object = {}, as = doctor) => {
  const held = { kind: 'publicity', on: county.clock.today(), what: '世界精神卫生日宣传', findings: '发材料三百份', attendees: 300 };
  const body = { activityId: newId(), areaId: county.areas.township, organiser: 'townHealthCenter', ...held, ...more };
  return county.call(logActivity, { as, body });
};
const photograph = (activityId: Id, more: object = {}, as = doctor) =>
  county.call(addActivityPhoto, {
    as,
    params: { activityId },
    body: { photoId: newId(), content: SMALL_PNG, nobodyOfCare: true, ...more },
  });
const listed = async (as: TestPerson, query: object = {}) =>
  ok(await county.call(listActivities, { as, query })).rows.map(row => row.activityId);

it('logs publicity, training and guidance with photographs without patients (YM-03, YM-06, YM-08)', async () => {
  const { activityId } = ok(await log());
  const training = ok(await log({ kind: 'training', areaId: county.areas.village, what: '村医培训' }));
  expect((await log({ on: addDays(county.clock.today(), 1) })).refusal.code).toBe('ACTIVITY_DAY_WRONG');
  expect((await log({}, elsewhere)).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
  // Nobody has looked whether somebody can be known on it.
  expect((await photograph(activityId, { nobodyOfCare: false })).refusal.code).toBe('INPUT_INVALID');
  expect((await photograph(activityId, { content: Buffer.from('text').toString('base64') })).refusal.code).toBe('FILE_TYPE_NOT_KEPT');
  const { photoId } = ok(await photograph(activityId));
  expect(ok(await county.call(readActivity, { as: cadre, params: { activityId } }))).toMatchObject({
    attendees: 300,
    organiser: 'townHealthCenter',
    loggedBy: doctor.name,
    photos: [{ photoId, removed: false }],
  });
  expect(await listed(cadre, { kind: 'training' })).toEqual([training.activityId]);
  expect(await listed(elsewhere)).toEqual([]);
});

it('takes a photograph out with its bytes, and shows it to nobody from another township', async () => {
  const { activityId } = ok(await log());
  const { photoId } = ok(await photograph(activityId));
  const params = { activityId, photoId };
  const bytes = (as: TestPerson) =>
    fetch(`${county.url}/api/activities/${activityId}/photos/${photoId}`, { headers: { authorization: `Bearer ${as.token}` } });
  expect((await bytes(cadre)).headers.get('content-type')).toBe('image/png');
  expect((await bytes(elsewhere)).status).toBe(404);
  const remove = () => county.call(removeActivityPhoto, { as: doctor, params, body: { reason: '能认出人' } });
  ok(await remove());
  expect((await remove()).refusal.code).toBe('FILE_REMOVED');
  await county.work();
  expect(await county.app.get(Files).read(county.countyId, photoId)).toBeUndefined();
  expect((await bytes(cadre)).status).toBe(410);
});

it('shows drills of the roster among the activities, once, to whoever may read drills', async () => {
  const drillId = newId();
  const [lead, townshipId] = [await county.person({ role: 'townshipLead' }), county.areas.township];
  const drill = { drillId, townshipId, on: county.clock.today(), what: '夜间处置', personIds: [doctor.id], findings: '十分钟到齐' };
  ok(await county.call(logDrill, { as: lead, body: drill }));
  ok(await photograph(drillId));
  expect(ok(await county.call(readActivity, { as: lead, params: { activityId: drillId } }))).toMatchObject({ kind: 'drill', attendees: 1 });
  expect([await listed(lead, { kind: 'drill' }), await listed(cadre, { kind: 'drill' })]).toEqual([[drillId], []]);
  expect((await county.call(readActivity, { as: cadre, params: { activityId: drillId } })).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
});

it.each([
  ['YM-03', 'training'],
  ['YM-14', 'familyTeam'],
  ['YM-17', 'familyTraining'],
])('is the evidence of a duty, with its photographs: %s (YM-03, YM-14, YM-17)', async (duty, kind) => {
  const { township: townshipId, otherTownship } = county.areas;
  const { activityId } = ok(await log({ kind }));
  ok(await photograph(activityId));
  const far = ok(await log({ areaId: otherTownship }, elsewhere)).activityId;
  const prove = (rested: Id) => {
    const body = { evidenceId: newId(), townshipId, duty, on: county.clock.today(), note: '见活动', activityId: rested };
    return county.call(recordEvidence, { as: doctor, body });
  };
  for (const wrong of [far, newId()]) expect((await prove(wrong)).refusal.code).toBe('EVIDENCE_ACTIVITY_WRONG');
  ok(await prove(activityId));
  const { duties } = ok(await county.call(readDuties, { as: doctor, query: { townshipId } }));
  expect(duties.find(one => one.id === duty)).toMatchObject({ verdict: 'fulfilled', evidence: [{ activity: { activityId, photos: 1 } }] });
});

it('asks who guides for a visit to every township in each part of the year, until there was one (YM-06)', async () => {
  const year = county.clock.today().slice(0, 4);
  const look = () => county.app.get(RemindOfGuidance).run(county.countyId);
  const tasks = (townshipId: Id) =>
    county.rows.sql<{ state: string; due_on: string; assignee_id: Id | null }>(
      `SELECT state, due_on, assignee_id FROM task WHERE county_id = $1 AND kind = 'guidance' AND cause_id = $2 AND due_on >= $3 ORDER BY due_on`,
      [county.countyId, townshipId, `${year}-12-31`],
    );
  const { township, otherTownship, village } = county.areas;
  county.clock.set(new Date(`${year}-10-31T02:00:00Z`));
  const guide = await county.person({ role: 'mentalHealthDoctor', area: county.areas.county });
  await look();
  expect(await tasks(township)).toEqual([]);
  county.clock.set(new Date(`${year}-11-01T02:00:00Z`));
  for (let times = 0; times < 2; times++) await look();
  const due = { state: 'open', due_on: `${year}-12-31`, assignee_id: guide.id };
  expect(await tasks(township)).toEqual([due]);
  expect(await tasks(otherTownship)).toEqual([due]);
  // Of an earlier part of the year, or of another kind: it is still asked for.
  ok(await log({ kind: 'guidance', on: `${year}-06-30` }, guide));
  ok(await log({ kind: 'training' }, guide));
  expect(await tasks(township)).toEqual([due]);
  ok(await log({ kind: 'guidance', areaId: village }, guide));
  await look();
  expect((await tasks(township)).map(task => task.state)).toEqual(['done']);
  expect(await tasks(otherTownship)).toEqual([due]);
  // Nobody came to the other township in that part of the year: the next visit there does away with that task too, and not before.
  const next = String(Number(year) + 1);
  county.clock.set(new Date(`${next}-06-30T02:00:00Z`));
  await look();
  expect((await tasks(otherTownship)).map(task => [task.due_on, task.state])).toEqual([
    [`${year}-12-31`, 'open'],
    [`${next}-06-30`, 'open'],
  ]);
  ok(await log({ kind: 'guidance', on: `${year}-12-30`, areaId: otherTownship }, guide));
  expect((await tasks(otherTownship)).map(task => task.state)).toEqual(['done', 'open']);
  county.clock.set(new Date(`${next}-12-31T02:00:00Z`));
  await look();
  ok(await log({ kind: 'guidance', areaId: otherTownship }, guide));
  expect((await tasks(otherTownship)).map(task => task.state)).toEqual(['done', 'done', 'done']);
});
