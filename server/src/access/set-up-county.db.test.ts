import { bindAccount, listAreas, listOrganisations } from '@guanhu/shared/access/access.routes';
import { calendarDate } from '@guanhu/shared/kernel/calendar-date';
import { testCounty, type TestCounty } from '../testing/county.ts';
import { SetUpCounty } from './set-up-county.ts';

let county: TestCounty;
let setUp: SetUpCounty;
beforeAll(async () => {
  county = await testCounty();
  setUp = county.app.get(SetUpCounty);
});
afterAll(() => county.close());

const NEW = { countyId: 8, name: '望江县', areaCode: '990108000000', administrator: { name: '令狐清', phone: '19900000808' } };
const bind = (openid: string, phone: string, invitationCode: string) =>
  county.call(bindAccount, {
    body: { loginCode: county.wechat.loginCode(openid), phoneCode: county.wechat.phoneCode(phone), invitationCode },
  });

it('makes a county whose first administrator signs in with the code that was printed', async () => {
  const entered = await setUp.create(NEW);
  const { body } = await bind('o-first-administrator', '19900000808', entered.invitationCode);
  expect(body.me).toMatchObject({ countyId: 8, countyName: '望江县', posts: [{ role: 'administrator', areaName: '望江县' }] });
  const as = { id: body.me.personId, token: body.token, name: '', phone: '' };
  const places = [
    { code: '990108001002', name: '梅溪村' },
    { code: '990108001000', name: '高堰镇' },
    { code: '990108001001', name: '高坪村' },
  ];
  expect(await setUp.addAreas(8, places)).toBe(3);
  expect(await setUp.addAreas(8, places)).toBe(0);
  const areas = await county.call(listAreas, { as });
  expect(areas.body.rows.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
    'county 望江县',
    'township 高堰镇',
    'village 高坪村',
    'village 梅溪村',
  ]);
  const offices = [{ areaCode: '990108001000', kind: 'financeOffice', name: '高堰镇财政所' }];
  expect(await setUp.addOrganisations(8, offices)).toBe(1);
  expect(await setUp.addOrganisations(8, offices)).toBe(0);
  expect((await county.call(listOrganisations, { as })).body.rows).toMatchObject([{ name: '高堰镇财政所', kind: 'financeOffice' }]);
});

it('never makes a county twice', async () => {
  await setUp.create({ ...NEW, countyId: 9 });
  await expect(setUp.create({ ...NEW, countyId: 9 })).rejects.toMatchObject({ code: 'STALE' });
  const people = await county.database.owner('SELECT id FROM person WHERE county_id = 9');
  expect(people).toHaveLength(1);
});

it('adds no place whose parent is missing, and none of the list with it', async () => {
  await setUp.create({ ...NEW, countyId: 10 });
  const list = [
    { code: '990108001000', name: '高堰镇' },
    { code: '990108002001', name: '无主村' },
  ];
  await expect(setUp.addAreas(10, list)).rejects.toMatchObject({ code: 'INPUT_INVALID', fields: ['990108002001'] });
  expect(await county.database.owner('SELECT id FROM area WHERE county_id = 10')).toHaveLength(1);
});

it('sets how long invitations last, from a day on', async () => {
  await setUp.create({ ...NEW, countyId: 11 });
  await setUp.set(11, calendarDate('2020-01-01'), { invitationDays: 3, invitationTries: 1 });
  const { invitationCode, expiresAt } = await setUp.addAdministrator(11, { name: '令狐浊', phone: '19900000811' });
  expect(Math.round((Date.parse(expiresAt) - county.clock.now().getTime()) / 86_400_000)).toBe(3);
  const wrong = invitationCode.startsWith('3') ? `4${invitationCode.slice(1)}` : `3${invitationCode.slice(1)}`;
  expect((await bind('o-one-try', '19900000811', wrong)).refusal.code).toBe('BINDING_NOT_POSSIBLE');
  expect((await bind('o-one-try', '19900000811', invitationCode)).refusal.code).toBe('BINDING_NOT_POSSIBLE');
});
