/** Brings a database up to date: graphile-worker's schema, then our migrations. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { prisma } from '../prisma/cli.mjs';
import { createDatabase } from '../schema-engine/databases.mjs';

const MIGRATIONS = join(import.meta.dirname, '../../prisma/migrations');

/** @param {string} ownerUrl the database, as the role that owns it; it is created if it is missing */
export async function migrate(ownerUrl) {
  await createDatabase(ownerUrl);
  await runMigrations({ connectionString: ownerUrl });
  if ((await pending(ownerUrl)).length === 0) return;
  const { code, output } = await prisma(['migrate', 'deploy'], { ownerUrl });
  if (code !== 0) throw new Error(`The migrations failed:\n${output}`);
}

/** Names of the migrations that the database has not finished. Asking costs milliseconds, the Prisma command line two seconds. */
async function pending(ownerUrl) {
  const names = readdirSync(MIGRATIONS).filter(name => existsSync(join(MIGRATIONS, name, 'migration.sql')));
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const {
      rows: [{ table }],
    } = await client.query(`SELECT to_regclass('_prisma_migrations') AS table`);
    if (!table) return names;
    const { rows } = await client.query(
      'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
    );
    const done = new Set(rows.map(row => row.migration_name));
    return names.filter(name => !done.has(name));
  } finally {
    await client.end();
  }
}
