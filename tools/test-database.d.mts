import type { Postgres } from './postgres.mjs';

export interface TestDatabase {
  name: string;
  /** As the role of server and worker: row-level security holds. */
  appUrl: string;
  /** As the role that owns the tables: row-level security does not hold unless it is forced. */
  ownerUrl: string;
  /** One statement as the owner; one with a name is planned once by each connection. */
  owner<Row = Record<string, unknown>>(text: string | { name: string; text: string }, values?: unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
}

export const TEMPLATE: string;
export function announce(postgres: Pick<Postgres, 'home' | 'port'>): void;
export function testPostgres(): Postgres;
export function createTestDatabase(prefix: string, template?: string): Promise<TestDatabase>;
/** A database with every migration applied and no rows. */
export function freshDatabase(): Promise<TestDatabase>;
