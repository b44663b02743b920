/**
 * SQL that promises what a query asks for: the WITH query `promised`, for a statement whose `$1` is the county and of which `PROMISED_IS_DUE` is a
 * part too. What was promised before is left as it is, whether it has been kept or not.
 * @param rows a query that gives kind, key, payload (jsonb), not_before (timestamptz) and urgent
 */
export const promising = (rows: string): string => `promised AS (
    INSERT INTO outbox (county_id, id, kind, key, payload, not_before, created_at, urgent)
    SELECT $1, promise_id(asked.kind, asked.key), asked.kind, asked.key, asked.payload, asked.not_before, now(), asked.urgent FROM (${rows}) AS asked
    ON CONFLICT (county_id, id) DO NOTHING RETURNING id, urgent, not_before
  )`;

/** SQL: what is new among the promised is due. */
export const PROMISED_IS_DUE = 'INSERT INTO outbox_due (county_id, id, urgent, not_before) SELECT $1, id, urgent, not_before FROM promised';
