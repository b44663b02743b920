import type { WechatApi } from '@guanhu/server/platform/ports';
import type { PhoneOutcome, SendOutcome, SignInOutcome, SubscribeMessage } from '@guanhu/server/platform/wechat/wechat-api';

/**
 * WeChat as the county's past met it. Phones on the wall are the simulator's: their codes go there, and so do their messages from today on.
 * Everybody else has a phone that nobody will ever look at: their codes are made here and their messages end here.
 */
export class SeedWechat implements WechatApi {
  readonly #real: WechatApi;
  readonly #codes = new Map<string, string>();
  readonly #elsewhere = new Set<string>();
  #count = 0;
  /** Whether messages to the wall are really sent; in the past they are not: their words would all come at once. */
  isToday = false;

  constructor(real: WechatApi) {
    this.#real = real;
  }

  /** A code of a phone that is not on the wall; it stands for an openid, or a phone number. */
  code(meaning: string): string {
    const code = `seed-${String(++this.#count)}`;
    this.#codes.set(code, meaning);
    return code;
  }

  /** The openid of a person whose phone is not on the wall. */
  openidOf(mobile: string): string {
    const openid = `oSeed${mobile.padStart(23, '-')}`;
    this.#elsewhere.add(openid);
    return openid;
  }

  code2session(code: string): Promise<SignInOutcome> {
    const openid = this.#take(code);
    return openid === undefined ? this.#real.code2session(code) : Promise.resolve({ outcome: 'signed-in', openid });
  }

  phoneNumberOf(code: string): Promise<PhoneOutcome> {
    const phone = this.#take(code);
    return phone === undefined ? this.#real.phoneNumberOf(code) : Promise.resolve({ outcome: 'phone', phone, countryCode: '86' });
  }

  sendSubscribeMessage(message: SubscribeMessage): Promise<SendOutcome> {
    if (this.isToday && !this.#elsewhere.has(message.openid)) return this.#real.sendSubscribeMessage(message);
    return Promise.resolve({ outcome: 'sent' });
  }

  #take(code: string): string | undefined {
    const meaning = this.#codes.get(code);
    this.#codes.delete(code);
    return meaning;
  }
}
