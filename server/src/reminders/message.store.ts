import type { Id } from '@guanhu/shared/kernel/ids';
import type { Attempt } from '@guanhu/shared/reminders/channel.rules';
import type { Channel, MessageState, Purpose } from '@guanhu/shared/reminders/reminders.terms';
import type { Reader, Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';

export type MessageRow = {
  readonly id: Id;
  readonly key: string;
  readonly personId: Id;
  readonly patientId: Id | null;
  readonly purpose: Purpose;
  readonly objectId: Id | null;
  readonly count: number;
  readonly what: string;
  readonly page: string;
  readonly at: Date;
};
/** A message and what was tried so far, in the order of the channels. */
export type OpenMessage = MessageRow & {
  readonly attempts: readonly Attempt[];
  /** It may have come before, and says so. */
  readonly again?: true;
};

const COLUMNS = `message.id, message.key, message.person_id AS "personId", message.patient_id AS "patientId", message.purpose,
  message.object_id AS "objectId", message.count, message.what, message.page, message.at`;

/** Enters messages; those whose key is there already stay as they are. @returns those that were entered */
export async function insertMessages(tx: Tx, messages: readonly MessageRow[]): Promise<ReadonlySet<Id>> {
  if (messages.length === 0) return new Set();
  const rows = await tx.sqlOfMany<{ id: Id }>(
    `INSERT INTO message (county_id, id, key, person_id, patient_id, purpose, object_id, count, what, page, state, at)
     SELECT $1, row.id, row.key, row.person_id, row.patient_id, row.purpose, row.object_id, row.count, row.what, row.page, 'waiting', row.at
     FROM unnest($2::uuid[], $3::text[], $4::uuid[], $5::uuid[], $6::text[], $7::uuid[], $8::int[], $9::text[], $10::text[], $11::timestamptz[])
       AS row (id, key, person_id, patient_id, purpose, object_id, count, what, page, at)
     ON CONFLICT (county_id, key) DO NOTHING RETURNING id`,
    [
      tx.countyId,
      messages.map(one => one.id),
      messages.map(one => one.key),
      messages.map(one => one.personId),
      messages.map(one => one.patientId),
      messages.map(one => one.purpose),
      messages.map(one => one.objectId),
      messages.map(one => one.count),
      messages.map(one => one.what),
      messages.map(one => one.page),
      messages.map(one => one.at),
    ],
  );
  return new Set(rows.map(row => row.id));
}

/** The messages with one of these keys, or of these ids; locked. */
export async function lockMessages(tx: Tx, by: { keys: readonly string[] } | { ids: readonly Id[] }): Promise<OpenMessage[]> {
  if (('keys' in by ? by.keys : by.ids).length === 0) return [];
  const [column, values] = 'keys' in by ? ['key = ANY($2::text[])', by.keys] : ['id = ANY($2::uuid[])', by.ids];
  return tx.sqlOfMany(
    `SELECT ${COLUMNS}, coalesce((
         SELECT json_agg(json_build_object('channel', channel, 'state', attempt.state)) FROM message_attempt AS attempt
         WHERE attempt.county_id = $1 AND attempt.message_id = message.id), '[]') AS attempts
     FROM message WHERE county_id = $1 AND message.${column} ORDER BY message.id FOR UPDATE OF message`,
    [tx.countyId, values],
  );
}

export type MessageSettled = { readonly id: Id; readonly state: MessageState; readonly channel: Channel | null };

export async function settleMessages(tx: Tx, settled: readonly MessageSettled[], now: Date): Promise<void> {
  if (settled.length === 0) return;
  await tx.sqlOfMany(
    `UPDATE message SET state = row.state, channel = row.channel, settled_at = $5
     FROM unnest($2::uuid[], $3::text[], $4::text[]) AS row (id, state, channel) WHERE message.county_id = $1 AND message.id = row.id`,
    [tx.countyId, settled.map(one => one.id), settled.map(one => one.state), settled.map(one => one.channel), now],
  );
}

export type ListedMessage = {
  readonly id: Id;
  readonly purpose: Purpose;
  readonly count: number;
  readonly what: string;
  readonly state: MessageState;
  readonly channel: Channel | null;
  readonly page: string;
  readonly at: Date;
  readonly readAt: Date | null;
  readonly acknowledgedAt: Date | null;
};

/** A page of what one person was told, newest first. What was told of tasks is acknowledged when the last of them is done. */
export const readMessages = (reader: Reader, personId: Id, after: { at: Date; id: Id } | null, limit: number): Promise<ListedMessage[]> =>
  reader.sql(
    `SELECT id, purpose, count, what, state, channel, page, at, read_at AS "readAt",
       coalesce(acknowledged_at, (
         SELECT CASE WHEN bool_and(task.state = 'done') THEN max(task.closed_at) END FROM task_told
         JOIN task ON task.county_id = $1 AND task.id = task_told.task_id
         WHERE task_told.county_id = $1 AND task_told.message_id = message.id)) AS "acknowledgedAt"
     FROM message
     WHERE county_id = $1 AND person_id = $2 AND ($3::timestamptz IS NULL OR (at, id) < ($3, $4::uuid)) ORDER BY at DESC, id DESC LIMIT $5`,
    [reader.countyId, personId, after?.at ?? null, after?.id ?? null, limit],
  );

/** Marks a message of this person as opened, or as acknowledged too. @returns its times; undefined when it is not theirs. */
export async function markMessage(
  tx: Tx,
  { id, personId, acknowledged, now }: { id: Id; personId: Id; acknowledged: boolean; now: Date },
): Promise<{ readAt: Date; acknowledgedAt: Date | null } | undefined> {
  const [row] = await tx.sql<{ readAt: Date; acknowledgedAt: Date | null }>(
    `UPDATE message SET read_at = coalesce(read_at, $4), acknowledged_at = CASE WHEN $5 THEN coalesce(acknowledged_at, $4) ELSE acknowledged_at END
     WHERE county_id = $1 AND id = $2 AND person_id = $3 RETURNING read_at AS "readAt", acknowledged_at AS "acknowledgedAt"`,
    [tx.countyId, id, personId, now, acknowledged],
  );
  return row;
}

export type Told = { readonly personId: Id; readonly taskId: Id; readonly told: string; readonly messageId: Id };

/** Notes which tasks a person was told of in which message; once for each moment. */
export async function insertTold(tx: Tx, told: readonly Told[]): Promise<void> {
  if (told.length === 0) return;
  await tx.sqlOfMany(
    `INSERT INTO task_told (county_id, id, person_id, task_id, told_window, message_id)
     SELECT $1, row.* FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::uuid[]) AS row
     ON CONFLICT (county_id, person_id, task_id, told_window) DO NOTHING`,
    [
      tx.countyId,
      told.map(() => newId()),
      told.map(one => one.personId),
      told.map(one => one.taskId),
      told.map(one => one.told),
      told.map(one => one.messageId),
    ],
  );
}
