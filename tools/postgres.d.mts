export type Role = 'postgres' | 'owner' | 'app';

export interface StartOptions {
  /** Directory of this server: `passwords.json`, `postgres.log`, `cluster/`; made on first use. */
  home: string;
  port: number;
  /** Nothing is written through to the disk: for tests. */
  throwaway?: boolean;
  /** Stop a PostgreSQL that an earlier, killed run left on this home; without it that is an error. */
  stopOrphan?: boolean;
  /** Settings of the server on top of its own, by their names. */
  settings?: Readonly<Record<string, string>>;
  /** Told when the data have to be kept elsewhere: root's own directories are out of reach for the account PostgreSQL runs under. */
  say?: (line: string) => void;
}

export interface Postgres {
  home: string;
  port: number;
  /** Connection URL of a role, password included. */
  url(role: Role, database: string): string;
  /** One statement on a connection of its own. */
  query<Row = Record<string, unknown>>(role: Role, database: string, text: string, values?: unknown[]): Promise<Row[]>;
  /** Creates `database` if need be and brings it up to date. */
  migrate(database: string): Promise<void>;
}

export interface RunningPostgres extends Postgres {
  pid: number;
  /** Directory of `cluster/`: the home, or where the data are instead. */
  data: string;
  /** Fast shutdown; resolves when the process is gone. */
  stop(): Promise<void>;
}

export function startPostgres(options: StartOptions): Promise<RunningPostgres>;
export function connectPostgres(home: string, port: number): Postgres;
export function queryOnce<Row = Record<string, unknown>>(connectionString: string, text: string, values?: unknown[]): Promise<Row[]>;
