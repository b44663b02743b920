import { randomHex } from '../kernel/random.ts';

/** The platform API's errors, by code. */
const WORDS: Readonly<Record<number, string>> = {
  [-1]: 'system error',
  40001: 'invalid credential, access_token is invalid or not latest',
  40002: 'invalid grant_type',
  40003: 'invalid openid',
  40013: 'invalid appid',
  40014: 'invalid access_token',
  40029: 'invalid code',
  40037: 'invalid template_id',
  40125: 'invalid appsecret',
  40163: 'code been used',
  40164: 'invalid ip, not in whitelist',
  40226: 'code blocked',
  41001: 'access_token missing',
  41002: 'appid missing',
  41004: 'appsecret missing',
  41008: 'missing code',
  41030: 'invalid page',
  42001: 'access_token expired',
  43101: 'user refuse to accept the msg',
  43107: 'subscribe message capability is banned',
  43108: 'concurrent requests for the same user, try again later',
  44991: 'reach minute quota limit',
  45009: 'reach max api daily quota limit',
  45011: 'api minute-quota reach limit  mustslower  retry next minute',
  45168: 'sensitive word in message',
  47001: 'data format error',
  47003: 'argument invalid!',
};

/** An `errcode` answer; HTTP status is 200 as ever on this platform. */
export class PlatformRefusal extends Error {
  readonly errcode: number;

  constructor(errcode: number, more = '') {
    super(`${WORDS[errcode] ?? 'error'}${more}`);
    this.errcode = errcode;
  }

  body(): string {
    return JSON.stringify({
      errcode: this.errcode,
      errmsg: `${this.message} rid: ${randomHex(8).toLowerCase()}-${randomHex(8).toLowerCase()}`,
    });
  }
}
