import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';
import { CountyQuery, SET_COUNTY, type CountyQueryConfig } from './county-query.ts';

/** Lets a transaction that Prisma opens hand its connection to plain SQL. */
export const opening = new AsyncLocalStorage<{ client?: pg.PoolClient }>();

/** The pool as one county sees it: nothing leaves it without the county. */
export function countyPool(pool: pg.Pool, county: string): pg.Pool {
  return Object.create(pool, {
    on: { value: () => pool },
    removeListener: { value: () => pool },
    query: { value: (config: CountyQueryConfig) => pool.query(new CountyQuery(county, config) as unknown as pg.QueryConfig) },
    connect: {
      value: async () => {
        const client = await pool.connect();
        setCountyOnBegin(client, county);
        const opened = opening.getStore();
        if (opened) opened.client ??= client;
        return client;
      },
    },
  }) as pg.Pool;
}

/** BEGIN carries the county; the setting ends with the transaction. Nothing else may come first. */
function setCountyOnBegin(client: pg.PoolClient, county: string): void {
  client.query = ((config: pg.QueryConfig) => {
    if (config.text !== 'BEGIN') throw new Error('a county transaction must start with BEGIN');
    Reflect.deleteProperty(client, 'query');
    return client.query(`BEGIN; ${SET_COUNTY.replace('$1', pg.escapeLiteral(county))}`);
  }) as typeof client.query;
}
