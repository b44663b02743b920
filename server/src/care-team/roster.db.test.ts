import { readPerson } from '@guanhu/shared/access/access.routes';
import { readTeam } from '@guanhu/shared/care-team/care-team.routes';
import type { MismatchShown } from '@guanhu/shared/care-team/roster.contract';
import {
  changeSeat,
  listColleagues,
  searchColleagues,
  listMismatches,
  listVacancies,
  readTeamHistory,
  resolveMismatch,
} from '@guanhu/shared/care-team/roster.routes';
import { SEATS, type StaffSeat } from '@guanhu/shared/care-team/seats.terms';
import { addDays } from '@guanhu/shared/kernel/calendar-date';
import type { QueryOf } from '@guanhu/shared/kernel/route';
import { People } from '../access/access.public.ts';
import { careCounty, MONDAY, type CareCounty, type Ward } from '../testing/care.ts';
import type { TestPerson } from '../testing/county.ts';
import { Teams } from './care-team.public.ts';

let care: CareCounty;
let officer: TestPerson;
beforeEach(async () => {
  care = await careCounty();
  officer = care.people.officer;
}, 60_000);
afterEach(() => care.county.close());

const today = () => care.county.clock.today();
const change = (ward: Ward, seat: StaffSeat, body: { personId: string | null; from?: string; beside?: boolean }, as = officer) =>
  care.county.call(changeSeat, { as, params: { patientId: ward.patientId, seat }, body: { from: today(), ...body } });
const holders = async (ward: Ward, seat: StaffSeat) => {
  const { body } = await care.county.call(readTeam, { as: officer, params: { patientId: ward.patientId } });
  return body.seats.find(one => one.seat === seat)?.holders.map(holder => holder.personId);
};
const history = async (ward: Ward) =>
  (await care.county.call(readTeamHistory, { as: officer, params: { patientId: ward.patientId } })).body.rows;
const vacancies = async (query: QueryOf<typeof listVacancies> = {}) =>
  (await care.county.call(listVacancies, { as: officer, query })).body.rows;
const mismatches = async (query: QueryOf<typeof listMismatches> = {}) =>
  (await care.county.call(listMismatches, { as: officer, query: { limit: 100, ...query } })).body.rows;
const resolve = (line: MismatchShown | undefined, rest: { act: string; personId?: string; reason?: string }, as = officer) =>
  care.county.call(resolveMismatch, { as, body: { key: line?.key ?? '', ...rest } });
const worker = (role: 'gridWorker' | 'communityPolice' = 'gridWorker', area = care.county.areas.village, name?: string) =>
  care.county.person({ role, area, ...(name === undefined ? {} : { name }) });

describe('a seat', () => {
  it('passes with its open tasks, today, and keeps who sat there before', async () => {
    const ward = await care.ward({ risk: 4 });
    await care.plan();
    const next = await worker();
    care.county.clock.set(new Date(MONDAY.getTime() + 3 * 86_400_000));
    expect((await change(ward, 'gridWorker', { personId: next.id })).status).toBe(200);
    expect(await holders(ward, 'gridWorker')).toEqual([next.id]);
    expect(await care.visitsOf(next, ward)).toHaveLength(1);
    expect(await care.visitsOf(care.people.gridWorker, ward)).toEqual([]);
    expect((await history(ward)).filter(row => row.seat === 'gridWorker')).toMatchObject([
      { personId: next.id, since: today(), until: null, timing: 'now' },
      { personId: care.people.gridWorker.id, until: addDays(today(), -1), timing: 'over' },
    ]);
  });

  it('passes on a day to come, and the tasks pass with that day’s plan', async () => {
    const ward = await care.ward({ risk: 4 });
    await care.plan();
    const next = await worker();
    expect((await change(ward, 'gridWorker', { personId: next.id, from: addDays(today(), 2) })).status).toBe(200);
    expect(await care.visitsOf(next, ward)).toEqual([]);
    expect((await history(ward)).map(row => row.timing)).toContain('ahead');
    care.county.clock.set(new Date(MONDAY.getTime() + 2 * 86_400_000));
    await care.plan();
    expect(await care.visitsOf(next, ward)).toHaveLength(1);
    expect(await care.visitsOf(care.people.gridWorker, ward)).toEqual([]);
  });

  it('becomes vacant, and its tasks are nobody’s', async () => {
    const ward = await care.ward({ risk: 4 });
    await care.plan();
    expect((await change(ward, 'gridWorker', { personId: null })).status).toBe(200);
    expect(await holders(ward, 'gridWorker')).toEqual([]);
    expect(await care.visitsOf(care.people.gridWorker, ward)).toEqual([]);
    expect((await change(ward, 'gridWorker', { personId: null })).refusal.code).toBe('SEAT_ALREADY_HELD');
  });

  it('gives its post to whoever has none, in the village or, for an office, in the township', async () => {
    const ward = await care.ward();
    const [one, other] = [await care.county.person(), await care.county.person()];
    expect((await change(ward, 'gridWorker', { personId: one.id })).status).toBe(200);
    expect((await change(ward, 'police', { personId: other.id })).status).toBe(200);
    const postsOf = async (person: TestPerson) =>
      (await care.county.call(readPerson, { as: care.people.administrator, params: { personId: person.id } })).body.posts;
    expect(await postsOf(one)).toMatchObject([{ role: 'gridWorker', areaId: care.county.areas.village }]);
    expect(await postsOf(other)).toMatchObject([{ role: 'communityPolice', areaId: care.county.areas.township }]);
  });

  it('is shared when both are wanted, and one person may sit in two', async () => {
    const ward = await care.ward();
    const { lead, gridWorker } = care.people;
    expect((await change(ward, 'gridWorker', { personId: lead.id, beside: true })).status).toBe(200);
    expect(await holders(ward, 'gridWorker')).toEqual([gridWorker.id, lead.id]);
    expect(await holders(ward, 'lead')).toEqual([lead.id]);
  });

  it('is changed by the office of the township, not for oneself, not to nobody', async () => {
    const ward = await care.ward();
    expect((await change(ward, 'gridWorker', { personId: null }, care.people.doctor)).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
    expect((await change(ward, 'gridWorker', { personId: officer.id })).refusal.code).toBe('ROLE_OF_ONESELF');
    expect((await change(ward, 'gridWorker', { personId: ward.patientId })).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
  });
});

describe('vacancies', () => {
  it('are listed by patient with the posts that are empty, in pages (TH-01)', async () => {
    const [full, bare] = [await care.ward(), await care.ward({ teamed: false })];
    const rows = await vacancies();
    expect(rows.find(row => row.patientId === full.patientId)?.vacant).toEqual(['securityOfficer', 'rehabCoordinator', 'civilAffairs']);
    expect(rows.find(row => row.patientId === bare.patientId)?.vacant).toEqual(SEATS.filter(seat => seat !== 'guardian'));
    expect((await vacancies({ seat: 'police' })).map(row => row.patientId)).toEqual([bare.patientId]);
    expect(await vacancies({ villageId: care.county.areas.otherVillage })).toEqual([]);
    const first = await care.county.call(listVacancies, { as: officer, query: { limit: 1 } });
    const second = await care.county.call(listVacancies, { as: officer, query: { limit: 1, after: first.body.next ?? '' } });
    expect([...first.body.rows, ...second.body.rows].map(row => row.patientId)).toEqual(rows.map(row => row.patientId));
    expect(second.body.next).toBeNull();
  });
});

describe('mismatches', () => {
  const seated = async (seat: StaffSeat, person: TestPerson) => {
    const ward = await care.ward({ teamed: false });
    await care.county.rows.inTransaction(tx => care.county.app.get(Teams).takeSeat(tx, ward.patientId, seat, person.id));
    return ward;
  };
  const held = async () => (await mismatches()).filter(line => line.kind !== 'vacant');

  it('say who sits there without a post, with a post elsewhere, or has left (SJ-23)', async () => {
    const [postless, elsewhere, gone] = [await care.county.person(), care.people.stranger, await worker()];
    await seated('gridWorker', postless);
    await seated('gridWorker', postless);
    await seated('gridWorker', elsewhere);
    await seated('gridWorker', gone);
    await seated('gridWorker', care.people.gridWorker);
    await care.county.rows.sql('UPDATE person SET left_at = now() WHERE county_id = $1 AND id = $2', [1, gone.id]);
    const said = (await held()).map(({ kind, persons, patients, villageName }) => [kind, persons[0]?.personId, patients, villageName]);
    expect(said).toEqual([
      ['left', gone.id, 1, '竹坪村'],
      ['noPost', postless.id, 2, '竹坪村'],
      ['otherArea', elsewhere.id, 1, '竹坪村'],
    ]);
    expect((await mismatches({ kind: 'vacant' })).map(line => line.seat)).not.toContain('gridWorker');
  });

  it('are settled for all patients of the line by giving the post, by somebody else, or by ending', async () => {
    const [postless, elsewhere, third] = [await care.county.person(), care.people.stranger, await care.county.person()];
    const wards = [await seated('gridWorker', postless), await seated('gridWorker', elsewhere), await seated('gridWorker', third)] as const;
    const lineOf = async (person: TestPerson) => (await held()).find(line => line.persons[0]?.personId === person.id);
    expect((await resolve(await lineOf(postless), { act: 'givePost' })).body).toEqual({ patients: 1 });
    expect((await resolve(await lineOf(elsewhere), { act: 'assign', personId: care.people.gridWorker.id })).body).toEqual({ patients: 1 });
    expect((await resolve(await lineOf(third), { act: 'end' })).body).toEqual({ patients: 1 });
    expect(await held()).toEqual([]);
    expect([await holders(wards[0], 'gridWorker'), await holders(wards[1], 'gridWorker'), await holders(wards[2], 'gridWorker')]).toEqual([
      [postless.id],
      [care.people.gridWorker.id],
      [],
    ]);
    const vacant = (await mismatches({ kind: 'vacant' })).find(line => line.seat === 'gridWorker');
    expect((await resolve(vacant, { act: 'assign', personId: care.people.gridWorker.id })).body).toEqual({ patients: 1 });
    expect(await holders(wards[2], 'gridWorker')).toEqual([care.people.gridWorker.id]);
  });

  it('are kept with a reason, which is shown, until the facts are others', async () => {
    await care.ward();
    const line = (await mismatches({ kind: 'vacant' })).find(one => one.seat === 'rehabCoordinator');
    expect((await resolve(line, { act: 'keep' })).refusal.code).toBe('REASON_NEEDED');
    expect((await resolve(line, { act: 'keep', reason: '镇残联暂无专人，由县里派' })).status).toBe(200);
    expect((await mismatches()).map(one => one.key)).not.toContain(line?.key);
    expect(await mismatches({ kept: 'yes' })).toMatchObject([
      { key: line?.key, kept: { reason: '镇残联暂无专人，由县里派', by: officer.name, on: today() } },
    ]);
  });

  it('know one person under two spellings, and unite them', async () => {
    const village = care.county.areas.village;
    const [right, wrong] = [await worker('gridWorker', village, '纪明德'), await worker('gridWorker', village, '纪明徳')];
    const ward = await seated('gridWorker', wrong);
    expect(await mismatches({ kind: 'spelling' })).toEqual([]); // two telephones are two persons
    await care.county.rows.sql('UPDATE person SET phone_sealed = NULL, phone_digest = NULL WHERE county_id = $1 AND id = $2', [
      1,
      wrong.id,
    ]);
    const [line] = await mismatches({ kind: 'spelling' });
    expect(line).toMatchObject({ patients: 1, acts: ['assign', 'keep'] });
    expect((await resolve(line, { act: 'end' })).refusal.code).toBe('MISMATCH_ACT_NOT_FITTING');
    expect((await resolve(line, { act: 'assign', personId: officer.id })).refusal.code).toBe('MISMATCH_ACT_NOT_FITTING');
    expect((await resolve(line, { act: 'assign', personId: right.id })).status).toBe(200);
    expect(await holders(ward, 'gridWorker')).toEqual([right.id]);
    expect(await mismatches({ kind: 'spelling' })).toEqual([]);
    expect((await resolve(line, { act: 'assign', personId: right.id })).refusal.code).toBe('MISMATCH_GONE');
  });

  it('come in pages and belong to the township', async () => {
    await care.ward({ teamed: false });
    const all = (await mismatches()).map(line => line.key);
    const paged: string[] = [];
    for (let after: string | undefined; ;) {
      const { body } = await care.county.call(listMismatches, {
        as: officer,
        query: { limit: 2, ...(after === undefined ? {} : { after }) },
      });
      paged.push(...body.rows.map(line => line.key));
      if (body.next === null) break;
      after = body.next;
    }
    expect(paged).toEqual(all);
    const neighbour = await care.county.person({ role: 'socialAffairsOfficer', area: care.county.areas.otherTownship });
    expect((await care.county.call(listMismatches, { as: neighbour })).body.rows).toEqual([]);
    const [line] = await mismatches();
    expect((await resolve(line, { act: 'keep', reason: '无' }, neighbour)).refusal.code).toBe('MISMATCH_GONE');
  });
});

it('finds colleagues of the own township by pinyin and by the post a seat asks for', async () => {
  const village = care.county.areas.village;
  const one = await worker('gridWorker', village, '乌青禾');
  await worker('gridWorker', care.county.areas.farVillage, '乌青枝');
  const found = async (query: QueryOf<typeof listColleagues>, as = care.people.gridWorker) =>
    (await care.county.call(listColleagues, { as, query })).body.rows.map(row => row.personId);
  for (const q of ['wqh', '乌']) {
    const { body } = await care.county.call(searchColleagues, { as: care.people.gridWorker, body: { q } });
    expect(body.rows.map(row => row.personId)).toEqual([one.id]);
  }
  expect(await found({ seat: 'police' })).toEqual([care.people.police.id]);
  expect(await found({}, await care.county.person())).toEqual([]);
  // Whoever works for the county names a township; a stranger to it finds nobody there.
  const { county: whole, township, otherTownship } = care.county.areas;
  const committee = await care.county.person({ role: 'politicalLegalMember', area: whole });
  expect(await found({}, committee)).toEqual([]);
  expect(await found({ townshipId: township, limit: 100 }, committee)).toContain(one.id);
  expect(await found({ townshipId: otherTownship, limit: 100 }, committee)).not.toContain(one.id);
  expect(await found({ townshipId: township, limit: 100 })).toContain(one.id);
  expect(await found({ townshipId: otherTownship, limit: 100 })).toEqual([]);
  const known = await care.county.app.get(People).contacts(care.county.rows, [one.id]);
  expect(known.get(one.id)?.name).toBe('乌青禾');
});
