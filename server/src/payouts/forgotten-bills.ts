import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import type { CountyDatabase } from '../platform/database/database.ts';
import { outBillNo } from '../platform/wechat-pay/out-bill-no.ts';
import { readBatch } from './batch.store.ts';
import { lockEntitlement, storeEntitlement } from './entitlement.store.ts';
import { IssueBills } from './issue-bills.ts';
import { MerchantAccounts } from './merchant-accounts.ts';
import type { Unbilled } from './reconciliation.store.ts';
import { SettleBills, type Heard } from './settle-bills.ts';

/** What the platform says of a number: a bill, that it has none, or nothing that could be understood. */
type Said = { readonly heard: Heard & { readonly amountFen: number }; readonly openid: string | undefined } | 'not-found' | 'not-asked';

/**
 * Numbers that are asked about: an attempt through a list leaves none with the platform, and the one after it may be there all the same.
 */
const AHEAD = 2;

/**
 * `not-found`: the platform has no bill of the next numbers. `taken-back`: it had, and our rows have it again. `known`: it had, and people have to
 * say what becomes of it. `not-asked`: nobody knows.
 */
type Found = { readonly answer: 'not-found' | 'taken-back' | 'not-asked' } | { readonly answer: 'known'; readonly stateWord: string };

/**
 * Attempts of which the platform knows and our rows do not, because a backup was restored since. Their numbers are derived from the payment:
 * whoever asks under the next one finds them.
 */
@Injectable()
export class ForgottenBills {
  readonly #merchants: MerchantAccounts;
  readonly #issue: IssueBills;
  readonly #settle: SettleBills;

  constructor(merchants: MerchantAccounts, issue: IssueBills, settle: SettleBills) {
    this.#merchants = merchants;
    this.#issue = issue;
    this.#settle = settle;
  }

  /** Asks the platform about a number, at the account's turn. */
  async ask(merchantAccountId: Id, number: string): Promise<Said> {
    const account = await this.#merchants.get(merchantAccountId);
    const answer = await this.#merchants.atTurn(account, 'query', () => account.merchant.bills.queryByOutBillNo(number));
    if (!answer || answer.outcome === 'unknown') return 'not-asked';
    if (answer.outcome === 'not-found') return 'not-found';
    const { stateWord, transferBillNo, amountFen, failReason, openid } = answer.bill;
    const heard = { outBillNo: number, merchantAccountId, stateWord, transferBillNo, amountFen };
    return { heard: failReason === undefined ? heard : { ...heard, failReason }, openid };
  }

  /** Looks for the next attempts of a payment at the platform; what may be claimed gets its bill back and goes on from there. */
  async find(county: CountyDatabase, row: Unbilled): Promise<Found> {
    for (let attempt = row.attempt; attempt < row.attempt + AHEAD; attempt += 1) {
      const said = await this.ask(row.merchant_account_id, outBillNo(row.id, attempt));
      if (said === 'not-found') continue;
      if (said === 'not-asked') return { answer: said };
      if (row.state !== 'claimable') return { answer: 'known', stateWord: said.heard.stateWord };
      await this.#takeBack(county, row, attempt, said.openid);
      await this.#settle.tell(county.countyId, said.heard);
      return { answer: 'taken-back' };
    }
    return { answer: 'not-found' };
  }

  /** Nothing to do where somebody has claimed it meanwhile: then its bill is there. */
  #takeBack(county: CountyDatabase, row: Unbilled, attempt: number, openid: string | undefined): Promise<void> {
    return county.inTransaction(async tx => {
      const found = await lockEntitlement(tx, row.id);
      const batch = await readBatch(tx, row.batch_id);
      if (!batch || found?.state !== 'claimable' || found.attempt !== row.attempt || found.batch_id !== row.batch_id) return;
      const version = attempt === found.attempt ? found.version : await storeEntitlement(tx, found, { state: found.state, attempt });
      await this.#issue.takeBack(tx, batch, { ...found, attempt, version }, openid);
    });
  }
}
