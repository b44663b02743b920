import { createPrivateKey, createPublicKey, randomBytes } from 'node:crypto';
import Pay from 'wechatpay-node-v3';
import type { OutgoingRequest } from '../wechat/outgoing-http.ts';
import type { MerchantAccount } from './merchant-account.ts';

const OFFICIAL = 'https://api.mch.weixin.qq.com';

/**
 * Makes signed requests; the library signs and encrypts, and does nothing else here. Its own HTTP (no time-out, redirects followed,
 * answers unverified) is closed, so that none of its ready-made calls can be used by mistake.
 */
export class SignedRequests extends Pay {
  readonly #now: () => Date;
  readonly #baseUrl: string;

  constructor(account: MerchantAccount, now: () => Date) {
    super({
      appid: account.appid,
      mchid: account.mchid,
      serial_no: account.serialNo,
      // The library wants one, but reads it only for a serial that is not given.
      publicKey: Buffer.from(createPublicKey(account.privateKeyPem).export({ type: 'spki', format: 'pem' })),
      // A key that has been parsed signs as the text does, and need not be parsed for each request: that took longer than the signature.
      privateKey: createPrivateKey(account.privateKeyPem) as unknown as Buffer,
      userAgent: 'guanhu',
    });
    this.createHttp({ get: closed, post: closed, upload: closed });
    this.#now = now;
    this.#baseUrl = account.baseUrl.replace(/\/+$/, '');
  }

  /**
   * A request ready to send: what is signed is the official path and exactly the bytes of `body`; only the host is ours to choose.
   * @param path from '/v3/…', with its query.
   * @param body JSON text; a POST always has one, because the library signs an empty one wrongly ('{}' will do).
   * @param platformSerial asks for an answer signed with this key, and says which one encrypted a field.
   */
  request(method: 'GET' | 'POST', path: string, body: string | undefined, platformSerial: string | undefined): OutgoingRequest {
    return {
      method,
      url: `${this.#baseUrl}${path}`,
      headers: {
        ...this.getHeaders(this.authorizationOf(method, path, body)),
        // The library asks for gzip; answers are read as they come.
        'Accept-Encoding': 'identity',
        'Accept-Language': 'zh-CN',
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(platformSerial === undefined ? {} : { 'Wechatpay-Serial': platformSerial }),
      },
      ...(body === undefined ? {} : { body }),
    };
  }

  /** The library's own nonce comes from a predictable generator and its time from a clock that no test can set. */
  private authorizationOf(method: 'GET' | 'POST', path: string, body: string | undefined): string {
    const nonce = randomBytes(16).toString('hex');
    const timestamp = String(Math.floor(this.#now().getTime() / 1000));
    return this.getAuthorization(nonce, timestamp, this.getSignature(method, nonce, timestamp, path, body));
  }

  /** Replaces the library's, for anything of it that signs by itself. */
  protected override buildAuthorization(method: 'GET' | 'POST', url: string, params?: Record<string, unknown>): string {
    return this.authorizationOf(method, url.replace(OFFICIAL, ''), params === undefined ? undefined : JSON.stringify(params));
  }
}

function closed(): Promise<never> {
  return Promise.reject(new Error('use request() and exchange()'));
}
