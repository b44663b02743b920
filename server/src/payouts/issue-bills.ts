import type { Actor } from '@guanhu/shared/access/access.terms';
import { spanInWords } from '@guanhu/shared/kernel/calendar-date';
import { unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { movePayout } from '@guanhu/shared/payouts/payout-life.rules';
import { Injectable } from '@nestjs/common';
import { Accounts, People } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { NAME_FROM_FEN } from '../platform/wechat-pay/draft.rules.ts';
import { outBillNo } from '../platform/wechat-pay/out-bill-no.ts';
import type { BillDraft } from '../platform/wechat-pay/transfer-bills.ts';
import { readBatch, type BatchRow } from './batch.store.ts';
import { insertBills } from './bill.store.ts';
import { lockClaimable, storeEntitlements, type EntitlementRow } from './entitlement.store.ts';
import { postMany } from './ledger.store.ts';
import { MerchantAccounts } from './merchant-accounts.ts';

/** Entitlements whose bills are stored in one transaction. */
const AT_ONCE = 200;

/**
 * Stores bills: number and full payload, and the money moves into transfer with them, before the platform hears a word. Whatever dies
 * afterwards, the stored bill is what is asked about and sent.
 */
@Injectable()
export class IssueBills {
  readonly #database: Database;
  readonly #accounts: Accounts;
  readonly #people: People;
  readonly #merchants: MerchantAccounts;
  readonly #vaults: Vaults;
  readonly #audit: Audit;

  constructor(database: Database, accounts: Accounts, people: People, merchants: MerchantAccounts, vaults: Vaults, audit: Audit) {
    this.#database = database;
    this.#accounts = accounts;
    this.#people = people;
    this.#merchants = merchants;
    this.#vaults = vaults;
    this.#audit = audit;
  }

  /** A bill for everything in the batch that may be claimed by somebody with an account. Safe to repeat: what has its bill is not claimable. */
  async ofBatch(countyId: number, batchId: Id): Promise<void> {
    const county = this.#database.county(countyId);
    for (let after: Id | null = null; ;) {
      const last: Id | null = await county.inTransaction(async tx => {
        const batch = await readBatch(tx, batchId);
        if (batch?.state !== 'released') return null;
        const rows = await lockClaimable(tx, batchId, after, AT_ONCE);
        await this.run(tx, 'system', batch, rows, 0);
        return rows.length < AT_ONCE ? null : (rows.at(-1)?.id ?? null);
      });
      if (last === null) return;
      after = last;
    }
  }

  /**
   * @param rows locked, claimable, of this batch
   * @param inSeconds after which a worker drives the bills, if nobody has by then
   * @returns how many have a bill now; who has no account to pay to has none
   */
  async run(tx: Tx, actor: Actor | 'system', batch: BatchRow, rows: readonly EntitlementRow[], inSeconds: number): Promise<number> {
    if (rows.length === 0) return 0;
    const account = await this.#merchants.get(batch.merchant_account_id);
    const drafts = await this.#drafts(tx, rows, account.notifyUrl);
    const ready = rows.flatMap(row => {
      const draft = drafts.get(row.id);
      return draft ? [{ row, draft }] : [];
    });
    if (ready.length === 0) return 0;
    await storeEntitlements(
      tx,
      ready.map(({ row }) => ({ row, state: unwrap(movePayout(row.state, 'claim')), failReason: null, paidAt: null })),
    );
    const vault = await this.#vaults.of(tx.countyId);
    const newBills = ready.map(({ row, draft }) => ({
      id: newId(),
      entitlementId: row.id,
      attempt: row.attempt,
      merchantAccountId: account.id,
      draft,
    }));
    await insertBills(tx, vault, newBills, inSeconds);
    await postMany(
      tx,
      ready.map(({ row }) => ({
        officeId: batch.office_id,
        lineId: batch.line_id,
        kind: 'claim',
        amountFen: row.amount_fen,
        cause: `claim:${row.id}:${String(row.attempt)}`,
        batchId: batch.id,
        entitlementId: row.id,
      })),
    );
    await this.#audit.deeds(
      tx,
      ready.map(({ row }) => ({
        actor,
        act: actor === 'system' ? 'payouts:bill-issued' : 'payouts:claimed',
        objectKind: 'entitlement',
        objectId: row.id,
        patientId: row.patient_id,
        facts: { attempt: row.attempt },
      })),
    );
    return ready.length;
  }

  /** By entitlement; none without a WeChat account to pay to. */
  async #drafts(tx: Tx, rows: readonly EntitlementRow[], notifyUrl: string): Promise<ReadonlyMap<Id, BillDraft>> {
    const openids = await this.#accounts.openidsOf(tx, [...new Set(rows.map(row => row.guardian_id))]);
    const named = rows.filter(row => row.amount_fen >= NAME_FROM_FEN);
    const people = await this.#people.contacts(
      tx,
      named.map(row => row.guardian_id),
    );
    return new Map(
      rows.flatMap((row): [Id, BillDraft][] => {
        const openid = openids.get(row.guardian_id);
        if (openid === undefined) return [];
        const name = people.get(row.guardian_id)?.name;
        const draft = {
          outBillNo: outBillNo(row.id, row.attempt),
          openid,
          amountFen: row.amount_fen,
          // At most 32 characters, and nothing about illness: it shows on the payee's phone.
          remark: `补助 ${spanInWords(row.from_on, row.to_on)}`,
          notifyUrl,
        };
        return [[row.id, name === undefined ? draft : { ...draft, userName: name }]];
      }),
    );
  }
}
