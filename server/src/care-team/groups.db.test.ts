import { addGroupMember, endGroupMember, listGroups, readGroup, setGroupOffice } from '@guanhu/shared/care-team/groups.routes';
import { addDays } from '@guanhu/shared/kernel/calendar-date';
import { Leavings, Places } from '../access/access.public.ts';
import { newId } from '../platform/ids.ts';
import { testCounty, type TestCounty, type TestPerson } from '../testing/county.ts';

let county: TestCounty;
let officer: TestPerson;
beforeAll(async () => {
  county = await testCounty();
  officer = await county.person({ role: 'socialAffairsOfficer' });
});
afterAll(() => county.close());

const add = (areaId: string, person: TestPerson, rest: object = {}) => {
  const body = { memberId: newId(), personId: person.id, role: 'member', duty: null, since: county.clock.today(), ...rest };
  return county.call(addGroupMember, { as: officer, params: { areaId }, body });
};
const group = async (areaId: string) => (await county.call(readGroup, { as: officer, params: { areaId } })).body;

it('lists a township before its villages, with who leads (SJ-02, TH-10)', async () => {
  const { township, village, otherVillage } = county.areas;
  const lead = await county.person({ role: 'townshipLead', name: '镇上人' });
  await add(township, lead, { role: 'lead', duty: '负总责' });
  const rows = (await county.call(listGroups, { as: officer })).body.rows;
  expect(rows).toMatchObject([
    { areaId: township, kind: 'comprehensiveGroup', leads: ['镇上人'], members: 1 },
    { areaId: village, kind: 'jointServiceTeam', leads: [], members: 0 },
    { areaId: otherVillage, kind: 'jointServiceTeam' },
  ]);
  const first = await county.call(listGroups, { as: officer, query: { limit: 2 } });
  const rest = await county.call(listGroups, { as: officer, query: { limit: 2, after: first.body.next ?? '' } });
  expect([...first.body.rows, ...rest.body.rows]).toEqual(rows);
  expect((await group(township)).members).toMatchObject([{ role: 'lead', duty: '负总责', posts: ['云坪镇 乡镇分管领导'] }]);
});

it('has members from a day to a day, each once, and one lead (BQ-01, SJ-02)', async () => {
  const { village } = county.areas;
  const [one, other] = [
    await county.person({ role: 'villageLead', area: village }),
    await county.person({ role: 'gridWorker', area: village }),
  ];
  expect((await add(village, one, { role: 'lead' })).status).toBe(200);
  expect((await add(village, one)).refusal.code).toBe('GROUP_MEMBER_ALREADY');
  expect((await add(village, other, { role: 'lead' })).refusal.code).toBe('GROUP_HAS_LEAD');
  expect((await add(village, other)).status).toBe(200);
  const [lead] = (await group(village)).members;
  const end = (lastDay: string) =>
    county.call(endGroupMember, { as: officer, params: { areaId: village, memberId: lead?.memberId ?? '' }, body: { lastDay } });
  expect((await end(addDays(county.clock.today(), -2))).refusal.code).toBe('TEAM_DAY_OUT_OF_RANGE');
  expect((await end(county.clock.today())).status).toBe(200);
  county.clock.advance(86_400_000);
  expect((await add(village, other, { role: 'lead' })).refusal.code).toBe('GROUP_MEMBER_ALREADY');
  expect((await group(village)).members.map(({ role, over }) => [role, over])).toEqual([
    ['member', false],
    ['lead', true],
  ]);
  await county.rows.inTransaction(tx => county.app.get(Leavings).tell(tx, { personId: other.id, successorId: null }));
  expect((await group(village)).members.every(member => member.over)).toBe(true);
});

it('names its office, and belongs to its township (BQ-04, SJ-01)', async () => {
  const { township, otherTownship } = county.areas;
  const organisationId = await county.rows.inTransaction(tx =>
    county.app.get(Places).addOrganisation(tx, { kind: 'peaceOffice', name: '云坪镇平安办', areaId: township }),
  );
  const set = (areaId: string, of: string | null) =>
    county.call(setGroupOffice, { as: officer, params: { areaId }, body: { organisationId: of } });
  expect((await set(township, organisationId)).status).toBe(200);
  expect((await group(township)).office).toEqual({ organisationId, name: '云坪镇平安办' });
  expect((await set(township, newId())).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
  expect((await set(township, null)).status).toBe(200);
  expect((await group(township)).office).toBeNull();
  expect((await set(otherTownship, null)).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
});
