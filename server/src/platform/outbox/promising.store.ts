/**
 * SQL that promises what a query asks for: the WITH query `promised`, for a statement whose `$1` is the county and of which `PROMISED_IS_DUE` is a
 * part too. What was promised before is left as it is, whether it has been kept or not. Ids come from keys and lie anywhere in the index: in
 * their order thousands touch each of its pages once, and two statements that promise the same wait for one another instead of in a ring.
 * @param rows a query that gives kind, key, payload (jsonb), not_before (timestamptz) and urgent
 */
export const promising = (rows: string): string => `promised AS (
    INSERT INTO outbox (county_id, id, kind, key, payload, not_before, created_at, urgent)
    SELECT $1, promise_id(asked.kind, asked.key) AS id, asked.kind, asked.key, asked.payload, asked.not_before, now(), asked.urgent FROM (${rows}) AS asked
    ORDER BY id
    ON CONFLICT (county_id, id) DO NOTHING RETURNING id, urgent, not_before
  )`;

/** SQL: what is new among the promised is due. */
export const PROMISED_IS_DUE = 'INSERT INTO outbox_due (county_id, id, urgent, not_before) SELECT $1, id, urgent, not_before FROM promised';
