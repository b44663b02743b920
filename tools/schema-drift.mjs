/**
 * Whether the migrations make what the Prisma schema says. Foreign keys between rooms are written in `prisma/guards`, because a relation
 * would put one room's model into another room's file; Prisma does not know them and would drop them, which is no drift.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scratchPostgres } from './postgres/scratch.mjs';
import { prisma } from './prisma/cli.mjs';

const guards = join(import.meta.dirname, '../prisma/guards');
const DIFF = ['migrate', 'diff', '--from-migrations', 'prisma/migrations', '--to-schema', 'prisma/schema', '--script'];

const postgres = await scratchPostgres();
try {
  await postgres.query('owner', 'postgres', 'CREATE DATABASE scratch');
  const script = join(postgres.home, 'difference.sql');
  const { code, output } = await prisma([...DIFF, '--output', script], { ownerUrl: postgres.url('owner', 'scratch') });
  if (code !== 0) throw new Error(output);
  const drift = statementsIn(readFileSync(script, 'utf8')).filter(statement => !dropsGuardKey(statement));
  if (drift.length > 0) {
    console.error(`The migrations do not make what prisma/schema says. To get there:\n\n${drift.join('\n')}`);
    process.exitCode = 1;
  }
} finally {
  await postgres.stop();
}

/** Prisma writes one statement after another, each ending its line with a semicolon. */
function statementsIn(script) {
  const code = script.split('\n').filter(line => !line.startsWith('--') && line.trim() !== '');
  return code
    .join('\n')
    .split(/(?<=;)\n/)
    .filter(statement => statement.trim() !== '');
}

function dropsGuardKey(statement) {
  const [, constraint] = /^ALTER TABLE "\w+" DROP CONSTRAINT "(\w+)";$/.exec(statement) ?? [];
  return constraint !== undefined && guardKeys().has(constraint);
}

function guardKeys() {
  const text = readdirSync(guards).map(name => readFileSync(join(guards, name), 'utf8'));
  return new Set([...text.join('\n').matchAll(/ADD CONSTRAINT "?(\w+)"? FOREIGN KEY/g)].map(([, name]) => name));
}
