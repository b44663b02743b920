import { readMe } from '@guanhu/shared/access/access.routes';
import { dayOf } from '@guanhu/shared/kernel/calendar-date';
import { testCounty, type TestCounty } from '../testing/county.ts';
import { insertGuardianship } from './guardianship.store.ts';
import { Patients } from './patients.ts';

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});
afterAll(() => county.close());

it('tells a person who signs in whether they are a guardian today', async () => {
  const [guardian, other] = [await county.person(), await county.person()];
  await county.rows.inTransaction(async tx => {
    const place = { villageId: county.areas.village, townshipId: county.areas.township };
    const patientId = await county.app.get(Patients).add(tx, { name: '试患者', ...place });
    await insertGuardianship(tx, { patientId, personId: guardian.id, relation: 'parent', since: dayOf(county.clock.now()) });
  });
  expect((await county.call(readMe, { as: guardian })).body.isGuardian).toBe(true);
  expect((await county.call(readMe, { as: other })).body.isGuardian).toBe(false);
});
