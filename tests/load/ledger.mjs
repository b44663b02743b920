/**
 * Postings a second, by the product's own ledger, with the accounts kept and covered and every event posted once; beside plain inserts of the
 * same rows into the same table. Both in transactions of as many rows, on one connection, in turns.
 */
import { join } from 'node:path';
import pg from 'pg';
import { median, printFigures } from '../../tools/bench/figures.mjs';
import { build } from '../../tools/build.mjs';
import { scratchPostgres } from '../../tools/postgres/scratch.mjs';

const RUNS = 3;
const POSTINGS = 20_000;
/** As many as a batch of bills is issued with. */
const AT_ONCE = 200;
const DATABASE = 'guanhu_ledger';
const COUNTY = 1;
const OFFICE = '01900000-0061-7000-8000-000000000001';
const AMOUNT = 60_000;

const product = path => import(join(import.meta.dirname, '../../server/dist', path));

export async function measure() {
  await build({ only: ['shared', 'prisma-client', 'server'] });
  const postgres = await scratchPostgres();
  try {
    await postgres.migrate(DATABASE);
    const owner = new pg.Client({ connectionString: postgres.url('postgres', DATABASE) });
    await owner.connect();
    await owner.query(`INSERT INTO county (id, area_code, name) VALUES ($1, '990101', '试验县')`, [COUNTY]);
    await owner.query('SET session_replication_role = replica');
    await owner.query(
      `INSERT INTO budget_line (county_id, id, office_id, year, code, name, planned_fen) VALUES ($1, $2, $2, 2026, '00', '以奖代补', 0)`,
      [COUNTY, OFFICE],
    );
    const { Database } = await product('platform/database/database.js');
    const { postMany } = await product('payouts/ledger.store.js');
    const { newId } = await product('platform/ids.js');
    const database = new Database(postgres.url('app', DATABASE), 1, () => undefined);
    const sides = {
      product: tx => rows => postMany(tx, rows),
      plain: tx => rows => insertPlainly(tx, rows, newId),
    };
    const runs = [];
    for (let run = 0; run <= RUNS; run++) {
      const rates = {};
      for (const [side, write] of Object.entries(sides)) {
        await refill(owner, database, postMany);
        const started = performance.now();
        for (let n = 0; n < POSTINGS; n += AT_ONCE) await database.county(COUNTY).inTransaction(tx => write(tx)(rowsFrom(newId, n)));
        rates[side] = POSTINGS / ((performance.now() - started) / 1_000);
      }
      if (run > 0) runs.push(rates); // the first warms up
    }
    await database.close();
    await owner.end();
    console.table(
      runs.map(({ product: own, plain }, n) => ({
        run: n + 1,
        'postings/s': Math.round(own),
        'plain rows/s': Math.round(plain),
        ratio: (own / plain).toFixed(2),
      })),
    );
    printFigures('ledger', {
      ratio: [median(runs.map(({ product: own, plain }) => own / plain)), 'x'],
      postings_per_s: [median(runs.map(run => run.product)), '1/s'],
      plain_rows_per_s: [median(runs.map(run => run.plain)), '1/s'],
    });
  } finally {
    await postgres.stop();
  }
}

/** An empty ledger that holds enough for everybody. */
async function refill(owner, database, postMany) {
  await owner.query('TRUNCATE ledger_posting, ledger_account');
  const amountFen = POSTINGS * AMOUNT;
  for (const kind of ['appropriation', 'commit', 'release'])
    await database.county(COUNTY).inTransaction(tx => postMany(tx, [{ officeId: OFFICE, lineId: OFFICE, kind, amountFen, cause: kind }]));
  await owner.query('VACUUM ANALYZE ledger_posting, ledger_account');
  await owner.query('CHECKPOINT');
}

/** Claims of as many entitlements. */
const rowsFrom = (newId, first) =>
  Array.from({ length: AT_ONCE }, (_, n) => {
    const entitlementId = newId();
    return {
      officeId: OFFICE,
      lineId: OFFICE,
      kind: 'claim',
      amountFen: AMOUNT,
      cause: `claim:${entitlementId}:${first + n}`,
      batchId: OFFICE,
      entitlementId,
    };
  });

/** The same rows, and nothing else. */
const insertPlainly = (tx, rows, newId) =>
  tx.sqlOfMany(
    `INSERT INTO ledger_posting (county_id, id, office_id, line_id, kind, from_account, to_account, amount_fen, cause, batch_id, entitlement_id, at)
     SELECT $1, row.id, row.office_id, row.line_id, row.kind, 'claimable', 'inTransfer', row.amount_fen, row.cause, row.batch_id, row.entitlement_id, now()
     FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::bigint[], $7::text[], $8::uuid[], $9::uuid[])
       AS row (id, office_id, line_id, kind, amount_fen, cause, batch_id, entitlement_id)`,
    [
      COUNTY,
      rows.map(() => newId()),
      rows.map(row => row.officeId),
      rows.map(row => row.lineId),
      rows.map(row => row.kind),
      rows.map(row => row.amountFen),
      rows.map(row => row.cause),
      rows.map(row => row.batchId),
      rows.map(row => row.entitlementId),
    ],
  );
