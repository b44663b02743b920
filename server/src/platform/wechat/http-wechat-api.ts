import type { Dispatcher } from 'undici';
import { AccessToken } from './access-token.ts';
import { codeRefusalOf, isTokenTrouble, troubleOf } from './errcodes.ts';
import type { JsonObject } from './json-object.ts';
import { asObject, asText, asWhole, jsonObject } from './json-object.ts';
import type { Answer, ExchangeLimits, NoAnswer } from './outgoing-http.ts';
import { exchange, outgoing } from './outgoing-http.ts';
import type { PhoneOutcome, SendOutcome, SignInOutcome, SubscribeMessage, Trouble, WechatApi } from './wechat-api.ts';

export type WechatApiOptions = {
  /** 'https://api.weixin.qq.com', or where a stand-in listens; no trailing slash needed. */
  readonly baseUrl: string;
  readonly appid: string;
  readonly secret: string;
  readonly now: () => Date;
  readonly dispatcher?: Dispatcher;
  /** For one request, in milliseconds; 8 s unless told. */
  readonly timeoutMs?: number;
};

type Told = { readonly told: true; readonly body: JsonObject; readonly text: string; readonly errcode: number | undefined };
type NotTold = { readonly told: false; readonly trouble: Trouble };

/** `WechatApi` over HTTP. */
export class HttpWechatApi implements WechatApi {
  readonly #baseUrl: string;
  readonly #appid: string;
  readonly #secret: string;
  readonly #dispatcher: Dispatcher;
  readonly #limits: ExchangeLimits;
  readonly #token: AccessToken;
  /** The last message under way to each person: the platform refuses two at once (43108). */
  readonly #lastTo = new Map<string, Promise<unknown>>();

  /** @throws TypeError when the base URL is not http(s). */
  constructor(options: WechatApiOptions) {
    this.#baseUrl = baseOf(options.baseUrl);
    this.#appid = options.appid;
    this.#secret = options.secret;
    this.#dispatcher = options.dispatcher ?? outgoing;
    this.#limits = { timeoutMs: options.timeoutMs ?? 8_000, maxBytes: 256 * 1024 };
    this.#token = new AccessToken({ ...options, baseUrl: this.#baseUrl, dispatcher: this.#dispatcher, limits: this.#limits });
  }

  async code2session(code: string): Promise<SignInOutcome> {
    const query = new URLSearchParams({
      appid: this.#appid,
      secret: this.#secret,
      js_code: code,
      grant_type: 'authorization_code',
    });
    const told = read(
      await exchange(
        this.#dispatcher,
        { method: 'GET', url: `${this.#baseUrl}/sns/jscode2session?${query.toString()}`, headers: { Accept: 'application/json' } },
        this.#limits,
      ),
    );
    if (!told.told) return told.trouble;
    if (told.errcode === 40226) return { outcome: 'blocked' };
    const refusal = codeRefusalOf(told.errcode);
    if (refusal) return refusal;
    const openid = asText(told.body['openid']);
    // Success comes with errcode 0 or without any.
    if ((told.errcode ?? 0) !== 0 || openid === undefined) return troubleOf(told.errcode);
    const unionid = asText(told.body['unionid']);
    return { outcome: 'signed-in', openid, ...(unionid === undefined ? {} : { unionid }) };
  }

  async phoneNumberOf(code: string): Promise<PhoneOutcome> {
    const told = await this.#post('/wxa/business/getuserphonenumber', { code });
    if (!told.told) return told.trouble;
    const refusal = codeRefusalOf(told.errcode);
    if (refusal) return refusal;
    if (told.errcode !== 0) return troubleOf(told.errcode);
    const info = asObject(told.body['phone_info']);
    const phone = asText(info?.['purePhoneNumber']);
    const country = info?.['countryCode'];
    const countryCode = typeof country === 'number' ? String(country) : asText(country);
    // The watermark says for which app the number was given: a number for another one is not ours to use.
    const owner = asObject(info?.['watermark'])?.['appid'];
    if (phone === undefined || !/^\d{5,15}$/.test(phone) || countryCode === undefined || owner !== this.#appid)
      return { outcome: 'unknown' };
    return { outcome: 'phone', phone, countryCode: countryCode.replace(/^\+/, '') };
  }

  async sendSubscribeMessage(message: SubscribeMessage): Promise<SendOutcome> {
    const before = this.#lastTo.get(message.openid) ?? Promise.resolve();
    const mine = before.then(() => this.#send(message));
    this.#lastTo.set(message.openid, mine);
    try {
      return await mine;
    } finally {
      if (this.#lastTo.get(message.openid) === mine) this.#lastTo.delete(message.openid);
    }
  }

  async #send(message: SubscribeMessage): Promise<SendOutcome> {
    const told = await this.#post('/cgi-bin/message/subscribe/send', {
      touser: message.openid,
      template_id: message.templateId,
      ...(message.page === undefined ? {} : { page: message.page }),
      data: message.data,
      miniprogram_state: message.state,
      lang: 'zh_CN',
    });
    if (!told.told) return told.trouble;
    switch (told.errcode) {
      case 0: {
        // Read from the text: the number has up to 19 digits, more than a JavaScript number holds.
        const messageId = /"msgid"\s*:\s*"?(\d{1,20})/.exec(told.text)?.[1];
        return { outcome: 'sent', ...(messageId === undefined ? {} : { messageId }) };
      }
      case 43101:
        return { outcome: 'no-credit' };
      case 43107:
        return { outcome: 'banned' };
      case 40003:
        return { outcome: 'bad-openid' };
      case 45168:
        return { outcome: 'bad-data', why: 'sensitive-word' };
      case 47003: {
        const named = /data\.([a-z_]+\d+)\.value/.exec(asText(told.body['errmsg']) ?? '')?.[1];
        return { outcome: 'bad-data', why: 'format', ...(named !== undefined && Object.hasOwn(message.data, named) ? { key: named } : {}) };
      }
      default:
        return troubleOf(told.errcode);
    }
  }

  /** One call with the token; with a fresh one once more when the platform refuses the first. */
  async #post(path: string, body: JsonObject): Promise<Told | NotTold> {
    let token = await this.#token.get();
    for (let mayRenew = true; ; mayRenew = false) {
      if (token.outcome !== 'token') return { told: false, trouble: token };
      const told = read(
        await exchange(
          this.#dispatcher,
          {
            method: 'POST',
            url: `${this.#baseUrl}${path}?access_token=${encodeURIComponent(token.value)}`,
            headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
            body: JSON.stringify(body),
          },
          this.#limits,
        ),
      );
      if (!mayRenew || !told.told || !isTokenTrouble(told.errcode)) return told;
      token = await this.#token.renew(token.value);
    }
  }
}

function read(answer: Answer | NoAnswer): Told | NotTold {
  if (!answer.got) return { told: false, trouble: { outcome: answer.why === 'unreachable' ? 'busy' : 'unknown' } };
  const text = answer.body.toString('utf8');
  const body = answer.status === 200 ? jsonObject(text) : undefined;
  if (body === undefined) return { told: false, trouble: { outcome: 'unknown' } };
  return { told: true, body, text, errcode: asWhole(body['errcode']) };
}

function baseOf(baseUrl: string): string {
  const { protocol } = new URL(baseUrl);
  if (protocol !== 'https:' && protocol !== 'http:') throw new TypeError('the WeChat base URL must be http or https');
  return baseUrl.replace(/\/+$/, '');
}
