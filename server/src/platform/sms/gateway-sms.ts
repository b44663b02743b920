import { createHmac } from 'node:crypto';
import type { Dispatcher } from 'undici';
import { asText, jsonObject } from '../wechat/json-object.ts';
import { exchange, outgoing } from '../wechat/outgoing-http.ts';
import type { SmsApi, SmsMessage, SmsOutcome } from './sms-api.ts';

export type GatewayOptions = {
  /** Where the gateway listens; no trailing slash needed. */
  readonly base: string;
  readonly account: string;
  readonly secret: string;
  /** The registered name of the sender that stands before every text. */
  readonly sign: string;
  readonly now: () => Date;
  readonly dispatcher?: Dispatcher;
  /** In milliseconds; 8 s unless told. */
  readonly timeoutMs?: number;
};

/** What the gateway's codes mean for us; any other is a doubt. */
const OUTCOMES: ReadonlyMap<string, SmsOutcome> = new Map<string, SmsOutcome>([
  ['BAD_NUMBER', { outcome: 'bad-number' }],
  ['REFUSED', { outcome: 'refused' }],
  ['BUSY', { outcome: 'busy' }],
  ['BAD_ACCOUNT', { outcome: 'misconfigured' }],
  ['BAD_SIGNATURE', { outcome: 'misconfigured' }],
  ['BAD_SIGN', { outcome: 'misconfigured' }],
  ['NO_BALANCE', { outcome: 'misconfigured' }],
]);

/**
 * A plain SMS gateway: `POST /sms/v1/messages` with `{account, phone, sign, text, reference}`, the body signed with HMAC-SHA256 over
 * `timestamp\nbody`; the answer `{code, messageId?}`. The simulator speaks it, and so does the small service that a county puts before a
 * vendor whose own protocol differs; a vendor's protocol can as well be another class behind `SmsApi`.
 */
export class GatewaySms implements SmsApi {
  readonly #options: GatewayOptions;
  readonly #url: string;

  constructor(options: GatewayOptions) {
    this.#options = options;
    this.#url = `${options.base.replace(/\/+$/, '')}/sms/v1/messages`;
  }

  async send({ phone, text, reference }: SmsMessage): Promise<SmsOutcome> {
    const { account, secret, sign, now, timeoutMs = 8_000 } = this.#options;
    const body = JSON.stringify({ account, phone, sign, text, reference });
    const timestamp = String(Math.floor(now().getTime() / 1000));
    const headers = {
      'Content-Type': 'application/json',
      Accept: 'application/json',
      'X-Timestamp': timestamp,
      'X-Signature': createHmac('sha256', secret).update(`${timestamp}\n${body}`).digest('hex'),
    };
    const answer = await exchange(
      this.#options.dispatcher ?? outgoing,
      { method: 'POST', url: this.#url, headers, body },
      { timeoutMs, maxBytes: 64 * 1024 },
    );
    if (!answer.got) return { outcome: answer.why === 'unreachable' ? 'busy' : 'unknown' };
    const told = answer.status === 200 ? jsonObject(answer.body.toString('utf8')) : undefined;
    const code = asText(told?.['code']);
    if (code === undefined) return { outcome: 'unknown' };
    if (code !== 'OK') return OUTCOMES.get(code) ?? { outcome: 'unknown' };
    const messageId = asText(told?.['messageId']);
    return { outcome: 'sent', ...(messageId === undefined ? {} : { messageId }) };
  }
}
