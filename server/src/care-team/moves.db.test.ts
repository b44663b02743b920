import { answerMove, listMoves, proposeMove, withdrawMove } from '@guanhu/shared/registry/moves.routes';
import { readPatient } from '@guanhu/shared/registry/registry.routes';
import { newId } from '../platform/ids.ts';
import { Teams } from './care-team.public.ts';
import { careCounty, MONDAY, type CareCounty, type Ward } from '../testing/care.ts';
import type { TestPerson } from '../testing/county.ts';
import { ok } from '../testing/reward.ts';

let care: CareCounty;
let there: Record<'officer' | 'doctor' | 'lead' | 'gridWorker' | 'busyWorker', TestPerson>;
beforeAll(async () => {
  care = await careCounty();
  const { county } = care;
  const { otherTownship, farVillage } = county.areas;
  there = {
    officer: await county.person({ role: 'socialAffairsOfficer', area: otherTownship }),
    doctor: await county.person({ role: 'mentalHealthDoctor', area: otherTownship }),
    lead: await county.person({ role: 'villageLead', area: farVillage }),
    gridWorker: await county.person({ role: 'gridWorker', area: farVillage }),
    busyWorker: await county.person({ role: 'gridWorker', area: otherTownship }),
  };
}, 60_000);
beforeEach(() => care.county.clock.set(MONDAY));
afterAll(() => care.county.close());

const propose = (ward: Ward, toVillageId = care.county.areas.farVillage, as = care.people.officer) =>
  care.county.call(proposeMove, {
    as,
    params: { patientId: ward.patientId },
    body: { moveId: newId(), toVillageId, reason: '随子女搬家' },
  });
const answer = (moveId: string, as: TestPerson, body: object = { answer: 'accept' }) =>
  care.county.call(answerMove, { as, params: { moveId }, body: { version: 1, ...body } });
const waiting = async (as: TestPerson) => ok(await care.county.call(listMoves, { as, query: { state: 'waiting' } })).rows;
const reads = async (ward: Ward, as: TestPerson) =>
  (await care.county.call(readPatient, { as, params: { patientId: ward.patientId } })).status === 200;
/** Who was asked to look, at a turn of a handover. */
/** Whoever is told of a turn, by a message that opens the handovers on the phone. */
const told = async (moveId: string, turn: string): Promise<string[]> =>
  (
    await care.county.rows.sql<{ person: string }>(
      `SELECT payload->>'personId' AS person FROM outbox WHERE county_id = $1 AND kind = 'review-asked' AND key LIKE $2
         AND payload->>'opens' = 'handovers'`,
      [care.county.countyId, `review:move:${moveId}:${turn}:%`],
    )
  )
    .map(row => row.person)
    .sort();
const planned = async () => {
  const ward = await care.ward({ risk: 5 });
  await care.plan();
  return ward;
};

it('the old team stays responsible until the new side accepts; then area, seats and tasks pass over in one commit (SJ-22)', async () => {
  const ward = await planned();
  // Whoever sits for the village's other patients comes before somebody who only has the post.
  const neighbour = await care.county.ward({ village: care.county.areas.farVillage });
  await care.county.rows.inTransaction(tx =>
    care.county.app.get(Teams).takeSeat(tx, neighbour.patientId, 'gridWorker', there.busyWorker.id),
  );

  const { moveId } = ok(await propose(ward));
  expect((await propose(ward)).refusal.code).toBe('MOVE_ALREADY_WAITING');
  // Whoever may answer there is told, by a message that names nobody; the old side knows.
  expect(await told(moveId, 'proposed')).toEqual([there.officer, there.doctor, there.lead].map(one => one.id).sort());
  expect(await reads(ward, there.doctor)).toBe(false);
  expect(await care.visitsOf(care.people.gridWorker, ward)).toHaveLength(1);
  expect(await waiting(there.officer)).toMatchObject([
    { moveId, patientName: '试甲', fromVillage: '竹坪村', toVillage: '石栏村', reason: '随子女搬家', mayAnswer: true, mayWithdraw: false },
  ]);
  expect(await waiting(care.people.officer)).toMatchObject([{ moveId, mayAnswer: false, mayWithdraw: true }]);

  const due = (await care.visitsOf(care.people.gridWorker, ward))[0]?.dueOn;
  expect(ok(await answer(moveId, there.lead))).toMatchObject({ state: 'accepted', version: 2 });
  expect(await told(moveId, 'accepted')).toEqual([care.people.officer, care.people.doctor].map(one => one.id).sort());
  for (const gone of [care.people.officer, care.people.doctor, care.people.gridWorker]) expect(await reads(ward, gone)).toBe(false);
  for (const come of [there.officer, there.doctor, there.lead, there.busyWorker]) expect(await reads(ward, come)).toBe(true);
  expect(await care.visitsOf(care.people.gridWorker, ward)).toEqual([]);
  expect(await care.visitsOf(there.busyWorker, ward)).toMatchObject([{ dueOn: due }]);
  expect(await care.visitsOf(there.lead, ward)).toHaveLength(1);
  // Nobody has the post of the police there: the seat is vacant and its visit is nobody's, not lost.
  const [police] = await care.county.rows.sql(
    `SELECT state, assignee_id FROM task WHERE county_id = $1 AND patient_id = $2 AND seat = 'police' AND kind = 'visit'`,
    [1, ward.patientId],
  );
  expect(police).toEqual({ state: 'open', assignee_id: null });
  const seats = await care.county.rows.inTransaction(tx => care.county.app.get(Teams).seats(tx, [ward.patientId]));
  expect(new Set(seats.map(seat => seat.post))).toEqual(new Set(['doctor', 'lead', 'gridWorker']));
});

it('a handover is sent back with a reason, or taken back; both times nothing has changed', async () => {
  const ward = await planned();
  const first = ok(await propose(ward));
  expect((await answer(first.moveId, there.officer, { answer: 'reject' })).refusal.code).toBe('INPUT_INVALID');
  ok(await answer(first.moveId, there.officer, { answer: 'reject', reason: '户籍未迁，请再核实' }));
  expect((await answer(first.moveId, there.officer)).refusal.code).toBe('STALE');
  expect((await answer(first.moveId, there.officer, { answer: 'accept', version: 2 })).refusal.code).toBe('MOVE_NOT_WAITING');
  const { rows } = ok(await care.county.call(listMoves, { as: care.people.officer, query: { patientId: ward.patientId } }));
  expect(rows).toMatchObject([{ state: 'rejected', answer: '户籍未迁，请再核实', answeredBy: there.officer.name }]);
  const second = ok(await propose(ward));
  ok(await care.county.call(withdrawMove, { as: care.people.doctor, params: { moveId: second.moveId }, body: { version: 1 } }));
  expect(await told(second.moveId, 'withdrawn')).toContain(there.officer.id);
  expect(await reads(ward, care.people.gridWorker)).toBe(true);
  expect(await waiting(there.officer)).toEqual([]);
});

it('is answered by the new side and by another person than the one who proposed', async () => {
  const ward = await planned();
  // Within one township the same office stands on both sides.
  const { moveId } = ok(await propose(ward, care.county.areas.otherVillage));
  expect((await answer(moveId, care.people.officer)).refusal.code).toBe('MOVE_OWN_PROPOSAL');
  expect((await answer(moveId, there.officer)).status).toBe(404);
  expect((await answer(moveId, care.people.lead)).status).toBe(404);
  ok(await answer(moveId, care.people.doctor));
  expect((await propose(ward, care.county.areas.otherVillage)).refusal.code).toBe('MOVE_DESTINATION_NOT_FITTING');
  expect((await propose(ward, care.county.areas.township)).refusal.code).toBe('MOVE_DESTINATION_NOT_FITTING');
  expect((await propose(ward, care.county.areas.village, there.officer)).status).toBe(404);
});
