import type { Id } from '@guanhu/shared/kernel/ids';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';

/** Paid bills that the platform still remembers and of which we have no receipt, oldest first. */
export const billsWithoutReceipt = (reader: Reader, most: number): Promise<{ id: Id; out_bill_no: string; merchant_account_id: Id }[]> =>
  reader.sql(
    `SELECT bill.id, bill.out_bill_no, bill.merchant_account_id FROM bill
     WHERE bill.county_id = $1 AND bill.state = 'SUCCESS' AND bill.channel = 'wechat' AND bill.created_at > now() - interval '30 days'
       AND NOT EXISTS (SELECT FROM bill_receipt WHERE bill_receipt.county_id = $1 AND bill_receipt.bill_id = bill.id)
     ORDER BY bill.created_at, bill.id LIMIT $2`,
    [reader.countyId, most],
  );

export async function storeReceipt(
  reader: Reader,
  vault: CountyVault,
  one: { billId: Id; hashType: string; hash: string; content: Buffer },
): Promise<void> {
  const id = newId();
  await reader.sql(
    `INSERT INTO bill_receipt (county_id, id, bill_id, hash_type, hash, file_sealed, at) VALUES ($1, $2, $3, $4, $5, $6, now())
     ON CONFLICT (county_id, bill_id) DO NOTHING`,
    [
      reader.countyId,
      id,
      one.billId,
      one.hashType,
      one.hash,
      vault.seal({ table: 'bill_receipt', row: id, column: 'file_sealed' }, one.content),
    ],
  );
}
