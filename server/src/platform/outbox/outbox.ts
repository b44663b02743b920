import type { CountyId } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '../database/database.ts';
import { PROMISED_IS_DUE, promising } from './promising.store.ts';

/** What an effect needs to know: ids and codes, never names, numbers or words of people. */
export type Payload = Readonly<Record<string, string | number | boolean | null>>;

/** A promised effect. `key` is unique within its kind: promising twice is promising once. */
export type Promised = {
  readonly kind: string;
  readonly key: string;
  readonly payload: Payload;
  readonly notBefore?: Date;
  /** Kept beside everything else, as soon as it is committed: an alarm. */
  readonly urgent?: true;
};

/** Told, with the county, when something urgent is committed. */
export const URGENT = 'guanhu_urgent';

/** The kind of lock by which a worker is known to be there. */
export const WORKER_PRESENT = 0x67_75_61;
/** What is waiting, or held by nobody who is there any longer; workers of another database of the same server are not there. */
const FREE = `(leased_until IS NULL OR leased_until < now() OR leased_by IS NOT NULL AND leased_by <> ALL (ARRAY(
  SELECT objid::bigint::int FROM pg_locks WHERE locktype = 'advisory' AND classid = ${String(WORKER_PRESENT)} AND granted
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))))`;

/** A promise that a worker holds. `attempt` counts from 1. */
export type Job = Promised & { readonly countyId: CountyId; readonly id: string; readonly attempt: number };

/**
 * What a claim took. `place` is where it lies in PostgreSQL's pages and `claim` the transaction that wrote it there: together they find it again
 * at no cost, as long as nobody else has touched it, and never find anything else.
 */
export type Held = { readonly place: string; readonly claim: string };
export type Claimed = Job & Held;
export type Postponed = Held & { readonly seconds: number; readonly error: string | null };

/** Thrown by a handler that wants to be asked again; not counted as a failure. */
export class Later extends Error {
  readonly seconds: number;
  constructor(seconds: number) {
    super('later');
    this.name = 'Later';
    this.seconds = seconds;
  }
}

/**
 * Terminology
 * - promise: a row of the outbox, committed with the change that causes it, or not at all; due until it has been kept;
 * - claim: a worker takes waiting rows for the length of a lease; another takes them when the lease has run out, or at once when the worker
 *   that said it was there is there no longer;
 * - handler: does the effect, at least once, so it must be safe to repeat.
 */
@Injectable()
export class Outbox {
  async put(tx: Tx, promised: Promised): Promise<void> {
    await this.putMany(tx, [promised]);
  }

  /** One statement for any number of promises. */
  async putMany(tx: Tx, promised: readonly Promised[]): Promise<void> {
    if (promised.length === 0) return;
    await tx.sql(
      `WITH ${promising(
        `SELECT kind, key, payload, coalesce(not_before, now()) AS not_before, urgent
         FROM unnest($2::text[], $3::text[], $4::jsonb[], $5::timestamptz[], $6::boolean[]) AS row (kind, key, payload, not_before, urgent)`,
      )} ${PROMISED_IS_DUE}`,
      [
        tx.countyId,
        promised.map(each => each.kind),
        promised.map(each => each.key),
        promised.map(each => JSON.stringify(each.payload)),
        promised.map(each => each.notBefore ?? null),
        promised.map(each => each.urgent === true),
      ],
    );
    // Sent by PostgreSQL when this commits, and not at all when it does not.
    if (promised.some(each => each.urgent === true)) await tx.sql('SELECT pg_notify($1, $2)', [URGENT, String(tx.countyId)]);
  }

  /**
   * Takes up to `most` waiting rows for `leaseSeconds`. All times are PostgreSQL's, so worker clocks may differ. The limit stands in the text and
   * the rows are looked up from an array: a plan that did not know how few they are would read the whole table.
   * @param worker the number under which the worker is present; none, and only the end of the lease frees what it held
   */
  claim(reader: Reader, most: number, leaseSeconds: number, worker: number | null = null): Promise<Claimed[]> {
    return this.#take(reader, 'NOT urgent', most, leaseSeconds, worker);
  }

  /** Takes up to `most` waiting rows of the urgent lane; nothing else stands in their way. */
  claimUrgent(reader: Reader, most: number, leaseSeconds: number, worker: number | null = null): Promise<Claimed[]> {
    return this.#take(reader, 'urgent', most, leaseSeconds, worker);
  }

  async #take(
    reader: Reader,
    lane: 'urgent' | 'NOT urgent',
    most: number,
    leaseSeconds: number,
    worker: number | null,
  ): Promise<Claimed[]> {
    const rows = await reader.sql<Omit<Claimed, 'countyId'>>(
      `UPDATE outbox_due AS due SET leased_until = now() + make_interval(secs => $2), leased_by = $3, attempt = attempt + 1
       FROM outbox
       WHERE due.county_id = $1 AND due.ctid = ANY(ARRAY(
         SELECT ctid FROM outbox_due
         WHERE county_id = $1 AND ${lane} AND not_before <= now() AND ${FREE}
         ORDER BY not_before LIMIT ${String(Math.trunc(most))} FOR UPDATE SKIP LOCKED))
         AND outbox.county_id = $1 AND outbox.id = due.id
       RETURNING due.id, due.ctid::text AS place, due.xmin::text AS claim, attempt, kind, key, payload`,
      [reader.countyId, leaseSeconds, worker],
    );
    return rows.map(row => Object.assign(row, { countyId: reader.countyId }));
  }

  /** What another worker has taken over meanwhile stays due, and is that worker's to finish. A place is looked at directly, however long the queue. */
  async done(reader: Reader, held: readonly Held[]): Promise<void> {
    if (held.length === 0) return;
    await reader.sql('DELETE FROM outbox_due WHERE county_id = $1 AND ctid = ANY($2::tid[]) AND xmin = ANY($3::xid[])', [
      reader.countyId,
      // As PostgreSQL writes an array: places are many, and hold nothing that would have to be escaped one by one.
      `{"${held.map(row => row.place).join('","')}"}`,
      [...new Set(held.map(row => row.claim))],
    ]);
  }

  /** Gives rows back to be taken again after `seconds`. `error` is a code. */
  async postpone(reader: Reader, rows: readonly Postponed[]): Promise<void> {
    if (rows.length === 0) return;
    await reader.sqlOfMany(
      `UPDATE outbox_due SET leased_until = NULL, not_before = now() + make_interval(secs => row.seconds), last_error = row.error
       FROM unnest($2::tid[], $3::xid[], $4::float8[], $5::text[]) AS row (place, claim, seconds, error)
       WHERE outbox_due.county_id = $1 AND outbox_due.ctid = row.place AND outbox_due.xmin = row.claim`,
      [reader.countyId, rows.map(row => row.place), rows.map(row => row.claim), rows.map(row => row.seconds), rows.map(row => row.error)],
    );
  }
}

export type Handler = (job: Job) => Promise<void>;

/** What became of one of several promises: kept, to be asked again after `seconds`, or failed. */
export type Kept = 'kept' | Later | Error;
/** Keeps many promises of one county together; what it does not answer for is kept. When it throws, all of them have failed. */
export type BatchHandler = (countyId: CountyId, jobs: readonly Job[]) => Promise<ReadonlyMap<string, Kept>>;

/** What was thrown, as what became of a promise. */
export const asFailure = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error('unknown'));

/** Which handler keeps which kind of promise; rooms register theirs in `<room>.effects.ts`. */
@Injectable()
export class OutboxHandlers {
  readonly #handlers = new Map<string, Handler>();
  readonly #batches = new Map<string, BatchHandler>();

  /** @throws when the kind has a handler already. */
  on(kind: string, handler: Handler): void {
    if (this.#handlers.has(kind) || this.#batches.has(kind)) throw new Error(`two handlers for the outbox kind ${kind}`);
    this.#handlers.set(kind, handler);
  }

  /** A handler that is given all the claimed promises of its kind at once. @throws when the kind has a handler already. */
  onBatch(kind: string, handler: BatchHandler): void {
    if (this.#handlers.has(kind) || this.#batches.has(kind)) throw new Error(`two handlers for the outbox kind ${kind}`);
    this.#batches.set(kind, handler);
  }

  find(kind: string): Handler | undefined {
    return this.#handlers.get(kind);
  }

  findBatch(kind: string): BatchHandler | undefined {
    return this.#batches.get(kind);
  }
}
