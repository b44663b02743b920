import { reportCall } from '@guanhu/shared/agenda/agenda.routes';
import type { Id } from '@guanhu/shared/kernel/ids';
import { SHIPPED_VISIT_WORK } from '@guanhu/shared/policy/visit-work.shipped';
import { answerVisitWatch, readVisitSafety, readVisitWatch } from '@guanhu/shared/visits/visit-watch.routes';
import { checkInVisit, readVisit, recordVisit } from '@guanhu/shared/visits/visits.routes';
import { newId } from '../platform/ids.ts';
import { MONDAY, careCounty, type CareCounty, type Ward } from '../testing/care.ts';
import type { TestPerson } from '../testing/county.ts';
import { VisitWatches } from './visit-watches.ts';

let care: CareCounty;
beforeAll(async () => {
  care = await careCounty();
}, 60_000);
beforeEach(() => care.county.clock.set(MONDAY));
afterAll(() => care.county.close());

const { checkOutMinutes, helpAfterMinutes } = SHIPPED_VISIT_WORK;
/** The minute in which the server asks for help, counted from the check-in. */
const HELP = checkOutMinutes + helpAfterMinutes;
const later = (minutes: number) => {
  care.county.clock.set(new Date(MONDAY.getTime() + minutes * 60_000));
};
async function checkIn(ward: Ward, minutesAgo = 0, as: TestPerson = care.people.gridWorker): Promise<Id> {
  const visitId = newId();
  const at = new Date(MONDAY.getTime() - minutesAgo * 60_000).toISOString();
  const { status } = await care.county.call(checkInVisit, { as, params: { patientId: ward.patientId }, body: { visitId, at } });
  expect(status).toBe(200);
  return visitId;
}
const help = () => care.county.app.get(VisitWatches).askForHelp(care.county.countyId);
const answer = (visitId: Id, what: 'out' | 'longer', as = care.people.gridWorker) =>
  care.county.call(answerVisitWatch, { as, params: { visitId }, body: { answer: what } });
const calls = async (ward: Ward, as: TestPerson) => (await care.tasksOf(as, ward)).filter(task => task.reason === 'visitHelp').length;

it('asks the lead and the police for help, once, by messages without a name, when a visitor does not come out (DY-12)', async () => {
  const ward = await care.ward({ risk: 4 });
  const visitId = await checkIn(ward);
  later(HELP - 1);
  await help();
  expect(await calls(ward, care.people.lead)).toBe(0);
  later(HELP);
  await help();
  await help();
  const { lead, police, gridWorker } = care.people;
  expect([await calls(ward, lead), await calls(ward, police), await calls(ward, gridWorker)]).toEqual([1, 1, 0]);
  expect((await care.county.call(readVisitWatch, { as: gridWorker, params: { visitId } })).body.helpAsked).toBe(true);
  await care.county.work();
  const told = await care.county.rows.sql<{ person_id: string; what: string }>(
    `SELECT person_id, what FROM message WHERE county_id = 1 AND purpose = 'help'`,
  );
  expect(told.map(row => row.person_id).sort()).toEqual([lead.id, police.id].sort());
  expect(new Set(told.map(row => row.what))).toEqual(new Set(['有同事上门后还没报平安']));
});

it('asks the offices that may read the visit, and whoever is on duty, when the team has nobody but the visitor', async () => {
  const { lead, police, officer, doctor, committee } = care.people;
  const ward = await care.ward({ risk: 4 });
  await care.county.rows.sql(
    `UPDATE team_seat SET since = since - 1, until = '2026-06-14' WHERE county_id = 1 AND patient_id = $1 AND post = 'police'`,
    [ward.patientId],
  );
  const shift = [newId(), care.county.areas.township, committee.id];
  await care.county.rows.sql(
    `INSERT INTO duty_shift (county_id, id, township_id, person_id, from_at, until_at)
     VALUES (1, $1, $2, $3, '2026-06-15T08:00:00+08:00', '2026-06-16T08:00:00+08:00')`,
    shift,
  );
  const visitId = await checkIn(ward, 0, lead);
  later(HELP);
  await help();
  await help();
  const asked = [officer, doctor, committee];
  expect(await Promise.all(asked.map(as => calls(ward, as)))).toEqual([1, 1, 1]);
  expect([await calls(ward, lead), await calls(ward, police)]).toEqual([0, 0]);
  await care.county.work();
  const told = await care.county.rows.sql<{ id: string }>(
    `SELECT person_id AS id FROM message WHERE county_id = 1 AND purpose = 'help' AND patient_id = $1`,
    [ward.patientId],
  );
  expect(told.map(row => row.id).sort()).toEqual(asked.map(one => one.id).sort());
  const { lookedFor } = (await care.county.call(readVisit, { as: officer, params: { visitId } })).body;
  expect(lookedFor).toMatchObject({ phone: lead.phone });
  await answer(visitId, 'out', lead);
  expect(await calls(ward, officer)).toBe(0);
  await care.county.rows.sql(`UPDATE duty_shift SET until_at = '2026-06-15T09:00:00+08:00' WHERE county_id = 1 AND id = $1`, [shift[0]]);
});

it('asks the offices too when nobody of the team has reached the visitor, and not when somebody has', async () => {
  const { lead, police, officer, doctor } = care.people;
  const [silent, reached] = [await care.ward({ risk: 4 }), await care.ward({ risk: 4 })];
  for (const ward of [silent, reached]) await checkIn(ward);
  later(HELP);
  await help();
  const [call] = (await care.tasksOf(lead, reached)).filter(task => task.reason === 'visitHelp');
  const done = { as: lead, params: { taskId: call?.taskId ?? '' }, body: { outcome: 'reached' as const } };
  expect((await care.county.call(reportCall, done)).status).toBe(200);
  later(HELP + helpAfterMinutes - 1);
  await help();
  expect(await calls(silent, officer)).toBe(0);
  later(HELP + helpAfterMinutes);
  await help();
  await help();
  expect([await calls(silent, officer), await calls(silent, doctor), await calls(silent, police)]).toEqual([1, 1, 1]);
  expect(await calls(reached, officer)).toBe(0);
  await care.county.work();
  const told = await care.county.rows.sql<{ id: string }>(
    `SELECT person_id AS id FROM message WHERE county_id = 1 AND purpose = 'help' AND patient_id = $1`,
    [silent.patientId],
  );
  expect(told.map(row => row.id).sort()).toEqual([lead, police, officer, doctor].map(one => one.id).sort());
});

it('asks the visitor by a message before it asks others, once for each time they stay', async () => {
  const ward = await care.ward();
  const visitId = await checkIn(ward);
  const ask = () => care.county.app.get(VisitWatches).askVisitors(care.county.countyId);
  const asked = async () => {
    await care.county.work();
    return care.county.rows.sql<{ person_id: string; what: string }>(
      `SELECT person_id, what FROM message WHERE county_id = 1 AND purpose = 'checkOut' AND object_id = $1`,
      [visitId],
    );
  };
  later(checkOutMinutes - 1);
  await ask();
  expect(await asked()).toEqual([]);
  later(checkOutMinutes);
  await ask();
  await ask();
  expect(await asked()).toEqual([{ person_id: care.people.gridWorker.id, what: '出来了吗？请报个平安' }]);
  expect(await calls(ward, care.people.lead)).toBe(0);
  await answer(visitId, 'longer');
  later(2 * checkOutMinutes + 1);
  await ask();
  expect(await asked()).toHaveLength(2);
});

it('is silent at night for nothing: a message for help does not wait for the morning', async () => {
  const ward = await care.ward();
  const night = new Date('2026-06-15T22:00:00+08:00');
  care.county.clock.set(night);
  const visitId = newId();
  await care.county.call(checkInVisit, {
    as: care.people.gridWorker,
    params: { patientId: ward.patientId },
    body: { visitId, at: night.toISOString() },
  });
  care.county.clock.set(new Date(night.getTime() + HELP * 60_000));
  await help();
  await care.county.work();
  const [told] = await care.county.rows.sql<{ count: number }>(
    `SELECT count(*) FROM message WHERE county_id = 1 AND purpose = 'help' AND patient_id = $1`,
    [ward.patientId],
  );
  expect(told?.count).toBe(2);
});

it('tells those who are asked whom to telephone and since when, and that it is over', async () => {
  const ward = await care.ward();
  const visitId = await checkIn(ward);
  const lookedFor = async (as: TestPerson) => (await care.county.call(readVisit, { as, params: { visitId } })).body.lookedFor;
  const { lead, police, gridWorker } = care.people;
  later(HELP);
  expect(await lookedFor(lead)).toBeNull();
  await help();
  const since = new Date(MONDAY.getTime() + HELP * 60_000).toISOString();
  for (const as of [lead, police]) expect(await lookedFor(as)).toEqual({ phone: gridWorker.phone, since });
  await answer(visitId, 'out');
  expect(await lookedFor(lead)).toBeNull();
});

it('does not look for whoever has checked out, and takes back what was asked', async () => {
  const ward = await care.ward();
  const visitId = await checkIn(ward);
  expect((await answer(visitId, 'out', care.people.lead)).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
  later(HELP);
  await help();
  expect(await calls(ward, care.people.lead)).toBe(1);
  expect((await answer(visitId, 'out')).body).toEqual({ asksAt: null, helpAt: null, helpAsked: false });
  expect(await calls(ward, care.people.lead)).toBe(0);
  later(2 * HELP);
  await help();
  expect(await calls(ward, care.people.lead)).toBe(0);
});

it('begins anew when the visitor stays, and asks again when they then do not answer', async () => {
  const ward = await care.ward();
  const visitId = await checkIn(ward);
  later(HELP);
  await help();
  await answer(visitId, 'longer');
  expect(await calls(ward, care.people.police)).toBe(0);
  later(2 * HELP - 1);
  await help();
  expect(await calls(ward, care.people.police)).toBe(0);
  later(2 * HELP + 1);
  await help();
  expect(await calls(ward, care.people.police)).toBe(1);
});

it('stops with the record', async () => {
  const ward = await care.ward();
  const visitId = await checkIn(ward);
  const body = { version: 1, record: { result: 'missed', form: 2, missedReason: 1 } };
  const recorded = await care.county.call(recordVisit, { as: care.people.gridWorker, params: { visitId }, body });
  expect(recorded.status).toBe(200);
  later(HELP);
  await help();
  expect(await calls(ward, care.people.lead)).toBe(0);
});

it('raises no false alarm about a visit that was made without signal', async () => {
  const ward = await care.ward();
  const visitId = await checkIn(ward, 11);
  expect((await care.county.call(readVisitWatch, { as: care.people.gridWorker, params: { visitId } })).body.asksAt).toBeNull();
  later(HELP);
  await help();
  expect(await calls(ward, care.people.lead)).toBe(0);
});

it.each([
  [2, null],
  [3, { risk: 3 }],
] as const)('of risk %i two people: %j', async (risk, two) => {
  const ward = await care.ward({ risk });
  const { body } = await care.county.call(readVisitSafety, { as: care.people.gridWorker, params: { patientId: ward.patientId } });
  expect(body.two).toEqual(two);
  expect(body.team.map(one => one.seat).sort()).toEqual(['doctor', 'lead', 'police']);
});
