import type { SimulatorClock } from '../kernel/clock.ts';
import { dayInShanghai } from '../kernel/clock.ts';
import { randomText } from '../kernel/random.ts';

const LIFETIME = 7_200_000;
/** The new token is handed out, and the old one still serves, in the last five minutes. */
const OVERLAP = 300_000;
const FORCED_PER_DAY = 20;
const FORCED_APART = 30_000;
/** As long as an application must be able to store. */
const LENGTH = 512;

interface IssuedToken {
  token: string;
  appid: string;
  expiresAt: number;
  revoked: boolean;
}

/** Stable access tokens (`/cgi-bin/stable_token`). Nothing of it outlives the process: a client meets 40001 and refreshes. */
export class AccessTokens {
  readonly #clock: SimulatorClock;
  readonly #issued: IssuedToken[] = [];
  readonly #forced = new Map<string, number[]>();

  constructor(clock: SimulatorClock) {
    this.#clock = clock;
  }

  /** The app's token and its remaining seconds, or null when a forced refresh comes too often. */
  stable(appid: string, forced: boolean): { token: string; seconds: number } | null {
    const now = this.#clock.now();
    if (forced && !this.#mayForce(appid, now)) return null;
    const mine = this.#issued.filter(one => one.appid === appid && !one.revoked && one.expiresAt > now);
    const newest = mine.at(-1);
    if (!forced && newest && newest.expiresAt - now > OVERLAP) return { token: newest.token, seconds: secondsUntil(newest.expiresAt, now) };
    if (forced) for (const one of mine) one.revoked = true;
    const fresh: IssuedToken = { token: randomText(LENGTH), appid, expiresAt: now + LIFETIME, revoked: false };
    this.#issued.push(fresh);
    return { token: fresh.token, seconds: secondsUntil(fresh.expiresAt, now) };
  }

  #mayForce(appid: string, now: number): boolean {
    const today = (this.#forced.get(appid) ?? []).filter(at => dayInShanghai(at) === dayInShanghai(now));
    const last = today.at(-1);
    if (today.length >= FORCED_PER_DAY || (last !== undefined && now - last < FORCED_APART)) return false;
    this.#forced.set(appid, [...today, now]);
    return true;
  }

  /** The app a token speaks for. `stale` is a token that was good once and has run out. */
  appOf(token: string): { appid: string } | 'invalid' | 'stale' {
    const issued = this.#issued.find(one => one.token === token);
    if (!issued || issued.revoked) return 'invalid';
    return issued.expiresAt > this.#clock.now() ? { appid: issued.appid } : 'stale';
  }

  /** Ends all tokens before their time: as `stale` ones (42001) or as revoked ones (40001). */
  end(as: 'stale' | 'revoked'): void {
    for (const one of this.#issued) {
      if (as === 'revoked') one.revoked = true;
      else one.expiresAt = Math.min(one.expiresAt, this.#clock.now());
    }
  }
}

const secondsUntil = (at: number, now: number): number => Math.floor((at - now) / 1000);
