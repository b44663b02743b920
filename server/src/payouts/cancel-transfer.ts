import { standsFor, type Actor } from '@guanhu/shared/access/access.terms';
import { decideNoParty } from '@guanhu/shared/agreements/party.rules';
import { Refusal, unwrap } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { TransferStanding } from '@guanhu/shared/payouts/channels.contract';
import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { newestBill } from './bill.store.ts';
import { DriveBill } from './drive-bill.ts';
import { readEntitlement } from './entitlement.store.ts';
import { MerchantAccounts } from './merchant-accounts.ts';

/** Asks the platform to take a transfer back. Its answer means "accepted": what became of the bill, only a query or a callback says. */
@Injectable()
export class CancelTransfer {
  readonly #database: Database;
  readonly #access: Access;
  readonly #merchants: MerchantAccounts;
  readonly #drive: DriveBill;
  readonly #vaults: Vaults;
  readonly #audit: Audit;

  constructor(database: Database, access: Access, merchants: MerchantAccounts, drive: DriveBill, vaults: Vaults, audit: Audit) {
    this.#database = database;
    this.#access = access;
    this.#merchants = merchants;
    this.#drive = drive;
    this.#vaults = vaults;
    this.#audit = audit;
  }

  /** What is asked is written down before the platform hears of it. */
  async record(tx: Tx, actor: Actor, entitlementId: Id): Promise<{ id: Id }> {
    const row = await readEntitlement(tx, entitlementId);
    if (!row) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    this.#access.require(actor, 'batch:release', { countyId: tx.countyId, areaPath: row.area_path });
    unwrap(decideNoParty(standsFor(actor), [row.guardian_id], 'BATCH_OWN_PARTY'));
    if (row.state !== 'inTransfer') throw new Refusal('PAYOUT_MOVE_NOT_ALLOWED');
    await this.#audit.deed(tx, {
      actor,
      act: 'payouts:cancel-asked',
      objectKind: 'entitlement',
      objectId: entitlementId,
      patientId: row.patient_id,
      facts: { attempt: row.attempt },
    });
    return { id: row.id };
  }

  async afterRecord(actor: Actor, entitlementId: Id): Promise<TransferStanding> {
    const county = this.#database.county(actor.countyId);
    const bill = await newestBill(county, await this.#vaults.of(county.countyId), entitlementId);
    if (bill && !bill.isForgotten) {
      const account = await this.#merchants.get(bill.merchantAccountId);
      await this.#merchants.atTurn(account, 'cancel', () => account.merchant.bills.cancel(bill.outBillNo));
      await this.#drive.ask(county.countyId, bill.outBillNo);
    }
    const row = await readEntitlement(county, entitlementId);
    return { id: entitlementId, state: row?.state ?? 'inTransfer' };
  }
}
