/**
 * The outbox beside what it could at most be: promises claimed with a lease, handled by a handler that does nothing, and completed, by the
 * product's own worker; beside rows of a plain table that are deleted as they are taken, `DELETE … SKIP LOCKED … RETURNING`, which forgets what a
 * dead worker held and what was promised before. Both on two connections, 500 rows at a time, in turns.
 */
import { join } from 'node:path';
import pg from 'pg';
import { median, printFigures } from '../../tools/bench/figures.mjs';
import { build } from '../../tools/build.mjs';
import { scratchPostgres } from '../../tools/postgres/scratch.mjs';

const RUNS = 3;
const ROWS = 100_000;
const BATCH = 500;
const CONNECTIONS = 2;
const DATABASE = 'guanhu_outbox';

const product = path => import(join(import.meta.dirname, '../../server/dist', path));

export async function measure() {
  await build({ only: ['shared', 'prisma-client', 'server'] });
  const postgres = await scratchPostgres();
  try {
    await postgres.migrate(DATABASE);
    const owner = new pg.Client({ connectionString: postgres.url('postgres', DATABASE) });
    await owner.connect();
    await owner.query(`INSERT INTO county (id, area_code, name) VALUES (1, '990101', '试验县')`);
    await owner.query(PLAIN);
    const sides = { leased: await leased(postgres.url('app', DATABASE)), deleted: await deleted(postgres.url('owner', DATABASE)) };
    const runs = [];
    for (let run = 0; run <= RUNS; run++) {
      const rates = {};
      for (const [side, { drain }] of Object.entries(sides)) {
        await fill(owner, side);
        const started = performance.now();
        await drain();
        rates[side] = ROWS / ((performance.now() - started) / 1000);
        const { rows } = await owner.query('SELECT ((SELECT count(*) FROM outbox_due) + (SELECT count(*) FROM plain))::int AS left');
        if (rows[0].left !== 0) throw new Error(`${rows[0].left} promises were left`);
      }
      if (run > 0) runs.push(rates); // the first warms up
    }
    for (const { close } of Object.values(sides)) await close();
    await owner.end();
    print(runs);
  } finally {
    await postgres.stop();
  }
}

/** All that the bare side needs: what is promised, and the order in which it is taken. */
const PLAIN = `
  CREATE TABLE plain (county_id int, id uuid, kind text, key text, payload jsonb, not_before timestamptz, PRIMARY KEY (county_id, id));
  CREATE INDEX plain_order ON plain (county_id, not_before);
  GRANT SELECT, UPDATE, DELETE ON plain TO owner`;

/** Promises as rooms make them, all due. */
async function fill(owner, side) {
  await owner.query('TRUNCATE outbox, outbox_due, plain');
  await owner.query(
    `WITH promised AS (
     INSERT INTO ${side === 'leased' ? 'outbox' : 'plain'} (county_id, id, kind, key, payload, not_before)
     SELECT 1, promise_id('measured', key), 'measured', key, jsonb_build_object('window', 'day', 'day', '2026-06-15', 'personId', new_id()), now()
     FROM (SELECT 'day:2026-06-15:' || new_id() AS key FROM generate_series(1, $1)) AS made
     RETURNING id, not_before)
     INSERT INTO outbox_due (county_id, id, urgent, not_before) SELECT 1, id, false, not_before FROM promised WHERE $2`,
    [ROWS, side === 'leased'],
  );
  await owner.query('VACUUM ANALYZE outbox, outbox_due, plain');
  await owner.query('CHECKPOINT');
}

/** The product: two workers, each with its own connection. */
async function leased(url) {
  const { Database } = await product('platform/database/database.js');
  const { Outbox, OutboxHandlers } = await product('platform/outbox/outbox.js');
  const { OutboxWorker } = await product('platform/outbox/outbox-worker.js');
  const { createLog } = await product('platform/log/log.js');
  const database = new Database(url, CONNECTIONS, () => undefined);
  const handlers = new OutboxHandlers();
  handlers.onBatch('measured', () => Promise.resolve(new Map()));
  const workers = Array.from(
    { length: CONNECTIONS },
    () => new OutboxWorker(database, new Outbox(), handlers, createLog('bench', 'silent')),
  );
  return { drain: () => Promise.all(workers.map(worker => worker.drain())), close: () => database.close() };
}

async function deleted(url) {
  const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS });
  const take = `
    DELETE FROM plain WHERE county_id = 1 AND id IN (
      SELECT id FROM plain WHERE county_id = 1 AND not_before <= now() ORDER BY not_before LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
    RETURNING id, kind, key, payload`;
  const loop = async () => {
    while ((await pool.query({ name: 'take', text: take })).rowCount > 0);
  };
  return { drain: () => Promise.all(Array.from({ length: CONNECTIONS }, loop)), close: () => pool.end() };
}

function print(runs) {
  console.table(
    runs.map(({ leased: own, deleted: bare }, n) => ({
      run: n + 1,
      'leased rows/s': Math.round(own),
      'deleted rows/s': Math.round(bare),
      ratio: (own / bare).toFixed(2),
    })),
  );
  printFigures('outbox', {
    ratio: [median(runs.map(({ leased: own, deleted: bare }) => own / bare)), 'x'],
    rows_per_s: [median(runs.map(run => run.leased)), '1/s'],
    ceiling_rows_per_s: [median(runs.map(run => run.deleted)), '1/s'],
  });
}
