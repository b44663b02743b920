import { NO_MONEY, POSTINGS, type Balances, type PostingKind } from '@guanhu/shared/payouts/ledger.rules';
import { accountOf } from '@guanhu/shared/payouts/payout-life.rules';
import { ENTITLEMENT_STATE_CODES, LEDGER_ACCOUNT_CODES, type LedgerAccount } from '@guanhu/shared/payouts/payouts.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { Reader, Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';

export type NewPosting = {
  readonly officeId: Id;
  /** The budget line whose money it is. */
  readonly lineId: Id;
  readonly kind: PostingKind;
  readonly amountFen: number;
  /** Names the one event: posting it again does nothing. */
  readonly cause: string;
  readonly batchId?: Id;
  readonly entitlementId?: Id;
};

/** Moves money once: see `postMany`. */
export const post = (tx: Tx, posting: NewPosting): Promise<void> => postMany(tx, [posting]);

/**
 * Moves money between accounts and writes down why: any number of postings, one statement for those of the same batch and kind. The accounts
 * are locked first and in one order, so that two movements never wait for each other, and the second of two that want the last fen sees what
 * the first has left. The time of a posting is read under the lock: of two postings to an account the later one is also later by its time.
 * @throws Refusal FUNDS_NOT_ENOUGH when an account does not hold the amount
 */
export async function postMany(tx: Tx, postings: readonly NewPosting[]): Promise<void> {
  if (postings.length === 0) return;
  await lockAccounts(tx, postings);
  const alike = new Map<string, NewPosting[]>();
  for (const posting of postings) {
    const key = `${posting.lineId}:${posting.kind}:${posting.batchId ?? ''}`;
    const known = alike.get(key);
    if (known) known.push(posting);
    else alike.set(key, [posting]);
  }
  try {
    for (const group of alike.values()) await postAlike(tx, group);
  } catch (error) {
    // The database itself keeps every account from being overdrawn.
    if ((error as { constraint?: unknown }).constraint === 'ledger_account_covered') throw new Refusal('FUNDS_NOT_ENOUGH');
    throw error;
  }
}

/**
 * Postings that differ in amount and cause alone: what they have in common is sent once, and the accounts move once by what was written. Nothing
 * large is read, so the way is the same however many they are.
 */
async function postAlike(tx: Tx, postings: readonly NewPosting[]): Promise<void> {
  const [first] = postings;
  if (!first) return;
  const [from, to] = POSTINGS[first.kind];
  await tx.sql(
    `WITH written AS (
       INSERT INTO ledger_posting (county_id, id, office_id, line_id, kind, from_account, to_account, amount_fen, cause, batch_id, entitlement_id, at)
       SELECT $1, row.id, $2, $3, $4, $5, $6, row.amount_fen, row.cause, $7, row.entitlement_id, clock_timestamp()
       FROM unnest($8::uuid[], $9::bigint[], $10::text[], $11::uuid[]) AS row (id, amount_fen, cause, entitlement_id)
       ON CONFLICT (county_id, cause) DO NOTHING RETURNING amount_fen),
     moved AS (SELECT sum(amount_fen)::bigint AS fen FROM written)
     UPDATE ledger_account SET balance_fen = balance_fen + CASE WHEN account = $6 THEN moved.fen ELSE -moved.fen END
     FROM moved WHERE county_id = $1 AND line_id = $3 AND account IN ($5, $6) AND moved.fen IS NOT NULL`,
    [
      tx.countyId,
      first.officeId,
      first.lineId,
      first.kind,
      from,
      to,
      first.batchId ?? null,
      postings.map(() => newId()),
      postings.map(each => each.amountFen),
      postings.map(each => each.cause),
      postings.map(each => each.entitlementId ?? null),
    ],
  );
}

/** The accounts that these postings touch stay as they are until the transaction ends. They are opened when first needed. */
async function lockAccounts(tx: Tx, postings: readonly NewPosting[]): Promise<void> {
  const touched = new Map<string, { officeId: Id; lineId: Id; account: LedgerAccount }>();
  for (const { officeId, lineId, kind } of postings) {
    for (const account of POSTINGS[kind]) touched.set(`${lineId}:${account}`, { officeId, lineId, account });
  }
  const wanted = [...touched.values()];
  const lock = () =>
    tx.sql(
      `SELECT 1 AS held FROM ledger_account JOIN unnest($2::uuid[], $3::text[]) AS wanted (line_id, account)
         ON ledger_account.line_id = wanted.line_id AND ledger_account.account = wanted.account
       WHERE county_id = $1 ORDER BY ledger_account.line_id, ledger_account.account FOR UPDATE OF ledger_account`,
      [tx.countyId, wanted.map(each => each.lineId), wanted.map(each => each.account)],
    );
  if ((await lock()).length === wanted.length) return;
  const sorted = wanted.toSorted((a, b) => `${a.lineId}:${a.account}`.localeCompare(`${b.lineId}:${b.account}`));
  await tx.sql(
    `INSERT INTO ledger_account (county_id, id, office_id, line_id, account, balance_fen)
     SELECT $1, row.id, row.office_id, row.line_id, row.account, 0
     FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[]) AS row (id, office_id, line_id, account)
     ON CONFLICT (county_id, line_id, account) DO NOTHING`,
    [
      tx.countyId,
      sorted.map(() => newId()),
      sorted.map(each => each.officeId),
      sorted.map(each => each.lineId),
      sorted.map(each => each.account),
    ],
  );
  await lock();
}

/** The balances of each of the office's budget lines that ever held money. */
export async function readBalances(reader: Reader, officeId: Id): Promise<ReadonlyMap<Id, Balances>> {
  const rows = await reader.sql<{ line_id: Id; account: LedgerAccount; balance_fen: number }>(
    'SELECT line_id, account, balance_fen FROM ledger_account WHERE county_id = $1 AND office_id = $2',
    [reader.countyId, officeId],
  );
  const lines = new Map<Id, Balances>();
  for (const row of rows) lines.set(row.line_id, { ...(lines.get(row.line_id) ?? NO_MONEY), [row.account]: row.balance_fen });
  return lines;
}

/** Accounts that must hold exactly what entitlements and batches in some state are worth, or what was spent. */
const OWED_STATES = ENTITLEMENT_STATE_CODES.filter(state => accountOf[state] !== null);
const OWED_ACCOUNTS = [...OWED_STATES.map(state => accountOf[state]), 'committed', 'recovering', 'spent'];

/**
 * Whether the office's books agree in three ways, for each budget line: every account equals the sum of its postings; all accounts sum to
 * nothing; and the money of entitlements, batches and expenditures stands where their states say. One statement, so that all of it is seen at one moment.
 */
export async function ledgerAgrees(reader: Reader, officeId: Id): Promise<boolean> {
  const [row] = await reader.sql<{ agrees: boolean }>(
    `WITH posted AS (
       SELECT line_id, account, sum(amount) AS total FROM (
         SELECT line_id, to_account AS account, amount_fen AS amount FROM ledger_posting WHERE county_id = $1 AND office_id = $2
         UNION ALL SELECT line_id, from_account, -amount_fen FROM ledger_posting WHERE county_id = $1 AND office_id = $2) AS leg
       GROUP BY line_id, account),
     owed AS (
       SELECT line_id, account, sum(amount) AS total FROM (
         SELECT batch.line_id, place.account, entitlement.amount_fen AS amount
         FROM batch JOIN entitlement ON entitlement.county_id = $1 AND entitlement.batch_id = batch.id
           JOIN unnest($3::text[], $4::text[]) AS place (state, account) ON place.state = entitlement.state
         WHERE batch.county_id = $1 AND batch.office_id = $2
         UNION ALL SELECT batch.line_id, place.account, place.amount
         FROM recovery JOIN entitlement ON entitlement.county_id = $1 AND entitlement.id = recovery.entitlement_id
           JOIN batch ON batch.county_id = $1 AND batch.id = entitlement.batch_id
           CROSS JOIN LATERAL (VALUES ('paid', -recovery.amount_fen), ('recovering', recovery.amount_fen - recovery.repaid_fen)) AS place (account, amount)
         WHERE recovery.county_id = $1 AND batch.office_id = $2 AND recovery.state IN ('owed', 'settled')
         UNION ALL SELECT line_id, 'spent', amount_fen FROM expenditure WHERE county_id = $1 AND office_id = $2 AND NOT EXISTS (
           SELECT FROM expenditure_step AS step WHERE step.county_id = $1 AND step.expenditure_id = expenditure.id AND step.step = 'takenBack')
         UNION ALL SELECT line_id, 'committed', total_fen FROM batch WHERE county_id = $1 AND office_id = $2 AND state = 'checked') AS debt
       GROUP BY line_id, account),
     line AS (
       SELECT line_id FROM posted UNION SELECT line_id FROM owed
       UNION SELECT line_id FROM ledger_account WHERE county_id = $1 AND office_id = $2)
     SELECT coalesce(sum(held.balance_fen), 0) = 0
       AND coalesce(bool_and(coalesce(held.balance_fen, 0) = coalesce(posted.total, 0)), true)
       AND coalesce(bool_and(coalesce(held.balance_fen, 0) = coalesce(owed.total, 0)) FILTER (WHERE name.account = ANY($5::text[])), true) AS agrees
     FROM line CROSS JOIN unnest($6::text[]) AS name (account)
       LEFT JOIN ledger_account AS held ON held.county_id = $1 AND held.line_id = line.line_id AND held.account = name.account
       LEFT JOIN posted ON posted.line_id = line.line_id AND posted.account = name.account
       LEFT JOIN owed ON owed.line_id = line.line_id AND owed.account = name.account`,
    [reader.countyId, officeId, OWED_STATES, OWED_STATES.map(state => accountOf[state]), OWED_ACCOUNTS, LEDGER_ACCOUNT_CODES],
  );
  return row?.agrees === true;
}

/**
 * Writes every account's balance down, once a day, beside the newest snapshot and the postings since. The accounts are locked: whatever was
 * posted before has an earlier time, whatever comes after a later one. @returns how many accounts are not the sum of their postings
 */
export async function snapshotLedger(tx: Tx, day: CalendarDate): Promise<number> {
  await tx.sql('SELECT 1 AS held FROM ledger_account WHERE county_id = $1 ORDER BY line_id, account FOR UPDATE', [tx.countyId]);
  const rows = await tx.sql<{ agrees: boolean }>(
    `INSERT INTO ledger_snapshot (county_id, id, office_id, line_id, account, on_day, balance_fen, summed_fen, at)
     SELECT $1, new_id(), held.office_id, held.line_id, held.account, $2, held.balance_fen,
       coalesce(before.balance_fen, 0) + coalesce((
         SELECT sum(CASE WHEN to_account = held.account THEN amount_fen ELSE -amount_fen END) FROM ledger_posting
         WHERE ledger_posting.county_id = $1 AND ledger_posting.office_id = held.office_id AND ledger_posting.line_id = held.line_id
           AND held.account IN (to_account, from_account) AND (before.at IS NULL OR ledger_posting.at > before.at)), 0),
       clock_timestamp()
     FROM ledger_account AS held LEFT JOIN LATERAL (
       SELECT balance_fen, at FROM ledger_snapshot
       WHERE ledger_snapshot.county_id = $1 AND ledger_snapshot.line_id = held.line_id AND ledger_snapshot.account = held.account
       ORDER BY on_day DESC LIMIT 1) AS before ON true
     WHERE held.county_id = $1
     ON CONFLICT (county_id, line_id, account, on_day) DO NOTHING
     RETURNING balance_fen = summed_fen AS agrees`,
    [tx.countyId, day],
  );
  return rows.filter(row => !row.agrees).length;
}

/** @returns false when the office has recorded this document before. */
export async function insertAppropriation(
  tx: Tx,
  one: { id: Id; officeId: Id; lineId: Id; amountFen: number; receivedOn: string; documentNumber: string; personId: Id; now: Date },
): Promise<boolean> {
  const rows = await tx.sql(
    `INSERT INTO appropriation (county_id, id, office_id, line_id, amount_fen, received_on, document_number, recorded_by, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (county_id, office_id, document_number) DO NOTHING RETURNING id`,
    [tx.countyId, one.id, one.officeId, one.lineId, one.amountFen, one.receivedOn, one.documentNumber, one.personId, one.now],
  );
  return rows.length === 1;
}

export type AppropriationRow = {
  readonly line_id: Id;
  readonly amount_fen: number;
  readonly received_on: string;
  readonly document_number: string;
  readonly recorded_by: Id;
  readonly at: Date;
};

/** Newest first. */
export const readAppropriations = (reader: Reader, officeId: Id): Promise<AppropriationRow[]> =>
  reader.sql(
    `SELECT line_id, amount_fen, received_on, document_number, recorded_by, at FROM appropriation
     WHERE county_id = $1 AND office_id = $2 ORDER BY id DESC LIMIT 50`,
    [reader.countyId, officeId],
  );
