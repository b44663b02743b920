import type { Answers, Mismatch, Option, RowKey } from './import.terms.ts';
import { MISMATCHES, type MismatchCode } from './import.words.ts';

type Gathered = { code: MismatchCode; rows: Set<RowKey>; options: readonly Option[]; answer: string | null; open: boolean };

/** Gathers what a person should see, asks what a person should decide and hands out the answers already given. */
export class Inquiry {
  readonly #answers: Answers;
  readonly #found = new Map<string, Gathered>();

  constructor(answers: Answers) {
    this.#answers = answers;
  }

  #add(key: string, code: MismatchCode, rows: readonly RowKey[], options: readonly Option[], answer: string | null, open: boolean): void {
    const known = this.#found.get(key);
    if (known === undefined) this.#found.set(key, { code, rows: new Set(rows), options, answer, open });
    else for (const row of rows) known.rows.add(row);
  }

  /** Something to be seen that stops nothing. */
  tell(code: MismatchCode, about: string, rows: readonly RowKey[]): void {
    this.#add(shortened(`${code}:${about}`), code, rows, [], null, false);
  }

  /** The answer, or null while there is none: then `rows` wait. An answer that is not among the options is none. */
  ask(code: MismatchCode, about: string, rows: readonly RowKey[], options: readonly Option[]): string | null {
    const key = shortened(`${code}:${about}`);
    const given = Object.hasOwn(this.#answers, key) ? (this.#answers[key] ?? null) : null;
    const answer = options.some(option => option.value === given) ? given : null;
    this.#add(key, code, rows, options, answer, answer === null);
    return answer;
  }

  /** Lets more rows wait for whatever `row` waits for. */
  bind(row: RowKey, others: readonly RowKey[]): void {
    for (const one of this.#found.values()) if (one.open && one.rows.has(row)) for (const other of others) one.rows.add(other);
  }

  /** Everything found, in an order that does not depend on the order of the rows. */
  mismatches(): Mismatch[] {
    return [...this.#found]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => ({ ...one, key, say: MISMATCHES[one.code], rows: [...one.rows].sort(byRow) }));
  }
}

/** Longest key that is kept whole. Keys travel in bodies and are stored, so a long one is cut and told apart by its fingerprint. */
const LONGEST_KEY = 120;

/** 53 bits that tell texts apart: neither a secret nor a signature. The mixing is that of MurmurHash3. */
export function fingerprint(text: string): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}

const shortened = (key: string): string => (key.length <= LONGEST_KEY ? key : `${key.slice(0, LONGEST_KEY - 20)}#${fingerprint(key)}`);

/** 's0r9' before 's0r10' before 's1r1'. */
export function byRow(left: RowKey, right: RowKey): number {
  const [a, b] = [left, right].map(key => (key.match(/\d+/g) ?? []).map(Number));
  return (a?.[0] ?? 0) - (b?.[0] ?? 0) || (a?.[1] ?? 0) - (b?.[1] ?? 0);
}
