import { addDays, calendarDate, startOf, yearOf, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import { acknowledgeWarning, closeWarning, listWarnings } from '@guanhu/shared/indicators/warnings.routes';
import { listBehind, readIndicators, setResidents } from '@guanhu/shared/indicators/indicators.routes';
import { checkInVisit, recordVisit } from '@guanhu/shared/visits/visits.routes';
import fc from 'fast-check';
import { Cycles } from '../assessment/cycles.ts';
import type { Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { MONDAY, careCounty, type CareCounty, type Ward } from '../testing/care.ts';
import type { TestPerson } from '../testing/county.ts';
import { tellYears } from '../visits/visit-year.store.ts';
import { FollowSignals } from './follow-signals.ts';
import { CountMonths } from './count-months.ts';

let care: CareCounty;
beforeAll(async () => {
  care = await careCounty();
}, 60_000);
afterAll(() => care.county.close());
beforeEach(() => care.county.clock.set(MONDAY));

const TODAY = calendarDate('2026-06-15');
const count = () => care.county.app.get(CountMonths).run(care.county.countyId);
const look = (as: TestPerson, query: { areaId?: Id; month?: string } = {}) => care.county.call(readIndicators, { as, query });

const WELL = { result: 'done', form: 2, respondents: [1], risk: 0, symptoms: [], insight: 1, adherence: 1, stability: 'stable' } as const;
async function visited(ward: Ward, record: object = WELL): Promise<void> {
  const as = care.people.doctor;
  const { body } = await care.county.call(checkInVisit, {
    as,
    params: { patientId: ward.patientId },
    body: { visitId: newId(), at: '2026-06-15T09:30:00+08:00' },
  });
  const answer = await care.county.call(recordVisit, {
    as,
    params: { visitId: body.visitId },
    body: { version: 1, record: { ...record, overrideReason: '医生判断' } },
  });
  if (answer.status !== 200) throw new Error(answer.refusal.code);
  await care.county.work();
}

describe('the numbers of a place', () => {
  it('are those of the visits that were recorded, with the list behind them for those who may see it (BQ-06, SJ-07)', async () => {
    const [seen, unseen] = [await care.ward(), await care.ward()];
    await visited(seen);
    await count();
    const { body } = await look(care.people.doctor);
    expect(body.month).toBe('2026-06');
    expect(body.own.name).toBe('云坪镇');
    const { values } = body.own;
    expect(values.management).toEqual({ numerator: 1, denominator: 2, hidden: false });
    for (const question of ['standardManagement', 'medicated', 'regularlyMedicated', 'faceVisited'] as const)
      expect(values[question]).toEqual({ numerator: 1, denominator: 2, hidden: false });
    expect(values.stable).toEqual({ numerator: 1, denominator: 1, hidden: false });
    expect(body.places.map(place => [place.name, place.values.management.denominator])).toEqual([
      ['柳湾村', 0],
      ['竹坪村', 2],
    ]);
    expect(body.trend.map(({ month }) => month)).toEqual(['2026-06']);

    const behind = async (as: TestPerson, side: 'holds' | 'lacks') =>
      (
        await care.county.call(listBehind, { as, query: { areaId: care.county.areas.township, question: 'management', side } })
      ).body.rows.map(row => row.patientId);
    expect(await behind(care.people.doctor, 'holds')).toEqual([seen.patientId]);
    expect(await behind(care.people.gridWorker, 'lacks')).toEqual([unseen.patientId]);
    expect(await behind(care.people.stranger, 'lacks')).toEqual([]);
  });

  it('hide few people from whoever may not see them, and the whole place from a stranger', async () => {
    const { body } = await look(care.people.townshipLead);
    expect(body.own.values.management).toEqual({ numerator: null, denominator: null, hidden: true });
    expect(body.own.points).toBeNull();
    expect((await look(care.people.townshipLead, { areaId: care.county.areas.otherTownship })).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
    expect((await look(care.people.lead, { areaId: care.county.areas.township })).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
    expect((await look(care.people.lead)).body.own.name).toBe('竹坪村');
  });

  it('has a detection rate where the county has said how many people live there', async () => {
    const { administrator: as, doctor } = care.people;
    const { village, otherVillage, township } = care.county.areas;
    const set = (rows: { areaId: Id; residents: number }[], by = as) =>
      care.county.call(setResidents, { as: by, body: { since: TODAY, rows } });
    expect((await set([{ areaId: township, residents: 5_000 }])).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
    expect((await set([{ areaId: village, residents: 500 }], doctor)).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
    expect((await set([{ areaId: village, residents: 500 }])).status).toBeLessThan(300);
    await count();
    expect((await look(doctor)).body.own.values.detection.denominator).toBeNull();
    await set([{ areaId: otherVillage, residents: 700 }]);
    await count();
    expect((await look(doctor)).body.own.values.detection).toEqual({ numerator: 2, denominator: 1_200, hidden: false });
  });

  it('stay what they were when a month is closed', async () => {
    care.county.clock.set(new Date('2026-08-01T10:00:00+08:00'));
    await count();
    care.county.clock.set(new Date('2026-08-06T10:00:00+08:00'));
    const before = (await look(care.people.doctor, { month: '2026-07' })).body;
    await care.ward();
    await count();
    expect((await look(care.people.doctor, { month: '2026-07' })).body).toEqual(before);
    expect((await look(care.people.doctor)).body.own.values.management.denominator).toBe(3);
    expect((await look(care.people.doctor, { month: '2026-05' })).body.countedAt).toBeNull();
  });
});

describe('early warnings', () => {
  const follow = () => care.county.app.get(FollowSignals).run(care.county.countyId);
  const list = async (as: TestPerson, state?: 'open' | 'over' | 'acknowledged' | 'closed') =>
    (await care.county.call(listWarnings, { as, query: { limit: 100, ...(state === undefined ? {} : { state }) } })).body.rows;
  const sql = (text: string, ...values: unknown[]) => care.county.rows.sql(text, [care.county.countyId, ...values]);

  it('tell every signal with its reason, grade it, take it back when it is over, and change nothing else (DY-11, TH-01)', async () => {
    const ward = await care.ward({ risk: 3 });
    const { patientId } = ward;
    const by = care.people.doctor.id;
    await visited(ward, { ...WELL, risk: 3, adherence: 3, stability: 'unstable' });
    await sql(`UPDATE guardianship SET since = '2026-01-01', until = '2026-06-10' WHERE county_id = $1 AND patient_id = $2`, patientId);
    await sql(
      `UPDATE visit_due SET counted_from = '2026-05-01', due_on = '2026-06-01', overdue_after = '2026-06-01' WHERE county_id = $1 AND patient_id = $2`,
      patientId,
    );
    await sql(
      `INSERT INTO rating (county_id, id, patient_id, on_day, source, cause_id, band, policy_seq, rated_at)
       SELECT $1, new_id(), $2, '2026-06-15', 'review', new_id(), band, 1, '2026-06-15 12:00+08'::timestamptz + make_interval(mins => n::int)
       FROM unnest(ARRAY['yellow', 'red']) WITH ORDINALITY AS row (band, n)`,
      patientId,
    );
    await sql(
      `INSERT INTO incident (county_id, id, patient_id, kind, happened_at, reported_at, reported_by)
       SELECT $1, new_id(), $2, 'threat', '2026-06-14 10:00+08', now(), $3 FROM generate_series(1, 2)`,
      patientId,
      by,
    );
    await sql(
      `INSERT INTO visit (county_id, id, patient_id, person_id, seat, at, on_day, state, result, record_sealed, details_sealed, national, local, checked_in_at, recorded_at)
       SELECT $1, new_id(), $2, $3, 'doctor', '2026-06-15 11:00+08'::timestamptz + make_interval(mins => n), '2026-06-15', 'recorded', 'missed', '\\x00', '\\x00', 1, 0, now(), now()
       FROM generate_series(1, 3) AS n`,
      patientId,
      by,
    );
    const standing = () => sql('SELECT * FROM standing WHERE county_id = $1 AND id = $2', patientId);
    const before = await standing();
    await follow();
    const found = (await list(care.people.doctor)).filter(row => row.patientId === patientId);
    expect(found.map(row => [row.kind, row.grade, row.words]).sort()).toEqual([
      ['bandUp', 3, '最近一次评估比前一次严重，分档上升，现在危险性 3 级'],
      ['guardianLost', 3, '档案里没有在任的监护人，现在危险性 3 级'],
      ['incidentCluster', 3, '30 天以内报告了 2 次情况，现在危险性 3 级'],
      ['medicineStopped', 3, '最近一次随访发现不再用药，现在危险性 3 级'],
      ['missedVisits', 3, '连续 3 次随访没有访到人，现在危险性 3 级'],
      ['overdue', 2, '随访已经超期 14 天，现在危险性 3 级'],
    ]);
    expect(await standing()).toEqual(before);
    expect(await list(care.people.stranger)).toEqual([]);
    await follow();
    expect((await list(care.people.doctor)).filter(row => row.patientId === patientId)).toEqual(found);

    await sql('UPDATE guardianship SET until = NULL WHERE county_id = $1 AND patient_id = $2', patientId);
    await follow();
    expect((await list(care.people.doctor, 'over')).map(row => row.kind)).toEqual(['guardianLost']);
  });

  it('are seen and closed by one person, with a note, and stay closed', async () => {
    const one = (await list(care.people.doctor, 'open')).find(row => row.kind === 'medicineStopped');
    if (!one) throw new Error('no warning');
    const params = { warningId: one.warningId };
    const acknowledge = (as: TestPerson, version: number) => care.county.call(acknowledgeWarning, { as, params, body: { version } });
    expect((await acknowledge(care.people.stranger, one.version)).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
    const seen = (await acknowledge(care.people.gridWorker, one.version)).body;
    expect(seen.state).toBe('acknowledged');
    expect((await acknowledge(care.people.doctor, one.version)).refusal.code).toBe('STALE');
    const close = () =>
      care.county.call(closeWarning, { as: care.people.doctor, params, body: { version: seen.version, note: '已上门核实' } });
    expect((await close()).body).toMatchObject({ state: 'closed', note: '已上门核实' });
    expect((await close()).refusal.code).toBe('STALE');
    await follow();
    expect((await list(care.people.doctor, 'closed')).map(row => row.warningId)).toEqual([one.warningId]);
  });
});

/** The same numbers from the history alone, by village; $2 today. No fact that is kept with a write is read. */
const HISTORY = `
  WITH newyear AS (SELECT date_trunc('year', $2::date)::date AS day),
  done AS (SELECT * FROM visit WHERE county_id = $1 AND result = 'done' AND on_day <= $2),
  complete AS (
    SELECT patient_id, on_day, stability, lead(on_day) OVER turns AS next_on,
      on_day + (CASE stability WHEN 'unstable' THEN 14 WHEN 'basicStable' THEN 30 ELSE 90 END) AS allowed,
      row_number() OVER (PARTITION BY patient_id ORDER BY at DESC, id DESC) AS back
    FROM done WHERE form = 'national' WINDOW turns AS (PARTITION BY patient_id ORDER BY at, id)
  ),
  said AS (
    SELECT DISTINCT ON (patient_id) patient_id, adherence FROM done, newyear
    WHERE adherence IS NOT NULL AND on_day >= newyear.day ORDER BY patient_id, at DESC, id DESC
  ),
  person AS (
    SELECT patient.village_id,
      EXISTS (SELECT FROM complete WHERE complete.patient_id = patient.id AND on_day >= newyear.day) AS managed,
      NOT EXISTS (SELECT FROM complete WHERE complete.patient_id = patient.id
        AND (next_on >= newyear.day AND next_on > allowed OR next_on IS NULL AND allowed < $2)) AS in_norm,
      said.adherence,
      EXISTS (SELECT FROM complete WHERE complete.patient_id = patient.id AND back = 1 AND stability = 'stable' AND on_day >= newyear.day) AS stable,
      EXISTS (SELECT FROM done WHERE done.patient_id = patient.id AND met AND on_day >= newyear.day) AS met,
      EXISTS (SELECT FROM health_exam WHERE health_exam.county_id = $1 AND health_exam.patient_id = patient.id AND on_day BETWEEN newyear.day AND $2) AS examined
    FROM patient CROSS JOIN newyear LEFT JOIN said ON said.patient_id = patient.id
    WHERE patient.county_id = $1 AND patient.state NOT IN ('suspected', 'notConfirmed', 'deceased', 'movedOut', 'merged')
  )
  SELECT village_id, count(*)::int AS registered, count(*) FILTER (WHERE managed)::int AS managed,
    count(*) FILTER (WHERE managed AND in_norm)::int AS within_norm, count(*) FILTER (WHERE adherence <= 2)::int AS taking,
    count(*) FILTER (WHERE adherence = 1)::int AS taking_regularly, count(*) FILTER (WHERE stable)::int AS stable,
    count(*) FILTER (WHERE met)::int AS met, count(*) FILTER (WHERE examined)::int AS examined
  FROM person GROUP BY village_id ORDER BY village_id`;
const KEPT = `
  SELECT village_id, registered, managed, within_norm, taking, taking_regularly, stable, met, examined FROM indicator_month
  WHERE county_id = $1 AND month = date_trunc('month', $2::date) AND registered > 0 ORDER BY village_id`;
const HISTORY_OF_INCIDENTS = `
  SELECT patient.village_id, conduct, sum(times)::int AS times FROM incident_conduct JOIN patient ON patient.county_id = $1 AND patient.id = patient_id
  WHERE incident_conduct.county_id = $1 AND on_day BETWEEN date_trunc('month', $2::date) AND $2 AND conduct <> 'none' AND NOT EXISTS (
    SELECT FROM incident_conduct AS later WHERE later.county_id = $1 AND later.incident_id = incident_conduct.incident_id
      AND later.decided_at > incident_conduct.decided_at)
  GROUP BY 1, 2 ORDER BY 1, 2`;
const KEPT_OF_INCIDENTS = `
  SELECT village_id, each.conduct, each.times FROM indicator_month CROSS JOIN LATERAL (VALUES
    ('mildDisturbance', mild_disturbance), ('troubleMaking', trouble_making), ('seriousHarm', serious_harm), ('otherHarm', other_harm),
    ('selfHarm', self_harm), ('suicideAttempt', suicide_attempt)) AS each (conduct, times)
  WHERE county_id = $1 AND month = date_trunc('month', $2::date) AND each.times > 0 ORDER BY 1, 2`;

const EVENTS = 10_000;
const BATCH = 1_000;
const PATIENTS = 300;
const patient = fc.nat({ max: PATIENTS - 1 });
const daysAgo = fc.nat({ max: 520 });
const event = fc.oneof(
  {
    weight: 88,
    arbitrary: fc.record({
      kind: fc.constant('visit' as const),
      patient,
      daysAgo,
      minutes: fc.nat({ max: 600 }),
      result: fc.constantFrom('done', 'done', 'done', 'missed', 'lost'),
      form: fc.constantFrom('national', 'national', 'quick'),
      stability: fc.constantFrom('unstable', 'basicStable', 'stable', 'stable'),
      met: fc.boolean(),
      adherence: fc.constantFrom(1, 1, 2, 3, 4, null),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('exam' as const), patient, daysAgo }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('life' as const),
      patient,
      state: fc.constantFrom('inCare', 'inCare', 'hospitalised', 'deceased', 'movedOut', 'suspected'),
      village: fc.nat({ max: 2 }),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('conduct' as const),
      patient,
      daysAgo: fc.nat({ max: 40 }),
      conduct: fc.constantFrom('mildDisturbance', 'troubleMaking', 'seriousHarm', 'otherHarm', 'selfHarm', 'suicideAttempt', 'none'),
      times: fc.integer({ min: 1, max: 3 }),
      again: fc.boolean(),
    }),
  },
);
type Event = typeof event extends fc.Arbitrary<infer E> ? E : never;
type Of<K extends Event['kind']> = Extract<Event, { kind: K }>;

/** A county of its own rows: many patients, whose names nobody opens. */
async function people(): Promise<Id[]> {
  const { village, otherVillage, township } = care.county.areas;
  const ids = Array.from({ length: PATIENTS }, () => newId());
  await care.county.rows.sql(
    `INSERT INTO patient (county_id, id, township_id, village_id, name_sealed, name_digest, created_at)
     SELECT $1, id, $3, CASE WHEN n % 2 = 0 THEN $4::uuid ELSE $5::uuid END, '\\x00', '\\x00', now() FROM unnest($2::uuid[]) WITH ORDINALITY AS row (id, n)`,
    [care.county.countyId, ids, township, village, otherVillage],
  );
  return ids;
}

/** Milliseconds after the Monday: no two conducts are decided at the same moment. */
let decided = 0;

/** One batch of what happened, written as the rooms write it: many visits at a time, and each patient's year told in the same transaction. */
async function happen(tx: Tx, ids: readonly Id[], events: readonly Event[], incidents: Id[]): Promise<void> {
  const of = <K extends Event['kind']>(kind: K) => events.filter((one): one is Of<K> => one.kind === kind);
  const idOf = (one: { patient: number }) => ids[one.patient] ?? '';
  const dayOf = (one: { daysAgo: number }): CalendarDate => addDays(TODAY, -one.daysAgo);
  const { doctor } = care.people;
  const visits = of('visit');
  const done = (one: Of<'visit'>) => one.result === 'done';
  await tx.sql(
    `INSERT INTO visit (county_id, id, patient_id, person_id, seat, at, on_day, state, result, form, risk, stability, met, adherence, record_sealed, details_sealed, national, local, checked_in_at, recorded_at)
     SELECT $1, row.id, row.patient_id, $2, 'doctor', row.at, row.on_day, 'recorded', row.result, row.form, row.risk, row.stability, row.met, row.adherence, '\\x00', '\\x00', 1, 0, now(), now()
     FROM unnest($3::uuid[], $4::uuid[], $5::timestamptz[], $6::date[], $7::text[], $8::text[], $9::int[], $10::text[], $11::boolean[], $12::int[])
       AS row (id, patient_id, at, on_day, result, form, risk, stability, met, adherence)`,
    [
      tx.countyId,
      doctor.id,
      visits.map(() => newId()),
      visits.map(idOf),
      visits.map(one => new Date(startOf(dayOf(one)).getTime() + (600 + one.minutes) * 60_000)),
      visits.map(dayOf),
      visits.map(one => one.result),
      visits.map(one => one.form),
      visits.map(one => (done(one) && one.form === 'national' ? 1 : null)),
      visits.map(one => (done(one) && one.form === 'national' ? one.stability : null)),
      visits.map(one => (done(one) ? one.met : null)),
      visits.map(one => (done(one) ? one.adherence : null)),
    ],
  );
  const years = visits.map(one => yearOf(dayOf(one)));
  await tellYears(tx, [...new Set(visits.map(idOf))], { from: Math.min(...years), to: yearOf(TODAY) });
  const cycles = care.county.app.get(Cycles);
  for (const one of of('exam')) {
    await tx.sql(
      `INSERT INTO health_exam (county_id, id, patient_id, on_day, found_sealed, policy_seq, recorded_by, recorded_at) VALUES ($1, $2, $3, $4, '\\x00', 0, $5, now())`,
      [tx.countyId, newId(), idOf(one), dayOf(one), doctor.id],
    );
    await cycles.done(tx, { patientId: idOf(one), cycle: 'healthExam', on: dayOf(one), stability: null, by: doctor.id });
  }
  const { village, otherVillage, farVillage } = care.county.areas;
  for (const one of of('life'))
    await tx.sql('UPDATE patient SET state = $3, care = $5, village_id = $4 WHERE county_id = $1 AND id = $2', [
      tx.countyId,
      idOf(one),
      one.state,
      [village, otherVillage, farVillage][one.village],
      ['deceased', 'movedOut'].includes(one.state) ? [] : ['contact'],
    ]);
  for (const one of of('conduct')) {
    const known = one.again ? incidents.at(-1) : undefined;
    const incidentId = known ?? newId();
    if (known === undefined) {
      incidents.push(incidentId);
      await tx.sql(
        `INSERT INTO incident (county_id, id, patient_id, kind, happened_at, reported_at, reported_by) VALUES ($1, $2, $3, 'other', now(), now(), $4)`,
        [tx.countyId, incidentId, idOf(one), doctor.id],
      );
    }
    await tx.sql(
      `INSERT INTO incident_conduct (county_id, id, incident_id, patient_id, on_day, conduct, times, decided_as, decided_by, decided_at, reason_sealed)
       VALUES ($1, $2, $3, $4, $5, $6, $7, 'doctor', $8, $9, '\\x00')`,
      [
        tx.countyId,
        newId(),
        incidentId,
        idOf(one),
        dayOf(one),
        one.conduct,
        one.conduct === 'none' ? 0 : one.times,
        doctor.id,
        new Date(MONDAY.getTime() + (decided += 1_000)),
      ],
    );
  }
}

it('counts what the history says, after ten thousand random events in any order', async () => {
  const { rows, countyId } = care.county;
  const ids = await people();
  const events = fc.sample(event, { numRuns: EVENTS, seed: 20_260_615 });
  const incidents: Id[] = [];
  for (let from = 0; from < EVENTS; from += BATCH) {
    await rows.inTransaction(tx => happen(tx, ids, events.slice(from, from + BATCH), incidents));
    if (from !== BATCH * 4 && from + BATCH < EVENTS) continue;
    await count();
    const history = await rows.sqlOfMany(HISTORY, [countyId, TODAY]);
    expect(history.length).toBeGreaterThan(1);
    expect(await rows.sqlOfMany(KEPT, [countyId, TODAY])).toEqual(history);
    expect(await rows.sqlOfMany(KEPT_OF_INCIDENTS, [countyId, TODAY])).toEqual(
      await rows.sqlOfMany(HISTORY_OF_INCIDENTS, [countyId, TODAY]),
    );
  }
}, 60_000);
