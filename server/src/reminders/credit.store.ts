import type { Id } from '@guanhu/shared/kernel/ids';
import { NO_CREDIT, type Credit, type CreditSource } from '@guanhu/shared/reminders/credit.rules';
import type { CreditCause } from '@guanhu/shared/reminders/reminders.terms';
import type { Reader, Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';

const COLUMNS = `messages_left AS left, phone_ahead AS "phoneAhead", phone_at AS "phoneAt", platform_ahead AS "platformAhead", platform_at AS "platformAt"`;

/** What is left of each template, for each of these persons. */
export async function readCredits(reader: Reader, personIds: readonly Id[]): Promise<ReadonlyMap<Id, ReadonlyMap<string, number>>> {
  const rows = await reader.sqlOfMany<{ personId: Id; templateId: string; left: number }>(
    `SELECT person_id AS "personId", template_id AS "templateId", messages_left AS left FROM credit
     WHERE county_id = $1 AND person_id = ANY($2::uuid[])`,
    [reader.countyId, personIds],
  );
  const credits = new Map<Id, Map<string, number>>();
  for (const { personId, templateId, left } of rows) {
    const own = credits.get(personId) ?? new Map<string, number>();
    credits.set(personId, own.set(templateId, left));
  }
  return credits;
}

export type Entry = { readonly cause: CreditCause; readonly source: CreditSource | 'sending'; readonly at: Date; readonly messageId?: Id };

/** Changes one person's credit for one template and writes down why; two changes take turns. */
export async function changeCredit(
  tx: Tx,
  personId: Id,
  templateId: string,
  { cause, source, at, messageId }: Entry,
  change: (credit: Credit) => Credit,
): Promise<void> {
  await tx.sql(
    'INSERT INTO credit (county_id, id, person_id, template_id) VALUES ($1, $2, $3, $4) ON CONFLICT (county_id, person_id, template_id) DO NOTHING',
    [tx.countyId, newId(), personId, templateId],
  );
  const [row = NO_CREDIT] = await tx.sql<Credit>(
    `SELECT ${COLUMNS} FROM credit WHERE county_id = $1 AND person_id = $2 AND template_id = $3 FOR UPDATE`,
    [tx.countyId, personId, templateId],
  );
  const next = change(row);
  await tx.sql(
    `WITH changed AS (
       UPDATE credit SET messages_left = $4, phone_ahead = $5, phone_at = $6, platform_ahead = $7, platform_at = $8
       WHERE county_id = $1 AND person_id = $2 AND template_id = $3)
     INSERT INTO credit_entry (county_id, id, person_id, template_id, cause, source, change, message_id, at)
     SELECT $1, $9, $2, $3, $10, $11, $12, $13, $14 WHERE $12 <> 0`,
    [
      ...[tx.countyId, personId, templateId, next.left, next.phoneAhead, next.phoneAt, next.platformAhead, next.platformAt],
      ...[newId(), cause, source, next.left - row.left, messageId ?? null, at],
    ],
  );
}

export type Used = { readonly personId: Id; readonly templateId: string; readonly messageId: Id };

/** One message less for each of these; at most one of a person and template. */
export async function spendCredits(tx: Tx, used: readonly Used[], at: Date): Promise<void> {
  if (used.length === 0) return;
  await tx.sqlOfMany(
    `WITH spent AS (
       UPDATE credit SET messages_left = messages_left - 1
       FROM unnest($2::uuid[], $3::text[], $4::uuid[]) AS used (person_id, template_id, message_id)
       WHERE credit.county_id = $1 AND credit.person_id = used.person_id AND credit.template_id = used.template_id AND messages_left > 0
       RETURNING credit.person_id, credit.template_id, used.message_id)
     INSERT INTO credit_entry (county_id, id, person_id, template_id, cause, source, change, message_id, at)
     SELECT $1, new_id(), person_id, template_id, 'sent', 'sending', -1, message_id, $5 FROM spent`,
    [tx.countyId, ...columns(used), at],
  );
}

/** Nothing is left for these, whatever we had counted: the platform says so. */
export async function exhaustCredits(tx: Tx, used: readonly Used[], at: Date): Promise<void> {
  if (used.length === 0) return;
  await tx.sqlOfMany(
    `WITH held AS (
       SELECT credit.id, credit.person_id, credit.template_id, credit.messages_left, used.message_id FROM credit
       JOIN unnest($2::uuid[], $3::text[], $4::uuid[]) AS used (person_id, template_id, message_id)
         ON credit.person_id = used.person_id AND credit.template_id = used.template_id
       WHERE credit.county_id = $1 FOR UPDATE OF credit
     ), emptied AS (
       UPDATE credit SET messages_left = 0, phone_ahead = 0, phone_at = NULL, platform_ahead = 0, platform_at = NULL
       FROM held WHERE credit.county_id = $1 AND credit.id = held.id)
     INSERT INTO credit_entry (county_id, id, person_id, template_id, cause, source, change, message_id, at)
     SELECT $1, new_id(), person_id, template_id, 'exhausted', 'platform', -messages_left, message_id, $5 FROM held WHERE messages_left > 0`,
    [tx.countyId, ...columns(used), at],
  );
}

const columns = (used: readonly Used[]) => [used.map(one => one.personId), used.map(one => one.templateId), used.map(one => one.messageId)];

/** @returns whether the event is new; the platform delivers some of them twice. */
export async function noteEvent(tx: Tx, key: string, at: Date): Promise<boolean> {
  const rows = await tx.sql(
    'INSERT INTO credit_event (county_id, id, key, at) VALUES ($1, $2, $3, $4) ON CONFLICT (county_id, key) DO NOTHING RETURNING id',
    [tx.countyId, newId(), key, at],
  );
  return rows.length === 1;
}
