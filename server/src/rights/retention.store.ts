import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { RetentionKey } from '@guanhu/shared/policy/policy.terms';
import type { Retained } from '@guanhu/shared/rights/retention.terms';
import type { Reader, Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';

/** The first instant of a day in China. */
const DAY = `($2::date::timestamp AT TIME ZONE 'Asia/Shanghai')`;

/**
 * All that the software erases by itself: what is due before a day ($2), and what is done to it. Nothing that money or the audit stands on
 * is in this list, and the database's role could not delete deeds and reads if it were.
 */
const ERASED: { readonly [K in Exclude<RetentionKey, 'unconfirmed'>]: { readonly due: string; readonly erase: (due: string) => string } } =
  {
    // The line of an import stays; what was read from the workbook goes.
    importContents: {
      due: `import_run WHERE county_id = $1 AND state IN ('confirmed', 'discarded') AND made_at < ${DAY} AND octet_length(content_sealed) > 0`,
      erase: due => `UPDATE ${due.replace(' WHERE ', ` SET content_sealed = ''::bytea WHERE `)} RETURNING id`,
    },
    sessions: {
      due: `session WHERE county_id = $1 AND least(expires_at, coalesce(revoked_at, expires_at)) < ${DAY}`,
      erase: due => `DELETE FROM ${due} RETURNING id`,
    },
    keptAnswers: {
      due: `kept_answer WHERE county_id = $1 AND created_at < ${DAY}`,
      erase: due => `DELETE FROM ${due} RETURNING id`,
    },
    // That somebody was told, when and by which way stays; what they were told and of whom goes.
    messages: {
      due: `message WHERE county_id = $1 AND at < ${DAY} AND what <> ''`,
      erase: due =>
        `UPDATE ${due.replace(' WHERE ', ` SET what = '', page = '', object_id = NULL, patient_id = NULL WHERE `)} RETURNING id`,
    },
    // The key stays: what was promised once is not promised again.
    promises: {
      due: `outbox WHERE county_id = $1 AND not_before < ${DAY} AND payload <> '{}' AND NOT EXISTS (
        SELECT FROM outbox_due AS due WHERE due.county_id = $1 AND due.id = outbox.id)`,
      erase: due => `UPDATE ${due.replace(' WHERE ', ` SET payload = '{}' WHERE `)} RETURNING id`,
    },
    // What was taken over is part of the file, and what waits may be somebody's report: neither ends by itself.
    handedIn: {
      due: `handed_in WHERE county_id = $1 AND state = 'setAside' AND decided_at < ${DAY} AND octet_length(write_sealed) > 0`,
      erase: due => `UPDATE ${due.replace(' WHERE ', ` SET write_sealed = ''::bytea WHERE `)} RETURNING id`,
    },
    changeHistory: {
      due: `change_history WHERE county_id = $1 AND at < ${DAY}`,
      erase: due => `DELETE FROM ${due} RETURNING id`,
    },
    // A round that nobody signed in time is over with its rows: a package of what is left would say what nobody handed in.
    exchangeRows: {
      due: `exchange_row WHERE county_id = $1 AND EXISTS (SELECT FROM exchange_round AS round
        WHERE round.county_id = $1 AND round.id = exchange_row.round_id AND round.state = 'open' AND round.deadline < $2)`,
      erase: due => `WITH gone AS (DELETE FROM ${due} RETURNING id, round_id),
        contradicted AS (DELETE FROM exchange_difference WHERE county_id = $1 AND round_id IN (SELECT round_id FROM gone)),
        over AS (UPDATE exchange_round SET state = 'lapsed', version = version + 1 WHERE county_id = $1 AND id IN (SELECT round_id FROM gone))
        SELECT id FROM gone`,
    },
  };

/** How many rows would be erased if what is older than `before` were erased now. */
export async function countDue(reader: Reader, kind: keyof typeof ERASED, before: CalendarDate): Promise<number> {
  const [row] = await reader.sql<{ n: number }>(`SELECT count(*)::int AS n FROM ${ERASED[kind].due}`, [reader.countyId, before]);
  return row?.n ?? 0;
}

/** Erases what is older than `before`. @returns how many rows */
export async function eraseDue(tx: Tx, kind: keyof typeof ERASED, before: CalendarDate): Promise<number> {
  const { due, erase } = ERASED[kind];
  return (await tx.sql(erase(due), [tx.countyId, before])).length;
}

export async function insertErasure(
  tx: Tx,
  { kind, before, rows, at }: { kind: RetentionKey; before: CalendarDate; rows: number; at: Date },
): Promise<string> {
  const id = newId();
  await tx.sql('INSERT INTO erasure (county_id, id, kind, before, rows, at) VALUES ($1, $2, $3, $4, $5, $6)', [
    tx.countyId,
    id,
    kind,
    before,
    rows,
    at,
  ]);
  return id;
}

/** The last erasure of each kind that erased something. */
export const readLastErasures = (reader: Reader): Promise<{ kind: Retained; at: Date; rows: number }[]> =>
  reader.sql('SELECT DISTINCT ON (kind) kind, at, rows FROM erasure WHERE county_id = $1 ORDER BY kind, at DESC', [reader.countyId]);
