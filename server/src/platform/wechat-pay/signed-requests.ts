import { createPrivateKey, createPublicKey, randomBytes, sign, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import Pay from 'wechatpay-node-v3';
import type { OutgoingRequest } from '../wechat/outgoing-http.ts';
import type { MerchantAccount } from './merchant-account.ts';

const OFFICIAL = 'https://api.mch.weixin.qq.com';
const signInThread = promisify(sign);

/**
 * Makes signed requests; the library makes their headers and encrypts, and does nothing else here. Its own HTTP (no time-out, redirects followed,
 * answers unverified) is closed, so that none of its ready-made calls can be used by mistake.
 */
export class SignedRequests extends Pay {
  readonly #now: () => Date;
  readonly #key: KeyObject;
  readonly #baseUrl: string;

  constructor(account: MerchantAccount, now: () => Date) {
    super({
      appid: account.appid,
      mchid: account.mchid,
      serial_no: account.serialNo,
      // The library wants one, but reads it only for a serial that is not given.
      publicKey: Buffer.from(createPublicKey(account.privateKeyPem).export({ type: 'spki', format: 'pem' })),
      privateKey: Buffer.from(account.privateKeyPem),
      userAgent: 'guanhu',
    });
    this.createHttp({ get: closed, post: closed, upload: closed });
    this.#now = now;
    this.#key = createPrivateKey(account.privateKeyPem);
    this.#baseUrl = account.baseUrl.replace(/\/+$/, '');
  }

  /**
   * A request ready to send: what is signed is the official path and exactly the bytes of `body`; only the host is ours to choose.
   * @param path from '/v3/…', with its query.
   * @param body JSON text; a POST always has one, because the library signs an empty one wrongly ('{}' will do).
   * @param platformSerial asks for an answer signed with this key, and says which one encrypted a field.
   */
  async request(
    method: 'GET' | 'POST',
    path: string,
    body: string | undefined,
    platformSerial: string | undefined,
  ): Promise<OutgoingRequest> {
    const authorization = await this.authorizationOf(method, path, body);
    return {
      method,
      url: `${this.#baseUrl}${path}`,
      headers: {
        ...this.getHeaders(authorization),
        // The library asks for gzip; answers are read as they come.
        'Accept-Encoding': 'identity',
        'Accept-Language': 'zh-CN',
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(platformSerial === undefined ? {} : { 'Wechatpay-Serial': platformSerial }),
      },
      ...(body === undefined ? {} : { body }),
    };
  }

  /**
   * The library's own nonce comes from a predictable generator, its time from a clock that no test can set; and it signs while everything else
   * waits, parsing the key each time. Here a thread signs with the key that was parsed once.
   */
  private async authorizationOf(method: 'GET' | 'POST', path: string, body: string | undefined): Promise<string> {
    const [nonce, timestamp] = this.freshMarks();
    const message = Buffer.from(`${method}\n${path}\n${timestamp}\n${nonce}\n${body ?? ''}\n`);
    return this.getAuthorization(nonce, timestamp, (await signInThread('sha256', message, this.#key)).toString('base64'));
  }

  private freshMarks(): readonly [nonce: string, timestamp: string] {
    return [randomBytes(16).toString('hex'), String(Math.floor(this.#now().getTime() / 1000))];
  }

  /** Replaces the library's, for anything of it that signs by itself. */
  protected override buildAuthorization(method: 'GET' | 'POST', url: string, params?: Record<string, unknown>): string {
    const [nonce, timestamp] = this.freshMarks();
    const body = params === undefined ? undefined : JSON.stringify(params);
    return this.getAuthorization(nonce, timestamp, this.getSignature(method, nonce, timestamp, url.replace(OFFICIAL, ''), body));
  }
}

function closed(): Promise<never> {
  return Promise.reject(new Error('use request() and exchange()'));
}
