import { addDays } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import { readDuties } from '@guanhu/shared/duties/duties.routes';
import * as routes from '@guanhu/shared/rehabilitation/rehabilitation.routes';
import { moveReferral, readReferral } from '@guanhu/shared/visits/after-visit.routes';
import { newId } from '../platform/ids.ts';
import { testCounty, type TestCounty, type TestPerson, type Ward } from '../testing/county.ts';
import { ok } from '../testing/reward.ts';

let county: TestCounty;
let coordinator: TestPerson;
let elsewhere: TestPerson;
beforeAll(async () => {
  county = await testCounty();
  coordinator = await county.person({ role: 'rehabCoordinator' });
  elsewhere = await county.person({ role: 'rehabCoordinator', area: county.areas.otherTownship });
}, 120_000);
afterAll(() => county.close());

const today = () => county.clock.today();
const open = async (more: object = {}, as = coordinator): Promise<Id> => {
  const place = { areaId: county.areas.township, kind: 'work', what: '编竹筐', place: '镇文化站', since: addDays(today(), -10) };
  return ok(await county.call(routes.openProgramme, { as, body: { programmeId: newId(), ...place, ...more } })).id;
};
const join = (programmeId: Id, ward: Ward, more: object = {}, as = coordinator) => {
  const body = { participantId: newId(), programmeId, origin: 'hospital', since: addDays(today(), -5), ...more };
  return county.call(routes.joinProgramme, { as, params: { patientId: ward.patientId }, body });
};
const hold = (programmeId: Id, present: readonly Id[], on = today()) =>
  county.call(routes.logSession, { as: coordinator, params: { programmeId }, body: { sessionId: newId(), on, what: '编了两只', present } });
const shown = async (programmeId: Id, as = coordinator) => ok(await county.call(routes.readProgramme, { as, params: { programmeId } }));

it('takes people into a programme, counts who came, and lets them go home (YM-13, SJ-11, SJ-20)', async () => {
  const [ward, other] = [await county.ward(), await county.ward()];
  const programmeId = await open();
  const participantId = ok(await join(programmeId, ward)).id;
  ok(await join(programmeId, other, { since: today() }));
  expect((await join(programmeId, ward)).refusal.code).toBe('REHAB_JOINED_ALREADY');
  expect((await join(programmeId, await county.ward(), { since: addDays(today(), -11) })).refusal.code).toBe('REHAB_DAY_WRONG');
  ok(await hold(programmeId, [participantId], addDays(today(), -2)));
  ok(await hold(programmeId, []));
  const stranger = ok(await join(await open(), other)).id;
  expect((await hold(programmeId, [stranger])).refusal.code).toBe('REHAB_NOT_TAKING_PART');
  expect((await hold(programmeId, [], addDays(today(), 1))).refusal.code).toBe('REHAB_DAY_WRONG');
  const leave = (version: number) =>
    county.call(routes.leaveProgramme, { as: coordinator, params: { participantId }, body: { version, lastOn: today(), end: 'home' } });
  expect((await leave(2)).refusal.code).toBe('STALE');
  ok(await leave(1));
  expect((await leave(2)).refusal.code).toBe('REHAB_ENDED');
  const { participants, sessions } = await shown(programmeId);
  expect(participants.map(({ patientId, attended, held, end }) => ({ patientId, attended, held, end }))).toEqual([
    { patientId: other.patientId, attended: 0, held: 1, end: null },
    { patientId: ward.patientId, attended: 1, held: 2, end: 'home' },
  ]);
  expect(sessions.map(({ present, of }) => [present, of])).toEqual([
    [0, 2],
    [1, 1],
  ]);
  const { duties } = ok(await county.call(readDuties, { as: coordinator, query: { townshipId: county.areas.township } }));
  expect(duties.find(one => one.id === 'YM-13')?.counted).toEqual({ question: 'rehabilitated', done: 1, of: 2 });
});

it('ends a programme with the part of everybody in it, and takes nobody in afterwards', async () => {
  const programmeId = await open();
  ok(await join(programmeId, await county.ward()));
  const end = () => county.call(routes.endProgramme, { as: coordinator, params: { programmeId }, body: { version: 1, lastOn: today() } });
  ok(await end());
  expect((await end()).refusal.code).toBe('REHAB_ENDED');
  expect(await shown(programmeId)).toMatchObject({ mayWrite: false, participants: [{ end: 'over', until: today() }] });
  expect((await join(programmeId, await county.ward())).refusal.code).toBe('REHAB_DAY_WRONG');
});

it('lists who came home from hospital until they are in a programme or work (YM-05, SJ-20)', async () => {
  const [joins, works, waits] = [await county.ward(), await county.ward(), await county.ward()];
  const discharged = (ward: Ward, days: number) =>
    county.rows.sql(
      `INSERT INTO admission (county_id, id, patient_id, ground, signed_by, state, admitted_on, since, discharged_on, created_at)
       VALUES ($1, $2, $3, 'voluntary', 'patient', 'discharged', $4, $5, $5, now())`,
      [county.countyId, newId(), ward.patientId, addDays(today(), -200), addDays(today(), -days)],
    );
  for (const ward of [joins, works, waits]) await discharged(ward, 90);
  await discharged(await county.ward(), 91);
  const home = async (as = coordinator) => ok(await county.call(routes.listComingHome, { as, query: {} })).rows.map(row => row.patientId);
  expect(await home()).toEqual([waits, works, joins].map(ward => ward.patientId));
  ok(await join(await open(), joins));
  const body = { employmentId: newId(), kind: 'welfare', where: '村保洁', since: today() };
  ok(await county.call(routes.recordEmployment, { as: coordinator, params: { patientId: works.patientId }, body }));
  expect([await home(), await home(elsewhere)]).toEqual([[waits.patientId], []]);
});

it('keeps who works where, until they do no more (SJ-11, TH-06)', async () => {
  const ward = await county.ward();
  const [employmentId, params] = [newId(), { patientId: ward.patientId }];
  const body = { employmentId, kind: 'assisted', where: '镇扶贫车间', since: addDays(today(), -30) };
  expect((await county.call(routes.recordEmployment, { as: elsewhere, params, body })).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
  ok(await county.call(routes.recordEmployment, { as: coordinator, params, body }));
  const end = (version: number) =>
    county.call(routes.endEmployment, { as: coordinator, params: { employmentId }, body: { version, lastOn: today() } });
  ok(await end(1));
  expect((await end(2)).refusal.code).toBe('REHAB_ENDED');
  const { rows } = ok(await county.call(routes.listEmployment, { as: coordinator, query: { patientId: ward.patientId } }));
  expect(rows).toMatchObject([{ employmentId, where: '镇扶贫车间', until: today() }]);
});

it('shows of one person what they take part in, how often they came, and their work (SJ-11, YM-13)', async () => {
  const ward = await county.ward();
  const params = { patientId: ward.patientId };
  const of = (as: TestPerson) => county.call(routes.readRehabOfPatient, { as, params });
  expect(ok(await of(coordinator))).toEqual({ programmes: [], employment: [] });
  const [over, now] = [await open({ what: '学做饭' }), await open()];
  const first = ok(await join(over, ward, { since: addDays(today(), -9) })).id;
  const body = { version: 1, lastOn: addDays(today(), -6), end: 'unwilling' } as const;
  ok(await county.call(routes.leaveProgramme, { as: coordinator, params: { participantId: first }, body }));
  const participantId = ok(await join(now, ward)).id;
  ok(await hold(now, [participantId], addDays(today(), -2)));
  ok(await hold(now, [], addDays(today(), -1)));
  const work = { employmentId: newId(), kind: 'farming', where: '自家地', since: today() } as const;
  ok(await county.call(routes.recordEmployment, { as: coordinator, params, body: work }));
  const { programmes, employment } = ok(await of(coordinator));
  expect(programmes.map(({ what, end, attended, held, cameOn }) => [what, end, attended, held, cameOn])).toEqual([
    ['编竹筐', null, 1, 2, addDays(today(), -2)],
    ['学做饭', 'unwilling', 0, 0, null],
  ]);
  expect(employment).toEqual([{ ...work, until: null }]);
  for (const as of [elsewhere, ward.guardian]) expect((await of(as)).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
});

it('keeps the team of families that help others, in its township (YM-14)', async () => {
  const volunteerId = newId();
  const one = { volunteerId, areaId: county.areas.village, name: '试热心', phone: '0000-1234567', does: '陪着去领药', since: today() };
  expect((await county.call(routes.addVolunteer, { as: elsewhere, body: one })).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
  ok(await county.call(routes.addVolunteer, { as: coordinator, body: one }));
  const list = async (as: TestPerson) => ok(await county.call(routes.listVolunteers, { as, query: {} })).rows;
  expect([await list(coordinator), await list(elsewhere)]).toMatchObject([[{ volunteerId, name: '试热心', until: null }], []]);
  const body = { version: 1, lastOn: today() };
  ok(await county.call(routes.endVolunteer, { as: coordinator, params: { volunteerId }, body }));
  expect(await list(coordinator)).toMatchObject([{ until: today() }]);
});

describe('a referral to the community', () => {
  const stateOf = async (referralId: Id, as: TestPerson) => {
    const { state, steps } = ok(await county.call(readReferral, { as, params: { referralId } }));
    return { state, last: steps.at(-1) };
  };
  const asked = (key: string) =>
    county.database.owner<{ person: Id }>(`SELECT payload ->> 'personId' AS person FROM outbox WHERE key LIKE 'review:${key}:%'`);
  const waiting = async (as = coordinator) => ok(await county.call(routes.listReferred, { as, query: {} })).rows.map(row => row.referralId);
  let doctor: TestPerson;
  beforeAll(async () => {
    doctor = await county.person({ role: 'mentalHealthDoctor' });
  });

  it('opens a part in a programme, and its end is told back to the doctor (YM-04, YM-05)', async () => {
    const ward = await county.ward();
    const referralId = await county.referred(ward, doctor.id, 'answered');
    const body = { version: 1, step: 'refer' } as const;
    ok(await county.call(moveReferral, { as: doctor, params: { referralId }, body }));
    expect((await asked(`referral:${referralId}`)).map(one => one.person)).toContain(coordinator.id);
    expect([await waiting(), await waiting(elsewhere)]).toEqual([[referralId], []]);
    const programmeId = await open();
    const takeIn = (more: object = {}, of = ward) => join(programmeId, of, { origin: 'referral', referralId, ...more });
    expect((await takeIn({}, await county.ward())).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
    expect((await takeIn({ origin: 'hospital' })).refusal.code).toBe('REHAB_REFERRAL_ORIGIN');
    const participantId = ok(await takeIn()).id;
    expect((await takeIn()).refusal.code).toBe('REFERRAL_MOVE_NOT_ALLOWED');
    expect(await waiting()).toEqual([]);
    expect(await stateOf(referralId, doctor)).toMatchObject({ state: 'inCommunity', last: { step: 'join', byName: coordinator.name } });
    const end = { version: 1, lastOn: today(), end: 'employed' } as const;
    ok(await county.call(routes.leaveProgramme, { as: coordinator, params: { participantId }, body: end }));
    expect(await stateOf(referralId, doctor)).toMatchObject({ state: 'toldBack', last: { step: 'leave', note: '就业了' } });
    expect((await asked(`referral-back:${referralId}`)).map(one => one.person)).toContain(doctor.id);
  });

  it('is told back as well when the programme ends, for everybody who came by one', async () => {
    const wards = [await county.ward(), await county.ward()];
    const programmeId = await open();
    const referrals: Id[] = [];
    for (const ward of wards) {
      const referralId = await county.referred(ward, doctor.id, 'toCommunity');
      ok(await join(programmeId, ward, { origin: 'referral', referralId }));
      referrals.push(referralId);
    }
    ok(await join(programmeId, await county.ward()));
    ok(await county.call(routes.endProgramme, { as: coordinator, params: { programmeId }, body: { version: 1, lastOn: today() } }));
    for (const referralId of referrals)
      expect(await stateOf(referralId, doctor)).toMatchObject({ state: 'toldBack', last: { step: 'leave', note: '项目结束' } });
  });
});
