import { reportCall } from '@guanhu/shared/agenda/agenda.routes';
import { addDays, calendarDate } from '@guanhu/shared/kernel/calendar-date';
import { confirmMedication, readMedicationWeek } from '@guanhu/shared/medication/medication.routes';
import type { SetRegimenBody } from '@guanhu/shared/medication/regimen.contract';
import { endRegimen, listRegimens, readMedication, setRegimen } from '@guanhu/shared/medication/regimen.routes';
import type { RecordDispensingBody } from '@guanhu/shared/medication/supply.contract';
import type { RecordCollectionBody } from '@guanhu/shared/medication/collection.contract';
import { recordCollection } from '@guanhu/shared/medication/collection.routes';
import { listDispensings, listInjections, recordArrival, recordDispensing, recordInjection } from '@guanhu/shared/medication/supply.routes';
import { SHIPPED_POLICIES } from '@guanhu/shared/policy/shipped-policies';
import { Teams } from '../care-team/care-team.public.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import { newId } from '../platform/ids.ts';
import { MONDAY, careCounty, type CareCounty, type Ward } from '../testing/care.ts';
import type { TestPerson } from '../testing/county.ts';

let care: CareCounty;
beforeAll(async () => {
  care = await careCounty();
}, 60_000);
beforeEach(() => care.county.clock.set(MONDAY));
afterAll(() => care.county.close());

const TODAY = calendarDate('2026-06-15');
const ORAL = { name: '利培酮片', morningMg: 1, eveningMg: 2 };
const DEPOT = { name: '棕榈酸帕利哌酮注射液', everyWeeks: 4, eachMg: 100 };

/** A patient of whom only the registration says that medicine is taken, since January. */
async function taking(): Promise<Ward & { regimenId: string }> {
  const ward = await care.ward();
  const [row] = await care.county.rows.sql<{ id: string }>(
    `INSERT INTO regimen (county_id, id, patient_id, since, source) VALUES (1, new_id(), $1, '2026-01-01', 'registration') RETURNING id`,
    [ward.patientId],
  );
  await care.plan();
  return { ...ward, regimenId: row!.id };
}
const of = ({ patientId }: Ward) => ({ patientId });
const order = (ward: Ward, after: string | null, more: Partial<SetRegimenBody> = {}, as: TestPerson = care.people.doctor) =>
  care.county.call(setRegimen, {
    as,
    params: of(ward),
    body: { regimenId: newId(), from: TODAY, drugs: [ORAL], prescriber: '贺一鸣', hospital: '县精神卫生中心', after, ...more },
  });
const overview = async (ward: Ward, as: TestPerson = care.people.doctor) =>
  (await care.county.call(readMedication, { as, params: of(ward) })).body;
const say = (ward: Ward, on: string, more: object = {}) =>
  care.county.call(confirmMedication, {
    as: ward.guardian,
    params: of(ward),
    body: { on: calendarDate(on), answer: 'taken', at: `${on}T09:00:00+08:00`, ...more },
  });
const give = (ward: Ward, more: Partial<RecordDispensingBody> = {}, as: TestPerson = care.people.gridWorker) =>
  care.county.call(recordDispensing, {
    as,
    params: of(ward),
    body: { dispensingId: newId(), drug: ORAL.name, days: 30, givenOn: TODAY, givenBy: '镇卫生院', free: true, ...more },
  });
const inject = (ward: Ward, givenOn = TODAY, as: TestPerson = care.people.doctor) =>
  care.county.call(recordInjection, {
    as,
    params: of(ward),
    body: { injectionId: newId(), drug: DEPOT.name, mg: 100, givenOn, place: '卫生院', givenBy: '韩医生' },
  });
const kindsOf = async (as: TestPerson, ward: Ward, kind: string) =>
  (await care.tasksOf(as, ward)).filter(task => task.kind === kind).map(task => [task.dueOn, task.timing]);
const onDay = (days: number) => care.county.clock.set(new Date(MONDAY.getTime() + days * 86_400_000));

describe('an order', () => {
  it('follows the one before it, which ends the day before; both stay', async () => {
    const ward = await taking();
    const first = await order(ward, ward.regimenId, { from: calendarDate('2026-06-10') });
    expect(first.body).toMatchObject({ since: '2026-06-10', until: null, source: 'doctor', drugs: [ORAL], prescriber: '贺一鸣' });
    const second = await order(ward, first.body.regimenId, { drugs: [DEPOT] });
    expect(second.status).toBe(200);
    const { body } = await care.county.call(listRegimens, { as: care.people.gridWorker, params: of(ward), query: {} });
    expect(body.rows.map(row => [row.since, row.until, row.source, row.drugs?.map(drug => drug.name) ?? null])).toEqual([
      ['2026-06-15', null, 'doctor', [DEPOT.name]],
      ['2026-06-10', '2026-06-14', 'doctor', [ORAL.name]],
      ['2026-01-01', '2026-06-09', 'registration', null],
    ]);
    const page = await care.county.call(listRegimens, { as: care.people.doctor, params: of(ward), query: { limit: 2 } });
    const rest = await care.county.call(listRegimens, { as: care.people.doctor, params: of(ward), query: { after: page.body.next! } });
    expect([page.body.rows.length, rest.body.rows.map(row => row.since)]).toEqual([2, ['2026-01-01']]);
  });

  it('is sealed, remembered as names for the next one, and no name leaves the room', async () => {
    const ward = await taking();
    const { body } = await order(ward, ward.regimenId, { note: '饭后服' });
    const rows = await care.county.rows.sql(
      `SELECT (SELECT encode(order_sealed, 'hex') FROM regimen WHERE county_id = 1 AND id = $1) AS sealed,
              (SELECT string_agg(facts::text, '') FROM deed WHERE county_id = 1 AND patient_id = $2) AS deeds`,
      [body.regimenId, ward.patientId],
    );
    expect(JSON.stringify(rows)).not.toContain('利培酮');
    expect(JSON.stringify(rows)).not.toContain(Buffer.from('利培酮').toString('hex'));
    expect((await overview(ward)).knownDrugs).toContain(ORAL.name);
    expect((await overview(ward, care.people.gridWorker)).knownDrugs).toEqual([]);
  });

  it('keeps one silence one, whatever changes', async () => {
    const ward = await taking();
    await say(ward, '2026-06-15');
    await care.county.work();
    onDay(3);
    await order(ward, ward.regimenId, { from: calendarDate('2026-06-18') });
    onDay(4);
    await care.plan();
    const calls = (await care.tasksOf(care.people.gridWorker, ward)).filter(task => task.kind === 'call');
    expect(calls.map(task => task.reason)).toEqual(['medicationSilence']);
  });

  it('shows a week across the change', async () => {
    const ward = await taking();
    onDay(2);
    await order(ward, ward.regimenId, { from: calendarDate('2026-06-17') });
    const { body } = await care.county.call(readMedicationWeek, { as: ward.guardian, params: of(ward), query: {} });
    expect(body.days.map(day => day.state).slice(0, 4)).toEqual(['none', 'none', 'none', 'future']);
  });

  it('is refused when another one came in between, when it reaches back too far, and to all but the doctor', async () => {
    const ward = await taking();
    expect((await order(ward, null)).refusal.code).toBe('STALE');
    expect((await order(ward, ward.regimenId, { from: calendarDate('2025-12-31') })).refusal.code).toBe('REGIMEN_TOO_EARLY');
    expect((await order(ward, ward.regimenId, { until: calendarDate('2026-06-14') })).refusal.code).toBe('REGIMEN_ENDS_BEFORE');
    for (const as of [care.people.gridWorker, care.people.lead, care.people.officer, ward.guardian, care.people.stranger])
      expect((await order(ward, ward.regimenId, {}, as)).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
    for (const drugs of [[], [{ name: '利培酮片' }], [ORAL, ORAL], [ORAL, DEPOT, { ...ORAL, name: '甲' }, { ...ORAL, name: '乙' }]])
      expect((await order(ward, ward.regimenId, { drugs })).refusal.code).toBe('INPUT_INVALID');
  });

  it('of two doctors at once one is first', async () => {
    const ward = await taking();
    const answers = await Promise.all([order(ward, ward.regimenId), order(ward, ward.regimenId, { drugs: [DEPOT] })]);
    expect(answers.map(answer => answer.status).sort()).toEqual([200, 409]);
    expect(
      await care.county.rows.sql('SELECT 1 FROM regimen WHERE county_id = 1 AND patient_id = $1 AND until IS NULL', [ward.patientId]),
    ).toHaveLength(1);
  });

  it('ends with a reason: nobody is asked after its last day, and begins again when the doctor orders again', async () => {
    const ward = await taking();
    const { body } = await order(ward, ward.regimenId, { drugs: [DEPOT], from: calendarDate('2026-06-14') });
    expect(await kindsOf(care.people.doctor, ward, 'injection')).toEqual([['2026-06-14', 'today']]);
    const ended = await care.county.call(endRegimen, {
      as: care.people.doctor,
      params: { ...of(ward), regimenId: body.regimenId },
      body: { lastDay: calendarDate('2026-06-14'), reason: 'recovered' },
    });
    expect(ended.body).toMatchObject({ until: '2026-06-14', endReason: 'recovered' });
    expect(await care.tasksOf(ward.guardian, ward)).toEqual([]);
    expect(await kindsOf(care.people.doctor, ward, 'injection')).toEqual([]);
    expect(await overview(ward)).toMatchObject({ ordered: false, regimen: { endReason: 'recovered' } });
    expect((await say(ward, '2026-06-15')).refusal.code).toBe('NO_MEDICINE_ORDERED');
    onDay(1);
    await care.plan();
    expect(await care.tasksOf(ward.guardian, ward)).toEqual([]);
    expect((await order(ward, body.regimenId, { from: calendarDate('2026-06-16') })).status).toBe(200);
    expect(await kindsOf(ward.guardian, ward, 'medicationConfirmation')).toEqual([['2026-06-16', 'today']]);
  });
});

describe('what a visit found', () => {
  const found = async (ward: Ward, payload: object) => {
    const { app, rows } = care.county;
    const visitId = newId();
    await rows.inTransaction(tx =>
      app
        .get(Outbox)
        .put(tx, { kind: 'visit-found-medicine', key: visitId, payload: { visitId, ...of(ward), on: '2026-06-15', ...payload } }),
    );
    await care.county.work();
  };

  it('stands beside what families say', async () => {
    const ward = await taking();
    await found(ward, { ordered: true, adherence: 2 });
    expect((await overview(ward)).found).toEqual({ on: '2026-06-15', adherence: 2 });
    await found(ward, { ordered: true, adherence: 1, on: '2026-06-01' });
    expect((await overview(ward)).found).toEqual({ on: '2026-06-15', adherence: 2 });
  });

  it('does not stop what a doctor ordered: the doctor is asked to look', async () => {
    const ward = await taking();
    await order(ward, ward.regimenId);
    await found(ward, { ordered: false, adherence: 4 });
    expect((await overview(ward)).ordered).toBe(true);
    expect((await care.tasksOf(care.people.doctor, ward)).filter(task => task.kind === 'call').map(task => task.reason)).toEqual([
      'medicineNotTaken',
    ]);
  });

  it('stops what nobody has named', async () => {
    const ward = await taking();
    await found(ward, { ordered: false });
    expect((await overview(ward)).ordered).toBe(false);
  });

  it('before a later visit neither stops what that one found taken, nor begins what it found stopped', async () => {
    const takes = await taking();
    await found(takes, { ordered: true, adherence: 1 });
    await found(takes, { ordered: false, adherence: 4, on: '2026-06-10' });
    expect((await overview(takes)).ordered).toBe(true);
    expect(await kindsOf(takes.guardian, takes, 'medicationConfirmation')).toHaveLength(1);
    const stopped = await taking();
    await found(stopped, { ordered: false, adherence: 4 });
    await found(stopped, { ordered: true, adherence: 1, on: '2026-06-10' });
    expect((await overview(stopped)).ordered).toBe(false);
    expect(await kindsOf(stopped.guardian, stopped, 'medicationConfirmation')).toEqual([]);
  });

  it('up to the last day of an order that a doctor has ended does not begin it again; the day after does', async () => {
    const ward = await taking();
    const ended = {
      params: { ...of(ward), regimenId: ward.regimenId },
      body: { lastDay: addDays(TODAY, -2), reason: 'recovered' as const },
    };
    expect((await care.county.call(endRegimen, { as: care.people.doctor, ...ended })).status).toBe(200);
    for (const on of ['2026-06-12', '2026-06-13']) {
      await found(ward, { ordered: true, adherence: 1, on });
      expect((await overview(ward)).ordered).toBe(false);
      expect(await kindsOf(ward.guardian, ward, 'medicationConfirmation')).toEqual([]);
    }
    await found(ward, { ordered: true, adherence: 1, on: '2026-06-14' });
    expect((await overview(ward)).ordered).toBe(true);
  });
});

describe('what families say', () => {
  it('speaks for a word and its counts, which the doctor and the team see', async () => {
    const ward = await taking();
    // 28 days before today, of which the last two can still be answered; the others are written as if in time.
    await care.county.rows.sql(
      `INSERT INTO confirmation (county_id, id, patient_id, on_day, answer, why, person_id, tapped_at, confirmed_at)
       SELECT 1, new_id(), $1, day, CASE WHEN nth <= 21 THEN 'taken' ELSE 'partly' END, CASE WHEN nth > 21 THEN 'forgot' END, $2, now(), now()
       FROM generate_series('2026-05-18'::date, '2026-06-12'::date, '1 day') WITH ORDINALITY AS one (day, nth)`,
      [ward.patientId, ward.guardian.id],
    );
    await say(ward, '2026-06-13', { answer: 'notTaken', why: 'refused', at: '2026-06-15T09:00:00+08:00' });
    const { adherence } = await overview(ward, care.people.gridWorker);
    expect(adherence).toEqual({
      from: '2026-05-18',
      to: '2026-06-14',
      taken: 21,
      partly: 5,
      notTaken: 1,
      unanswered: 1,
      backfilled: 1,
      regularity: 'regular',
      reasons: [
        { why: 'forgot', days: 5 },
        { why: 'refused', days: 1 },
      ],
    });
  });

  it('brings the doctor to ask after two days without medicine: once for each run', async () => {
    const ward = await taking();
    const asked = async () => (await care.tasksOf(care.people.doctor, ward)).filter(task => task.reason === 'medicineNotTaken');
    await say(ward, '2026-06-14', { answer: 'notTaken', why: 'sideEffect' });
    await care.county.work();
    expect(await asked()).toEqual([]);
    await say(ward, '2026-06-15', { answer: 'notTaken' });
    await care.county.work();
    const [call] = await asked();
    expect(call).toMatchObject({ seat: 'doctor', kind: 'call' });
    await care.county.call(reportCall, { as: care.people.doctor, params: { taskId: call!.taskId }, body: { outcome: 'reached' } });
    onDay(1);
    await say(ward, '2026-06-16', { answer: 'notTaken' });
    await care.county.work();
    expect(await asked()).toEqual([]);
  });

  it('brings more when it has run out, until it was given out', async () => {
    const ward = await taking();
    await say(ward, '2026-06-15', { answer: 'notTaken', why: 'ranOut' });
    await care.county.work();
    expect(await kindsOf(care.people.gridWorker, ward, 'refill')).toEqual([['2026-06-15', 'today']]);
    await care.plan();
    expect(await kindsOf(care.people.gridWorker, ward, 'refill')).toEqual([['2026-06-15', 'today']]);
    await give(ward);
    expect(await kindsOf(care.people.gridWorker, ward, 'refill')).toEqual([]);
    expect((await care.today(care.people.gridWorker)).doneToday).toBeGreaterThan(0);
  });

  it('nothing for two days: asked kindly in the morning, once, before anybody telephones', async () => {
    const ward = await taking();
    await say(ward, '2026-06-15');
    await care.county.work();
    const asked = () =>
      care.county.rows.sql<{ key: string }>(
        `SELECT key FROM outbox WHERE county_id = 1 AND kind = 'remind' AND key LIKE 'silence:%' AND payload ->> 'patientId' = $1`,
        [ward.patientId],
      );
    for (const [days, expected] of [
      [2, 0],
      [3, 1],
      [4, 1],
    ] as const) {
      onDay(days);
      await care.plan();
      await care.plan();
      expect([days, (await asked()).length]).toEqual([days, expected]);
    }
    const calls = (await care.tasksOf(care.people.gridWorker, ward)).filter(task => task.reason === 'medicationSilence');
    expect(calls).toHaveLength(1);
  });
});

describe('injections', () => {
  it('are asked of the first of the policy’s seats that is held', async () => {
    const coordinator = await care.county.person({ role: 'rehabCoordinator' });
    const seated = async (post: 'doctor' | 'rehabCoordinator', person: TestPerson, leaves = false) => {
      const ward = await taking();
      await care.county.rows.inTransaction(tx => care.county.app.get(Teams).takeSeat(tx, ward.patientId, post, person.id));
      if (leaves)
        await care.county.rows.sql(`DELETE FROM team_seat WHERE county_id = 1 AND patient_id = $1 AND post = 'doctor'`, [ward.patientId]);
      await order(ward, ward.regimenId, { drugs: [DEPOT] });
      return ward;
    };
    const both = await seated('rehabCoordinator', coordinator);
    expect(await kindsOf(care.people.doctor, both, 'injection')).toHaveLength(1);
    const alone = await seated('rehabCoordinator', coordinator, true);
    expect(await kindsOf(coordinator, alone, 'injection')).toHaveLength(1);
    await care.setPolicy({ ...SHIPPED_POLICIES.medication, injectionSeats: ['rehabCoordinator', 'doctor'] });
    const turned = await seated('rehabCoordinator', coordinator);
    expect(await kindsOf(coordinator, turned, 'injection')).toHaveLength(1);
    expect(await kindsOf(care.people.doctor, turned, 'injection')).toEqual([]);
    await care.setPolicy({ ...SHIPPED_POLICIES.medication, injectionSeats: ['doctor'] });
    expect(await kindsOf(coordinator, await seated('rehabCoordinator', coordinator, true), 'injection')).toEqual([]);
    await care.setPolicy(SHIPPED_POLICIES.medication);
  });

  it('are due on the first day of the order, then every so many weeks after the last; the doctor’s list follows', async () => {
    const ward = await taking();
    await order(ward, ward.regimenId, { drugs: [DEPOT, ORAL] });
    expect(await kindsOf(care.people.doctor, ward, 'injection')).toEqual([['2026-06-15', 'today']]);
    expect((await inject(ward)).body.nextDueOn).toBe('2026-07-13');
    expect(await kindsOf(care.people.doctor, ward, 'injection')).toEqual([]);
    expect(await overview(ward)).toMatchObject({
      injectionsDue: [{ drug: DEPOT.name, eachMg: 100, dueOn: '2026-07-13' }],
      lastInjection: { givenOn: '2026-06-15', place: '卫生院', givenBy: '韩医生' },
    });
    onDay(20); // eight days before
    await care.plan();
    expect(await kindsOf(care.people.doctor, ward, 'injection')).toEqual([]);
    onDay(21);
    await care.plan();
    expect(await kindsOf(care.people.doctor, ward, 'injection')).toEqual([['2026-07-13', 'ahead']]);
    onDay(32); // four days after
    expect(await kindsOf(care.people.doctor, ward, 'injection')).toEqual([['2026-07-13', 'overdue']]);
    // Given in time, written down late by whoever was there.
    expect((await inject(ward, calendarDate('2026-07-12'), care.people.gridWorker)).body.nextDueOn).toBe('2026-08-09');
    expect(await kindsOf(care.people.doctor, ward, 'injection')).toEqual([]);
    const { body } = await care.county.call(listInjections, { as: care.people.lead, params: of(ward), query: {} });
    expect(body.rows.map(row => row.givenOn)).toEqual(['2026-07-12', '2026-06-15']);
  });

  it('are refused before they were given, after a year, and from the family and strangers', async () => {
    const ward = await taking();
    expect((await inject(ward, addDays(TODAY, 1))).refusal.code).toBe('MEDICINE_NOT_YET_GIVEN');
    expect((await inject(ward, addDays(TODAY, -367))).refusal.code).toBe('MEDICINE_GIVEN_LONG_AGO');
    for (const as of [ward.guardian, care.people.stranger])
      expect((await inject(ward, TODAY, as)).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
  });
});

describe('supply', () => {
  it('lasts until a day that is foretold; somebody fetches more before the gap; new medicine ends the task (YM-07)', async () => {
    const ward = await taking();
    await order(ward, ward.regimenId);
    expect((await overview(ward)).runsOutOn).toBeNull();
    // 90 milligrams at 3 a day.
    expect((await give(ward, { days: undefined, tablets: 90, mgPerTablet: 1 })).body.runsOutOn).toBe('2026-07-15');
    expect(await kindsOf(care.people.gridWorker, ward, 'refill')).toEqual([]);
    const week = async () =>
      (await care.county.call(readMedicationWeek, { as: ward.guardian, params: of(ward), query: {} })).body.runsOutOn;
    onDay(22);
    await care.plan();
    expect([await kindsOf(care.people.gridWorker, ward, 'refill'), await week()]).toEqual([[], null]);
    onDay(23);
    await care.plan();
    expect([await kindsOf(care.people.gridWorker, ward, 'refill'), await week()]).toEqual([[['2026-07-08', 'today']], '2026-07-15']);
    onDay(29);
    expect(await kindsOf(care.people.gridWorker, ward, 'refill')).toEqual([['2026-07-08', 'today']]);
    onDay(30);
    expect(await kindsOf(care.people.gridWorker, ward, 'refill')).toEqual([['2026-07-08', 'overdue']]);
    onDay(24);
    expect((await give(ward, { givenOn: calendarDate('2026-07-09') })).body.runsOutOn).toBe('2026-08-14');
    expect(await kindsOf(care.people.gridWorker, ward, 'refill')).toEqual([]);
  });

  it('follows a change of the dose', async () => {
    const ward = await taking();
    const { body } = await order(ward, ward.regimenId);
    await give(ward, { days: undefined, tablets: 90, mgPerTablet: 1 });
    await order(ward, body.regimenId, { drugs: [{ ...ORAL, noonMg: 12 }], from: calendarDate('2026-06-16') });
    // 3 on the 15th, then 15 a day.
    onDay(1);
    expect((await overview(ward)).runsOutOn).toBe('2026-06-21');
    await care.plan();
    expect(await kindsOf(care.people.gridWorker, ward, 'refill')).toEqual([['2026-06-14', 'today']]);
  });

  it('comes home once, fetched or delivered', async () => {
    const ward = await taking();
    const { body } = await give(ward);
    const arrive = (as: TestPerson = care.people.gridWorker, dispensingId = body.dispensing.dispensingId) =>
      care.county.call(recordArrival, { as, params: { ...of(ward), dispensingId }, body: { how: 'delivered', on: TODAY } });
    expect((await arrive(care.people.stranger)).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
    expect((await arrive(care.people.gridWorker, newId())).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
    expect((await arrive()).body.arrival).toEqual({ how: 'delivered', on: TODAY });
    expect((await arrive()).refusal.code).toBe('MEDICINE_ARRIVED');
    await give(ward, { arrival: { how: 'fetched', on: TODAY }, free: false });
    const list = await care.county.call(listDispensings, { as: care.people.doctor, params: of(ward), query: {} });
    expect(list.body.rows.map(row => [row.free, row.arrival?.how])).toEqual([
      [false, 'fetched'],
      [true, 'delivered'],
    ]);
  });

  it('is so many days, or so many tablets of so many milligrams', async () => {
    const ward = await taking();
    for (const wrong of [{ days: undefined }, { days: undefined, tablets: 3 }, { days: 0 }, { mgPerTablet: -1 }])
      expect((await give(ward, wrong)).refusal.code).toBe('INPUT_INVALID');
    expect((await give(ward)).body.runsOutOn).toBe('2026-07-15'); // nobody has named the drugs: days are days
  });
});

describe('medicine that a family has fetched', () => {
  const collect = (ward: Ward, more: Partial<RecordCollectionBody> = {}, as: TestPerson = ward.guardian, key = newId()) =>
    care.county.call(recordCollection, { as, params: of(ward), body: { collectionId: newId(), on: TODAY, days: 30, ...more }, key });
  const NIGHT = { name: '奥氮平片', eveningMg: 5 };

  it('tells when it runs out, of every drug that is ordered, is marked as the family’s word, and does the refill', async () => {
    const ward = await taking();
    await order(ward, ward.regimenId, { drugs: [ORAL, NIGHT] });
    await say(ward, TODAY, { answer: 'notTaken', why: 'ranOut' });
    await care.county.work();
    const refills = async () => (await care.tasksOf(care.people.gridWorker, ward)).filter(task => task.kind === 'refill');
    expect(await refills()).toHaveLength(1);
    expect((await collect(ward)).body).toMatchObject({ days: 30, runsOutOn: addDays(TODAY, 30) });
    expect(await refills()).toEqual([]);
    const { lastDispensings, runsOutOn } = await overview(ward);
    expect(runsOutOn).toBe(addDays(TODAY, 30));
    expect(lastDispensings.map(({ drug, byFamily, arrival }) => [drug, byFamily, arrival?.how])).toEqual(
      expect.arrayContaining([
        [ORAL.name, true, 'fetched'],
        [NIGHT.name, true, 'fetched'],
      ]),
    );
  });

  it('is kept though the order, and the guardianship, have ended before there was signal again', async () => {
    const ward = await taking();
    await order(ward, ward.regimenId);
    const { rows } = care.county;
    const ended = [1, ward.patientId, addDays(TODAY, -1)];
    await rows.sql('UPDATE regimen SET since = $3::date - 9, until = $3 WHERE county_id = $1 AND patient_id = $2 AND until IS NULL', ended);
    await rows.sql('UPDATE guardianship SET since = $3::date - 9, until = $3 WHERE county_id = $1 AND patient_id = $2', ended);
    expect((await collect(ward)).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
    expect((await collect(ward, { on: addDays(TODAY, -40) })).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
    expect(await collect(ward, { on: addDays(TODAY, -1) })).toMatchObject({ status: 200, body: { days: 30 } });
    expect((await overview(ward)).lastDispensings).toMatchObject([{ drug: ORAL.name, byFamily: true }]);
  });

  it('gives way to what the clinic writes down for the same days', async () => {
    const ward = await taking();
    await order(ward, ward.regimenId);
    await collect(ward, { days: 60 });
    await give(ward, { days: 30, givenOn: addDays(TODAY, -2) });
    expect((await overview(ward)).runsOutOn).toBe(addDays(TODAY, 28));
  });

  it('is said by the family alone, of days that were, where something is ordered', async () => {
    const ward = await taking();
    for (const as of [care.people.gridWorker, care.people.doctor, care.people.stranger])
      expect((await collect(ward, {}, as)).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
    expect((await collect(ward, { on: addDays(TODAY, 1) })).refusal.code).toBe('MEDICINE_NOT_YET_GIVEN');
    await order(ward, ward.regimenId, { drugs: [DEPOT] });
    expect((await collect(ward)).refusal.code).toBe('NO_MEDICINE_ORDERED');
    const key = newId();
    const once = { collectionId: newId(), drug: '碳酸锂片' };
    const first = await collect(ward, once, ward.guardian, key);
    expect((await collect(ward, once, ward.guardian, key)).body).toEqual(first.body);
    expect((await overview(ward)).lastDispensings).toMatchObject([{ drug: '碳酸锂片', byFamily: true }]);
  });
});
