import { readIndicators, readRegion, setResidents } from '@guanhu/shared/indicators/indicators.routes';
import { calendarDate } from '@guanhu/shared/kernel/calendar-date';
import { Database } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { testCounty, type TestCounty, type TestPerson } from '../testing/county.ts';
import { CountMonths } from './count-months.ts';

const TODAY = new Date('2026-06-15T10:00:00+08:00');
let county: TestCounty;
let second: TestCounty;
let above: TestCounty;
let supervisor: TestPerson;

/** A tenant whose code is that of a region, or of a county elsewhere. */
async function tenant(countyId: number, areaCode: string): Promise<TestCounty> {
  const one = await county.neighbour(countyId);
  await one.app.get(Database).directory('UPDATE county SET area_code = $2 WHERE id = $1', [countyId, areaCode]);
  return one;
}
const supervisorOf = (one: TestCounty) => one.person({ role: 'regionSupervisor', area: one.areas.county });

beforeAll(async () => {
  county = await testCounty();
  county.clock.set(TODAY);
  second = await county.neighbour(2);
  above = await tenant(90, '990000000000');
  await tenant(91, '980101000000');
  supervisor = await supervisorOf(above);
  await patients(county, 40);
  await patients(second, 3);
  for (const one of [county, second]) await county.app.get(CountMonths).run(one.countyId);
}, 60_000);
afterAll(() => county.close());

const patients = ({ rows, countyId, areas }: TestCounty, count: number, villageId = areas.village) =>
  rows.sql(
    `INSERT INTO patient (county_id, id, township_id, village_id, name_sealed, name_digest, created_at)
     SELECT $1, id, $3, $4, '\\x00', '\\x00', now() FROM unnest($2::uuid[]) AS id`,
    [countyId, Array.from({ length: count }, () => newId()), areas.township, villageId],
  );
const read = (as: TestPerson, one = above, month?: string) => one.call(readRegion, { as, query: month === undefined ? {} : { month } });

describe('a province', () => {
  it('has its counties in rows and a sum of what they tell, with small numbers hidden before they left (BQ-05, BQ-06)', async () => {
    const { body } = await read(supervisor);
    expect(body.month).toBe('2026-06');
    expect(body.counties.map(({ published }) => published?.values.management)).toEqual([
      { numerator: 0, denominator: 40, hidden: false },
      { numerator: null, denominator: null, hidden: true },
    ]);
    expect([body.values.management, body.told.management]).toEqual([{ numerator: 0, denominator: 40, hidden: false }, 1]);
    expect(body.trend.map(({ month, told }) => [month, told.management])).toEqual([['2026-06', 1]]);
    // Of nobody is known how many live there.
    expect([body.values.detection.denominator, body.told.detection]).toEqual([null, 0]);
    const stored = await county.database.owner(
      'SELECT numerator, denominator FROM published_indicator WHERE county_id = 2 AND question = $1',
      ['management'],
    );
    expect(stored).toEqual([{ numerator: null, denominator: null }]);
  });

  it('follows what its counties count anew, and says of a month that none has published that there is nothing', async () => {
    const administrator = await county.person({ role: 'administrator', area: county.areas.county });
    const { village, otherVillage, farVillage } = county.areas;
    const rows = [village, otherVillage, farVillage].map(areaId => ({ areaId, residents: 4_000 }));
    await county.call(setResidents, { as: administrator, body: { since: calendarDate('2026-06-01'), rows } });
    await county.app.get(CountMonths).run(county.countyId);
    const { body } = await read(supervisor);
    expect([body.values.detection, body.told.detection]).toEqual([{ numerator: 40, denominator: 12_000, hidden: false }, 1]);
    const before = (await read(supervisor, above, '2026-05')).body;
    expect(before.counties.map(({ published }) => published)).toEqual([null, null]);
    expect([before.trend, before.told.management]).toEqual([[], 0]);
  });

  it('is those whose code begins as its own: a prefecture has its part, another province nothing, a county itself', async () => {
    const prefecture = await tenant(92, '990100000000');
    const other = await tenant(93, '970000000000');
    const counties = async (one: TestCounty) => (await read(await supervisorOf(one), one)).body.counties.length;
    expect([await counties(prefecture), await counties(other), await counties(second)]).toEqual([2, 0, 1]);
  });

  it('is read by its supervisors only, who see nothing else', async () => {
    for (const as of [
      await above.person({ role: 'administrator', area: above.areas.county }),
      await above.person({ role: 'politicalLegalMember', area: above.areas.county }),
    ])
      expect((await read(as)).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
  });
});

it('lets no county speak for another, and nobody take back what was published', async () => {
  const speak = (by: TestCounty, of: TestCounty) =>
    by.rows.sql(
      `INSERT INTO published_indicator (month, county_id, question, hidden, formulas, counted_at) VALUES ('2026-04-01', $1, 'stable', false, 1, now())`,
      [of.countyId],
    );
  await expect(speak(second, county)).rejects.toThrow('row-level security');
  await speak(second, second);
  const changed = await second.rows.sql(
    'UPDATE published_indicator SET numerator = 1, denominator = 1, hidden = false WHERE county_id = $1 RETURNING month',
    [county.countyId],
  );
  expect(changed).toEqual([]);
  const { directory } = county.app.get(Database);
  await expect(
    directory(
      `INSERT INTO published_indicator (month, county_id, question, hidden, formulas, counted_at) VALUES ('2026-04-01', 1, 'stable', false, 1, now())`,
    ),
  ).rejects.toThrow('row-level security');
  await expect(second.rows.sql('DELETE FROM published_indicator WHERE county_id = $1', [second.countyId])).rejects.toThrow(
    'permission denied',
  );
});

it('holds nothing but numbers of counties', async () => {
  const columns = await county.database.owner<{ name: string }>(
    `SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'published_indicator' ORDER BY ordinal_position`,
  );
  expect(columns.map(({ name }) => name)).toEqual([
    'month',
    'county_id',
    'question',
    'numerator',
    'denominator',
    'hidden',
    'formulas',
    'counted_at',
  ]);
});

it('hides a village that keeps another one company on its own page and in its trend, not on the pages of both together', async () => {
  await patients(county, 3, county.areas.otherVillage);
  await county.app.get(CountMonths).run(county.countyId);
  const lead = await county.person({ role: 'townshipLead' });
  const registered = async (areaId: string) => {
    const { own, places, trend } = (await county.call(readIndicators, { as: lead, query: { areaId } })).body;
    return [own.values, ...places.map(place => place.values), ...trend.map(month => month.values)].map(
      values => values.management.denominator,
    );
  };
  expect(await registered(county.areas.township)).toEqual([43, null, null, 43]);
  expect(await registered(county.areas.village)).toEqual([null, null]);
  expect(await registered(county.areas.otherVillage)).toEqual([null, null]);
});
