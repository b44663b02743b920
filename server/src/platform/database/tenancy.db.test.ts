import { DIRECTORY_TABLES } from './directory.ts';
import { Database, type Sql } from './database.ts';
import { freshDatabase, type TestDatabase } from '../../../../tools/test-database.mjs';
import { newId } from '../ids.ts';

let fresh: TestDatabase;
let database: Database;
const fail = (error: Error) => {
  throw error;
};

beforeAll(async () => {
  fresh = await freshDatabase();
  database = new Database(fresh.appUrl, 2, fail);
});
afterAll(async () => {
  await database.close();
  await fresh.drop();
});

const note = (countyId: number, key: string) =>
  database
    .county(countyId)
    .sql('INSERT INTO outbox (county_id, id, kind, key, payload) VALUES ($1, $2, $3, $4, $5)', [countyId, newId(), 'test', key, '{}']);
const kept = (countyId: number) => database.county(countyId).sql<{ key: string }>('SELECT key FROM outbox WHERE kind = $1', ['test']);

it('shows nothing to a query that forgets the county', async () => {
  await note(1, 'one');
  expect(await kept(1)).toHaveLength(1);
  expect((await database.pool.query('SELECT * FROM outbox')).rows).toEqual([]);
  expect(await database.directory('SELECT * FROM outbox')).toEqual([]);
});

it('shows and takes nothing of another county, by plain SQL and by Prisma', async () => {
  await note(2, 'two');
  expect((await kept(2)).map(row => row.key)).toEqual(['two']);
  await expect(
    database
      .county(2)
      .sql('INSERT INTO outbox (county_id, id, kind, key, payload) VALUES (1, $1, $2, $3, $4)', [newId(), 'test', 'x', '{}']),
  ).rejects.toThrow('row-level security');
  expect(await database.county(2).prisma.outboxRow.findMany({ where: { kind: 'test' } })).toHaveLength(1);
  expect(await database.county(2).prisma.outboxRow.updateMany({ data: { urgent: true } })).toEqual({ count: 1 });
  expect(await database.county(1).prisma.outboxRow.findFirst({ where: { urgent: true } })).toBeNull();
});

it('keeps 200 interleaved requests of two counties on two connections apart', async () => {
  const answers = await Promise.all(
    Array.from({ length: 200 }, async (_, i) => {
      const countyId = 10 + (i % 2);
      const one = database.county(countyId);
      const way = i % 3;
      if (way === 0) await note(countyId, `n${String(i)}`);
      if (way === 1)
        await one.inTransaction(tx =>
          tx.sql('INSERT INTO outbox (county_id, id, kind, key, payload) VALUES ($1, $2, $3, $4, $5)', [
            countyId,
            newId(),
            'test',
            `n${String(i)}`,
            '{}',
          ]),
        );
      if (way === 2)
        await one.prisma.outboxRow.create({ data: { countyId, id: newId(), kind: 'test', key: `n${String(i)}`, payload: {} } });
      const seen = await database.county(countyId).sql<{ county_id: number }>('SELECT county_id FROM outbox');
      return { countyId, seen };
    }),
  );
  for (const { countyId, seen } of answers) expect(new Set(seen.map(row => row.county_id))).toEqual(new Set([countyId]));
  expect(await kept(10)).toHaveLength(100);
  expect(await kept(11)).toHaveLength(100);
});

it('plans a statement once when asked to, and no other', async () => {
  const single = new Database(fresh.appUrl, 1, fail);
  const one = single.county(1);
  const mode = async (sql: Sql) => (await sql<{ mode: string }>(`SELECT current_setting('plan_cache_mode') AS mode`))[0]?.mode;
  expect(await mode(one.plannedOnce)).toBe('force_generic_plan');
  expect(await mode(one.sql)).toBe('auto');
  expect(await mode(single.directory)).toBe('auto');
  await note(1, 'planned');
  expect(await one.plannedOnce('SELECT key FROM outbox WHERE key = $1', ['planned'])).toEqual([{ key: 'planned' }]);
  expect(await single.county(2).plannedOnce('SELECT key FROM outbox WHERE key = $1', ['planned'])).toEqual([]);
  await single.close();
});

it('leaves no county behind on the connection, whatever goes wrong', async () => {
  const single = new Database(fresh.appUrl, 1, fail);
  const forgotten = () => single.directory('SELECT id FROM outbox');
  const mistakes: [string, unknown[]][] = [
    ['SELEC', []],
    ['SELECT $1::int', ['x']],
    ['SELECT 1 / count(*) FROM outbox WHERE false', []],
  ];
  for (const [text, values] of mistakes) {
    await expect(single.county(1).sql(text, values)).rejects.toThrow();
    expect(await forgotten()).toEqual([]);
    await expect(single.county(1).inTransaction(tx => tx.sql(text, values))).rejects.toThrow();
    expect(await forgotten()).toEqual([]);
  }
  await single.close();
});

it('has row-level security and a policy on every table with a county, and lists every other one', async () => {
  const tables = await fresh.owner<{ name: string; county: boolean; secured: boolean }>(`
    SELECT c.relname AS name,
      EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'county_id' AND a.attnum = 1) AS county,
      c.relrowsecurity AND EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid) AS secured
    FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relname <> '_prisma_migrations'`);
  expect(tables.filter(table => table.county && !table.secured).map(table => table.name)).toEqual([]);
  const known = new Set<string>(DIRECTORY_TABLES);
  expect(tables.filter(table => !table.county && !known.has(table.name))).toEqual([]);
});

it('begins every key, unique and foreign key of a county table with the county, and has no trigger', async () => {
  const keys = await fresh.owner<{ name: string }>(`
    SELECT i.indexrelid::regclass::text AS name FROM pg_index i
    JOIN pg_class c ON c.oid = i.indrelid AND c.relnamespace = 'public'::regnamespace
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'county_id' AND a.attnum = 1
    WHERE i.indisunique AND i.indkey[0] <> a.attnum`);
  expect(keys).toEqual([]);
  const foreign = await fresh.owner(`
    SELECT conname FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'county_id' AND a.attnum = 1
    WHERE k.contype = 'f' AND c.relnamespace = 'public'::regnamespace AND (k.conkey[1] <> a.attnum OR k.confdeltype <> 'a')`);
  expect(foreign).toEqual([]);
  expect(
    await fresh.owner(
      `SELECT tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE NOT tgisinternal AND c.relnamespace = 'public'::regnamespace`,
    ),
  ).toEqual([]);
});

it('sorts names as Chinese do', async () => {
  const sorted = await fresh.owner<{ name: string }>(
    `SELECT name FROM (VALUES ('石栏村'), ('安坪村'), ('竹坪村'), ('柳湾村')) AS v (name) ORDER BY name COLLATE "zh-Hans-CN-x-icu"`,
  );
  expect(sorted.map(row => row.name)).toEqual(['安坪村', '柳湾村', '石栏村', '竹坪村']);
});
