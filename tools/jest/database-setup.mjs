/** Jest's globalSetup: the bundles of the tests, and a PostgreSQL of its own for this run, with one migrated database to clone. */
import { scratchPostgres } from '../postgres/scratch.mjs';
import { TEMPLATE, announce } from '../test-database.mjs';
import { bundleTests } from './bundle.mjs';

export default async function setup(asked, project) {
  await bundleTests(asked, project);
  const postgres = await scratchPostgres();
  globalThis.guanhuTestPostgres = postgres;
  try {
    await postgres.migrate(TEMPLATE);
  } catch (error) {
    await postgres.stop(); // Jest calls no teardown when the setup fails
    throw error;
  }
  announce(postgres);
}
