/**
 * The Prisma CLI with our schema engine behind it.
 *
 *   node tools/prisma.mjs generate
 *   node tools/prisma.mjs --scratch migrate dev --name what-changes     writes the next migration
 *   node tools/prisma.mjs --scratch migrate diff --from-migrations prisma/migrations --to-schema prisma/schema --exit-code
 *
 * `--scratch` runs the command against a PostgreSQL that exists for this command only; without it OWNER_URL names the database.
 */
import { scratchPostgres } from './postgres/scratch.mjs';
import { prisma } from './prisma/cli.mjs';

async function onScratch(args) {
  const postgres = await scratchPostgres();
  try {
    await postgres.query('owner', 'postgres', 'CREATE DATABASE scratch');
    return await prisma(args, { ownerUrl: postgres.url('owner', 'scratch'), stdio: 'inherit' });
  } finally {
    await postgres.stop();
  }
}

const [first, ...rest] = process.argv.slice(2);
const { code } = await (first === '--scratch' ? onScratch(rest) : prisma([first ?? '--help', ...rest], { stdio: 'inherit' }));
process.exitCode = code;
