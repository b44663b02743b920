import type { SimulatorClock } from '../kernel/clock.ts';
import { randomText } from '../kernel/random.ts';

/** `wx.login` and phone-number codes live five minutes and serve once. */
const LIFETIME = 5 * 60_000;

export interface CodeOwner {
  phoneId: string;
  appid: string;
}

/** The single-use codes of one kind. */
export class OneTimeCodes {
  readonly #clock: SimulatorClock;
  readonly #issued = new Map<string, CodeOwner & { at: number; used: boolean }>();

  constructor(clock: SimulatorClock) {
    this.#clock = clock;
  }

  issue(owner: CodeOwner): string {
    const code = `0${randomText(31)}`;
    this.#issued.set(code, { ...owner, at: this.#clock.now(), used: false });
    return code;
  }

  /** Uses the code up. `unknown` covers expired codes and codes of another app. */
  redeem(code: string, appid: string): CodeOwner | 'unknown' | 'used' {
    const issued = this.#issued.get(code);
    if (issued?.appid !== appid) return 'unknown';
    if (issued.used) return 'used';
    if (this.#clock.now() - issued.at > LIFETIME) return 'unknown';
    issued.used = true;
    return { phoneId: issued.phoneId, appid };
  }
}
