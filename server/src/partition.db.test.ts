import pg from 'pg';
import { capture, partitionedDatabase, partitionsTouched, type Statement } from '../../tools/partitioned-database.mjs';
import { createLog } from './platform/log/log.ts';
import { mainJob } from './testing/main-job.ts';
import { oneOfEverything, type Everything } from './testing/one-of-everything.ts';
import { simulatedPay, type SimulatedPay } from './testing/simulated-pay.ts';

/*
 * Every statement that the running house sends is planned on the same schema cut into 16 partitions by county. One that names its county
 * touches one partition of each table, so that the tables can be distributed by county; one that forgets it touches sixteen.
 */
let pay: SimulatedPay;
let world: Everything;
let owner: pg.Client;
/** One of each text. */
let statements: readonly Statement[];
/** What went wrong inside the house while it worked. */
const complaints: string[] = [];

beforeAll(async () => {
  pay = await simulatedPay();
  const log = createLog('test', 'error', { write: line => void complaints.push(line) });
  const database = await partitionedDatabase();
  const sent = await capture(async () => {
    world = await oneOfEverything({ database, log, accounts: { merchants: pay.merchants } });
    pay.direct(world.county.url);
    await mainJob(world, pay);
  });
  statements = [...new Map(sent.map(each => [each.text, each])).values()];
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
}, 300_000);
afterAll(async () => {
  await owner.end();
  await world.county.close();
  await pay.close();
});

/** Tables of which a statement touches more than one partition. */
const scattered = async (statement: Statement) =>
  Object.entries(await partitionsTouched(owner, statement)).filter(([, partitions]) => partitions > 1);

it('finds a statement that forgets the county', async () => {
  expect(await scattered({ text: 'SELECT id FROM patient', values: [] })).toEqual([['patient', 16]]);
  expect(await scattered({ text: 'SELECT id FROM patient WHERE county_id = $1', values: [1] })).toEqual([]);
  const forgetful = `WITH one AS (SELECT village_id FROM patient WHERE county_id = $1) UPDATE area SET name = name FROM one WHERE area.id = one.village_id`;
  expect(await scattered({ text: forgetful, values: [1] })).toEqual([['area', 16]]);
});

it('has seen the house at work on every table, without a complaint', async () => {
  expect(complaints).toEqual([]);
  const { rows } = await owner.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relkind = 'p' AND relnamespace = 'public'::regnamespace`,
  );
  expect(rows.length).toBeGreaterThan(30);
  const all = statements.map(({ text }) => text).join('\n');
  expect(rows.filter(({ name }) => !new RegExp(`\\b${name}\\b`).test(all))).toEqual([]);
});

it('sends no statement that touches more than one partition of a table', async () => {
  const found: [string, [string, number][]][] = [];
  for (const statement of statements) {
    const tables = await scattered(statement);
    if (tables.length > 0) found.push([statement.text, tables]);
  }
  expect(found).toEqual([]);
});
