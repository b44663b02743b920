/**
 * The proof that the tenancy holds: the migrations' own SQL with every county table cut into 16 hash partitions by `county_id`, and a
 * count of the partitions that a statement touches. A statement that names its county touches one of each table, so the same schema can
 * be distributed by county; one that forgets it touches sixteen.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { createTestDatabase } from './test-database.mjs';

const MIGRATIONS = join(import.meta.dirname, '../prisma/migrations');
const PARTITIONS = 16;

const CREATE_TABLE = /CREATE TABLE "(\w+)" \((?:(?!\n\);)[^])*\n\);/g;
const KEYED_BY_COUNTY = /PRIMARY KEY \("county_id",/;
/** How full pages are kept: a setting of partitions, which a partitioned table refuses, and of no concern here. */
const STORAGE = /^ALTER TABLE "?\w+"? SET \(.*\);$/gm;

/** The same script with every table whose primary key starts with `county_id` partitioned by it; other tables stay as they are. */
export function partitioned(sql) {
  return sql.replace(STORAGE, '').replace(CREATE_TABLE, (create, table) => {
    if (!KEYED_BY_COUNTY.test(create)) return create;
    const parts = Array.from(
      { length: PARTITIONS },
      (_, i) => `CREATE TABLE "${table}_p${i}" PARTITION OF "${table}" FOR VALUES WITH (MODULUS ${PARTITIONS}, REMAINDER ${i});`,
    );
    return [create.replace(/;$/, ' PARTITION BY HASH ("county_id");'), ...parts].join('\n');
  });
}

export async function partitionedDatabase() {
  const database = await createTestDatabase('partitioned');
  await runMigrations({ connectionString: database.ownerUrl });
  const scripts = readdirSync(MIGRATIONS, { recursive: true }).filter(name => name.endsWith('.sql'));
  for (const script of scripts.sort()) await database.owner(partitioned(readFileSync(join(MIGRATIONS, script), 'utf8')));
  return database;
}

/** Collects every statement on rows that this process sends through `pg` while `work` runs. */
export async function capture(work) {
  const statements = [];
  const { submit } = pg.Query.prototype;
  pg.Query.prototype.submit = function (connection) {
    if (/^\s*(SELECT|INSERT|UPDATE|DELETE|WITH|MERGE)\b/i.test(this.text)) statements.push({ text: this.text, values: this.values ?? [] });
    return submit.call(this, connection);
  };
  try {
    await work();
  } finally {
    pg.Query.prototype.submit = submit;
  }
  return statements;
}

/**
 * Partitions that a statement reads or writes, per table: `{ patient: 1 }`. Reads and plain updates are really run, and undone.
 * The owner's plan shows the statement alone; the app's contains the row policy too, whose county is `settings['app.county']`.
 * @param {import('pg').ClientBase} client not inside a transaction
 * @param {Record<string, string>} settings set for the transaction before the statement
 */
export async function partitionsTouched(client, { text, values }, settings = {}) {
  const analyze = /^\s*(SELECT|UPDATE|DELETE)\b/i.test(text) ? 'ANALYZE, ' : '';
  await client.query('BEGIN');
  try {
    for (const [name, value] of Object.entries(settings)) await client.query('SELECT set_config($1, $2, true)', [name, value]);
    const { rows } = await client.query(`EXPLAIN (${analyze}FORMAT JSON) ${text}`, values);
    return countPartitions(rows[0]['QUERY PLAN'][0].Plan);
  } finally {
    await client.query('ROLLBACK');
  }
}

function countPartitions(plan) {
  const touched = new Map();
  const walk = node => {
    const [partition, table] = /^(\w+)_p\d+$/.exec(node['Relation Name'] ?? '') ?? [];
    // A node that was planned but pruned at run time has no loops.
    if (table && node['Actual Loops'] !== 0) touched.set(table, (touched.get(table) ?? new Set()).add(partition));
    for (const child of node.Plans ?? []) walk(child);
  };
  walk(plan);
  return Object.fromEntries([...touched].map(([table, partitions]) => [table, partitions.size]));
}
