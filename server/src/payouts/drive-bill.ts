import type { CountyId } from '@guanhu/shared/kernel/ids';
import { isFinalBill, mayBringPackage } from '@guanhu/shared/payouts/bill-life.rules';
import { Injectable } from '@nestjs/common';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type CountyDatabase } from '../platform/database/database.ts';
import type { CreateOutcome, QueryOutcome } from '../platform/wechat-pay/transfer-bills.ts';
import * as bills from './bill.store.ts';
import { MerchantAccounts, type OpenAccount } from './merchant-accounts.ts';
import { SettleBill, type Heard } from './settle-bill.ts';

/** How far a bill is after having been driven: nothing more to do, waiting for the payee, or waiting for the platform. */
export type Driven = 'final' | 'confirmable' | 'waiting';

/**
 * Brings a stored bill to the platform and its state back. A bill that may have been sent is asked about first; what the platform does
 * not know, or has not given the confirmation key for, is created again under the same number with the same stored fields. It never
 * makes a number. Safe to repeat, and to run twice at once.
 */
@Injectable()
export class DriveBill {
  readonly #database: Database;
  readonly #vaults: Vaults;
  readonly #merchants: MerchantAccounts;
  readonly #settle: SettleBill;

  constructor(database: Database, vaults: Vaults, merchants: MerchantAccounts, settle: SettleBill) {
    this.#database = database;
    this.#vaults = vaults;
    this.#merchants = merchants;
    this.#settle = settle;
  }

  async run(countyId: CountyId, outBillNo: string): Promise<Driven> {
    const county = this.#database.county(countyId);
    const read = async () => bills.readBill(county, await this.#vaults.of(countyId), outBillNo);
    const bill = await read();
    if (!bill || isFinalBill(bill.state)) return 'final';
    const account = await this.#merchants.get(bill.merchantAccountId);
    if (bill.wasSent && !(await this.#ask(county, account, bill))) return 'waiting';
    const known = bill.wasSent ? await read() : bill;
    if (!known || isFinalBill(known.state)) return 'final';
    if (known.packageInfo !== null) return 'confirmable';
    if (!mayBringPackage(known.state)) return 'waiting';
    await this.#create(county, account, known);
    const after = await read();
    if (!after || isFinalBill(after.state)) return 'final';
    return after.packageInfo === null ? 'waiting' : 'confirmable';
  }

  /** @returns false while the platform's answer is not known */
  async #ask(county: CountyDatabase, account: OpenAccount, bill: bills.BillRow): Promise<boolean> {
    if (!(await this.#merchants.turn(account.id))) return false;
    await bills.markAsked(county, bill.id);
    const answer = await account.merchant.bills.queryByOutBillNo(bill.outBillNo);
    if (answer.outcome === 'unknown') {
      await bills.storeTrouble(county, bill.id, troubleOf(answer));
      return false;
    }
    if (answer.outcome === 'not-found') return true;
    const { stateWord, transferBillNo, amountFen, failReason } = answer.bill;
    await this.#tell(county, bill, account, { stateWord, transferBillNo, amountFen, ...(failReason === undefined ? {} : { failReason }) });
    return true;
  }

  async #create(county: CountyDatabase, account: OpenAccount, bill: bills.BillRow): Promise<void> {
    if (!(await this.#merchants.turn(account.id))) return;
    await bills.markSent(county, bill.id);
    const answer = await account.merchant.bills.create(bill.draft);
    if (answer.outcome !== 'created') {
      await bills.storeTrouble(county, bill.id, troubleOf(answer));
      return;
    }
    const { stateWord, transferBillNo, packageInfo } = answer;
    await this.#tell(county, bill, account, { stateWord, transferBillNo, ...(packageInfo === undefined ? {} : { packageInfo }) });
  }

  async #tell(
    county: CountyDatabase,
    bill: bills.BillRow,
    account: OpenAccount,
    said: Omit<Heard, 'outBillNo' | 'merchantAccountId'>,
  ): Promise<void> {
    const heard = { outBillNo: bill.outBillNo, merchantAccountId: account.id, ...said };
    const settled = await county.inTransaction(tx => this.#settle.run(tx, heard));
    if (settled !== 'heard') await bills.storeTrouble(county, bill.id, settled);
  }
}

/** A code for the people who look after the account; never a word of the payee's. */
const troubleOf = (answer: Exclude<CreateOutcome, { outcome: 'created' }> | Extract<QueryOutcome, { outcome: 'unknown' }>): string =>
  answer.outcome === 'not-sent' ? `not-sent:${answer.field}` : [answer.why, answer.code, answer.advice].filter(Boolean).join(':');
