import { syncPatients } from '@guanhu/shared/care-team/kept-patients.routes';
import { readTogether } from '@guanhu/shared/access/read-together.routes';
import { readTeam } from '@guanhu/shared/care-team/care-team.routes';
import { urlOf, type AnswerOf, type BodyOf } from '@guanhu/shared/kernel/route';
import { SHIPPED_POLICIES } from '@guanhu/shared/policy/shipped-policies';
import { careCounty, type CareCounty, type Ward } from '../testing/care.ts';
import type { TestPerson } from '../testing/county.ts';
import { Database } from '../platform/database/database.ts';
import { Teams } from './care-team.public.ts';

let care: CareCounty;
let own: Ward;
let other: Ward;
beforeAll(async () => {
  care = await careCounty();
  own = await care.ward({ risk: 4 });
  other = await care.ward({ teamed: false, village: care.county.areas.farVillage, township: care.county.areas.otherTownship });
});
afterAll(() => care.county.close());

type Answer = AnswerOf<typeof syncPatients>;
const sync = async (as: TestPerson, before?: Answer): Promise<Answer> => {
  const known = (before?.changed ?? []).map(({ mark, row }) => ({ patientId: row.patientId, mark }));
  return (await care.county.call(syncPatients, { as, body: { known } })).body;
};
const inTransaction: CareCounty['county']['rows']['inTransaction'] = body =>
  care.county.app.get(Database).county(care.county.countyId).inTransaction(body);

it('sends the own patients with whom to call, and nothing of an illness', async () => {
  const first = await sync(care.people.gridWorker);
  expect(first).toMatchObject({ gone: [], tooMany: false, keepHours: 72 });
  expect(first.changed.map(({ row }) => row.patientId)).toEqual([own.patientId]);
  const [kept] = first.changed;
  expect(kept?.team.seats.find(({ seat }) => seat === 'guardian')?.holders[0]?.phone).toBe(own.guardian.phone);
  expect(JSON.stringify(first)).not.toMatch(/diagnosis|risk|band|stability|idNumber/);
  expect(first.changed.some(({ row }) => row.patientId === other.patientId)).toBe(false);
});

it('sends nothing again that the phone has, and what has changed since', async () => {
  const first = await sync(care.people.gridWorker);
  expect(await sync(care.people.gridWorker, first)).toMatchObject({ changed: [], gone: [] });
  const helper = await care.county.person();
  await inTransaction(tx => care.county.app.get(Teams).takeSeat(tx, own.patientId, 'securityOfficer', helper.id));
  const then = await sync(care.people.gridWorker, first);
  expect(then.changed.map(({ row }) => row.patientId)).toEqual([own.patientId]);
  expect(then.changed[0]?.mark).not.toBe(first.changed[0]?.mark);
});

it('takes from the phone whoever is not the reader’s any more', async () => {
  const first = await sync(care.people.gridWorker);
  expect(await sync(care.people.stranger, first)).toMatchObject({ gone: [own.patientId] });
});

it('notes who was put on a phone, once', async () => {
  const noted = () =>
    care.county.rows.sql<{ what: string }>(`SELECT what FROM read_log WHERE county_id = $1 AND what = 'phone-sync'`, [
      care.county.countyId,
    ]);
  const before = (await noted()).length;
  const first = await sync(care.people.lead);
  await sync(care.people.lead, first);
  expect((await noted()).length).toBe(before + 1);
});

it('follows the county’s term', async () => {
  await care.setPolicy({ ...SHIPPED_POLICIES.retention, phoneHours: 24 });
  expect((await sync(care.people.gridWorker)).keepHours).toBe(24);
});

describe('several reads in one request', () => {
  const read = async (as: TestPerson, reads: BodyOf<typeof readTogether>['reads']) =>
    (await care.county.call(readTogether, { as, body: { reads } })).body.answers;
  const ofWard = ({ patientId }: Ward) => ({ path: urlOf(readTeam, { patientId }) });

  it('answers each as by itself, and refuses one without taking the others along', async () => {
    const as = care.people.gridWorker;
    const alone = await care.county.call(readTeam, { as, params: { patientId: own.patientId } });
    const answers = await read(as, [ofWard(own), ofWard(other), { path: '/me?x=1' }, { path: '/patients/sync', body: { known: [] } }]);
    expect(answers.map(({ status }) => status)).toEqual([200, 404, 200, 200]);
    expect(answers[0]?.body).toEqual(alone.body);
    expect(answers[1]?.body).toMatchObject({ code: 'NOT_FOUND_OR_NO_ACCESS' });
    expect(answers[2]?.body).toMatchObject({ personId: as.id });
    expect((answers[3]?.body as Answer).changed.map(({ row }) => row.patientId)).toEqual([own.patientId]);
  });

  it('reaches nothing that writes, no file, no open door and not itself', async () => {
    const as = care.people.gridWorker;
    const answers = await read(as, [
      { path: '/sign-out', body: {} },
      { path: '/reads', body: { reads: [] } },
      { path: '/../health/live' },
      { path: `/attachments/${own.patientId}/content` },
      { path: '/sign-in/phone', body: { loginCode: 'x' } },
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
    expect((await read(as, [{ path: '/me' }]))[0]?.status).toBe(200);
  });

  it('logs every read of a file by itself', async () => {
    const as = care.people.lead;
    const logged = async () =>
      (
        await care.county.rows.sql<{ n: number }>('SELECT count(*)::int AS n FROM read_log WHERE county_id = $1 AND person_id = $2', [
          care.county.countyId,
          as.id,
        ])
      )[0]?.n ?? 0;
    const before = await logged();
    await care.county.call(readTeam, { as, params: { patientId: own.patientId } });
    const one = (await logged()) - before;
    await read(as, [ofWard(own), ofWard(own)]);
    expect((await logged()) - before).toBe(3 * one);
  });
});
