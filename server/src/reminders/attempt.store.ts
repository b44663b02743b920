import type { Id } from '@guanhu/shared/kernel/ids';
import type { AttemptState, SendingChannel } from '@guanhu/shared/reminders/reminders.terms';
import type { Tx } from '../platform/database/database.ts';
import type { MessageRow } from './message.store.ts';

export type NewAttempt = {
  readonly messageId: Id;
  readonly personId: Id;
  /** `sending`, or how it ended before anything was sent. */
  readonly state: AttemptState;
  readonly templateId: string | null;
  /** It had to wait before. */
  readonly again: boolean;
};

/**
 * Claims one try of each message through a channel: a new one, or one that had to wait. @returns the messages whose claim was had; another
 * message to the same person is under way for the rest.
 */
export async function claimAttempts(tx: Tx, channel: SendingChannel, attempts: readonly NewAttempt[], now: Date): Promise<ReadonlySet<Id>> {
  const fresh = await insertAttempts(
    tx,
    channel,
    attempts.filter(one => !one.again),
    now,
  );
  const again = await resumeAttempts(
    tx,
    channel,
    attempts.filter(one => one.again),
    now,
  );
  return new Set([...fresh, ...again].map(row => row.message_id));
}

type Claimed = { readonly message_id: Id };

/** Two processes that claim for the same persons do so in one order: neither waits for the other. */
async function insertAttempts(tx: Tx, channel: SendingChannel, attempts: readonly NewAttempt[], now: Date): Promise<Claimed[]> {
  if (attempts.length === 0) return [];
  return tx.sqlOfMany<Claimed>(
    `INSERT INTO message_attempt (county_id, message_id, person_id, channel, template_id, state, at, settled_at)
     SELECT $1, row.message_id, row.person_id, $6, row.template_id, row.state, $7, CASE WHEN row.state <> 'sending' THEN $7::timestamptz END
     FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[]) AS row (message_id, person_id, state, template_id)
     ORDER BY row.person_id
     ON CONFLICT DO NOTHING RETURNING message_id`,
    [
      tx.countyId,
      attempts.map(one => one.messageId),
      attempts.map(one => one.personId),
      attempts.map(one => one.state),
      attempts.map(one => one.templateId),
      channel,
      now,
    ],
  );
}

/** @throws DatabaseError 23505 when another process has just begun to tell one of these persons something; it can be tried again at once */
async function resumeAttempts(tx: Tx, channel: SendingChannel, attempts: readonly NewAttempt[], now: Date): Promise<Claimed[]> {
  if (attempts.length === 0) return [];
  return tx.sqlOfMany<Claimed>(
    `UPDATE message_attempt AS attempt SET state = row.state, template_id = row.template_id, at = $6,
       settled_at = CASE WHEN row.state <> 'sending' THEN $6::timestamptz END
     FROM unnest($2::uuid[], $3::text[], $4::text[]) AS row (message_id, state, template_id)
     WHERE attempt.county_id = $1 AND attempt.message_id = row.message_id AND attempt.channel = $5 AND attempt.state = 'waiting'
       AND NOT EXISTS (
         SELECT FROM message_attempt AS other
         WHERE other.county_id = $1 AND other.person_id = attempt.person_id AND other.channel = $5 AND other.state = 'sending')
     RETURNING attempt.message_id`,
    [tx.countyId, attempts.map(one => one.messageId), attempts.map(one => one.state), attempts.map(one => one.templateId), channel, now],
  );
}

export type AttemptSettled = {
  readonly messageId: Id;
  readonly state: AttemptState;
  readonly platformId: string | null;
  readonly errcode: number | null;
};

export async function settleAttempts(tx: Tx, channel: SendingChannel, settled: readonly AttemptSettled[], now: Date): Promise<void> {
  if (settled.length === 0) return;
  await tx.sqlOfMany(
    `UPDATE message_attempt AS attempt SET state = row.state, platform_id = row.platform_id, errcode = row.errcode, settled_at = $7
     FROM unnest($2::uuid[], $3::text[], $4::text[], $5::int[]) AS row (message_id, state, platform_id, errcode)
     WHERE attempt.county_id = $1 AND attempt.message_id = row.message_id AND attempt.channel = $6 AND attempt.state IN ('sending', 'doubtful')`,
    [
      tx.countyId,
      settled.map(one => one.messageId),
      settled.map(one => one.state),
      settled.map(one => one.platformId),
      settled.map(one => one.errcode),
      channel,
      now,
    ],
  );
}

/** Tries that were claimed and never came back: nobody knows whether the message went out. */
export async function doubtAttempts(tx: Tx, messageIds: readonly Id[], now: Date): Promise<void> {
  if (messageIds.length === 0) return;
  await tx.sql(
    `UPDATE message_attempt SET state = 'doubtful', settled_at = $3 WHERE county_id = $1 AND message_id = ANY($2::uuid[]) AND state = 'sending'`,
    [tx.countyId, messageIds, now],
  );
}

type Delivered = Pick<MessageRow, 'id' | 'personId'> & { readonly templateId: string };

/** The platform says that a message which it took did not arrive. */
export async function failDelivered(tx: Tx, platformId: string, errcode: number, now: Date): Promise<Id | undefined> {
  const [row] = await tx.sql<{ message_id: Id }>(
    `UPDATE message_attempt SET state = 'failed', errcode = $3, settled_at = $4
     WHERE county_id = $1 AND platform_id = $2 AND channel = 'wechat' AND state = 'sent' RETURNING message_id`,
    [tx.countyId, platformId, errcode, now],
  );
  return row?.message_id;
}

/**
 * The platform tells of a message whose answer never reached us: the doubt about the person's latest one of that template is settled.
 * @returns the message, when there was such a doubt and the number is not another message's
 */
export async function settleDoubt(
  tx: Tx,
  told: { personId: Id; templateId: string; platformId: string; state: 'sent' | 'failed'; at: Date },
): Promise<Delivered | undefined> {
  const [row] = await tx.sql<Delivered>(
    `UPDATE message_attempt SET state = $5, platform_id = $4, settled_at = $6
     WHERE county_id = $1 AND channel = 'wechat' AND message_id = (
       SELECT message_id FROM message_attempt
       WHERE county_id = $1 AND person_id = $2 AND template_id = $3 AND channel = 'wechat' AND state = 'doubtful' AND platform_id IS NULL
         AND at BETWEEN $6::timestamptz - interval '10 minutes' AND $6::timestamptz + interval '10 minutes'
         AND NOT EXISTS (SELECT FROM message_attempt AS known WHERE known.county_id = $1 AND known.platform_id = $4)
       ORDER BY at DESC LIMIT 1 FOR UPDATE)
     RETURNING message_id AS id, person_id AS "personId", template_id AS "templateId"`,
    [tx.countyId, told.personId, told.templateId, told.platformId, told.state, told.at],
  );
  return row;
}
