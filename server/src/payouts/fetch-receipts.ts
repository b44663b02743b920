import type { CountyId } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database } from '../platform/database/database.ts';
import { MerchantAccounts } from './merchant-accounts.ts';
import { billsWithoutReceipt, storeReceipt } from './receipt.store.ts';

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
    const vault = await this.#vaults.of(countyId);
    for (const bill of await billsWithoutReceipt(county, AT_MOST)) {
      const account = await this.#merchants.get(bill.merchant_account_id);
      if (!(await this.#merchants.turn(account, 'receipt'))) return;
      const answer = await account.merchant.bills.receipt(bill.out_bill_no);
      if (answer.outcome === 'ready') await storeReceipt(county, vault, { billId: bill.id, ...answer });
    }
  }
}
