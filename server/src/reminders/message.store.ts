import type { Id } from '@guanhu/shared/kernel/ids';
import type { MessageState, Purpose } from '@guanhu/shared/reminders/reminders.terms';
import type { Reader, Tx } from '../platform/database/database.ts';

export type MessageRow = {
  readonly id: Id;
  readonly personId: Id;
  readonly patientId: Id;
  readonly purpose: Purpose;
  readonly objectId: Id;
  readonly page: string;
  readonly state: MessageState;
  readonly at: Date;
};
const COLUMNS = `id, person_id AS "personId", patient_id AS "patientId", purpose, object_id AS "objectId", page, state, at`;

/**
 * Begins a message under its key. @returns the row locked, with the state it had before: undefined when it is new, 'waiting' when it may be
 * tried again, 'sending' when an earlier try never came back.
 */
export async function beginMessage(
  tx: Tx,
  message: Omit<MessageRow, 'state'> & { key: string },
): Promise<{ row: MessageRow; before: MessageState | undefined }> {
  const [fresh] = await tx.sql<MessageRow>(
    `INSERT INTO message (county_id, id, key, person_id, patient_id, purpose, object_id, page, state, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'sending', $9) ON CONFLICT (county_id, key) DO NOTHING RETURNING ${COLUMNS}`,
    [
      tx.countyId,
      message.id,
      message.key,
      message.personId,
      message.patientId,
      message.purpose,
      message.objectId,
      message.page,
      message.at,
    ],
  );
  if (fresh) return { row: fresh, before: undefined };
  const [row] = await tx.sql<MessageRow>(`SELECT ${COLUMNS} FROM message WHERE county_id = $1 AND key = $2 FOR UPDATE`, [
    tx.countyId,
    message.key,
  ]);
  if (!row) throw new Error('a message that vanished');
  return { row, before: row.state };
}

export async function settleMessage(
  tx: Tx,
  id: Id,
  { state, wechatId, errcode, now }: { state: MessageState; wechatId?: string | undefined; errcode?: number | undefined; now: Date },
): Promise<void> {
  await tx.sql(
    `UPDATE message SET state = $3, wechat_id = coalesce($4, wechat_id), errcode = $5, settled_at = $6 WHERE county_id = $1 AND id = $2`,
    [tx.countyId, id, state, wechatId ?? null, errcode ?? null, now],
  );
}

/** The platform says later that a message did not arrive. */
export async function failDelivered(tx: Tx, wechatId: string, errcode: number, now: Date): Promise<MessageRow | undefined> {
  const [row] = await tx.sql<MessageRow>(
    `UPDATE message SET state = 'failed', errcode = $3, settled_at = $4 WHERE county_id = $1 AND wechat_id = $2 AND state = 'sent' RETURNING ${COLUMNS}`,
    [tx.countyId, wechatId, errcode, now],
  );
  return row;
}

/** A page of what one person was told, newest first. */
export const readMessages = (reader: Reader, personId: Id, after: { at: Date; id: Id } | null, limit: number): Promise<MessageRow[]> =>
  reader.sql(
    `SELECT ${COLUMNS} FROM message
     WHERE county_id = $1 AND person_id = $2 AND ($3::timestamptz IS NULL OR (at, id) < ($3, $4::uuid)) ORDER BY at DESC, id DESC LIMIT $5`,
    [reader.countyId, personId, after?.at ?? null, after?.id ?? null, limit],
  );
