import { defineConfig } from 'prisma/config';

/** Prisma's command line only ever acts as the owner; the server connects with a lesser role and its own pool. */
export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env['OWNER_URL'] ?? '' },
});
