import type { CountyId, Id } from '@guanhu/shared/kernel/ids';
import type { BillState } from '@guanhu/shared/payouts/bill-life.rules';
import type { ListChannel, PayChannel } from '@guanhu/shared/payouts/payouts.terms';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Sql, Tx } from '../platform/database/database.ts';
import type { BillDraft } from '../platform/wechat-pay/transfer-bills.ts';

/** What a list says of one payment. */
export type ListedPayment = { readonly name: string; readonly bank: string | null; readonly account: string | null };

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
  /** The platform does not remember it any more, and whether it paid is for people to find out. */
  readonly isForgotten: boolean;
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
  is_forgotten: boolean;
};
/** So long the platform remembers a bill. What is not final by then, people settle with the platform: software never pays it again. */
export const REMEMBERED = `interval '30 days'`;
const COLUMNS = `id, entitlement_id, attempt, out_bill_no, merchant_account_id, amount_fen, state, payload_sealed, package_sealed,
  sent_at IS NOT NULL AS was_sent, created_at <= now() - ${REMEMBERED} AS is_forgotten`;
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
  isForgotten: row.is_forgotten,
});

export type NewBill = {
  readonly id: Id;
  readonly entitlementId: Id;
  readonly attempt: number;
  readonly outBillNo: string;
  readonly amountFen: number;
  readonly channel: PayChannel;
  /** Through WeChat: the paying account. */
  readonly merchantAccountId: Id | null;
  /** Another way: the list that it stands in. */
  readonly listId: Id | null;
  readonly state: BillState;
  /** Exactly what is sent, or stands in the list. */
  readonly payload: BillDraft | ListedPayment;
};

/**
 * Stores attempts before their first call, and in which county they are at home.
 * @param inSeconds after which they are driven by a worker, if nobody else has done so
 */
export async function insertBills(tx: Tx, vault: CountyVault, rows: readonly NewBill[], inSeconds: number): Promise<void> {
  await tx.sqlOfMany(
    `INSERT INTO bill (county_id, id, entitlement_id, attempt, out_bill_no, merchant_account_id, amount_fen, payload_sealed, state, channel, list_id,
       created_at, due_at)
     SELECT $1, row.id, row.entitlement_id, row.attempt, row.out_bill_no, row.merchant_account_id, row.amount_fen, row.payload_sealed, row.state,
       row.channel, row.list_id, now(), now() + make_interval(secs => $12)
     FROM unnest($2::uuid[], $3::uuid[], $4::int[], $5::text[], $6::uuid[], $7::bigint[], $8::bytea[], $9::text[], $10::text[], $11::uuid[])
       AS row (id, entitlement_id, attempt, out_bill_no, merchant_account_id, amount_fen, payload_sealed, state, channel, list_id)`,
    [
      tx.countyId,
      rows.map(row => row.id),
      rows.map(row => row.entitlementId),
      rows.map(row => row.attempt),
      rows.map(row => row.outBillNo),
      rows.map(row => row.merchantAccountId),
      rows.map(row => row.amountFen),
      rows.map(row => vault.seal(column(row.id, 'payload_sealed'), JSON.stringify(row.payload))),
      rows.map(row => row.state),
      rows.map(row => row.channel),
      rows.map(row => row.listId),
      inSeconds,
    ],
  );
  await tx.sqlOfMany(
    `INSERT INTO bill_directory (out_bill_no, county_id) SELECT out_bill_no, $1 FROM unnest($2::text[]) AS row (out_bill_no)
     ON CONFLICT (out_bill_no) DO NOTHING`,
    [tx.countyId, rows.map(row => row.outBillNo)],
  );
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

/** What has to be known of a bill to judge what is said of it. */
export type BillKnown = Pick<BillRow, 'id' | 'entitlementId' | 'attempt' | 'outBillNo' | 'amountFen' | 'state'> & {
  /** Null of what a list pays. */
  readonly merchantAccountId: Id | null;
  readonly packageSealed: Buffer | null;
};
const KNOWN = `id, entitlement_id AS "entitlementId", attempt, out_bill_no AS "outBillNo", merchant_account_id AS "merchantAccountId",
  amount_fen AS "amountFen", state, package_sealed AS "packageSealed"`;

export const readKnown = (reader: Reader, outBillNos: readonly string[]): Promise<BillKnown[]> =>
  reader.sqlOfMany(`SELECT ${KNOWN} FROM bill WHERE county_id = $1 AND out_bill_no = ANY($2::text[])`, [reader.countyId, outBillNos]);

export const lockKnown = (tx: Tx, ids: readonly Id[]): Promise<BillKnown[]> =>
  tx.sqlOfMany(`SELECT ${KNOWN} FROM bill WHERE county_id = $1 AND id = ANY($2::uuid[]) ORDER BY id FOR UPDATE`, [tx.countyId, ids]);

/** The same by their numbers: for words after which no entitlement is touched. */
export const lockNumbers = (tx: Tx, outBillNos: readonly string[]): Promise<BillKnown[]> =>
  tx.sqlOfMany(`SELECT ${KNOWN} FROM bill WHERE county_id = $1 AND out_bill_no = ANY($2::text[]) ORDER BY id FOR UPDATE`, [
    tx.countyId,
    outBillNos,
  ]);

export const openPackage = (vault: CountyVault, bill: Pick<BillKnown, 'id' | 'packageSealed'>): string | null =>
  bill.packageSealed === null ? null : vault.open(column(bill.id, 'package_sealed'), bill.packageSealed);

/** The newest attempt of an entitlement through WeChat. */
export async function newestBill(reader: Reader, vault: CountyVault, entitlementId: Id): Promise<BillRow | undefined> {
  const [row] = await reader.sql<Sealed>(
    `SELECT ${COLUMNS} FROM bill WHERE county_id = $1 AND entitlement_id = $2 AND channel = 'wechat' ORDER BY attempt DESC LIMIT 1`,
    [reader.countyId, entitlementId],
  );
  return row && opened(vault, row);
}

type BillStanding = {
  readonly outBillNo: string;
  readonly channel: PayChannel;
  readonly merchantAccountId: Id | null;
  /** Not final, and the platform does not remember it any more. */
  readonly isForgotten: boolean;
};

/** The newest attempt of each of these entitlements that has any. */
export async function standingsOf(reader: Reader, entitlementIds: readonly Id[]): Promise<ReadonlyMap<Id, BillStanding>> {
  if (entitlementIds.length === 0) return new Map();
  const rows = await reader.sqlOfMany<BillStanding & { id: Id }>(
    `SELECT DISTINCT ON (entitlement_id) entitlement_id AS id, out_bill_no AS "outBillNo", channel, merchant_account_id AS "merchantAccountId",
       final_at IS NULL AND channel = 'wechat' AND created_at <= now() - ${REMEMBERED} AS "isForgotten"
     FROM bill WHERE county_id = $1 AND entitlement_id = ANY($2::uuid[]) ORDER BY entitlement_id, attempt DESC`,
    [reader.countyId, entitlementIds],
  );
  return new Map(rows.map(row => [row.id, row]));
}

/** Written before the call leaves: from then on the outcome is in doubt until the platform has been heard. */
export async function markSent(reader: Reader, billId: Id): Promise<void> {
  await reader.sql('UPDATE bill SET sent_at = coalesce(sent_at, now()) WHERE county_id = $1 AND id = $2', [reader.countyId, billId]);
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

/** When a bill is looked at again: soon while the platform has not said anything useful, after a tenth of the time since it was first sent. */
const SOON = `make_interval(secs => least(60, greatest(1, extract(epoch FROM now() - coalesce(bill.sent_at, now()))::float8 / 10)))`;
/** While the payee has to act: every 20 seconds at first, hourly at last; the callback comes before. */
const SELDOM = `greatest(interval '20 seconds', least(interval '1 hour', (now() - created_at) / 10))`;

/** What made the last call difficult, as a code. */
export async function storeTrouble(reader: Reader, billId: Id, trouble: string): Promise<void> {
  await reader.sql(`UPDATE bill SET trouble = $3, due_at = now() + ${SOON} WHERE county_id = $1 AND id = $2 AND final_at IS NULL`, [
    reader.countyId,
    billId,
    trouble,
  ]);
}

/** No call could be made: it is the bill's turn again in a moment. */
export async function putOff(reader: Reader, billId: Id): Promise<void> {
  await reader.sql(`UPDATE bill SET due_at = now() + ${SOON} WHERE county_id = $1 AND id = $2 AND final_at IS NULL`, [
    reader.countyId,
    billId,
  ]);
}

export type BillHeard = {
  readonly bill: Pick<BillKnown, 'id'>;
  readonly state: BillState;
  readonly isFinal: boolean;
  readonly transferBillNo: string;
  readonly packageInfo: string | null;
  readonly failReason: string | null;
};

/** What the platform said of locked bills: a state that is further on, its own number, and once the key to the confirmation page. */
export async function storeHeard(tx: Tx, vault: CountyVault, heard: readonly BillHeard[]): Promise<void> {
  await tx.sqlOfMany(
    `UPDATE bill SET state = row.state, transfer_bill_no = coalesce(bill.transfer_bill_no, nullif(row.transfer_bill_no, '')),
       package_sealed = coalesce(bill.package_sealed, row.package_sealed), fail_reason = row.fail_reason, trouble = NULL,
       final_at = CASE WHEN row.is_final THEN coalesce(bill.final_at, now()) END,
       due_at = now() + CASE WHEN coalesce(bill.package_sealed, row.package_sealed) IS NULL THEN ${SOON} ELSE ${SELDOM} END
     FROM unnest($2::uuid[], $3::text[], $4::text[], $5::bytea[], $6::text[], $7::boolean[])
       AS row (id, state, transfer_bill_no, package_sealed, fail_reason, is_final)
     WHERE bill.county_id = $1 AND bill.id = row.id`,
    [
      tx.countyId,
      heard.map(each => each.bill.id),
      heard.map(each => each.state),
      heard.map(each => each.transferBillNo),
      heard.map(each => (each.packageInfo === null ? null : vault.seal(column(each.bill.id, 'package_sealed'), each.packageInfo))),
      heard.map(each => each.failReason),
      heard.map(each => each.isFinal),
    ],
  );
}

/** What is in doubt comes before the others: whether it was sent is found out while they still go. */
const DUE = `SELECT id, sent_at IS NOT NULL AS was_sent FROM bill
       WHERE county_id = $1 AND final_at IS NULL AND channel = 'wechat' AND due_at <= now() AND created_at > now() - ${REMEMBERED}`;

/**
 * Takes up to `most` bills whose turn has come, inside the days that the platform remembers, for `leaseSeconds`: a dead worker's are taken over
 * after that. A bill that was never sent is written down as sent with it, because from here on it may be.
 */
export async function claimDue(reader: Reader, vault: CountyVault, most: number, leaseSeconds: number): Promise<BillRow[]> {
  const rows = await reader.sql<Sealed>(
    `WITH doubtful AS MATERIALIZED (${DUE} AND state = 'prepared' AND sent_at IS NOT NULL ORDER BY due_at, id LIMIT $3 FOR UPDATE SKIP LOCKED),
     others AS MATERIALIZED (
       ${DUE} AND (state <> 'prepared' OR sent_at IS NULL) ORDER BY due_at, id LIMIT $3 - (SELECT count(*) FROM doubtful) FOR UPDATE SKIP LOCKED),
     due AS (SELECT * FROM doubtful UNION ALL SELECT * FROM others)
     UPDATE bill SET due_at = now() + make_interval(secs => $2), sent_at = coalesce(bill.sent_at, now()),
       asked_at = CASE WHEN due.was_sent THEN now() ELSE bill.asked_at END
     FROM due WHERE bill.county_id = $1 AND bill.id = due.id
     RETURNING bill.id, bill.entitlement_id, bill.attempt, bill.out_bill_no, bill.merchant_account_id, bill.amount_fen, bill.state,
       bill.payload_sealed, bill.package_sealed, due.was_sent, false AS is_forgotten`,
    [reader.countyId, leaseSeconds, most],
  );
  return rows.map(row => opened(vault, row));
}

export type ListedBill = { readonly outBillNo: string; readonly amountFen: number; readonly state: BillState } & ListedPayment;

/** What stands in a list, in its order. */
export async function billsOfList(reader: Reader, vault: CountyVault, listId: Id): Promise<ListedBill[]> {
  const rows = await reader.sql<{ id: Id; out_bill_no: string; amount_fen: number; state: BillState; payload_sealed: Buffer }>(
    'SELECT id, out_bill_no, amount_fen, state, payload_sealed FROM bill WHERE county_id = $1 AND list_id = $2 ORDER BY id',
    [reader.countyId, listId],
  );
  return rows.map(row => ({
    outBillNo: row.out_bill_no,
    amountFen: row.amount_fen,
    state: row.state,
    ...(JSON.parse(vault.open(column(row.id, 'payload_sealed'), row.payload_sealed)) as ListedPayment),
  }));
}

/** What these persons may still receive counts what was sent to them since a moment, and the account's day what it sent to anybody. */
export async function spentSince(
  reader: Reader,
  merchantAccountId: Id,
  guardianIds: readonly Id[],
  since: Date,
): Promise<{ readonly merchantFen: number; readonly persons: ReadonlyMap<Id, number> }> {
  const rows = await reader.sqlOfMany<{ guardian_id: Id | null; fen: number }>(
    `SELECT entitlement.guardian_id, sum(bill.amount_fen)::bigint AS fen
     FROM bill JOIN entitlement ON entitlement.county_id = $1 AND entitlement.id = bill.entitlement_id
     WHERE bill.county_id = $1 AND bill.created_at >= $2 AND bill.merchant_account_id = $3 AND bill.state NOT IN ('FAIL', 'CANCELLED')
     GROUP BY entitlement.guardian_id`,
    [reader.countyId, since, merchantAccountId],
  );
  const asked = new Set(guardianIds);
  return {
    merchantFen: rows.reduce((sum, row) => sum + row.fen, 0),
    persons: new Map(rows.flatMap(row => (row.guardian_id !== null && asked.has(row.guardian_id) ? [[row.guardian_id, row.fen]] : []))),
  };
}

/** The live payment of an entitlement that a list of this channel makes. */
export async function openListBill(reader: Reader, entitlementId: Id, channel: ListChannel): Promise<BillKnown | undefined> {
  const [row] = await reader.sql<BillKnown>(
    `SELECT ${KNOWN} FROM bill WHERE county_id = $1 AND entitlement_id = $2 AND channel = $3 AND final_at IS NULL`,
    [reader.countyId, entitlementId, channel],
  );
  return row;
}

/** The places, county first, whose payments wait to be taken by this account. */
export async function placesWaiting(reader: Reader, merchantAccountId: Id): Promise<Id[][]> {
  const rows = await reader.sql<{ area_path: Id[] }>(
    `SELECT DISTINCT batch.area_path
     FROM bill JOIN entitlement ON entitlement.county_id = $1 AND entitlement.id = bill.entitlement_id
       JOIN batch ON batch.county_id = $1 AND batch.id = entitlement.batch_id
     WHERE bill.county_id = $1 AND bill.merchant_account_id = $2 AND bill.state = 'prepared' AND bill.final_at IS NULL AND bill.channel = 'wechat'`,
    [reader.countyId, merchantAccountId],
  );
  return rows.map(row => row.area_path);
}
