/** Databases as a whole: create, drop, connect. Everything here goes through the maintenance database `postgres`. */
import pg from 'pg';

const quoted = name => `"${name.replaceAll('"', '""')}"`;

/** The name of the database that a connection URL points to. */
export const databaseName = url => decodeURIComponent(new URL(url).pathname.slice(1));

/** The same server and role, another database. */
export function withDatabase(url, database) {
  const other = new URL(url);
  other.pathname = `/${encodeURIComponent(database)}`;
  return other.toString();
}

async function connected(connectionString, work) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const onMaintenanceDatabase = (url, work) => {
  const maintenance = new URL(withDatabase(url, 'postgres'));
  maintenance.search = ''; // `?schema=…` is Prisma's, PostgreSQL does not know it
  return connected(maintenance.toString(), work);
};

export const canConnect = url => connected(url, async () => undefined);

/** Creates the database of `url` unless it is there. */
export const createDatabase = url =>
  onMaintenanceDatabase(url, async client => {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [databaseName(url)]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${quoted(databaseName(url))}`);
  });

/** Drops the database of `url`, whoever is connected to it. */
export const dropDatabase = url =>
  onMaintenanceDatabase(url, client => client.query(`DROP DATABASE IF EXISTS ${quoted(databaseName(url))} WITH (FORCE)`));
