import type { CountyId } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type Reader } from '../platform/database/database.ts';
import { MerchantAccounts } from './merchant-accounts.ts';
import { billsWithoutReceipt, storeReceipt, type BillPaid } from './receipt.store.ts';

/** Receipts of one round. */
const AT_MOST = 200;

/** Fetches the platform's electronic receipts of what was paid and keeps them sealed, with the digest that they were compared to. */
@Injectable()
export class FetchReceipts {
  readonly #database: Database;
  readonly #vaults: Vaults;
  readonly #merchants: MerchantAccounts;

  constructor(database: Database, vaults: Vaults, merchants: MerchantAccounts) {
    this.#database = database;
    this.#vaults = vaults;
    this.#merchants = merchants;
  }

  /** What is still being made is fetched in the next round. */
  async run(countyId: CountyId): Promise<void> {
    const county = this.#database.county(countyId);
    for (const bill of await billsWithoutReceipt(county, AT_MOST)) if (!(await this.one(county, bill))) return;
  }

  /** Fetches the receipt of one bill, or lets the platform begin to make it. @returns false when there was no turn for the call */
  async one(county: Reader, bill: BillPaid): Promise<boolean> {
    const account = await this.#merchants.get(bill.merchantAccountId);
    const answer = await this.#merchants.atTurn(account, 'receipt', () => account.merchant.bills.receipt(bill.outBillNo));
    if (!answer) return false;
    if (answer.outcome === 'ready') await storeReceipt(county, await this.#vaults.of(county.countyId), { billId: bill.billId, ...answer });
    return true;
  }
}
