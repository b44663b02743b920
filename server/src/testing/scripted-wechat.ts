import type { PhoneOutcome, SendOutcome, SignInOutcome, SubscribeMessage, WechatApi } from '../platform/wechat/wechat-api.ts';

/** WeChat as a test writes it: codes mean what the test says, and every message is kept. */
export class ScriptedWechat implements WechatApi {
  readonly messages: SubscribeMessage[] = [];
  /** What the next messages are answered with; 'sent' when nothing is left. */
  readonly sendOutcomes: SendOutcome[] = [];
  readonly #openids = new Map<string, string>();
  readonly #phones = new Map<string, string>();
  #codes = 0;

  /** A fresh `wx.login` code of the person with this openid. */
  loginCode(openid: string): string {
    const code = `login-${String(++this.#codes)}`;
    this.#openids.set(code, openid);
    return code;
  }

  /** A fresh `getPhoneNumber` code for this number. */
  phoneCode(phone: string): string {
    const code = `phone-${String(++this.#codes)}`;
    this.#phones.set(code, phone);
    return code;
  }

  code2session(code: string): Promise<SignInOutcome> {
    const openid = this.#openids.get(code);
    this.#openids.delete(code);
    return Promise.resolve(openid === undefined ? { outcome: 'code-refused', why: 'invalid' } : { outcome: 'signed-in', openid });
  }

  phoneNumberOf(code: string): Promise<PhoneOutcome> {
    const phone = this.#phones.get(code);
    this.#phones.delete(code);
    return Promise.resolve(
      phone === undefined ? { outcome: 'code-refused', why: 'invalid' } : { outcome: 'phone', phone, countryCode: '86' },
    );
  }

  sendSubscribeMessage(message: SubscribeMessage): Promise<SendOutcome> {
    this.messages.push(message);
    return Promise.resolve(this.sendOutcomes.shift() ?? { outcome: 'sent' });
  }
}
