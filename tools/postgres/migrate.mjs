/** Brings a database up to date: graphile-worker's schema, then our migrations. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
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
  const applied = await appliedTo(ownerUrl);
  const migrations = readdirSync(MIGRATIONS).filter(name => existsSync(scriptOf(name)));
  const changed = migrations.filter(name => applied.has(name) && applied.get(name) !== checksum(scriptOf(name)));
  if (changed.length > 0) {
    throw new Error(`The database was made by another edition of the migrations (${changed.join(', ')}).
Before the first release there is no way from one edition to the next: remove the database (for the demonstration: the folder .data).`);
  }
  if (migrations.every(name => applied.has(name))) return;
  const { code, output } = await prisma(['migrate', 'deploy'], { ownerUrl });
  if (code !== 0) throw new Error(`The migrations failed:\n${output}`);
}

const scriptOf = name => join(MIGRATIONS, name, 'migration.sql');
const checksum = file => createHash('sha256').update(readFileSync(file)).digest('hex');

/** Finished migrations with their checksums. Asking costs milliseconds, the Prisma command line two seconds. */
async function appliedTo(ownerUrl) {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows: found } = await client.query(`SELECT to_regclass('_prisma_migrations') AS table`);
    if (!found[0].table) return new Map();
    const { rows } = await client.query(
      'SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
    );
    return new Map(rows.map(row => [row.migration_name, row.checksum]));
  } finally {
    await client.end();
  }
}
