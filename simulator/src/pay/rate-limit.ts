/** At most `perSecond` events of one key in any second of real time. */
export class RateLimit {
  readonly #perSecond: number;
  readonly #recent = new Map<string, number[]>();
  readonly #most = new Map<string, number>();

  constructor(perSecond: number) {
    this.#perSecond = perSecond;
  }

  /** Counts the event unless it is one too many. */
  allows(key: string, now: number = performance.now(), perSecond = this.#perSecond): boolean {
    const recent = this.#recent.get(key) ?? [];
    this.#recent.set(key, recent);
    const past = recent.findIndex(at => now - at < 1_000);
    recent.splice(0, past < 0 ? recent.length : past);
    this.#most.set(key, Math.max(this.#most.get(key) ?? 0, recent.length + 1));
    const allowed = recent.length < perSecond;
    if (allowed) recent.push(now);
    return allowed;
  }

  /** The most events of the key that there were in any second, refused ones counted. */
  most(key: string): number {
    return this.#most.get(key) ?? 0;
  }
}
