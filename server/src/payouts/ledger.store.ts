import { POSTINGS, type Balances, type PostingKind } from '@guanhu/shared/payouts/ledger.rules';
import { accountOf } from '@guanhu/shared/payouts/payout-life.rules';
import { ENTITLEMENT_STATE_CODES, LEDGER_ACCOUNT_CODES, type LedgerAccount } from '@guanhu/shared/payouts/payouts.terms';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { Reader, Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';

export type NewPosting = {
  readonly officeId: Id;
  readonly kind: PostingKind;
  readonly amountFen: number;
  /** Names the one event: posting it again does nothing. */
  readonly cause: string;
  readonly batchId?: Id;
  readonly entitlementId?: Id;
};

/**
 * Moves money between two accounts of an office and writes down why. The accounts are locked in one order, so that two movements never
 * wait for each other, and the second of two that want the last fen sees what the first has left.
 * @throws Refusal FUNDS_NOT_ENOUGH when the account does not hold the amount
 */
export async function post(tx: Tx, posting: NewPosting): Promise<void> {
  const [from, to] = POSTINGS[posting.kind];
  const held = await lockAccounts(tx, posting.officeId, [from, to]);
  const [written] = await tx.sql(
    `INSERT INTO ledger_posting (county_id, id, office_id, kind, from_account, to_account, amount_fen, cause, batch_id, entitlement_id, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, now()) ON CONFLICT (county_id, cause) DO NOTHING RETURNING id`,
    [
      tx.countyId,
      newId(),
      posting.officeId,
      posting.kind,
      from,
      to,
      posting.amountFen,
      posting.cause,
      posting.batchId ?? null,
      posting.entitlementId ?? null,
    ],
  );
  if (!written) return;
  if (from !== 'received' && (held.get(from) ?? 0) < posting.amountFen) throw new Refusal('FUNDS_NOT_ENOUGH');
  await tx.sql(
    `UPDATE ledger_account SET balance_fen = balance_fen + CASE WHEN account = $3 THEN -$5::bigint ELSE $5::bigint END
     WHERE county_id = $1 AND office_id = $2 AND account IN ($3, $4)`,
    [tx.countyId, posting.officeId, from, to, posting.amountFen],
  );
}

/** The balances of these accounts, which then stay as they are until the transaction ends. Accounts are opened when first needed. */
async function lockAccounts(tx: Tx, officeId: Id, accounts: readonly LedgerAccount[]): Promise<ReadonlyMap<LedgerAccount, number>> {
  const read = () =>
    tx.sql<{ account: LedgerAccount; balance_fen: number }>(
      `SELECT account, balance_fen FROM ledger_account WHERE county_id = $1 AND office_id = $2 AND account = ANY($3::text[])
       ORDER BY account FOR UPDATE`,
      [tx.countyId, officeId, accounts],
    );
  let rows = await read();
  if (rows.length < accounts.length) {
    const missing = [...accounts].sort();
    await tx.sql(
      `INSERT INTO ledger_account (county_id, id, office_id, account, balance_fen)
       SELECT $1, row.id, $2, row.account, 0 FROM unnest($3::uuid[], $4::text[]) AS row (id, account)
       ON CONFLICT (county_id, office_id, account) DO NOTHING`,
      [tx.countyId, officeId, missing.map(() => newId()), missing],
    );
    rows = await read();
  }
  return new Map(rows.map(row => [row.account, row.balance_fen]));
}

export async function readBalances(reader: Reader, officeId: Id): Promise<Balances> {
  const rows = await reader.sql<{ account: LedgerAccount; balance_fen: number }>(
    'SELECT account, balance_fen FROM ledger_account WHERE county_id = $1 AND office_id = $2',
    [reader.countyId, officeId],
  );
  const held = new Map(rows.map(row => [row.account, row.balance_fen]));
  return Object.fromEntries(LEDGER_ACCOUNT_CODES.map(account => [account, held.get(account) ?? 0])) as Balances;
}

/** Accounts that must hold exactly what entitlements and batches in some state are worth. */
const OWED_STATES = ENTITLEMENT_STATE_CODES.filter(state => accountOf[state] !== null);
const OWED_ACCOUNTS = [...OWED_STATES.map(state => accountOf[state]), 'committed'];

/**
 * Whether the office's books agree in three ways: every account equals the sum of its postings; all accounts sum to nothing; and the
 * money of entitlements and batches stands where their states say. One statement, so that all of it is seen at one moment.
 */
export async function ledgerAgrees(reader: Reader, officeId: Id): Promise<boolean> {
  const [row] = await reader.sql<{ agrees: boolean }>(
    `WITH posted AS (
       SELECT account, sum(amount) AS total FROM (
         SELECT to_account AS account, amount_fen AS amount FROM ledger_posting WHERE county_id = $1 AND office_id = $2
         UNION ALL SELECT from_account, -amount_fen FROM ledger_posting WHERE county_id = $1 AND office_id = $2) AS leg
       GROUP BY account),
     owed AS (
       SELECT account, sum(amount) AS total FROM (
         SELECT place.account, entitlement.amount_fen AS amount
         FROM batch JOIN entitlement ON entitlement.county_id = $1 AND entitlement.batch_id = batch.id
           JOIN unnest($3::text[], $4::text[]) AS place (state, account) ON place.state = entitlement.state
         WHERE batch.county_id = $1 AND batch.office_id = $2
         UNION ALL SELECT 'committed', total_fen FROM batch WHERE county_id = $1 AND office_id = $2 AND state = 'checked') AS debt
       GROUP BY account)
     SELECT coalesce(sum(held.balance_fen), 0) = 0
       AND coalesce(bool_and(coalesce(held.balance_fen, 0) = coalesce(posted.total, 0)), true)
       AND coalesce(bool_and(coalesce(held.balance_fen, 0) = coalesce(owed.total, 0)) FILTER (WHERE name.account = ANY($5::text[])), true) AS agrees
     FROM unnest($6::text[]) AS name (account)
       LEFT JOIN ledger_account AS held ON held.county_id = $1 AND held.office_id = $2 AND held.account = name.account
       LEFT JOIN posted ON posted.account = name.account
       LEFT JOIN owed ON owed.account = name.account`,
    [reader.countyId, officeId, OWED_STATES, OWED_STATES.map(state => accountOf[state]), OWED_ACCOUNTS, LEDGER_ACCOUNT_CODES],
  );
  return row?.agrees === true;
}

/** @returns false when the office has recorded this document before. */
export async function insertAppropriation(
  tx: Tx,
  one: { id: Id; officeId: Id; amountFen: number; receivedOn: string; documentNumber: string; personId: Id; now: Date },
): Promise<boolean> {
  const rows = await tx.sql(
    `INSERT INTO appropriation (county_id, id, office_id, amount_fen, received_on, document_number, recorded_by, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (county_id, office_id, document_number) DO NOTHING RETURNING id`,
    [tx.countyId, one.id, one.officeId, one.amountFen, one.receivedOn, one.documentNumber, one.personId, one.now],
  );
  return rows.length === 1;
}

export type AppropriationRow = {
  readonly amount_fen: number;
  readonly received_on: string;
  readonly document_number: string;
  readonly recorded_by: Id;
  readonly at: Date;
};

/** Newest first. */
export const readAppropriations = (reader: Reader, officeId: Id): Promise<AppropriationRow[]> =>
  reader.sql(
    `SELECT amount_fen, received_on, document_number, recorded_by, at FROM appropriation
     WHERE county_id = $1 AND office_id = $2 ORDER BY id DESC LIMIT 50`,
    [reader.countyId, officeId],
  );
