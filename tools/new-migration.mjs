/**
 * Writes the next migration: what is between the migrations and the schema, as SQL to review and complete by hand.
 *
 *   node tools/new-migration.mjs add-agreements
 *
 * (`prisma migrate dev` cannot: the WebAssembly engine gives its data-loss check no shadow database once there is a first migration.)
 */
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { scratchPostgres } from './postgres/scratch.mjs';
import { prisma } from './prisma/cli.mjs';

const MIGRATIONS = join(import.meta.dirname, '../prisma/migrations');
const DIFF = ['migrate', 'diff', '--from-migrations', 'prisma/migrations', '--to-schema', 'prisma/schema'];
const NO_DIFFERENCE = 0;
const DIFFERENCE = 2;

const name = process.argv[2];
if (!/^[a-z0-9-]+$/.test(name ?? ''))
  throw new Error('Name the migration in lower case with hyphens: node tools/new-migration.mjs add-agreements');

// Prisma refuses a folder without the lock file.
mkdirSync(MIGRATIONS, { recursive: true });
writeFileSync(join(MIGRATIONS, 'migration_lock.toml'), 'provider = "postgresql"\n');

const postgres = await scratchPostgres();
try {
  await postgres.query('owner', 'postgres', 'CREATE DATABASE scratch');
  const script = join(postgres.home, 'migration.sql');
  const diff = await prisma([...DIFF, '--exit-code', '--script', '--output', script], { ownerUrl: postgres.url('owner', 'scratch') });
  if (diff.code === NO_DIFFERENCE) console.log('The migrations already make this schema.');
  else if (diff.code === DIFFERENCE) console.log(`Written: ${place(script)}`);
  else throw new Error(diff.output);
} finally {
  await postgres.stop();
}

function place(script) {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = join(MIGRATIONS, `${stamp}_${name}`);
  mkdirSync(folder);
  copyFileSync(script, join(folder, 'migration.sql'));
  return relative(process.cwd(), join(folder, 'migration.sql'));
}
