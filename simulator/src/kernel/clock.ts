/** The clock as it stood at one moment, for the state file. */
export interface ClockSetting {
  /** What the platform's time is ahead of the machine's, in milliseconds, at speed 1. */
  offsetMilliseconds: number;
  /** Platform seconds per real second; 1 is real time. */
  speed: number;
}

/**
 * The platform's time, which tests and demonstrations may push forward or let run faster. It rules lives: codes,
 * tokens, bills. Signature timestamps never use it, because the other side compares those with its own clock.
 */
export class SimulatorClock {
  #offset: number;
  #speed = 1;
  #anchor: number;
  readonly #real: () => number;

  constructor(setting: ClockSetting = { offsetMilliseconds: 0, speed: 1 }, real: () => number = Date.now) {
    this.#real = real;
    this.#offset = setting.offsetMilliseconds;
    this.#anchor = real();
    this.#speed = setting.speed;
  }

  /** Milliseconds since 1970 in the platform's time. */
  now(): number {
    const real = this.#real();
    return Math.round(this.#anchor + this.#offset + (real - this.#anchor) * this.#speed);
  }

  advance(milliseconds: number): void {
    this.#offset += milliseconds;
  }

  /** Time goes on from where it is, at another speed. */
  setSpeed(speed: number): void {
    const now = this.now();
    this.#anchor = this.#real();
    this.#offset = now - this.#anchor;
    this.#speed = speed;
  }

  setting(): ClockSetting {
    return { offsetMilliseconds: this.now() - this.#real(), speed: this.#speed };
  }
}

const SHANGHAI_AHEAD = 8 * 3_600_000;

/** RFC 3339 in China's time, as WeChat Pay writes it: `2026-03-04T05:06:07+08:00`, with milliseconds when asked. */
export const inShanghai = (milliseconds: number, withMilliseconds = false): string => {
  const iso = new Date(milliseconds + SHANGHAI_AHEAD).toISOString();
  return `${withMilliseconds ? iso.slice(0, 23) : iso.slice(0, 19)}+08:00`;
};

/** The calendar day in China, `2026-03-04`. */
export const dayInShanghai = (milliseconds: number): string => inShanghai(milliseconds).slice(0, 10);
