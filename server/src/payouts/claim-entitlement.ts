import type { Actor } from '@guanhu/shared/access/access.terms';
import { spanInWords } from '@guanhu/shared/kernel/calendar-date';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { movePayout } from '@guanhu/shared/payouts/payout-life.rules';
import { Injectable } from '@nestjs/common';
import { Access, Accounts, People } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import { NAME_FROM_FEN } from '../platform/wechat-pay/draft.rules.ts';
import { outBillNo } from '../platform/wechat-pay/out-bill-no.ts';
import type { BillDraft } from '../platform/wechat-pay/transfer-bills.ts';
import { readBatch } from './batch.store.ts';
import { insertBill } from './bill.store.ts';
import { lockEntitlement, storeEntitlement, type EntitlementRow } from './entitlement.store.ts';
import { post } from './ledger.store.ts';
import { MerchantAccounts } from './merchant-accounts.ts';
import { payeeTies } from './payee-ties.ts';

/**
 * The guardian claims: number and full payload are stored, the money moves into transfer, and a promise to drive the bill commits with
 * them, all before the platform hears a word. Whatever dies afterwards, the stored bill is what is asked about and sent.
 */
@Injectable()
export class ClaimEntitlement {
  readonly #access: Access;
  readonly #accounts: Accounts;
  readonly #people: People;
  readonly #merchants: MerchantAccounts;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #outbox: Outbox;

  constructor(
    access: Access,
    accounts: Accounts,
    people: People,
    merchants: MerchantAccounts,
    vaults: Vaults,
    audit: Audit,
    outbox: Outbox,
  ) {
    this.#access = access;
    this.#accounts = accounts;
    this.#people = people;
    this.#merchants = merchants;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#outbox = outbox;
  }

  /** A second tap finds the transfer under way, or the money received, and changes nothing. */
  async run(tx: Tx, actor: Actor, entitlementId: Id): Promise<{ id: Id }> {
    const row = await lockEntitlement(tx, entitlementId);
    if (!row) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    this.#access.require(actor, 'entitlement:claim', payeeTies(tx, row));
    if (row.state === 'inTransfer' || row.state === 'paid') return { id: row.id };
    const state = unwrap(movePayout(row.state, 'claim'));
    const batch = row.batch_id === null ? undefined : await readBatch(tx, row.batch_id);
    if (!batch) throw new Error('a claimable entitlement without its batch');
    const account = await this.#merchants.get(batch.merchant_account_id);
    const draft = await this.#draft(tx, row, account.notifyUrl);

    const vault = await this.#vaults.of(tx.countyId);
    await storeEntitlement(tx, row, { state, failReason: null });
    await insertBill(tx, vault, { id: newId(), entitlementId: row.id, attempt: row.attempt, merchantAccountId: account.id, draft });
    await post(tx, {
      officeId: batch.office_id,
      kind: 'claim',
      amountFen: row.amount_fen,
      cause: `claim:${row.id}:${String(row.attempt)}`,
      batchId: batch.id,
      entitlementId: row.id,
    });
    await this.#audit.deed(tx, {
      actor,
      act: 'payouts:claimed',
      objectKind: 'entitlement',
      objectId: row.id,
      patientId: row.patient_id,
      facts: { attempt: row.attempt },
    });
    await this.#outbox.put(tx, { kind: 'bill-drive', key: draft.outBillNo, payload: { outBillNo: draft.outBillNo } });
    return { id: row.id };
  }

  /** @throws Refusal PAYEE_NOT_BOUND without a WeChat account to pay to */
  async #draft(tx: Tx, row: EntitlementRow, notifyUrl: string): Promise<BillDraft> {
    const openid = (await this.#accounts.openidsOf(tx, [row.guardian_id])).get(row.guardian_id);
    if (openid === undefined) throw new Refusal('PAYEE_NOT_BOUND');
    const draft = {
      outBillNo: outBillNo(row.id, row.attempt),
      openid,
      amountFen: row.amount_fen,
      // At most 32 characters, and nothing about illness: it shows on the payee's phone.
      remark: `补助 ${spanInWords(row.from_on, row.to_on)}`,
      notifyUrl,
    };
    if (row.amount_fen < NAME_FROM_FEN) return draft;
    const name = (await this.#people.contacts(tx, [row.guardian_id])).get(row.guardian_id)?.name;
    return name === undefined ? draft : { ...draft, userName: name };
  }
}
