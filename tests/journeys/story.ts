import type { World } from './world.ts';

/** Steps that stand on each other: once one is broken, those behind it are not tried. */
export class Story {
  readonly #world: () => World;
  #brokenAt: string | undefined;

  /** @param world  exists when the first step runs */
  constructor(world: () => World) {
    this.#world = world;
  }

  /** @param patienceMs  of a step that takes longer than the others */
  step(words: string, run: (world: World) => Promise<void>, patienceMs?: number): void {
    it(
      words,
      async () => {
        if (this.#brokenAt !== undefined) throw new Error(`not reached: "${this.#brokenAt}" is broken`);
        try {
          await run(this.#world());
        } catch (error) {
          this.#brokenAt = words;
          await this.#world().keepWhatBroke();
          throw error;
        }
      },
      patienceMs,
    );
  }
}
