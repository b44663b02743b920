/** A fresh, migrated database for a test: a clone of the run's template, some 50 ms. */
import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { connectPostgres } from './postgres.mjs';

export const TEMPLATE = 'guanhu_template';
const INSUFFICIENT_PRIVILEGE = '42501';
const VARIABLE = 'GUANHU_TEST_POSTGRES';

/** Tells the test files, which run in processes of their own, where the server is. */
export function announce({ home, port }) {
  process.env[VARIABLE] = JSON.stringify({ home, port });
}

/** The PostgreSQL of this test run. */
export function testPostgres() {
  const announced = process.env[VARIABLE];
  if (!announced) throw new Error('This test needs a PostgreSQL: run it in the Jest project "database" (its name ends in .db.test.ts).');
  const { home, port } = JSON.parse(announced);
  return connectPostgres(home, port);
}

/** Creates an empty or cloned database under a name of its own, with what a test needs to reach and drop it. */
export async function createTestDatabase(prefix, template = '') {
  const postgres = testPostgres();
  const name = `${prefix}_${randomBytes(6).toString('hex')}`;
  await postgres.query('owner', 'postgres', `CREATE DATABASE ${name} ${template && `TEMPLATE ${template}`}`);
  // A connection has to learn every table that it meets, so the same few are used over and over.
  const pool = new pg.Pool({ connectionString: postgres.url('owner', name), max: 4, allowExitOnIdle: true });
  pool.on('error', () => undefined);
  return {
    name,
    appUrl: postgres.url('app', name),
    ownerUrl: postgres.url('owner', name),
    owner: async (text, values) => (await pool.query(text, values)).rows,
    drop: () => pool.end().then(() => drop(postgres, name)),
  };
}

/** The owner may not end PostgreSQL's own cleaning of a table, which ends by itself. */
async function drop(postgres, name) {
  for (let left = 20; ; left -= 1) {
    try {
      await postgres.query('owner', 'postgres', `DROP DATABASE ${name} WITH (FORCE)`);
      return;
    } catch (error) {
      if (error.code !== INSUFFICIENT_PRIVILEGE || left === 0) throw error;
      await setTimeout(250);
    }
  }
}

export const freshDatabase = () => createTestDatabase('test', TEMPLATE);
