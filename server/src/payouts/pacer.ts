import { setTimeout as sleep } from 'node:timers/promises';
import {
  clockAhead,
  freeAfter,
  heldOn,
  isPaced,
  LATE_MS,
  STILL_MS,
  type Ahead,
  type Over,
  type Rate,
  type Slot,
  type Slots,
} from './slots.rules.ts';

/** Moments that are fetched at once: few, so that a phone's own call waits behind few, and few are lost with a process. */
const AT_ONCE = 4;
/** The same where there is hardly a rate to keep. */
const AT_ONCE_UNPACED = 64;
/** Whoever would have to wait longer comes again later. */
const MOST_MS = 4_000;

/** May call now; to be called when the answer has come, or will not come. */
export type Turn = () => void;

/** A call without an answer: by what it is known, and since when nobody was told of it. */
type UnderWay = { heldUntil: number; toldAt: number };

/** Gives this process's calls of one kind their moments, in the order in which they asked. */
export class Pacer {
  readonly #paced: boolean;
  /** Takes so many moments and gives back what is over; `undefined` while there are none. */
  readonly #take: (many: number, over: readonly Over[]) => Promise<Slots | undefined>;
  readonly #waiting: { readonly since: number; readonly go: (turn: Turn | undefined) => void; readonly fail: (error: unknown) => void }[] =
    [];
  readonly #underWay = new Set<UnderWay>();
  #over: Over[] = [];
  #giving = false;
  #ahead: Ahead | undefined;

  constructor(rate: Rate, take: (many: number, over: readonly Over[]) => Promise<Slots | undefined>) {
    this.#paced = isPaced(rate);
    this.#take = take;
  }

  /** Resolves at the caller's moment; `undefined` when there is none in time. */
  turn(): Promise<Turn | undefined> {
    return new Promise((go, fail) => {
      this.#waiting.push({ since: performance.now(), go, fail });
      if (!this.#giving) void this.#give();
    });
  }

  async #give(): Promise<void> {
    this.#giving = true;
    try {
      while (this.#waiting.length > 0 || this.#longUnderWay().length > 0) {
        this.#holdOn();
        const many = Math.min(this.#waiting.length, this.#paced ? AT_ONCE : AT_ONCE_UNPACED);
        const asked = performance.now();
        const given = await this.#take(many, this.#over.splice(0));
        if (given === undefined) this.#turnAway(0);
        else {
          const ahead = (this.#ahead = clockAhead(this.#ahead, { now: given.now, asked, answered: performance.now() }));
          for (const slot of given.slots) await this.#use(slot, ahead);
        }
        this.#turnAway(MOST_MS);
      }
    } catch (error) {
      for (const { fail } of this.#waiting.splice(0)) fail(error);
    } finally {
      this.#giving = false;
    }
  }

  /** Where the clocks may differ, the call leaves when its moment has surely come, and is over when its second surely is. */
  async #use({ at, heldUntil }: Slot, ahead: Ahead): Promise<void> {
    const inMs = at - ahead.atLeast - performance.now();
    if (inMs > 1) await sleep(inMs);
    const one = this.#paced && -inMs > LATE_MS ? undefined : this.#waiting.shift();
    if (one) one.go(this.#leaves(heldUntil, ahead));
    else this.#over.push({ heldUntil, freeAt: 0 });
  }

  #leaves(heldUntil: number, ahead: Ahead): Turn {
    const call = { heldUntil, toldAt: performance.now() };
    this.#underWay.add(call);
    const looking = setInterval(() => {
      if (!this.#giving) void this.#give();
    }, STILL_MS).unref();
    return () => {
      clearInterval(looking);
      this.#underWay.delete(call);
      this.#over.push({ heldUntil: call.heldUntil, freeAt: freeAfter(performance.now() + ahead.atMost) });
    };
  }

  #longUnderWay(): UnderWay[] {
    const now = performance.now();
    return this.#paced ? [...this.#underWay].filter(call => now - call.toldAt >= STILL_MS) : [];
  }

  /** What is still under way is told of with what is over, so that it is held for as long as it may be counted. */
  #holdOn(): void {
    const now = performance.now();
    for (const [n, call] of this.#longUnderWay().entries()) {
      const until = heldOn(now + (this.#ahead?.atMost ?? 0), n);
      this.#over.push({ heldUntil: call.heldUntil, freeAt: until });
      Object.assign(call, { heldUntil: until, toldAt: now });
    }
  }

  #turnAway(longerThanMs: number): void {
    const now = performance.now();
    while (this.#waiting[0] && now - this.#waiting[0].since >= longerThanMs) this.#waiting.shift()?.go(undefined);
  }
}
