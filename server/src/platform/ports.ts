import type { TransferBills } from './wechat-pay/transfer-bills.ts';
import type { MerchantAccount } from './wechat-pay/merchant-account.ts';
import type { WechatApi } from './wechat/wechat-api.ts';

/** Injection tokens of what lies outside: `@Inject(WECHAT_API) wechat: WechatApi`. */
export const WECHAT_API = Symbol('WechatApi');
/** A client for one merchant account at WeChat Pay. */
export const TRANSFER_BILLS = Symbol('TransferBillsFor');
export type TransferBillsFor = (merchant: MerchantAccount) => TransferBills;
export type { TransferBills, MerchantAccount, WechatApi };
