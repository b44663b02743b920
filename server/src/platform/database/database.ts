import type { CountyId, Id } from '@guanhu/shared/kernel/ids';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient, type Prisma } from '../../generated/prisma/client.ts';
import { countyPool, opening } from './county-pool.ts';
import { prepareCounty, statementName } from './county-query.ts';

/** Plain SQL; row-level security limits it to one county. `date` comes back as 'YYYY-MM-DD', `int8` as a number. */
export type Sql = <Row = Record<string, unknown>>(text: string, values?: readonly unknown[]) => Promise<Row[]>;

/** One county's rows, to read. */
export type Reader = {
  readonly countyId: CountyId;
  readonly prisma: Prisma.TransactionClient;
  readonly sql: Sql;
  /**
   * The same for a statement over many given rows: planned anew each time, because its best way depends on how many rows are given and on how
   * the table has grown since. A plan that was kept from when the table was empty would read all of it for each of them.
   */
  readonly sqlOfMany: Sql;
  /** The composite key of a row: `findUnique({ where: reader.key(id) })`. */
  key(id: Id): { countyId_id: { countyId: CountyId; id: Id } };
};

/** One county's rows inside one transaction; Prisma and plain SQL share its connection. */
export type Tx = Reader & { readonly transaction: true };

const DATE = 1082;
const INT8 = 20;
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary'): unknown =>
    oid === DATE ? (text: string) => text : oid === INT8 ? safeNumber : (pg.types.getTypeParser(oid, format ?? 'text') as unknown),
};

function safeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new RangeError('int8 beyond 2^53');
  return number;
}

/** Every county's rows behind one pool of connections. */
export class Database {
  readonly pool: pg.Pool;
  readonly #counties = new Map<CountyId, CountyDatabase>();
  readonly #connectionString: string;

  /** @param onIdleError told when PostgreSQL closes an idle connection: without a listener that would end the process. */
  constructor(connectionString: string, max: number, onIdleError: (error: Error) => void) {
    this.#connectionString = connectionString;
    this.pool = new pg.Pool({
      connectionString,
      max,
      connectionTimeoutMillis: 10_000,
      types: types,
      // eslint-disable-next-line @typescript-eslint/no-misused-promises -- the pool waits for it before it lends the connection out
      onConnect: prepareCounty,
    });
    this.pool.on('error', onIdleError);
    // A connection that breaks while somebody holds it tells itself as well.
    this.pool.on('connect', client => client.on('error', onIdleError));
  }

  county(countyId: CountyId): CountyDatabase {
    let county = this.#counties.get(countyId);
    if (!county) this.#counties.set(countyId, (county = new CountyDatabase(this.pool, countyId)));
    return county;
  }

  /** For the tables listed in `directory.ts` only; sees no county's rows. */
  readonly directory: Sql = async <Row>(text: string, values: readonly unknown[] = []) =>
    (await this.pool.query({ text, values: [...values], name: statementName({ sql: text }) })).rows as Row[];

  /**
   * Hears what is notified on a channel, on a connection of its own. @param lost told once when that connection is gone
   * @returns how to stop hearing
   */
  async listen(channel: string, heard: (payload: string) => void, lost: (error: Error) => void): Promise<() => Promise<void>> {
    const client = this.#ownConnection(lost);
    client.on('notification', ({ payload }) => {
      heard(payload ?? '');
    });
    await client.connect();
    await client.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
    return () => client.end();
  }

  /**
   * Says that this process is there, by a lock that PostgreSQL takes back at the moment when the process is gone. @param lost told once when the
   * connection is gone that holds it @returns how to be gone
   */
  async bePresent(kind: number, number: number, lost: (error: Error) => void): Promise<() => Promise<void>> {
    const client = this.#ownConnection(lost);
    await client.connect();
    await client.query('SELECT pg_advisory_lock($1, $2)', [kind, number]);
    return () => client.end();
  }

  #ownConnection(lost: (error: Error) => void): pg.Client {
    const client = new pg.Client({ connectionString: this.#connectionString });
    client.once('error', lost);
    client.on('error', () => undefined);
    return client;
  }

  async close(): Promise<void> {
    for (const county of this.#counties.values()) await county.disconnect();
    await this.pool.end();
  }
}

/** One county's rows. */
export class CountyDatabase implements Reader {
  readonly countyId: CountyId;
  readonly prisma: PrismaClient;
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool, countyId: CountyId) {
    this.countyId = countyId;
    this.#pool = countyPool(pool, String(countyId));
    // One client a county: a shared one merges reads of the same tick into one statement, across counties.
    this.prisma = namesCounty(new PrismaClient({ adapter: new PrismaPg(this.#pool, { statementNameGenerator: statementName }) }), countyId);
  }

  key(id: Id) {
    return { countyId_id: { countyId: this.countyId, id } };
  }

  readonly sql: Sql = async <Row>(text: string, values: readonly unknown[] = []) =>
    (await this.#pool.query({ text, values: [...values], name: statementName({ sql: text }) })).rows as Row[];

  readonly sqlOfMany: Sql = async <Row>(text: string, values: readonly unknown[] = []) =>
    (await this.#pool.query({ text, values: [...values] })).rows as Row[];

  /**
   * The same, for a statement that runs all day and is best followed the same way whatever its values are: PostgreSQL plans it once a
   * connection, where it would otherwise plan it for every request.
   */
  readonly plannedOnce: Sql = async <Row>(text: string, values: readonly unknown[] = []) => {
    const query = { text, values: [...values], name: statementName({ sql: text }), plannedOnce: true };
    return (await this.#pool.query(query)).rows as Row[];
  };

  /** Commits when `body` resolves, rolls back when it throws. Pass the Tx on; it is never ambient. */
  async inTransaction<T>(body: (tx: Tx) => Promise<T>): Promise<T> {
    const opened: { client?: pg.PoolClient } = {};
    return opening.run(opened, () =>
      this.prisma.$transaction(
        prisma => {
          const { client } = opened;
          if (!client) throw new Error('the transaction has no connection');
          const sql: Sql = async <Row>(text: string, values: readonly unknown[] = []) =>
            (await client.query({ text, values: [...values], name: statementName({ sql: text }) })).rows as Row[];
          const sqlOfMany: Sql = async <Row>(text: string, values: readonly unknown[] = []) =>
            (await client.query({ text, values: [...values] })).rows as Row[];
          return body({ countyId: this.countyId, prisma, sql, sqlOfMany, key: id => this.key(id), transaction: true });
        },
        { maxWait: 10_000, timeout: 30_000 },
      ),
    );
  }

  disconnect(): Promise<void> {
    return this.prisma.$disconnect();
  }
}

const OF_MANY = new Set([
  'findFirst',
  'findFirstOrThrow',
  'findMany',
  'updateMany',
  'updateManyAndReturn',
  'deleteMany',
  'count',
  'aggregate',
  'groupBy',
]);

/** A call of any model, as far as it matters here: checked against every model's own arguments, this alone took the compiler a minute. */
type ModelCall = {
  readonly operation: string;
  readonly args: { readonly where?: object };
  readonly query: (args: object) => Promise<unknown>;
};

/** Row-level security already keeps these calls to the county; naming it lets the planner prune to its partition. */
function namesCounty(prisma: PrismaClient, countyId: CountyId): PrismaClient {
  const $allOperations = ({ operation, args, query }: ModelCall) =>
    query(OF_MANY.has(operation) ? { ...args, where: { ...args.where, countyId } } : args);
  return prisma.$extends({ query: { $allModels: { $allOperations } } } as never) as unknown as PrismaClient;
}
