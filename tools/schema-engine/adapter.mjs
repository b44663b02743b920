/** `@prisma/adapter-pg` as the schema engine needs it: two corrections, and a shadow database. */
import { randomUUID } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import { createDatabase, dropDatabase, withDatabase } from './databases.mjs';

/** PostgreSQL's `"char"` (not char(n)): the catalogue queries return it, adapter-pg 7.10 has no mapping for it. */
const OID_INTERNAL_CHAR = 18;
const OID_BPCHAR = 1042;
/** The adapter's own number for a character column. */
const COLUMN_TYPE_CHARACTER = 6;

const schemaOf = url => new URL(url).searchParams.get('schema') ?? 'public';

/** Corrects a connection (or a transaction) of the adapter in place. */
function corrected(connection) {
  const internalChars = new WeakMap(); // query → indexes of its "char" columns
  const performIO = connection.performIO.bind(connection);
  const queryRaw = connection.queryRaw.bind(connection);
  const startTransaction = connection.startTransaction?.bind(connection);

  connection.performIO = async query => {
    const result = await performIO(query);
    const columns = (result.fields ?? []).flatMap((field, i) => (field.dataTypeID === OID_INTERNAL_CHAR ? [i] : []));
    for (const i of columns) result.fields[i].dataTypeID = OID_BPCHAR;
    internalChars.set(query, columns);
    return result;
  };
  connection.queryRaw = async query => {
    const result = await queryRaw(query);
    for (const i of internalChars.get(query) ?? []) result.columnTypes[i] = COLUMN_TYPE_CHARACTER;
    return result;
  };
  // The adapter cuts a script at every ';', even inside comments, strings and $$ bodies. PostgreSQL takes it whole.
  if (connection.executeScript) connection.executeScript = async script => void (await connection.client.query(script));
  if (startTransaction) connection.startTransaction = async level => corrected(await startTransaction(level));
  return connection;
}

function connectionsTo(url) {
  const factory = new PrismaPg({ connectionString: url, max: 2 }, { schema: schemaOf(url) });
  const connect = factory.connect.bind(factory);
  factory.connect = async () => corrected(await connect());
  return factory;
}

/** An empty database to replay the migrations in; gone as soon as its connection is closed. */
async function connectToNewShadow(url) {
  const shadow = withDatabase(url, `prisma_migrate_shadow_db_${randomUUID()}`);
  await createDatabase(shadow);
  const connection = await connectionsTo(shadow).connect();
  const dispose = connection.dispose.bind(connection);
  connection.dispose = async () => {
    await dispose();
    await dropDatabase(shadow);
  };
  return connection;
}

/** The adapter factory for the engine; without a URL it serves only what needs no database (validate, format, generate). */
export function adapterFactory({ main, shadow }) {
  if (!main) {
    const refuse = () => Promise.reject(new Error('No database: set OWNER_URL.'));
    return { provider: 'postgres', adapterName: '@prisma/adapter-pg', connect: refuse, connectToShadowDb: refuse };
  }
  const factory = connectionsTo(main);
  factory.connectToShadowDb = () => (shadow ? connectionsTo(shadow).connect() : connectToNewShadow(main));
  return factory;
}
