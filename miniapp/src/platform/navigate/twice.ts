/** A hand that trembles touches twice where it means once. */
const TWICE_MS = 600;

/** Tells a second touch from a wish: the same page, asked for again before anybody can have seen it. */
export class Twice {
  #url = '';
  #at = -Infinity;

  /** @param at milliseconds */
  is(url: string, at: number): boolean {
    const again = url === this.#url && at - this.#at < TWICE_MS;
    this.#url = url;
    this.#at = at;
    return again;
  }

  /** The page was left: it may be asked for at once. */
  forget(): void {
    this.#url = '';
  }
}
