import { freshDatabase, type TestDatabase } from '../../../../tools/test-database.mjs';
import { Database } from '../database/database.ts';
import { createLog } from '../log/log.ts';
import { until } from '../../testing/until.ts';
import { Later, Outbox, OutboxHandlers, URGENT, WORKER_PRESENT, type Job } from './outbox.ts';
import { backOffSeconds, OutboxWorker } from './outbox-worker.ts';
import { WorkerPresence } from './worker-presence.ts';

let fresh: TestDatabase;
let database: Database;
const outbox = new Outbox();
const log = createLog('test', 'silent');

beforeEach(async () => {
  fresh = await freshDatabase();
  database = new Database(fresh.appUrl, 6, () => undefined);
  for (const id of [1, 2])
    await database.directory('INSERT INTO county (id, area_code, name) VALUES ($1, $2, $3)', [id, '990101', '试验县']);
});
afterEach(async () => {
  await database.close();
  await fresh.drop();
});

const put = (countyId: number, ...keys: string[]) =>
  database.county(countyId).inTransaction(tx =>
    outbox.putMany(
      tx,
      keys.map(key => ({ kind: 'test', key, payload: { key } })),
    ),
  );
const worker = (handler: (job: Job) => Promise<void>) => {
  const handlers = new OutboxHandlers();
  handlers.on('test', handler);
  return new OutboxWorker(database, outbox, handlers, log);
};
const rows = () =>
  fresh.owner<{ key: string; done: boolean; attempt: number | null }>(
    'SELECT key, due.id IS NULL AS done, attempt FROM outbox LEFT JOIN outbox_due AS due USING (county_id, id) ORDER BY key',
  );

it('keeps a promise once, however often it was made, and none of a change that was rolled back', async () => {
  const seen: string[] = [];
  await put(1, 'a', 'b');
  await put(1, 'a');
  await expect(
    database.county(1).inTransaction(async tx => {
      await outbox.put(tx, { kind: 'test', key: 'c', payload: {} });
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  const one = worker(job => Promise.resolve(void seen.push(job.key)));
  expect(await one.drain()).toBe(2);
  expect(await one.drain()).toBe(0);
  expect(seen.sort()).toEqual(['a', 'b']);
});

it('shares the work between workers without doing any twice', async () => {
  const seen: string[] = [];
  await put(1, ...Array.from({ length: 300 }, (_, i) => `one-${String(i)}`));
  await put(2, ...Array.from({ length: 300 }, (_, i) => `two-${String(i)}`));
  const handler = (job: Job) => Promise.resolve(void seen.push(job.key));
  await Promise.all([worker(handler).drain(), worker(handler).drain(), worker(handler).drain()]);
  expect(seen).toHaveLength(600);
  expect(new Set(seen).size).toBe(600);
});

it('takes over what a dead worker had claimed, when its lease is over', async () => {
  await put(1, 'a');
  expect(await outbox.claim(database.county(1), 10, 60)).toHaveLength(1);
  expect(await outbox.claim(database.county(1), 10, 60)).toHaveLength(0);
  await fresh.owner(`UPDATE outbox_due SET leased_until = now() - interval '1 second'`);
  expect(await outbox.claim(database.county(1), 10, 60)).toMatchObject([{ key: 'a', attempt: 2 }]);
});

it('takes over at once what a worker held that is there no longer, and nothing of one that is', async () => {
  await put(1, 'a', 'b');
  const county = database.county(1);
  const enter = (number: number) => database.bePresent(WORKER_PRESENT, number, () => undefined);
  const [leaveOne, leaveOther] = [await enter(1), await enter(2)];
  const held = await outbox.claim(county, 1, 3600, 1);
  expect(held).toHaveLength(1);
  expect(await outbox.claim(county, 10, 3600, 2)).toHaveLength(1);
  await leaveOne();
  const taken = await until(
    () => outbox.claim(county, 10, 3600, 2),
    jobs => jobs.length > 0,
  );
  expect(taken.map(job => job.key)).toEqual(held.map(job => job.key));
  expect(await outbox.claim(county, 10, 3600, 2)).toEqual([]);
  await leaveOther();
});

it('does not take a worker of another database of the same server for one that is there', async () => {
  await put(1, 'a');
  const other = await freshDatabase();
  const elsewhere = new Database(other.appUrl, 1, () => undefined);
  const leave = await elsewhere.bePresent(WORKER_PRESENT, 3, () => undefined);
  const county = database.county(1);
  expect(await outbox.claim(county, 1, 3600, 3)).toHaveLength(1);
  expect(await outbox.claim(county, 1, 3600, 4)).toMatchObject([{ key: 'a', attempt: 2 }]);
  await leave();
  await elsewhere.close();
  await other.drop();
});

it('is present under a number of its own while it works', async () => {
  const log = createLog('test', 'silent');
  const [one, other] = [new WorkerPresence(database, log), new WorkerPresence(database, log)];
  expect(one.number).toBeNull();
  one.start();
  other.start();
  await until(() => Promise.resolve(one.number !== null && other.number !== null), Boolean);
  expect(one.number).not.toBe(other.number);
  await Promise.all([one.stop(), other.stop()]);
  expect(one.number).toBeNull();
});

it('has a lane of its own for what is urgent, which a full queue does not lengthen', async () => {
  await put(1, ...Array.from({ length: 40 }, (_, i) => `digest-${String(i)}`));
  await database.county(1).inTransaction(tx => outbox.put(tx, { kind: 'test', key: 'alarm', payload: {}, urgent: true }));
  const county = database.county(1);
  expect((await outbox.claimUrgent(county, 10, 20)).map(job => job.key)).toEqual(['alarm']);
  expect(await outbox.claimUrgent(county, 10, 20)).toEqual([]);
  const ordinary = await outbox.claim(county, 100, 60);
  expect(ordinary).toHaveLength(40);
  expect(ordinary.some(job => job.key === 'alarm')).toBe(false);
});

it('wakes a worker that has nothing else to look at as soon as something urgent is committed, and not before', async () => {
  const heard: string[] = [];
  const stop = await database.listen(
    URGENT,
    payload => heard.push(payload),
    () => undefined,
  );
  await database.county(1).inTransaction(async tx => {
    await outbox.put(tx, { kind: 'test', key: 'alarm', payload: {}, urgent: true });
    expect(heard).toEqual([]);
  });
  await expect(
    database.county(2).inTransaction(async tx => {
      await outbox.put(tx, { kind: 'test', key: 'alarm', payload: {}, urgent: true });
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  // What is notified later comes later: when this has been heard, the first one has.
  await database.directory(`SELECT pg_notify('${URGENT}', 'end')`);
  await until(() => Promise.resolve(heard.includes('end')), Boolean);
  expect(heard).toEqual(['1', 'end']);
  await stop();
});

it('gives back what failed or asked for later, and keeps the rest', async () => {
  await put(1, 'bad', 'good', 'later');
  const one = worker(job => {
    if (job.key === 'bad') throw new TypeError('value that must not be stored');
    if (job.key === 'later') throw new Later(3600);
    return Promise.resolve();
  });
  await one.drain();
  expect(await rows()).toEqual([
    { key: 'bad', done: false, attempt: 1 },
    { key: 'good', done: true, attempt: null },
    { key: 'later', done: false, attempt: 1 },
  ]);
  expect(await fresh.owner('SELECT last_error FROM outbox_due WHERE last_error IS NOT NULL')).toEqual([{ last_error: 'TypeError' }]);
  expect(await one.drain()).toBe(0);
});

it('waits longer after each failure and never gives up', () => {
  expect([1, 2, 3, 6, 7, 100].map(backOffSeconds)).toEqual([1, 5, 15, 900, 900, 900]);
});
