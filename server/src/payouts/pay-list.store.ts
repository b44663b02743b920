import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { ListChannel } from '@guanhu/shared/payouts/payouts.terms';
import type { Reader, Tx } from '../platform/database/database.ts';

export type ListRow = {
  readonly id: Id;
  readonly batch_id: Id;
  readonly channel: ListChannel;
  readonly people: number;
  readonly total_fen: number;
  readonly made_at: Date;
  readonly answered_at: Date | null;
  readonly paid: number;
  readonly failed: number;
};
const SHOWN = `id, batch_id, channel, people, total_fen, made_at, answered_at,
  (SELECT count(*) FROM bill WHERE bill.county_id = $1 AND bill.list_id = pay_list.id AND bill.state = 'SUCCESS') AS paid,
  (SELECT count(*) FROM bill WHERE bill.county_id = $1 AND bill.list_id = pay_list.id AND bill.state IN ('FAIL', 'CANCELLED')) AS failed`;

export async function insertList(
  tx: Tx,
  one: { id: Id; batchId: Id; channel: ListChannel; people: number; totalFen: number; by: Id },
): Promise<void> {
  await tx.sql(
    `INSERT INTO pay_list (county_id, id, batch_id, channel, people, total_fen, made_by, made_at) VALUES ($1, $2, $3, $4, $5, $6, $7, now())`,
    [tx.countyId, one.id, one.batchId, one.channel, one.people, one.totalFen, one.by],
  );
}

/** Newest first: a batch has few. */
export const listsOfBatch = (reader: Reader, batchId: Id): Promise<ListRow[]> =>
  reader.sql(`SELECT ${SHOWN} FROM pay_list WHERE county_id = $1 AND batch_id = $2 ORDER BY id DESC LIMIT 100`, [reader.countyId, batchId]);

export async function readList(reader: Reader, id: Id): Promise<ListRow | undefined> {
  const [row] = await reader.sql<ListRow>(`SELECT ${SHOWN} FROM pay_list WHERE county_id = $1 AND id = $2`, [reader.countyId, id]);
  return row;
}

/** The bank has answered, once. @throws Refusal PAY_LIST_ANSWERED when it had before */
export async function answerList(tx: Tx, id: Id, resultSha256: Buffer, by: Id): Promise<void> {
  const rows = await tx.sql(
    `UPDATE pay_list SET result_sha256 = $3, answered_by = $4, answered_at = now() WHERE county_id = $1 AND id = $2 AND answered_at IS NULL RETURNING id`,
    [tx.countyId, id, resultSha256, by],
  );
  if (rows.length === 0) throw new Refusal('PAY_LIST_ANSWERED');
}

export async function insertCashReceipt(tx: Tx, one: { id: Id; billId: Id; paidOn: string; receiptSealed: Buffer; by: Id }): Promise<void> {
  await tx.sql(
    'INSERT INTO cash_receipt (county_id, id, bill_id, paid_on, receipt_sealed, recorded_by, at) VALUES ($1, $2, $3, $4, $5, $6, now())',
    [tx.countyId, one.id, one.billId, one.paidOn, one.receiptSealed, one.by],
  );
}
