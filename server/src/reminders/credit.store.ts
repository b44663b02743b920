import { NO_CREDIT, type Credit } from '@guanhu/shared/reminders/credit.rules';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { Reader, Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';

const COLUMNS = `messages_left AS left, phone_ahead AS "phoneAhead", phone_at AS "phoneAt", platform_ahead AS "platformAhead", platform_at AS "platformAt"`;

/** What is left of each template, for one person. */
export async function readCredits(reader: Reader, personId: Id): Promise<ReadonlyMap<string, Credit>> {
  const rows = await reader.sql<Credit & { template_id: string }>(
    `SELECT template_id, ${COLUMNS} FROM credit WHERE county_id = $1 AND person_id = $2`,
    [reader.countyId, personId],
  );
  return new Map(rows.map(({ template_id, ...credit }) => [template_id, credit]));
}

/** Changes one person's credit for one template; two changes take turns. */
export async function changeCredit(tx: Tx, personId: Id, templateId: string, change: (credit: Credit) => Credit): Promise<void> {
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
    `UPDATE credit SET messages_left = $4, phone_ahead = $5, phone_at = $6, platform_ahead = $7, platform_at = $8
     WHERE county_id = $1 AND person_id = $2 AND template_id = $3`,
    [tx.countyId, personId, templateId, next.left, next.phoneAhead, next.phoneAt, next.platformAhead, next.platformAt],
  );
}

/** @returns whether the event is new; the platform delivers some of them twice. */
export async function noteEvent(tx: Tx, key: string, at: Date): Promise<boolean> {
  const rows = await tx.sql(
    'INSERT INTO credit_event (county_id, id, key, at) VALUES ($1, $2, $3, $4) ON CONFLICT (county_id, key) DO NOTHING RETURNING id',
    [tx.countyId, newId(), key, at],
  );
  return rows.length === 1;
}
