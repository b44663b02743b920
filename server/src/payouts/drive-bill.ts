import type { CountyId } from '@guanhu/shared/kernel/ids';
import { isFinalBill, mayBringPackage, type BillState } from '@guanhu/shared/payouts/bill-life.rules';
import { Inject, Injectable } from '@nestjs/common';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type CountyDatabase } from '../platform/database/database.ts';
import type { Log } from '../platform/log/log.ts';
import { LOG } from '../platform/platform.module.ts';
import type { CreateOutcome, QueryOutcome } from '../platform/wechat-pay/transfer-bills.ts';
import * as bills from './bill.store.ts';
import { MerchantAccounts, type OpenAccount } from './merchant-accounts.ts';
import { SettleBills, type Heard } from './settle-bills.ts';
import { TellOfShortage } from './tell-of-shortage.ts';

/** How far a bill is after having been driven: nothing more to do, waiting for the payee, or waiting for the platform. */
export type Driven = 'final' | 'confirmable' | 'waiting';
type Standing = { readonly state: BillState; readonly packageInfo: string | null };

/**
 * Brings a stored bill to the platform and its state back. A bill that may have been sent is asked about first; what the platform has never
 * known, or has not given the confirmation key for, is created again under the same number with the same stored fields. What it knew once and
 * knows no more is only asked about: it may have paid and forgotten it. It never makes a number. Safe to repeat, and to run twice at once.
 */
@Injectable()
export class DriveBill {
  readonly #database: Database;
  readonly #vaults: Vaults;
  readonly #merchants: MerchantAccounts;
  readonly #settle: SettleBills;
  readonly #shortage: TellOfShortage;
  readonly #log: Log;

  constructor(
    database: Database,
    vaults: Vaults,
    merchants: MerchantAccounts,
    settle: SettleBills,
    shortage: TellOfShortage,
    @Inject(LOG) log: Log,
  ) {
    this.#database = database;
    this.#vaults = vaults;
    this.#merchants = merchants;
    this.#settle = settle;
    this.#shortage = shortage;
    this.#log = log;
  }

  async run(countyId: CountyId, outBillNo: string): Promise<Driven> {
    const county = this.#database.county(countyId);
    const bill = await bills.readBill(county, await this.#vaults.of(countyId), outBillNo);
    if (!bill || isFinalBill(bill.state)) return 'final';
    if (!bill.wasSent) await bills.markSent(county, bill.id);
    return this.drive(county, bill);
  }

  /** Asks what became of a bill, and sends nothing. */
  async ask(countyId: CountyId, outBillNo: string): Promise<void> {
    const county = this.#database.county(countyId);
    const bill = await bills.readBill(county, await this.#vaults.of(countyId), outBillNo);
    if (bill && !isFinalBill(bill.state) && !bill.isForgotten)
      await this.#ask(county, await this.#merchants.get(bill.merchantAccountId), bill);
  }

  /** @param bill written down as sent, if it was not before */
  async drive(county: CountyDatabase, bill: bills.BillRow): Promise<Driven> {
    if (bill.isForgotten) return 'waiting';
    const account = await this.#merchants.get(bill.merchantAccountId);
    const asked = bill.wasSent ? await this.#ask(county, account, bill) : bill;
    if (!asked) return 'waiting';
    const after = needsCreation(asked) ? await this.#create(county, account, bill) : asked;
    if (!after) return 'waiting';
    if (isFinalBill(after.state)) return 'final';
    return after.packageInfo === null ? 'waiting' : 'confirmable';
  }

  /** @returns undefined while the platform's answer is not known */
  async #ask(county: CountyDatabase, account: OpenAccount, bill: bills.BillRow): Promise<Standing | undefined> {
    const answer = await this.#merchants.atTurn(account, 'query', () => account.merchant.bills.queryByOutBillNo(bill.outBillNo));
    if (!answer) return this.#putOff(county, bill);
    if (answer.outcome === 'unknown') return this.#trouble(county, bill, troubleOf(answer));
    if (answer.outcome === 'not-found') return bill.state === 'prepared' ? bill : this.#trouble(county, bill, 'not-found');
    const { stateWord, transferBillNo, amountFen, failReason } = answer.bill;
    return this.#tell(county, bill, account, { stateWord, transferBillNo, amountFen, ...(failReason === undefined ? {} : { failReason }) });
  }

  async #create(county: CountyDatabase, account: OpenAccount, bill: bills.BillRow): Promise<Standing | undefined> {
    const answer = await account.merchant.bills.create(bill.draft, () => this.#merchants.turn(account, 'create'));
    if (answer.outcome === 'put-off') return this.#putOff(county, bill);
    if (answer.outcome !== 'created') {
      if (answer.outcome === 'unknown' && answer.advice === 'top-up') {
        this.#log.error(
          { merchantAccountId: account.id },
          'the paying account lacks money: transfers wait, and go on under the same numbers',
        );
        const since = await this.#merchants.pause(account);
        if (since) await this.#shortage.run(county, account.id, since);
      }
      return this.#trouble(county, bill, troubleOf(answer));
    }
    const { stateWord, transferBillNo, packageInfo } = answer;
    return this.#tell(county, bill, account, { stateWord, transferBillNo, ...(packageInfo === undefined ? {} : { packageInfo }) });
  }

  async #tell(
    county: CountyDatabase,
    bill: bills.BillRow,
    account: OpenAccount,
    said: Omit<Heard, 'outBillNo' | 'merchantAccountId'>,
  ): Promise<Standing | undefined> {
    const told = await this.#settle.tell(county.countyId, { outBillNo: bill.outBillNo, merchantAccountId: account.id, ...said });
    return told.outcome === 'heard' ? told : this.#trouble(county, bill, told.outcome);
  }

  async #trouble(county: CountyDatabase, bill: bills.BillRow, trouble: string): Promise<undefined> {
    await bills.storeTrouble(county, bill.id, trouble);
  }

  async #putOff(county: CountyDatabase, bill: bills.BillRow): Promise<undefined> {
    await bills.putOff(county, bill.id);
  }
}

const needsCreation = ({ state, packageInfo }: Standing): boolean => packageInfo === null && mayBringPackage(state);

/** A code for the people who look after the account; never a word of the payee's. */
const troubleOf = (
  answer: Exclude<CreateOutcome, { outcome: 'created' | 'put-off' }> | Extract<QueryOutcome, { outcome: 'unknown' }>,
): string =>
  answer.outcome === 'not-sent' ? `not-sent:${answer.field}` : [answer.why, answer.code, answer.advice].filter(Boolean).join(':');
