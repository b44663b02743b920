import type { Dispatcher } from 'undici';
import { jsonObject, asText, asWhole } from './json-object.ts';
import { troubleOf } from './errcodes.ts';
import type { ExchangeLimits } from './outgoing-http.ts';
import { exchange } from './outgoing-http.ts';
import type { Trouble } from './wechat-api.ts';

export type TokenOutcome = { readonly outcome: 'token'; readonly value: string } | Trouble;

type AccessTokenOptions = {
  readonly baseUrl: string;
  readonly appid: string;
  readonly secret: string;
  readonly dispatcher: Dispatcher;
  readonly limits: ExchangeLimits;
  readonly now: () => Date;
};

/** During a token's last five minutes the platform hands out the next one while both work; a little inside that window is early enough. */
const EARLY_MS = 270_000;

/**
 * The access token of one mini-program, kept in memory. Asks `stable_token` in its normal mode, which gives every process the same token,
 * so several servers may each keep their own. One request at a time however many callers wait.
 */
export class AccessToken {
  readonly #options: AccessTokenOptions;
  #held: { readonly value: string; readonly renewAt: number } | undefined;
  #pending: Promise<TokenOutcome> | undefined;

  constructor(options: AccessTokenOptions) {
    this.#options = options;
  }

  /** A token that should work. */
  async get(): Promise<TokenOutcome> {
    if (this.#held && this.#options.now().getTime() < this.#held.renewAt) return { outcome: 'token', value: this.#held.value };
    return this.#ask();
  }

  /** Another token, after the platform refused `refused`; the one that a neighbour has fetched meanwhile if there is one. */
  async renew(refused: string): Promise<TokenOutcome> {
    if (this.#held?.value === refused) this.#held = undefined;
    return this.get();
  }

  #ask(): Promise<TokenOutcome> {
    this.#pending ??= this.#fetchToken().finally(() => {
      this.#pending = undefined;
    });
    return this.#pending;
  }

  async #fetchToken(): Promise<TokenOutcome> {
    const { baseUrl, appid, secret, dispatcher, limits, now } = this.#options;
    const answer = await exchange(
      dispatcher,
      {
        method: 'POST',
        url: `${baseUrl}/cgi-bin/stable_token`,
        headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
        body: JSON.stringify({ grant_type: 'client_credential', appid, secret }),
      },
      limits,
    );
    // Without a token nothing was asked of the platform yet, so every passing failure here is plainly "later".
    if (!answer.got || answer.status !== 200) return { outcome: 'busy' };
    const body = jsonObject(answer.body.toString('utf8'));
    const value = asText(body?.['access_token']);
    const seconds = asWhole(body?.['expires_in']);
    if (value !== undefined && seconds !== undefined && seconds > 0) {
      const lifeMs = seconds * 1000;
      this.#held = { value, renewAt: now().getTime() + lifeMs - Math.min(EARLY_MS, lifeMs / 2) };
      return { outcome: 'token', value };
    }
    const errcode = asWhole(body?.['errcode']);
    const trouble = troubleOf(errcode);
    return trouble.outcome === 'unknown' ? { ...trouble, outcome: 'busy' } : trouble;
  }
}
