import type { Dispatcher } from 'undici';
import { outgoing } from '../wechat/outgoing-http.ts';
import { HttpTransferBills } from './http-transfer-bills.ts';
import type { MerchantAccount } from './merchant-account.ts';
import { unusableFieldsOf } from './merchant-account.ts';
import { PlatformKeys } from './platform-keys.ts';
import { SignedRequests } from './signed-requests.ts';
import type { CallbackHeaders, CallbackOutcome } from './transfer-callback.ts';
import { readTransferCallback } from './transfer-callback.ts';
import type { TransferBills } from './transfer-bills.ts';

export type MerchantOptions = {
  readonly now: () => Date;
  readonly dispatcher?: Dispatcher;
  /** For one request, in milliseconds; 10 s unless told. */
  readonly timeoutMs?: number;
};

/** Everything one merchant account can do. Keep it: it holds downloaded certificates. */
export type Merchant = {
  readonly bills: TransferBills;
  /** Verifies and opens a callback to this merchant. */
  readCallback(headers: CallbackHeaders, rawBody: Buffer): Promise<CallbackOutcome>;
};

/** @throws TypeError naming the fields of the account that cannot work, never their values. */
export function openMerchant(account: MerchantAccount, options: MerchantOptions): Merchant {
  const wrong = unusableFieldsOf(account);
  if (wrong.length > 0) throw new TypeError(`merchant account: check ${wrong.join(', ')}`);
  const { now } = options;
  const limits = { timeoutMs: options.timeoutMs ?? 10_000, maxBytes: 1024 * 1024 };
  const wired = { now, dispatcher: options.dispatcher ?? outgoing, limits };
  const requests = new SignedRequests(account, now);
  const keys = new PlatformKeys(account, requests, wired);
  const callbackKeys = { mchid: account.mchid, apiV3Key: account.apiV3Key, keyFor: (serial: string) => keys.keyFor(serial) };
  return {
    bills: new HttpTransferBills(account, requests, keys, wired),
    readCallback: (headers, rawBody) => readTransferCallback(headers, rawBody, callbackKeys, now()),
  };
}
