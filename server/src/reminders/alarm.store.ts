import type { AttemptState, SendingChannel } from '@guanhu/shared/reminders/reminders.terms';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { Tx } from '../platform/database/database.ts';

export type AlarmTry = {
  readonly messageId: Id;
  readonly personId: Id;
  readonly channel: SendingChannel;
  /** `sending`, or how it ended before anything was sent. */
  readonly state: AttemptState;
  readonly templateId: string | null;
};

/** Notes that alarms are being sent, before they are: first tries, and tries of what waited or was lost. What is settled stays. */
export async function noteAlarmTries(tx: Tx, tries: readonly AlarmTry[], now: Date): Promise<void> {
  if (tries.length === 0) return;
  await tx.sql(
    `INSERT INTO message_attempt AS attempt (county_id, message_id, person_id, channel, template_id, state, at, settled_at, alarm)
     SELECT $1, message_id, person_id, channel, template_id, state, $7, CASE WHEN state <> 'sending' THEN $7::timestamptz END, true
     FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[])
       AS row (message_id, person_id, channel, template_id, state)
     ON CONFLICT (county_id, message_id, channel) DO UPDATE
       SET state = excluded.state, template_id = excluded.template_id, at = excluded.at, settled_at = excluded.settled_at, tries = attempt.tries + 1
       WHERE attempt.state IN ('waiting', 'sending', 'doubtful')`,
    [
      tx.countyId,
      tries.map(one => one.messageId),
      tries.map(one => one.personId),
      tries.map(one => one.channel),
      tries.map(one => one.templateId),
      tries.map(one => one.state),
      now,
    ],
  );
}

/** The channels of a message settle one after the other: what follows sees what the other one noted. */
export async function takeTurns(tx: Tx, messageIds: readonly Id[]): Promise<void> {
  await tx.sql('SELECT id FROM message WHERE county_id = $1 AND id = ANY($2::uuid[]) ORDER BY id FOR UPDATE', [tx.countyId, messageIds]);
}
