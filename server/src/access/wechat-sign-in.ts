import { Refusal } from '@guanhu/shared/kernel/decision';
import { Inject, Injectable } from '@nestjs/common';
import type { Log } from '../platform/log/log.ts';
import { LOG } from '../platform/platform.module.ts';
import { WECHAT_API, type WechatApi } from '../platform/ports.ts';

/** Asks WeChat who somebody is, and says in our words why it did not answer. */
@Injectable()
export class WechatSignIn {
  readonly #wechat: WechatApi;
  readonly #log: Log;

  constructor(@Inject(WECHAT_API) wechat: WechatApi, @Inject(LOG) log: Log) {
    this.#wechat = wechat;
    this.#log = log;
  }

  /** The openid behind a `wx.login` code. @throws Refusal WECHAT_CODE_INVALID, SERVER_BUSY */
  async openidOf(loginCode: string): Promise<string> {
    const answer = await this.#wechat.code2session(loginCode);
    if (answer.outcome === 'signed-in') return answer.openid;
    if (answer.outcome === 'code-refused' || answer.outcome === 'blocked') throw new Refusal('WECHAT_CODE_INVALID');
    throw this.#trouble(answer);
  }

  /** The mainland number behind a `getPhoneNumber` code; `undefined` for a foreign one. @throws Refusal WECHAT_CODE_INVALID, SERVER_BUSY */
  async phoneOf(phoneCode: string): Promise<string | undefined> {
    const answer = await this.#wechat.phoneNumberOf(phoneCode);
    if (answer.outcome === 'phone') return answer.countryCode === '86' ? answer.phone : undefined;
    if (answer.outcome === 'code-refused') throw new Refusal('WECHAT_CODE_INVALID');
    throw this.#trouble(answer);
  }

  #trouble({ outcome, errcode }: { outcome: string; errcode?: number }): Refusal {
    this.#log[outcome === 'misconfigured' ? 'error' : 'warn']({ outcome, errcode }, 'wechat: sign-in');
    return new Refusal('SERVER_BUSY');
  }
}
