import { addDays, calendarDate, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import { SHIPPED_INDICATORS } from '@guanhu/shared/policy/indicator-policy.terms';
import { setPolicy } from '@guanhu/shared/policy/policy.routes';
import { SHIPPED_VISIT_POLICIES } from '@guanhu/shared/policy/shipped-policies';
import { newId } from '../platform/ids.ts';
import { testCounty, type TestCounty } from '../testing/county.ts';
import { FollowSignals } from './follow-signals.ts';
import { SIGNALS, signalsOf } from './signals.store.ts';

const TODAY = calendarDate('2026-06-15');
const { missedDays } = SHIPPED_INDICATORS.warnings;
let county: TestCounty;
let visitor: Id;
beforeAll(async () => {
  county = await testCounty();
  county.clock.set(new Date('2026-06-15T05:10:00+08:00'));
  visitor = (await county.person({ role: 'gridWorker' })).id;
});
afterAll(() => county.close());

const sql = <Row>(text: string, ...values: unknown[]) => county.rows.sql<Row>(text, [county.countyId, ...values]);

async function patients(count: number): Promise<Id[]> {
  const ids = Array.from({ length: count }, () => newId());
  const { township, village } = county.areas;
  await sql(
    `INSERT INTO patient (county_id, id, township_id, village_id, name_sealed, name_digest, care, created_at)
     SELECT $1, id, $3, $4, '\\x00', '\\x00', '{clinical}', now() FROM unnest($2::uuid[]) AS id`,
    ids,
    township,
    village,
  );
  return ids;
}

/** Visits of a patient on these days, by what came of them. */
const visits = (patientId: Id, rows: readonly (readonly [CalendarDate, 'done' | 'missed'])[]) =>
  sql(
    `INSERT INTO visit (county_id, id, patient_id, person_id, seat, at, on_day, state, result, form, risk, stability, record_sealed, details_sealed, national, local, checked_in_at, recorded_at)
     SELECT $1, new_id(), $2, $3, 'gridWorker', row.on_day + time '10:00', row.on_day, 'recorded', row.result, 'quick', NULL, NULL, '\\x00', '\\x00', 1, 0, now(), now()
     FROM unnest($4::date[], $5::text[]) AS row (on_day, result)`,
    patientId,
    visitor,
    rows.map(([day]) => day),
    rows.map(([, result]) => result),
  );
const ago = (days: number) => addDays(TODAY, -days);
async function missed(patientId: Id): Promise<{ since: CalendarDate; times: number; state: string }[]> {
  await county.app.get(FollowSignals).run(county.countyId);
  return sql(`SELECT since, times, state FROM early_warning WHERE county_id = $1 AND patient_id = $2 AND kind = 'missedVisits'`, patientId);
}

describe('visits in a row that met nobody', () => {
  it('are told while the last of them is within the days of the policy, and from the first of them on', async () => {
    const [inside, outside, few, met] = await patients(4);
    const row = (last: number) => [300, 200, last].map(days => [ago(days), 'missed'] as const);
    await visits(inside ?? '', row(missedDays - 1));
    await visits(outside ?? '', row(missedDays));
    await visits(few ?? '', row(1).slice(1));
    await visits(met ?? '', [...row(5), [ago(4), 'done'], [ago(3), 'missed'], [ago(2), 'missed']]);
    expect(await missed(inside ?? '')).toEqual([{ since: ago(300), times: 3, state: 'open' }]);
    for (const other of [outside, few, met]) expect(await missed(other ?? '')).toEqual([]);
    await visits(inside ?? '', [[ago(1), 'missed']]);
    expect(await missed(inside ?? '')).toEqual([{ since: ago(300), times: 4, state: 'open' }]);
    await visits(inside ?? '', [[ago(0), 'done']]);
    expect(await missed(inside ?? '')).toMatchObject([{ since: ago(300), state: 'over' }]);
  });
});

it('tells of a band that went up by the bands of the township, where it has its own, and by the county’s elsewhere', async () => {
  const administrator = await county.person({ role: 'administrator', area: county.areas.county, channel: 'desk' });
  const { policy } = SHIPPED_VISIT_POLICIES.fourColours;
  const body = { effectiveOn: TODAY, after: 0, townshipId: county.areas.township, policy };
  expect((await county.call(setPolicy, { as: administrator, params: { kind: 'visit' }, body })).status).toBe(200);
  const [own, down, other] = await patients(3);
  const { otherTownship, farVillage } = county.areas;
  await sql('UPDATE patient SET township_id = $3, village_id = $4 WHERE county_id = $1 AND id = $2', other, otherTownship, farVillage);
  for (const [id, ...told] of [
    [own, 'yellow', 'red'],
    [down, 'red', 'yellow'],
    [other, 'stable', 'basicStable'],
  ]) {
    await sql(
      `INSERT INTO rating (county_id, id, patient_id, on_day, source, cause_id, band, policy_seq, rated_at)
       SELECT $1, new_id(), $2, $4::date + n::int - 3, 'review', new_id(), band, 1, $4::date + n::int - 3
       FROM unnest($3::text[]) WITH ORDINALITY AS told (band, n)`,
      id,
      told,
      TODAY,
    );
    await sql(`INSERT INTO standing (county_id, id, policy_seq, band, band_on) VALUES ($1, $2, 1, $3, $4)`, id, told.at(-1), ago(1));
  }
  await county.app.get(FollowSignals).run(county.countyId);
  const told = await sql<{ id: Id; grade: number; since: CalendarDate }>(
    `SELECT patient_id AS id, grade, since FROM early_warning WHERE county_id = $1 AND kind = 'bandUp' AND patient_id = ANY($2::uuid[]) ORDER BY grade`,
    [own, down, other],
  );
  expect(told).toEqual([
    { id: other, grade: 2, since: ago(1) },
    { id: own, grade: 3, since: ago(1) },
  ]);
});

type Node = {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Node[];
};
const nodes = (node: Node): readonly Node[] => [node, ...(node.Plans ?? []).flatMap(nodes)];
/** Rows of a table that a plan looked at, whether it kept them or not. */
const readOf = (all: readonly Node[], table: string): number =>
  all
    .filter(node => node['Relation Name'] === table)
    .reduce((sum, node) => sum + (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'], 0);

it('reads in the morning the rows of the last days and not ten years of a county', async () => {
  const PEOPLE = 300;
  const YEARS = 10;
  const ids = await patients(PEOPLE);
  // A visit a week for ten years, every fourth met nobody; an assessment a month; an incident a year.
  await sql(
    `INSERT INTO visit (county_id, id, patient_id, person_id, seat, at, on_day, state, result, form, record_sealed, details_sealed, national, local, checked_in_at, recorded_at)
     SELECT $1, new_id(), id, $3, 'gridWorker', day + time '10:00', day::date, 'recorded', CASE WHEN n % 4 = 2 THEN 'missed' ELSE 'done' END, 'quick', '\\x00', '\\x00', 1, 0, now(), now()
     FROM unnest($2::uuid[]) AS id CROSS JOIN generate_series($4::date - 3650, $4::date - 1, interval '7 days') WITH ORDINALITY AS week (day, n)`,
    ids,
    visitor,
    TODAY,
  );
  await sql(
    `INSERT INTO rating (county_id, id, patient_id, on_day, source, cause_id, band, policy_seq, rated_at)
     SELECT $1, new_id(), id, day::date, 'review', new_id(), 'yellow', 1, day
     FROM unnest($2::uuid[]) AS id CROSS JOIN generate_series($3::date - 3650, $3::date - 1, interval '30 days') AS day`,
    ids,
    TODAY,
  );
  await sql(
    `INSERT INTO standing (county_id, id, policy_seq, band, band_on) SELECT $1, id, 1, 'yellow', '2016-07-01' FROM unnest($2::uuid[]) AS id`,
    ids,
  );
  await sql(
    `INSERT INTO incident (county_id, id, patient_id, kind, happened_at, reported_at, reported_by)
     SELECT $1, new_id(), id, 'threat', day, day, $3 FROM unnest($2::uuid[]) AS id CROSS JOIN generate_series($4::date - 3650, $4::date - 1, interval '30 days') AS day`,
    ids,
    visitor,
    TODAY,
  );
  await county.database.owner('ANALYZE visit, rating, standing, incident, patient');
  const [whole] = await sql<{ visits: number; ratings: number; incidents: number }>(
    `SELECT (SELECT count(*)::int FROM visit WHERE county_id = $1) AS visits, (SELECT count(*)::int FROM rating WHERE county_id = $1) AS ratings,
       (SELECT count(*)::int FROM incident WHERE county_id = $1) AS incidents`,
  );
  const asked = signalsOf(county.rows, TODAY, SHIPPED_INDICATORS, { county: ['red', 'yellow'], townships: [] }, county.clock.now());
  const [explained] = await county.rows.sqlOfMany<{ 'QUERY PLAN': readonly [{ readonly Plan: Node }] }>(
    `EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) SELECT signal.*, $9::timestamptz FROM (${SIGNALS}) AS signal`,
    asked,
  );
  const plan = explained ? nodes(explained['QUERY PLAN'][0].Plan) : [];
  const read = { visits: readOf(plan, 'visit'), ratings: readOf(plan, 'rating'), incidents: readOf(plan, 'incident') };
  expect(plan.map(node => node['Index Name'])).toContain('visit_missed');
  expect(whole?.visits).toBeGreaterThan(PEOPLE * YEARS * 50);
  // The last days are a fortieth of the history.
  expect(read.visits * 20).toBeLessThan(whole?.visits ?? 0);
  expect(read.ratings * 20).toBeLessThan(whole?.ratings ?? 0);
  expect(read.incidents * 20).toBeLessThan(whole?.incidents ?? 0);
}, 60_000);
