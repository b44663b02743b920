import { newId } from '../platform/ids.ts';
import { MONDAY, careCounty, type CareCounty } from '../testing/care.ts';
import { RecordWrites } from './record-writes.ts';

let care: CareCounty;
beforeAll(async () => {
  care = await careCounty();
}, 60_000);
beforeEach(() => care.county.clock.set(MONDAY));
afterAll(() => care.county.close());

it('does with a change of guardian by a list what is done with one by a person', async () => {
  const { app, areas, countyId, rows } = care.county;
  const [ward, beside] = [await care.ward({ risk: 2 }), await care.ward({ risk: 2 })];
  await care.plan();
  const [next, importId] = [await care.county.person(), newId()];
  const actor = { countyId, personId: care.people.officer.id, sessionId: newId(), channel: 'desk', posts: [], actingFor: [] } as const;
  const { patientId: patient } = ward;
  await rows.inTransaction(tx =>
    app.get(RecordWrites).run(tx, actor, { importId, townshipId: areas.township }, [
      { kind: 'guardianship', patient, person: next.id, relation: null },
      { kind: 'endGuardianship', patient, person: ward.guardian.id },
    ]),
  );
  expect(await care.tasksOf(ward.guardian, ward)).toEqual([]);
  expect(await care.tasksOf(next, ward)).toMatchObject([{ kind: 'medicationConfirmation' }]);
  const promised = await rows.sql<{ patient: string }>(
    `SELECT payload->>'patientId' AS patient FROM outbox WHERE county_id = $1 AND kind = 'guardian-changed'`,
    [countyId],
  );
  expect(promised).toEqual([{ patient }]);
  expect(await care.tasksOf(beside.guardian, beside)).toHaveLength(1);
  await care.county.work();
});
