/** At most `perSecond` events of one key in any second of real time. */
export class RateLimit {
  readonly #perSecond: number;
  readonly #recent = new Map<string, number[]>();

  constructor(perSecond: number) {
    this.#perSecond = perSecond;
  }

  /** Counts the event unless it is one too many. */
  allows(key: string, now: number = performance.now()): boolean {
    const recent = (this.#recent.get(key) ?? []).filter(at => now - at < 1_000);
    const allowed = recent.length < this.#perSecond;
    if (allowed) recent.push(now);
    this.#recent.set(key, recent);
    return allowed;
  }
}
