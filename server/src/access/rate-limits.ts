import { Refusal } from '@guanhu/shared/kernel/decision';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.ts';

/** `burst` at once, then one every `everySeconds`. */
export type Allowance = { readonly burst: number; readonly everySeconds: number };

/** More keys than this and the full buckets are forgotten; they would be full again anyway. */
const MOST_KEYS = 20_000;

/** Token buckets of one process. They slow guessing down; what stops it are the tries of an invitation and the life of a ticket. */
@Injectable()
export class RateLimits {
  readonly #clock: Clock;
  readonly #buckets = new Map<string, { tokens: number; at: number; allowance: Allowance }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Takes one token. @throws Refusal RATE_LIMITED when there is none. */
  take(key: string, allowance: Allowance): void {
    const now = this.#clock.now().getTime();
    const bucket = this.#buckets.get(key) ?? { tokens: allowance.burst, at: now, allowance };
    const tokens = filled(bucket, now);
    if (tokens < 1) throw new Refusal('RATE_LIMITED');
    if (this.#buckets.size >= MOST_KEYS) this.#forgetFull(now);
    this.#buckets.set(key, { tokens: tokens - 1, at: now, allowance });
  }

  #forgetFull(now: number): void {
    for (const [key, bucket] of this.#buckets) if (filled(bucket, now) >= bucket.allowance.burst) this.#buckets.delete(key);
  }
}

/** A clock set back gives nothing and takes nothing. */
const filled = ({ tokens, at, allowance }: { tokens: number; at: number; allowance: Allowance }, now: number): number =>
  Math.min(allowance.burst, tokens + Math.max(0, now - at) / 1000 / allowance.everySeconds);
