/** Steps that stand on each other: once one is broken, those behind it are not tried. */
export class Story {
  readonly #onBreak: () => Promise<void>;
  #brokenAt: string | undefined;

  /** @param onBreak  runs when a step breaks, before the next one is asked */
  constructor(onBreak: () => Promise<void>) {
    this.#onBreak = onBreak;
  }

  step(words: string, run: () => Promise<void>): void {
    it(words, async () => {
      if (this.#brokenAt !== undefined) throw new Error(`not reached: "${this.#brokenAt}" is broken`);
      try {
        await run();
      } catch (error) {
        this.#brokenAt = words;
        await this.#onBreak();
        throw error;
      }
    });
  }
}
