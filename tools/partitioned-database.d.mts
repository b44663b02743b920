import type { ClientBase } from 'pg';
import type { TestDatabase } from './test-database.mjs';

export interface Statement {
  text: string;
  values: unknown[];
}

/** The same script with every table whose primary key starts with `county_id` cut into 16 hash partitions. */
export function partitioned(sql: string): string;
/** The migrations' schema, partitioned. Drop it after use. */
export function partitionedDatabase(): Promise<TestDatabase>;
/** Every statement on rows that this process sends through `pg` while `work` runs. */
export function capture(work: () => Promise<unknown>): Promise<Statement[]>;
/** Partitions touched, per table: `{ patient: 1 }`. `client` is not inside a transaction; `settings` (`app.county`) hold for the statement. */
export function partitionsTouched(
  client: ClientBase,
  statement: Statement,
  settings?: Record<string, string>,
): Promise<Record<string, number>>;
