import type { MerchantAccount } from './wechat-pay/merchant-account.ts';
import type { Merchant } from './wechat-pay/open-merchant.ts';
import type { ThreadLimits } from './threads/run-thread.ts';
import type { SmsApi } from './sms/sms-api.ts';
import type { WechatApi } from './wechat/wechat-api.ts';

/** Injection tokens of what lies outside: `@Inject(WECHAT_API) wechat: WechatApi`. */
export const WECHAT_API = Symbol('WechatApi');
/** `@Inject(SMS_API) sms: SmsApi | null`; null when no vendor is configured. */
export const SMS_API = Symbol('SmsApi');
/** Opens a merchant account at WeChat Pay: its transfers and its callbacks. */
export const OPEN_MERCHANT = Symbol('OpenMerchant');
/** The thread that reads workbooks: its program, compiled, or one that compiles it where tests run what is written; and its limits. */
export const WORKBOOK_THREAD = Symbol('WorkbookThread');
export type WorkbookThread = { readonly program: URL; readonly limits: ThreadLimits };
export type OpenMerchant = (account: MerchantAccount) => Merchant;
export type { Merchant, MerchantAccount, SmsApi, WechatApi };
