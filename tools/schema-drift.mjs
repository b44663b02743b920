/**
 * Whether the migrations make what the Prisma schema says. Foreign keys between rooms are written in `prisma/guards`, because a relation
 * would put one room's model into another room's file, and so are covering indexes (INCLUDE), which Prisma cannot say; it does not know
 * them and would drop them, which is no drift.
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
  const drift = statementsIn(readFileSync(script, 'utf8')).filter(statement => !dropsWhatAGuardMade(statement));
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

function dropsWhatAGuardMade(statement) {
  const [, constraint, index] = /^(?:ALTER TABLE "\w+" DROP CONSTRAINT "(\w+)"|DROP INDEX "(\w+)");$/.exec(statement) ?? [];
  const { foreignKeys, coveringIndexes } = writtenInGuards();
  return foreignKeys.has(constraint) || coveringIndexes.has(index);
}

function writtenInGuards() {
  const text = readdirSync(guards)
    .map(name => readFileSync(join(guards, name), 'utf8'))
    .join('\n');
  const named = pattern => new Set([...text.matchAll(pattern)].map(([, name]) => name));
  return {
    foreignKeys: named(/ADD CONSTRAINT "?(\w+)"? FOREIGN KEY/g),
    coveringIndexes: named(/CREATE INDEX (\w+) ON [^;]* INCLUDE \(/g),
  };
}
