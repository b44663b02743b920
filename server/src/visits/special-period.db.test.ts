import { addDays, dayOf, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import { SHIPPED_SPECIAL_PERIOD } from '@guanhu/shared/policy/special-period-policy.terms';
import type { RiskRating } from '@guanhu/shared/registry/risk-rating.rules';
import { readFileHistory } from '@guanhu/shared/registry/file.routes';
import * as routes from '@guanhu/shared/visits/special-period.routes';
import { Standings } from '../assessment/assessment.public.ts';
import { newId } from '../platform/ids.ts';
import { MONDAY, careCounty, type CareCounty, type Ward } from '../testing/care.ts';
import type { TestPerson } from '../testing/county.ts';
import { PlanRollCall } from './plan-roll-call.ts';

let care: CareCounty;
/** One patient of each colour that matters. */
let red: Ward;
let orange: Ward;
let yellow: Ward;
let periodId: Id;
const today = dayOf(MONDAY);

const at = (hour: number, day: CalendarDate = today): Date => new Date(`${day}T${String(hour).padStart(2, '0')}:00:00+08:00`);
const days = (from: number, until: number) => ({ startsOn: addDays(today, from), endsOn: addDays(today, until) });

async function propose(more: object = {}, as = care.people.officer) {
  const body = {
    periodId: newId(),
    areaId: care.county.areas.township,
    ...days(0, 4),
    bands: ['red', 'orange'],
    reason: '两会期间',
    ...more,
  };
  return { id: body.periodId, ...(await care.county.call(routes.proposePeriod, { as, body })) };
}
const decide = (id: Id, more: object = {}, as = care.people.townshipLead) =>
  care.county.call(routes.decidePeriod, { as, params: { periodId: id }, body: { approve: true, version: 1, ...more } });
const end = (id: Id, version: number, as = care.people.officer) =>
  care.county.call(routes.endPeriod, { as, params: { periodId: id }, body: { reason: '提前平稳', version } });
async function running(more: object = {}): Promise<Id> {
  const { id } = await propose(more);
  await decide(id);
  await care.county.work();
  return id;
}
const mark = (ward: Ward, result: 'seen' | 'phoned' | 'unreachable', more: object = {}, as: TestPerson = care.people.gridWorker) =>
  care.county.call(routes.markRollCall, {
    as,
    params: { patientId: ward.patientId },
    body: { markId: newId(), result, at: care.county.clock.now().toISOString(), ...more },
  });
const mine = async (as: TestPerson) => (await care.county.call(routes.readMyRollCall, { as })).body;
const stateOf = async (ward: Ward, on: CalendarDate = today) =>
  (await care.county.call(routes.listRollCallPersons, { as: care.people.officer, query: { on } })).body.rows.find(
    row => row.patientId === ward.patientId,
  )?.state;
const rollCalls = async (ward: Ward, as = care.people.gridWorker) =>
  (await care.tasksOf(as, ward))
    .filter(task => task.kind === 'rollCall' || task.reason === 'rollCallMissing')
    .map(task => task.reason ?? task.kind);
const memberships = async (ward: Ward) =>
  (await care.county.call(routes.listPatientPeriods, { as: care.people.doctor, params: { patientId: ward.patientId } })).body.rows;
const rate = async (ward: Ward, risk: RiskRating) => {
  const causeId = newId();
  await care.county.rows.inTransaction(tx =>
    care.county.app
      .get(Standings)
      .rate(tx, { patientId: ward.patientId, on: today, source: 'visit', causeId, by: care.people.doctor.id, risk }),
  );
  await care.county.work();
};

beforeAll(async () => {
  care = await careCounty();
  [red, orange, yellow] = [await care.ward({ risk: 4 }), await care.ward({ risk: 3 }), await care.ward({ risk: 1 })];
}, 60_000);
beforeEach(() => {
  care.county.clock.set(MONDAY);
  periodId = '';
});
afterEach(async () => {
  if (periodId === '') return;
  care.county.clock.set(MONDAY);
  await end(periodId, 2);
  await care.county.work();
});
afterAll(() => care.county.close());

describe('a special period', () => {
  it('tells whoever may approve it that it waits for them, and stands in their list of what waits until they have', async () => {
    const { officer, townshipLead, administrator, doctor } = care.people;
    const { id } = await propose();
    const asked = await care.county.rows.sql<{ id: string; near: string | null }>(
      `SELECT payload ->> 'personId' AS id, payload ->> 'nearPatientId' AS near FROM outbox
       WHERE county_id = 1 AND kind = 'review-asked' AND key LIKE $1`,
      [`review:special-period:${id}:%`],
    );
    expect(asked.map(row => row.id).sort()).toEqual([townshipLead.id, administrator.id].sort());
    expect(asked.every(row => row.near === null)).toBe(true);
    const waits = async (as: TestPerson) =>
      (await care.county.call(routes.listPeriods, { as, query: { waiting: 'yes' } })).body.rows.some(row => row.periodId === id);
    expect([await waits(townshipLead), await waits(administrator), await waits(officer)]).toEqual([true, true, false]);
    expect((await care.county.call(routes.listPeriods, { as: doctor, query: { waiting: 'yes' } })).body.rows).toEqual([]);
    // A proposal whose last day has gone by can be approved by nobody.
    care.county.clock.set(at(9, addDays(today, 5)));
    expect(await waits(townshipLead)).toBe(false);
    care.county.clock.set(MONDAY);
    await decide(id, { approve: false, note: '人手不够' });
    expect(await waits(townshipLead)).toBe(false);
    // One of the whole county is not for a township to approve.
    const whole = await propose({ areaId: care.county.areas.county }, administrator);
    const lists = (await care.county.call(routes.listPeriods, { as: townshipLead, query: { waiting: 'yes' } })).body.rows;
    expect(lists.some(row => row.periodId === whole.id)).toBe(false);
    await end(whole.id, 1, administrator);
  });

  it('is proposed by one and approved by another, of days and bands that there are', async () => {
    const codes = [
      await propose(days(-1, 2)),
      await propose(days(1, 0)),
      await propose(days(0, SHIPPED_SPECIAL_PERIOD.mostDays)),
      await propose({ bands: ['purple'] }),
      await propose({}, care.people.doctor),
      await propose({ areaId: care.county.areas.otherTownship }),
    ].map(answer => answer.refusal.code);
    expect(codes).toEqual([
      'PERIOD_DAYS_WRONG',
      'PERIOD_DAYS_WRONG',
      'PERIOD_DAYS_WRONG',
      'PERIOD_BANDS_UNKNOWN',
      'NOT_FOUND_OR_NO_ACCESS',
      'NOT_FOUND_OR_NO_ACCESS',
    ]);
    const { id, body } = await propose();
    expect(body.phase).toBe('proposed');
    expect((await decide(id, {}, care.people.officer)).refusal.code).toBe('PERIOD_NEEDS_ANOTHER');
    expect((await decide(id, { approve: false })).refusal.code).toBe('NOTE_NEEDED');
    await care.county.work();
    expect(await memberships(red)).toEqual([]);
    expect((await decide(id, { approve: false, note: '不必' })).body.phase).toBe('refused');
    expect((await decide(id, { version: 2 })).refusal.code).toBe('PERIOD_NOT_OPEN');
  });

  it('takes in the bands it names, says why, and ends by itself', async () => {
    periodId = await running({ ...days(0, 1), bands: ['orange'] });
    expect((await memberships(orange))[0]).toMatchObject({
      enteredOn: today,
      leftOn: null,
      risk: 3,
      band: { key: 'orange' },
      reason: '两会期间',
    });
    expect([await memberships(red), await memberships(yellow)]).toEqual([[], []]);
    care.county.clock.set(at(1, addDays(today, 1)));
    await care.plan();
    expect(await rollCalls(orange)).toEqual(['rollCall']);
    care.county.clock.set(at(1, addDays(today, 2)));
    await care.plan();
    expect((await memberships(orange))[0]).toMatchObject({ leftOn: addDays(today, 1), leftWhy: 'over' });
    // The period's own history says the same, to those who look after whom it took in.
    const members = async (as: TestPerson) => (await care.county.call(routes.listPeriodMembers, { as, params: { periodId } })).body.rows;
    const was = { enteredOn: today, leftOn: addDays(today, 1), leftWhy: 'over', risk: 3, band: { key: 'orange' }, patientName: '试甲' };
    for (const as of [care.people.officer, care.people.gridWorker])
      expect(await members(as)).toMatchObject([{ patientId: orange.patientId, ...was }]);
    for (const as of [care.people.stranger, care.people.townshipLead]) expect(await members(as)).toEqual([]);
    expect(await rollCalls(orange)).toEqual([]);
  });

  it('is ended early by one, with a reason, at once', async () => {
    periodId = await running();
    expect(await rollCalls(red)).toEqual(['rollCall']);
    expect((await end(periodId, 2)).body.phase).toBe('over');
    await care.county.work();
    expect(await rollCalls(red)).toEqual([]);
    expect((await memberships(red))[0]).toMatchObject({ leftOn: today, leftWhy: 'over' });
    expect((await end(periodId, 3)).refusal.code).toBe('PERIOD_NOT_OPEN');
    const { rows } = (await care.county.call(routes.listPeriods, { as: care.people.townshipLead })).body;
    expect(rows[0]).toMatchObject({ phase: 'over', endReason: '提前平稳', endedOn: today });
    periodId = '';
  });

  it('follows the band as it changes, and writes each down', async () => {
    const ward = await care.ward({ risk: 1 });
    periodId = await running();
    await rate(ward, 3);
    await rate(ward, 5);
    expect((await memberships(ward)).map(row => [row.band?.key, row.leftWhy])).toEqual([
      ['red', null],
      ['orange', 'band'],
    ]);
    expect(await rollCalls(ward)).toEqual(['rollCall']);
  });

  it('brings visits forward as the policy says, none beyond its end (SJ-17, TH-01)', async () => {
    const ward = await care.ward({ risk: 3 });
    await care.plan();
    const due = async (who: TestPerson) => (await care.visitsOf(who, ward)).map(task => task.dueOn);
    expect(await due(care.people.gridWorker)).toEqual([addDays(today, 7)]);
    periodId = await running();
    expect(await due(care.people.gridWorker)).toEqual([addDays(today, 3)]);
    // The lead would come within seven days of a period that lasts five.
    const [dueOfLead] = await care.county.rows.sql<{ on: string }>(
      `SELECT due_on AS on FROM visit_due WHERE county_id = 1 AND patient_id = $1 AND seat = 'lead'`,
      [ward.patientId],
    );
    expect(dueOfLead?.on).toBe(addDays(today, 14));
    // When it is over, the visit comes when it would have come without it.
    await end(periodId, 2);
    await care.county.work();
    periodId = '';
    expect(await due(care.people.gridWorker)).toEqual([addDays(today, 7)]);
  });

  it('stands in the file’s timeline with its beginning, its end and why', async () => {
    const ward = await care.ward({ risk: 3 });
    await care.plan();
    periodId = await running();
    const id = periodId;
    await end(periodId, 2);
    await care.county.work();
    periodId = '';
    const { rows } = (
      await care.county.call(readFileHistory, { as: care.people.officer, params: { patientId: ward.patientId }, query: {} })
    ).body;
    expect(rows.filter(row => row.objectKind === 'special-period').map(row => [row.act, row.by])).toEqual([
      ['visits:period-left', null],
      ['visits:period-entered', null],
    ]);
    expect((await memberships(ward)).map(row => row.periodId)).toEqual([id]);
  });

  it('planned twice changes nothing', async () => {
    periodId = await running();
    const everything = () =>
      care.county.rows.sql(
        `SELECT id::text, left_on::text AS state FROM special_period_member WHERE county_id = 1
         UNION ALL SELECT key, state FROM task WHERE county_id = 1 ORDER BY 1, 2`,
      );
    const before = await everything();
    await care.plan();
    expect(await everything()).toEqual(before);
  });
});

describe('the roll-call', () => {
  it('is kept of somebody who was asked after by a file that was merged before there was signal again', async () => {
    periodId = await running();
    const [merged, kept] = [await care.ward({ risk: 0 }), await care.ward({ risk: 0 })];
    expect((await mark(merged, 'seen')).refusal.code).toBe('ROLL_CALL_NOT_ASKED');
    const { rows } = care.county;
    await rows.sql(
      `INSERT INTO special_period_member (county_id, id, period_id, patient_id, entered_on, band) VALUES ($1, $2, $3, $4, $5, 'red')`,
      [1, newId(), periodId, merged.patientId, today],
    );
    await rows.sql(`UPDATE patient SET state = 'merged', care = '{}', merged_into = $3 WHERE county_id = $1 AND id = $2`, [
      1,
      merged.patientId,
      kept.patientId,
    ]);
    expect(await mark(merged, 'seen')).toMatchObject({ status: 200, body: { on: today } });
    const made = await rows.sql('SELECT patient_id FROM roll_call_mark WHERE county_id = $1 AND patient_id = ANY($2::uuid[])', [
      1,
      [merged.patientId, kept.patientId],
    ]);
    expect(made).toEqual([{ patient_id: kept.patientId }]);
  });

  it('is one tap of the team or the family, and done for the day (SJ-17)', async () => {
    periodId = await running();
    expect((await mine(care.people.gridWorker)).persons.map(row => row.patientId).sort()).toContain(red.patientId);
    const family = await mine(red.guardian);
    expect([family.persons, family.wards.map(row => [row.patientId, row.patientName])]).toEqual([[], [[red.patientId, null]]]);
    expect((await mark(red, 'seen', {}, red.guardian)).status).toBe(200);
    expect(await rollCalls(red)).toEqual([]);
    expect(await stateOf(red)).toBe('seen');
    expect((await mark(red, 'seen', {}, care.people.stranger)).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
    expect((await mark(yellow, 'seen')).refusal.code).toBe('ROLL_CALL_NOT_ASKED');
  });

  it('arrives once with its real time, and the newest of the day counts', async () => {
    periodId = await running();
    const markId = newId();
    const early = { markId, at: at(7).toISOString() };
    await mark(orange, 'phoned', { at: at(8).toISOString() });
    expect((await mark(orange, 'unreachable', early)).status).toBe(200);
    expect((await mark(orange, 'unreachable', early)).status).toBe(200);
    expect((await mark(orange, 'seen', early)).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
    expect(await stateOf(orange)).toBe('phoned');
    expect((await mark(orange, 'seen', { at: at(11).toISOString() })).refusal.code).toBe('ROLL_CALL_IN_FUTURE');
    expect((await mark(orange, 'seen', { at: at(9, addDays(today, -8)).toISOString() })).refusal.code).toBe('ROLL_CALL_TOO_OLD');
  });

  it('keeps the days apart: yesterday’s mark does not make today’s', async () => {
    periodId = await running();
    care.county.clock.set(at(10, addDays(today, 1)));
    await care.plan();
    expect((await mark(red, 'seen', { at: at(20).toISOString() })).body.on).toBe(today);
    expect([await stateOf(red), await stateOf(red, addDays(today, 1))]).toEqual(['seen', 'missing']);
    expect(await rollCalls(red)).toEqual(['rollCall']);
  });

  it('passes on to the lead whoever is missing at the hour, by one message without a name; and takes it back', async () => {
    const ward = await care.ward({ risk: 5 });
    periodId = await running();
    const missing = (hour: number) => {
      care.county.clock.set(at(hour));
      return care.county.app.get(PlanRollCall).missing(care.county.countyId);
    };
    await missing(17);
    expect(await rollCalls(ward, care.people.lead)).toEqual([]);
    await missing(18);
    await missing(19);
    expect(await rollCalls(ward, care.people.lead)).toEqual(['rollCallMissing']);
    const told = await care.county.rows.sql<{ key: string; payload: { purpose: string; personId: string } }>(
      `SELECT key, payload FROM outbox WHERE county_id = 1 AND kind = 'remind' AND key LIKE 'roll-call:%'`,
    );
    expect(told.map(row => [row.key, row.payload.purpose])).toEqual([[`roll-call:${today}:${care.people.lead.id}`, 'task']]);
    await care.county.work();
    const messages = await care.county.rows.sql<{ what: string; purpose: string }>(
      `SELECT purpose, what FROM message WHERE county_id = 1 AND key LIKE 'roll-call:%'`,
    );
    expect(messages).toEqual([{ purpose: 'task', what: '今天有一件事要办' }]);
    await mark(ward, 'phoned');
    expect(await rollCalls(ward, care.people.lead)).toEqual([]);
  });

  it('passes on at once whoever cannot be reached', async () => {
    const ward = await care.ward({ risk: 5 });
    periodId = await running();
    await mark(ward, 'unreachable');
    expect(await rollCalls(ward)).toEqual([]);
    expect(await rollCalls(ward, care.people.lead)).toEqual(['rollCallMissing']);
  });

  it('is counted by village for whoever answers for it, and names nobody there', async () => {
    periodId = await running();
    await mark(red, 'seen');
    const board = async (as: TestPerson) => (await care.county.call(routes.readRollCallBoard, { as, query: {} })).body.villages;
    const [village] = await board(care.people.townshipLead);
    expect(village).toMatchObject({ villageName: '竹坪村', townshipName: '云坪镇' });
    expect(village?.asked).toBe((village?.seen ?? 0) + (village?.phoned ?? 0) + (village?.unreachable ?? 0) + (village?.missing ?? 0));
    expect(village?.seen).toBeGreaterThan(0);
    expect(await board(care.people.gridWorker)).toEqual([]);
    const listed = await care.county.call(routes.listRollCallPersons, { as: care.people.townshipLead, query: {} });
    expect(listed.body.rows).toEqual([]);
  });
});
