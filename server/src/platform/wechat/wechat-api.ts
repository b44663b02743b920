import type { SubscribeData } from './template-values.ts';

/**
 * WeChat's server interface, as narrow as we use it. Terminology: an *openid* names one person within one mini-program; a *credit* is one
 * acceptance of a subscribe-message template, spent by one message. What the platform may well answer is an outcome, never an exception,
 * and no outcome carries a code, a secret or a session key.
 */
export type WechatApi = {
  /** Who a `wx.login` code belongs to. The code is good once, for about five minutes. */
  code2session(code: string): Promise<SignInOutcome>;
  /** The phone number behind a `getPhoneNumber` code (not the login code); good once, for five minutes. */
  phoneNumberOf(code: string): Promise<PhoneOutcome>;
  /** Sends one subscribe message; messages of this process to one person go one after another. */
  sendSubscribeMessage(message: SubscribeMessage): Promise<SendOutcome>;
};

/**
 * `busy`: nothing happened, try again later. `misconfigured`: an administrator must act (app id, secret, IP list, template).
 * `unknown`: it may or may not have happened. `errcode` is the platform's number, fit for a log.
 */
export type Trouble =
  | { readonly outcome: 'busy'; readonly errcode?: number }
  | { readonly outcome: 'misconfigured'; readonly errcode?: number }
  | { readonly outcome: 'unknown'; readonly errcode?: number };

export type SignInOutcome =
  | { readonly outcome: 'signed-in'; readonly openid: string; readonly unionid?: string }
  /** The phone asks `wx.login` for another code. */
  | { readonly outcome: 'code-refused'; readonly why: 'invalid' | 'used' }
  /** WeChat holds the account to be at high risk. */
  | { readonly outcome: 'blocked' }
  | Trouble;

export type PhoneOutcome =
  /** `phone` without the country code, digits only; `countryCode` as digits, '86' for China. */
  | { readonly outcome: 'phone'; readonly phone: string; readonly countryCode: string }
  | { readonly outcome: 'code-refused'; readonly why: 'invalid' | 'used' }
  | Trouble;

export type SubscribeMessage = {
  readonly openid: string;
  readonly templateId: string;
  /** Page of the mini-program that the message opens, with its query, without a leading slash. */
  readonly page?: string;
  readonly data: SubscribeData;
  /** Which release of the mini-program the message opens. */
  readonly state: 'developer' | 'trial' | 'formal';
};

export type SendOutcome =
  /** One credit is spent. The id is a string: it does not fit into a JavaScript number. */
  | { readonly outcome: 'sent'; readonly messageId?: string }
  /** 43101, never subscribed or used up: the local credit is 0; do not retry. */
  | { readonly outcome: 'no-credit' }
  /** 43107, the template is banned for this person or app: the local credit is 0; do not retry. */
  | { readonly outcome: 'banned' }
  /** 40003, the openid is not of this mini-program. */
  | { readonly outcome: 'bad-openid' }
  /** 47003 or 45168 (a sensitive word): do not retry with the same words. `key` when the platform named one of ours. */
  | { readonly outcome: 'bad-data'; readonly why: 'format' | 'sensitive-word'; readonly key?: string }
  | Trouble;
