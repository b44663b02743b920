import { isId, type Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.ts';
import type { CallbackHeaders } from '../platform/wechat-pay/transfer-callback.ts';
import { countyOfBill } from './bill.store.ts';
import { MerchantAccounts } from './merchant-accounts.ts';
import { SettleBills } from './settle-bills.ts';

/** Status and, unless it went well, body of an answer to the platform: its own form, not ours. */
export type CallbackAnswer =
  { readonly status: 204 } | { readonly status: 400 | 401 | 404; readonly body: { readonly code: 'FAIL'; readonly message: string } };

const fail = (status: 400 | 401 | 404, message: string): CallbackAnswer => ({ status, body: { code: 'FAIL', message } });

/** The platform's word on a finished bill: believed only when it verifies, written only when it is about a bill of ours. */
@Injectable()
export class ReceiveCallback {
  readonly #database: Database;
  readonly #merchants: MerchantAccounts;
  readonly #settle: SettleBills;

  constructor(database: Database, merchants: MerchantAccounts, settle: SettleBills) {
    this.#database = database;
    this.#merchants = merchants;
    this.#settle = settle;
  }

  async run(merchantAccountId: Id, headers: CallbackHeaders, rawBody: Buffer | undefined): Promise<CallbackAnswer> {
    const account = isId(merchantAccountId) ? await this.#merchants.find(merchantAccountId) : undefined;
    if (!account) return fail(404, '没有这个商户');
    const read = await account.merchant.readCallback(headers, rawBody ?? Buffer.alloc(0));
    if (read.outcome === 'refused') {
      const isOpened = read.why === 'body' || read.why === 'event' || read.why === 'cipher' || read.why === 'mchid';
      return isOpened ? fail(400, '通知内容不正确') : fail(401, '签名不正确');
    }
    const { outBillNo, stateWord, transferBillNo, amountFen, failReason } = read.bill;
    const countyId = await countyOfBill(this.#database.directory, outBillNo);
    if (countyId === undefined) return fail(404, '没有这张单据');
    const { outcome } = await this.#settle.tell(countyId, {
      outBillNo,
      merchantAccountId: account.id,
      stateWord,
      transferBillNo,
      amountFen,
      ...(failReason === undefined ? {} : { failReason }),
    });
    return outcome === 'heard' ? { status: 204 } : fail(outcome === 'mismatch' ? 400 : 404, '单据信息不一致');
  }
}
