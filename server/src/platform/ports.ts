import type { MerchantAccount } from './wechat-pay/merchant-account.ts';
import type { Merchant } from './wechat-pay/open-merchant.ts';
import type { SmsApi } from './sms/sms-api.ts';
import type { WechatApi } from './wechat/wechat-api.ts';

/** Injection tokens of what lies outside: `@Inject(WECHAT_API) wechat: WechatApi`. */
export const WECHAT_API = Symbol('WechatApi');
/** `@Inject(SMS_API) sms: SmsApi | null`; null when no vendor is configured. */
export const SMS_API = Symbol('SmsApi');
/** Opens a merchant account at WeChat Pay: its transfers and its callbacks. */
export const OPEN_MERCHANT = Symbol('OpenMerchant');
/** The thread that reads workbooks: `@Inject(WORKBOOK_THREAD) thread: ThreadProgram`. */
export const WORKBOOK_THREAD = Symbol('WorkbookThread');
/** The thread that reads the lists of the departments. */
export const EXCHANGE_THREAD = Symbol('ExchangeThread');
/** The thread that prints documents. */
export const PRINT_THREAD = Symbol('PrintThread');
export type OpenMerchant = (account: MerchantAccount) => Merchant;
export type { Merchant, MerchantAccount, SmsApi, WechatApi };
