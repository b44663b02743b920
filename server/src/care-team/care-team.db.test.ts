import { Leavings } from '../access/access.public.ts';
import { Database } from '../platform/database/database.ts';
import { Patients } from '../registry/registry.public.ts';
import { testCounty, type TestCounty } from '../testing/county.ts';
import { Teams } from './care-team.public.ts';

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});
afterAll(() => county.close());

const inTransaction: TestCounty['rows']['inTransaction'] = body => county.app.get(Database).county(county.countyId).inTransaction(body);

it('hands the seats of a leaver to the successor, once each, and leaves the others alone', async () => {
  const [leaver, successor, doctor] = [await county.person(), await county.person(), await county.person()];
  const [teams, patients, leavings] = [county.app.get(Teams), county.app.get(Patients), county.app.get(Leavings)];
  const [one, two] = await inTransaction(async tx => {
    const at = { townshipId: county.areas.township, villageId: county.areas.village };
    const both = [await patients.add(tx, { name: '阙甲', ...at }), await patients.add(tx, { name: '阙乙', ...at })] as const;
    for (const id of both) await teams.takeSeat(tx, id, 'gridWorker', leaver.id);
    await teams.takeSeat(tx, both[0], 'securityOfficer', leaver.id);
    await teams.takeSeat(tx, both[0], 'doctor', doctor.id);
    await teams.takeSeat(tx, both[1], 'gridWorker', successor.id);
    return both;
  });
  await inTransaction(tx => leavings.tell(tx, { personId: leaver.id, successorId: successor.id }));
  county.clock.advance(86_400_000);
  const seats = await teams.seats(county.rows, [one, two]);
  expect(seats.map(({ patientId, post, personId }) => [patientId, post, personId]).sort()).toEqual(
    [
      [one, 'gridWorker', successor.id],
      [one, 'securityOfficer', successor.id],
      [one, 'doctor', doctor.id],
      [two, 'gridWorker', successor.id],
    ].sort(),
  );
});

it('leaves the seats vacant when nobody takes over', async () => {
  const leaver = await county.person();
  const patientId = await inTransaction(async tx => {
    const id = await county.app.get(Patients).add(tx, { name: '阙丙', townshipId: county.areas.township, villageId: county.areas.village });
    await county.app.get(Teams).takeSeat(tx, id, 'gridWorker', leaver.id);
    return id;
  });
  await inTransaction(tx => county.app.get(Leavings).tell(tx, { personId: leaver.id, successorId: null }));
  county.clock.advance(86_400_000);
  expect((await county.app.get(Teams).tiesOf(county.rows, patientId))?.team).toEqual([]);
});
