import type { Id } from '@guanhu/shared/kernel/ids';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { REMEMBERED } from './bill.store.ts';

/** A bill that the platform has paid. */
export type BillPaid = { readonly billId: Id; readonly outBillNo: string; readonly merchantAccountId: Id };
/** A bill of an entitlement that the platform has paid, with its receipt where we have it. */
export type ReceiptRow = BillPaid & {
  /** The platform still gives it. */
  readonly isRemembered: boolean;
  readonly kept: { readonly id: Id; readonly hashType: 'SHA256' | 'SM3'; readonly hash: string; readonly at: Date } | null;
};

const PAID = `bill.id AS "billId", bill.out_bill_no AS "outBillNo", bill.merchant_account_id AS "merchantAccountId"`;
const IS_REMEMBERED = `bill.created_at > now() - ${REMEMBERED}`;
const place = (row: Id) => ({ table: 'bill_receipt', row, column: 'file_sealed' });

/** Paid bills that the platform still remembers and of which we have no receipt, oldest first. */
export const billsWithoutReceipt = (reader: Reader, most: number): Promise<BillPaid[]> =>
  reader.sql(
    `SELECT ${PAID} FROM bill
     WHERE bill.county_id = $1 AND bill.state = 'SUCCESS' AND bill.channel = 'wechat' AND ${IS_REMEMBERED}
       AND NOT EXISTS (SELECT FROM bill_receipt WHERE bill_receipt.county_id = $1 AND bill_receipt.bill_id = bill.id)
     ORDER BY bill.created_at, bill.id LIMIT $2`,
    [reader.countyId, most],
  );

/** Of the transfer by which an entitlement was paid; undefined when none was. */
export async function receiptOf(reader: Reader, entitlementId: Id): Promise<ReceiptRow | undefined> {
  type Found = BillPaid & { isRemembered: boolean; id: Id | null; hashType: 'SHA256' | 'SM3'; hash: string; at: Date };
  const [row] = await reader.sql<Found>(
    `SELECT ${PAID}, ${IS_REMEMBERED} AS "isRemembered", kept.id, kept.hash_type AS "hashType", kept.hash, kept.at
     FROM bill LEFT JOIN bill_receipt AS kept ON kept.county_id = $1 AND kept.bill_id = bill.id
     WHERE bill.county_id = $1 AND bill.entitlement_id = $2 AND bill.state = 'SUCCESS' AND bill.channel = 'wechat'
     ORDER BY bill.attempt DESC LIMIT 1`,
    [reader.countyId, entitlementId],
  );
  if (!row) return undefined;
  const { id, hashType, hash, at, ...bill } = row;
  return { ...bill, kept: id === null ? null : { id, hashType, hash, at } };
}

/** The file as the platform gave it. */
export async function readReceiptFile(reader: Reader, vault: CountyVault, id: Id): Promise<Buffer> {
  const [row] = await reader.sql<{ file_sealed: Buffer }>('SELECT file_sealed FROM bill_receipt WHERE county_id = $1 AND id = $2', [
    reader.countyId,
    id,
  ]);
  if (!row) throw new Error('a receipt that is not there');
  return vault.openBytes(place(id), row.file_sealed);
}

export async function storeReceipt(
  reader: Reader,
  vault: CountyVault,
  one: { billId: Id; hashType: string; hash: string; content: Buffer },
): Promise<void> {
  const id = newId();
  await reader.sql(
    `INSERT INTO bill_receipt (county_id, id, bill_id, hash_type, hash, file_sealed, at) VALUES ($1, $2, $3, $4, $5, $6, now())
     ON CONFLICT (county_id, bill_id) DO NOTHING`,
    [reader.countyId, id, one.billId, one.hashType, one.hash, vault.seal(place(id), one.content)],
  );
}
