/**
 * Writes the two migrations anew from their sources. Until the first release there is no past to migrate from, so the schema stays one
 * readable piece; from then on migrations are only added.
 *
 *   prisma/migrations/20260101000000_schema   what Prisma's language says (prisma/schema/*.prisma)
 *   prisma/migrations/20260101000100_guards   what it cannot say: row-level security and grants of every table, then prisma/guards/*.sql
 */
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scratchPostgres } from './postgres/scratch.mjs';
import { prisma } from './prisma/cli.mjs';

const root = join(import.meta.dirname, '..');
const migrations = join(root, 'prisma/migrations');
const guards = join(root, 'prisma/guards');

const postgres = await scratchPostgres();
await postgres.query('owner', 'postgres', 'CREATE DATABASE scratch');
const { code, output } = await prisma(['migrate', 'diff', '--from-empty', '--to-schema', 'prisma/schema', '--script'], {
  ownerUrl: postgres.url('owner', 'scratch'),
});
await postgres.stop();
if (code !== 0) throw new Error(output);
const schema = output.slice(output.indexOf('-- CreateSchema'));

const tables = [...schema.matchAll(/CREATE TABLE "(\w+)" \(\n {4}"(\w+)"/g)].map(([, table, first]) => ({
  table,
  county: first === 'county_id',
}));
const secured = tables
  .filter(({ county }) => county)
  .map(({ table }) => table)
  .sort();
const open = tables
  .filter(({ county }) => !county)
  .map(({ table }) => table)
  .sort();

const guard = [
  '-- Made by tools/squash-migrations.mjs from prisma/guards; edit there.',
  'GRANT USAGE ON SCHEMA public TO app;',
  ...open.map(table => `GRANT SELECT, INSERT, UPDATE, DELETE ON "${table}" TO app;`),
  ...secured.map(table =>
    [
      `GRANT SELECT, INSERT, UPDATE, DELETE ON "${table}" TO app;`,
      `ALTER TABLE "${table}" ENABLE ROW LEVEL SECURITY;`,
      `CREATE POLICY county ON "${table}" USING (county_id = nullif(current_setting('app.county', true), '')::int);`,
    ].join('\n'),
  ),
  ...readdirSync(guards)
    .filter(name => name.endsWith('.sql'))
    .sort()
    .map(name => `-- ${name}\n${readFileSync(join(guards, name), 'utf8').trim()}`),
].join('\n\n');

rmSync(migrations, { recursive: true, force: true });
const write = (name, sql) => {
  mkdirSync(join(migrations, name), { recursive: true });
  writeFileSync(join(migrations, name, 'migration.sql'), `${sql.trim()}\n`);
};
write('20260101000000_schema', schema);
write('20260101000100_guards', guard);
writeFileSync(join(migrations, 'migration_lock.toml'), 'provider = "postgresql"\n');
console.log(`${String(secured.length)} county tables, ${String(open.length)} in the directory`);
