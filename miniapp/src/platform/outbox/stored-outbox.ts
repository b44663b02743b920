import type { Sealed } from '../storage/sealed/sealed.ts';
import type { Intent, OutboxState, RefusedIntent } from './outbox.ts';

const INDEX = 'outbox';
const keyOf = (key: string) => `outbox:${key}`;

/** What waits and what was refused, in order, by the key under which each lies. An earlier version wrote the intents themselves here. */
type Index = Omit<OutboxState, 'waiting' | 'refused' | 'unsafe'> & {
  readonly waiting: readonly (string | Intent)[];
  readonly refused: readonly (RefusedIntent | { readonly key: string; readonly say: string })[];
};

/**
 * The outbox on the phone: a small index, and every intent under a key of its own, for a key holds one spoken note and not two. A note too
 * long for its key leaves everything else as safe as it was.
 *
 * What comes is named before it is written, and what goes is erased before it is no longer named: a crash in between leaves a name without
 * an intent, which is passed over, and never a recording that nobody would find again.
 */
export class StoredOutbox {
  readonly #sealed: Sealed;
  /** What lies under its own key. */
  readonly #stored = new Map<string, Intent>();
  /** Keys of what an earlier version left in the index: it stays there until it has gone. */
  readonly #inIndex = new Set<string>();

  constructor(sealed: Sealed) {
    this.#sealed = sealed;
  }

  async load(): Promise<OutboxState | undefined> {
    const index = await this.#sealed.read<Index>(INDEX);
    if (!index) return undefined;
    const [waiting, refused] = await Promise.all([
      Promise.all(index.waiting.map(each => this.#intent(each))),
      Promise.all(
        index.refused.map(async each => ({ say: each.say, intent: await this.#intent('intent' in each ? each.intent : each.key) })),
      ),
    ]);
    return {
      ...index,
      waiting: waiting.filter(intent => intent !== undefined),
      refused: refused.flatMap(({ say, intent }) => (intent === undefined ? [] : [{ intent, say }])),
    };
  }

  async #intent(named: string | Intent): Promise<Intent | undefined> {
    if (typeof named !== 'string') {
      this.#inIndex.add(named.key);
      return named;
    }
    const intent = await this.#sealed.read<Intent>(keyOf(named));
    if (intent !== undefined) this.#stored.set(named, intent);
    return intent;
  }

  /** @throws when something of it is not on the phone; the rest is. */
  async save({ waiting, refused, ...rest }: OutboxState): Promise<void> {
    const all = [...waiting, ...refused.map(({ intent }) => intent)];
    const keys = new Set(all.map(({ key }) => key));
    for (const key of [...this.#stored.keys()].filter(each => !keys.has(each))) {
      await this.#sealed.remove(keyOf(key));
      this.#stored.delete(key);
    }
    const isHere = ({ key }: Intent) => this.#inIndex.has(key);
    const index: Index = {
      ...rest,
      waiting: waiting.map(intent => (isHere(intent) ? intent : intent.key)),
      refused: refused.map(each => (isHere(each.intent) ? each : { key: each.intent.key, say: each.say })),
    };
    await this.#sealed.write(INDEX, index);
    const missing: string[] = [];
    for (const intent of all)
      if (!isHere(intent) && this.#stored.get(intent.key) !== intent) await this.#write(intent).catch(() => missing.push(intent.key));
    if (missing.length > 0) throw new Error('not all of the outbox is on the phone');
  }

  async #write(intent: Intent): Promise<void> {
    await this.#sealed.write(keyOf(intent.key), intent);
    this.#stored.set(intent.key, intent);
  }
}
