import pg from 'pg';

/** The statement that tells PostgreSQL whose rows may be seen; local to its transaction. */
export const SET_COUNTY = `SELECT set_config('app.county', $1, true)`;
const PREPARED = 'county';
/** The same, and whatever follows in the transaction is planned once for all values instead of anew for each. */
const SET_COUNTY_PLANNED_ONCE = `${SET_COUNTY}, set_config('plan_cache_mode', 'force_generic_plan', true)`;
const PREPARED_PLANNED_ONCE = 'county_planned_once';

/** Every new connection learns the statements once. */
export async function prepareCounty(client: pg.ClientBase): Promise<void> {
  await client.query({ name: PREPARED, text: SET_COUNTY, values: [''] });
  await client.query({ name: PREPARED_PLANNED_ONCE, text: SET_COUNTY_PLANNED_ONCE, values: [''] });
}

type WireQuery = {
  name: string | undefined;
  queryMode: string;
  prepare(connection: pg.Connection): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: pg.Connection): void;
};

export type CountyQueryConfig = pg.QueryConfig & { readonly plannedOnce?: boolean };

/**
 * One statement and its county in one round trip: the connection's prepared statement runs first, in the same implicit
 * transaction, so its transaction-local setting is gone when the statement is done and nothing stays on the connection.
 */
export class CountyQuery extends (pg.Query as unknown as new (config: object | string, values?: unknown[]) => WireQuery) {
  readonly #county: string;
  readonly #first: string;
  #countySet = false;

  constructor(county: string, config: CountyQueryConfig) {
    // What asks for rows of its own kind (Prisma) comes as a whole; of our own statements pg need not copy every property.
    super(config.types ? config : config.text, config.values);
    this.name = config.name;
    this.queryMode = 'extended';
    this.#county = county;
    this.#first = config.plannedOnce === true ? PREPARED_PLANNED_ONCE : PREPARED;
  }

  override prepare(connection: pg.Connection): void {
    connection.bind({ statement: this.#first, values: [this.#county] }, false);
    connection.execute({}, false);
    super.prepare(connection);
  }

  override handleDataRow(message: unknown): void {
    if (this.#countySet) super.handleDataRow(message);
  }

  override handleCommandComplete(message: unknown, connection: pg.Connection): void {
    if (this.#countySet) super.handleCommandComplete(message, connection);
    this.#countySet = true;
  }
}

const names = new Map<string, string>();
/** More distinct statements than this would fill PostgreSQL's plan caches; the rest run unprepared. */
const MOST_NAMES = 1000;

/** A stable name per distinct text, so that PostgreSQL parses and plans it once a connection. */
export function statementName({ sql }: { sql: string }): string {
  let name = names.get(sql);
  if (name === undefined && names.size < MOST_NAMES) names.set(sql, (name = `s${String(names.size)}`));
  return name ?? '';
}
