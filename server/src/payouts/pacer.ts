import { setTimeout as sleep } from 'node:timers/promises';
import { clockAhead, type Slots } from './slots.rules.ts';

/** Moments that are fetched at once: few, so that a phone's own call waits behind few. */
const AT_ONCE = 8;
/** A moment that was missed by more is not used: calls that left late together could be more in a second than the platform takes. */
const LATE_MS = 25;
/** Whoever would have to wait longer comes again later. */
const MOST_MS = 4_000;

/** Gives this process's calls of one kind their moments, in the order in which they asked. */
export class Pacer {
  readonly #gapMs: number;
  /** Takes so many moments; `undefined` while there are none. */
  readonly #take: (many: number) => Promise<Slots | undefined>;
  readonly #waiting: { readonly since: number; readonly go: (mayCall: boolean) => void; readonly fail: (error: unknown) => void }[] = [];
  #giving = false;
  #ahead: number | undefined;

  constructor(perSecond: number, take: (many: number) => Promise<Slots | undefined>) {
    this.#gapMs = 1_000 / perSecond;
    this.#take = take;
  }

  /** Resolves at the caller's moment; false when there is none in time. */
  turn(): Promise<boolean> {
    return new Promise((go, fail) => {
      this.#waiting.push({ since: performance.now(), go, fail });
      if (!this.#giving) void this.#give();
    });
  }

  async #give(): Promise<void> {
    this.#giving = true;
    try {
      while (this.#waiting.length > 0) {
        const many = Math.min(this.#waiting.length, this.#gapMs < 1 ? 64 : AT_ONCE);
        const asked = performance.now();
        const slots = await this.#take(many);
        if (slots === undefined) this.#turnAway(0);
        else {
          this.#ahead = clockAhead(this.#ahead, { now: slots.now, asked, answered: performance.now() });
          await this.#use(slots.at - this.#ahead, many);
        }
        this.#turnAway(MOST_MS);
      }
    } catch (error) {
      for (const { fail } of this.#waiting.splice(0)) fail(error);
    } finally {
      this.#giving = false;
    }
  }

  async #use(firstAt: number, many: number): Promise<void> {
    for (let n = 0; n < many; n += 1) {
      const ahead = firstAt + n * this.#gapMs - performance.now();
      if (ahead > 1) await sleep(ahead);
      else if (-ahead > LATE_MS && this.#gapMs >= 1) continue;
      this.#waiting.shift()?.go(true);
    }
  }

  #turnAway(longerThanMs: number): void {
    const now = performance.now();
    while (this.#waiting[0] && now - this.#waiting[0].since >= longerThanMs) this.#waiting.shift()?.go(false);
  }
}
