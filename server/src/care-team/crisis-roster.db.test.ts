import * as routes from '@guanhu/shared/care-team/crisis-roster.routes';
import { addDays } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Departures, People } from '../access/access.public.ts';
import { newId } from '../platform/ids.ts';
import { MONDAY, careCounty, type CareCounty } from '../testing/care.ts';
import type { TestPerson } from '../testing/county.ts';
import { OnDuty } from './care-team.public.ts';

let care: CareCounty;
beforeEach(async () => {
  care = await careCounty();
}, 60_000);
afterEach(() => care.county.close());

const time = (hours: number): string => new Date(MONDAY.getTime() + hours * 3_600_000).toISOString();
const townshipId = (): Id => care.county.areas.township;
async function add(
  person: TestPerson,
  from: number,
  until: number,
  more: { shiftId?: Id; townshipId?: Id } = {},
  as = care.people.officer,
) {
  const body = { shiftId: newId(), townshipId: townshipId(), personId: person.id, from: time(from), until: time(until), ...more };
  return { shiftId: body.shiftId, ...(await care.county.call(routes.addShift, { as, body })) };
}
const roster = async (days = 1) => {
  const from = care.county.clock.today();
  const query = { townshipId: townshipId(), from, until: addDays(from, days - 1) };
  return care.county.call(routes.readCrisisRoster, { as: care.people.officer, query });
};
const version = async (shiftId: Id) => (await roster(7)).body.shifts.find(shift => shift.shiftId === shiftId)?.version ?? 0;

describe('the roster', () => {
  it('shows who is on duty with a number, and when nobody is', async () => {
    await add(care.people.lead, 8, 14); // until midnight
    const { body } = await roster();
    expect(body.shifts).toMatchObject([{ personId: care.people.lead.id, phone: care.people.lead.phone, from: time(8), until: time(14) }]);
    expect(body.gaps.map(gap => gap.until)).toEqual([time(8)]);
    // What is over can be filled no more.
    expect(new Date(body.gaps[0]?.from ?? 0) >= MONDAY).toBe(true);
  });

  it('refuses what makes no shift, and nobody twice', async () => {
    const codes: string[] = [];
    const silent = await care.county.rows.inTransaction(tx => care.county.app.get(People).add(tx, { name: '试无电', phone: null }));
    for (const [person, from, until] of [
      [care.people.lead, 4, 4],
      [care.people.lead, -4, 0],
      [care.people.lead, 1, 74],
      [{ ...care.people.lead, id: silent }, 1, 4],
    ] as const)
      codes.push((await add(person, from, until)).refusal.code);
    expect(codes).toEqual(['SHIFT_TIME_WRONG', 'SHIFT_TIME_WRONG', 'SHIFT_TIME_WRONG', 'SHIFT_NEEDS_PHONE']);
    await add(care.people.lead, 1, 4);
    expect((await add(care.people.lead, 3, 6)).refusal.code).toBe('SHIFT_TWICE');
    expect((await add(care.people.lead, 4, 6)).status).toBe(200);
    expect((await add(care.people.police, 3, 6)).status).toBe(200);
  });

  it('is the township’s office’s own', async () => {
    const elsewhere = { townshipId: care.county.areas.otherTownship };
    expect((await add(care.people.lead, 1, 4, elsewhere)).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
    expect((await add(care.people.lead, 1, 4, {}, care.people.doctor)).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
    expect((await add(care.people.lead, 1, 4, { townshipId: care.county.areas.village })).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
  });

  it('lets two change shifts, and says who had it first', async () => {
    const { shiftId } = await add(care.people.lead, 1, 4);
    const { shiftId: withShiftId } = await add(care.people.police, 30, 40);
    const body = { version: await version(shiftId), withShiftId, withVersion: await version(withShiftId) };
    const swap = () => care.county.call(routes.swapShift, { as: care.people.officer, params: { shiftId }, body });
    expect((await swap()).status).toBe(200);
    expect((await roster(3)).body.shifts.map(shift => [shift.personId, shift.insteadOf === null])).toEqual([
      [care.people.police.id, false],
      [care.people.lead.id, false],
    ]);
    expect((await swap()).refusal.code).toBe('STALE');
  });

  it('does not let a swap put somebody on duty twice', async () => {
    await add(care.people.police, 0.5, 4);
    const { shiftId } = await add(care.people.lead, 1, 4);
    const { shiftId: withShiftId } = await add(care.people.police, 30, 40);
    const body = { version: await version(shiftId), withShiftId, withVersion: await version(withShiftId) };
    const answer = await care.county.call(routes.swapShift, { as: care.people.officer, params: { shiftId }, body });
    expect(answer.refusal.code).toBe('SHIFT_TWICE');
  });

  it('ends a shift that has begun, takes off one that has not, and leaves one alone that is over', async () => {
    const { shiftId: begun } = await add(care.people.lead, -1, 4);
    const { shiftId: ahead } = await add(care.people.police, 5, 8);
    const remove = async (shiftId: Id) =>
      care.county.call(routes.removeShift, { as: care.people.officer, params: { shiftId }, body: { version: await version(shiftId) } });
    expect((await remove(begun)).status).toBe(200);
    expect((await remove(ahead)).status).toBe(200);
    const { shifts } = (await roster()).body;
    expect(shifts.map(shift => [shift.shiftId, shift.over, shift.until < time(1)])).toEqual([[begun, true, true]]);
    expect((await remove(begun)).refusal.code).toBe('SHIFT_OVER');
  });
});

describe('on duty', () => {
  const onDuty = async (as: TestPerson, patientId: Id) =>
    (await care.county.call(routes.readOnDuty, { as, params: { patientId } })).body.persons.map(one => [one.personId, one.phone]);

  it('is whoever the roster names at this moment, for the family and the team (YM-09)', async () => {
    const ward = await care.ward();
    await add(care.people.lead, 0, 4);
    await add(care.people.police, 4, 8);
    const { lead, police, stranger } = care.people;
    expect(await onDuty(ward.guardian, ward.patientId)).toEqual([[lead.id, lead.phone]]);
    const path = [care.county.areas.county, care.county.areas.township, care.county.areas.village];
    expect(await care.county.app.get(OnDuty).of(care.county.rows, path)).toEqual([lead.id]);
    expect(await care.county.app.get(OnDuty).of(care.county.rows, [care.county.areas.county, care.county.areas.otherTownship])).toEqual([]);
    care.county.clock.set(new Date(time(4)));
    expect(await onDuty(care.people.gridWorker, ward.patientId)).toEqual([[police.id, police.phone]]);
    const refused = await care.county.call(routes.readOnDuty, { as: stranger, params: { patientId: ward.patientId } });
    expect(refused.refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
  });

  it('is nobody who has left', async () => {
    await add(care.people.lead, -1, 4);
    await add(care.people.lead, 20, 24);
    const { id: personId } = care.people.lead;
    await care.county.rows.inTransaction(tx => care.county.app.get(Departures).leave(tx, { personId, successorId: null }));
    const ward = await care.ward({ teamed: false });
    expect(await onDuty(ward.guardian, ward.patientId)).toEqual([]);
    const { body } = await roster(2);
    expect(body.shifts.map(shift => shift.over)).toEqual([true]);
    expect(body.gaps.map(gap => gap.until)).toEqual([time(38)]);
  });
});

describe('drills', () => {
  const log = (more: object = {}) => {
    const body = {
      drillId: newId(),
      townshipId: townshipId(),
      on: care.county.clock.today(),
      what: '夜间有人持械',
      personIds: [care.people.lead.id, care.people.police.id, care.people.lead.id],
      findings: '救护车晚到五分钟',
      ...more,
    };
    return care.county.call(routes.logDrill, { as: care.people.officer, body });
  };

  it('are logged with who took part, newest first, and read by the offices (YM-09)', async () => {
    await log({ what: '先' });
    await log();
    const { body } = await care.county.call(routes.listDrills, { as: care.people.townshipLead });
    expect(body.rows.map(row => row.what)).toEqual(['夜间有人持械', '先']);
    expect(body.rows[0]?.persons).toHaveLength(2);
    expect((await care.county.call(routes.listDrills, { as: care.people.gridWorker })).body.rows).toEqual([]);
  });

  it('are held before they are logged, by people who are there', async () => {
    expect((await log({ on: addDays(care.county.clock.today(), 1) })).refusal.code).toBe('DRILL_NOT_HELD');
    expect((await log({ personIds: [newId()] })).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
  });
});
