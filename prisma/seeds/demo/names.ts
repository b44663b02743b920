/** Uncommon surnames and literary characters: no name made of them is likely to be anybody's. */
const SURNAMES = Array.from('宓郜逄仉佘郗鄢荀桓嵇滕蔺阚晏卞湛隗麴郏璩濮蒯殳訾');
const FIRST = Array.from('听砚望拾漱栖扶疏揽枕溯衔笼披濯倚叩煮藏裁簪擎巡泊缀濡凭钓眠弈');
const SECOND = Array.from('澜秋舒萤玉迟摇影霁岫汀霭屿笙荇棹岚篱渚苇桁苔柝杪淞蘅翎榭瀑磬');

/** Numbers that look random and are always the same. Source: the linear congruential generator of Numerical Recipes. */
export function* sequence(seed: number): Generator<number, never> {
  for (let state = seed >>> 0; ;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

/**
 * Invents names, always the same ones in the same order. No two of them share more than one character at the same place, so that a slip
 * of the pen never turns one into another.
 */
export class NameInventor {
  readonly #given: string[] = [];
  readonly #random = sequence(20);

  #pick(from: readonly string[]): string {
    return from[Math.floor(this.#random.next().value * from.length)] ?? '';
  }

  /** @param relative somebody whose surname the new person shares */
  next(relative?: string): string {
    for (;;) {
      const name = [relative?.charAt(0) ?? this.#pick(SURNAMES), this.#pick(FIRST), this.#pick(SECOND)];
      if (this.#given.some(other => name.filter((character, at) => other.charAt(at) === character).length > 1)) continue;
      this.#given.push(name.join(''));
      return name.join('');
    }
  }
}
