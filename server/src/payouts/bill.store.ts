import type { CountyId, Id } from '@guanhu/shared/kernel/ids';
import type { BillState } from '@guanhu/shared/payouts/bill-life.rules';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Sql, Tx } from '../platform/database/database.ts';
import type { BillDraft } from '../platform/wechat-pay/transfer-bills.ts';

export type BillRow = {
  readonly id: Id;
  readonly entitlementId: Id;
  readonly attempt: number;
  readonly outBillNo: string;
  readonly merchantAccountId: Id;
  readonly amountFen: number;
  readonly state: BillState;
  /** Exactly what is sent, at every try. */
  readonly draft: BillDraft;
  readonly packageInfo: string | null;
  readonly wasSent: boolean;
};

type Sealed = {
  id: Id;
  entitlement_id: Id;
  attempt: number;
  out_bill_no: string;
  merchant_account_id: Id;
  amount_fen: number;
  state: BillState;
  payload_sealed: Buffer;
  package_sealed: Buffer | null;
  was_sent: boolean;
};
const COLUMNS = `id, entitlement_id, attempt, out_bill_no, merchant_account_id, amount_fen, state, payload_sealed, package_sealed,
  sent_at IS NOT NULL AS was_sent`;
const column = (row: Id, name: 'payload_sealed' | 'package_sealed') => ({ table: 'bill', row, column: name });

const opened = (vault: CountyVault, row: Sealed): BillRow => ({
  id: row.id,
  entitlementId: row.entitlement_id,
  attempt: row.attempt,
  outBillNo: row.out_bill_no,
  merchantAccountId: row.merchant_account_id,
  amountFen: row.amount_fen,
  state: row.state,
  draft: JSON.parse(vault.open(column(row.id, 'payload_sealed'), row.payload_sealed)) as BillDraft,
  packageInfo: row.package_sealed === null ? null : vault.open(column(row.id, 'package_sealed'), row.package_sealed),
  wasSent: row.was_sent,
});

/** Stores an attempt before its first call, and in which county it is at home. */
export async function insertBill(
  tx: Tx,
  vault: CountyVault,
  one: { id: Id; entitlementId: Id; attempt: number; merchantAccountId: Id; draft: BillDraft },
): Promise<void> {
  await tx.sql(
    `INSERT INTO bill (county_id, id, entitlement_id, attempt, out_bill_no, merchant_account_id, amount_fen, state, payload_sealed, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 'prepared', $8, now())`,
    [
      tx.countyId,
      one.id,
      one.entitlementId,
      one.attempt,
      one.draft.outBillNo,
      one.merchantAccountId,
      one.draft.amountFen,
      vault.seal(column(one.id, 'payload_sealed'), JSON.stringify(one.draft)),
    ],
  );
  await tx.sql('INSERT INTO bill_directory (out_bill_no, county_id) VALUES ($1, $2) ON CONFLICT (out_bill_no) DO NOTHING', [
    one.draft.outBillNo,
    tx.countyId,
  ]);
}

/** The county of a bill; `undefined` when the number is not one of ours. */
export async function countyOfBill(directory: Sql, outBillNo: string): Promise<CountyId | undefined> {
  const [row] = await directory<{ county_id: number }>('SELECT county_id FROM bill_directory WHERE out_bill_no = $1', [outBillNo]);
  return row?.county_id;
}

export async function readBill(reader: Reader, vault: CountyVault, outBillNo: string): Promise<BillRow | undefined> {
  const [row] = await reader.sql<Sealed>(`SELECT ${COLUMNS} FROM bill WHERE county_id = $1 AND out_bill_no = $2`, [
    reader.countyId,
    outBillNo,
  ]);
  return row && opened(vault, row);
}

export async function lockBill(tx: Tx, vault: CountyVault, outBillNo: string): Promise<BillRow | undefined> {
  const [row] = await tx.sql<Sealed>(`SELECT ${COLUMNS} FROM bill WHERE county_id = $1 AND out_bill_no = $2 FOR UPDATE`, [
    tx.countyId,
    outBillNo,
  ]);
  return row && opened(vault, row);
}

/** The newest attempt of an entitlement. */
export async function newestBill(reader: Reader, vault: CountyVault, entitlementId: Id): Promise<BillRow | undefined> {
  const [row] = await reader.sql<Sealed>(
    `SELECT ${COLUMNS} FROM bill WHERE county_id = $1 AND entitlement_id = $2 ORDER BY attempt DESC LIMIT 1`,
    [reader.countyId, entitlementId],
  );
  return row && opened(vault, row);
}

/** Written before the call leaves: from then on the outcome is in doubt until the platform has been heard. */
export async function markSent(reader: Reader, billId: Id): Promise<void> {
  await reader.sql('UPDATE bill SET sent_at = coalesce(sent_at, now()) WHERE county_id = $1 AND id = $2', [reader.countyId, billId]);
}

export async function markAsked(reader: Reader, billId: Id): Promise<void> {
  await reader.sql('UPDATE bill SET asked_at = now() WHERE county_id = $1 AND id = $2', [reader.countyId, billId]);
}

/** Takes the right to ask the platform about the bill; false when it was asked within `seconds`. */
export async function mayAsk(reader: Reader, billId: Id, seconds: number): Promise<boolean> {
  const rows = await reader.sql(
    `UPDATE bill SET asked_at = now() WHERE county_id = $1 AND id = $2 AND final_at IS NULL
       AND (asked_at IS NULL OR asked_at <= now() - make_interval(secs => $3)) RETURNING id`,
    [reader.countyId, billId, seconds],
  );
  return rows.length === 1;
}

/** What made the last call difficult, as a code; null when it went well. */
export async function storeTrouble(reader: Reader, billId: Id, trouble: string | null): Promise<void> {
  await reader.sql('UPDATE bill SET trouble = $3 WHERE county_id = $1 AND id = $2 AND final_at IS NULL', [
    reader.countyId,
    billId,
    trouble,
  ]);
}

/** What the platform said: a state that is further on, its own number, and once the key to the confirmation page. */
export async function storeHeard(
  tx: Tx,
  vault: CountyVault,
  bill: BillRow,
  heard: { state: BillState; isFinal: boolean; transferBillNo: string; packageInfo: string | null; failReason: string | null },
): Promise<void> {
  await tx.sql(
    `UPDATE bill SET state = $3, transfer_bill_no = coalesce(transfer_bill_no, $4), package_sealed = coalesce(package_sealed, $5),
       fail_reason = $6, trouble = NULL, final_at = CASE WHEN $7 THEN coalesce(final_at, now()) END
     WHERE county_id = $1 AND id = $2`,
    [
      tx.countyId,
      bill.id,
      heard.state,
      heard.transferBillNo,
      heard.packageInfo === null ? null : vault.seal(column(bill.id, 'package_sealed'), heard.packageInfo),
      heard.failReason,
      heard.isFinal,
    ],
  );
}

/**
 * Bills that are not final, inside the days that the platform remembers, whose turn to be asked about has come: seldomer the older they
 * are, every 20 seconds at first, hourly at last. The longest unasked first.
 */
export const openBills = (reader: Reader, most: number): Promise<{ out_bill_no: string }[]> =>
  reader.sql(
    `SELECT out_bill_no FROM bill
     WHERE county_id = $1 AND final_at IS NULL AND created_at > now() - interval '30 days'
       AND coalesce(asked_at, created_at) <= now() - greatest(interval '20 seconds', least(interval '1 hour', (now() - created_at) / 10))
     ORDER BY coalesce(asked_at, created_at), id LIMIT $2`,
    [reader.countyId, most],
  );
