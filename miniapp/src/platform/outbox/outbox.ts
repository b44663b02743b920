import type { Answer, PhoneRefusal } from '../api/answer.ts';

/**
 * What people typed and nobody has acknowledged yet.
 * An *intent* is one thing a person meant, with the key that makes the server do it once. It is written to the phone before
 * it is sent, and removed when the server decided: so nothing is lost, with or without signal, through any crash.
 *
 *   submit → waiting ─ server did it ──→ gone
 *                    ├ server refused ─→ told to the page that waits, or kept in `refused` until the person has seen it
 *                    └ nobody reached ─→ stays waiting; sent again at the next show or reconnect
 */
export type Intent = {
  readonly key: string;
  /** The person who meant it: never sent under another person's session. */
  readonly personId: string;
  readonly method: 'POST' | 'PUT';
  readonly url: string;
  readonly body: unknown;
  /** Plain words without a name: 「服药确认」. */
  readonly what: string;
  /** ISO instant at which the person acted. */
  readonly madeAt: string;
  /** Calls for help go before everything else. */
  readonly urgent?: true;
  /** A picture on this phone that is sent as the body's `content`; it goes after everything else, for it may take long. */
  readonly photo?: string;
};

export type RefusedIntent = { readonly intent: Intent; readonly say: string };
export type OutboxState = { readonly waiting: readonly Intent[]; readonly refused: readonly RefusedIntent[] };

export type Outcome<T> =
  { readonly at: 'saved'; readonly value: T } | { readonly at: 'queued' } | { readonly at: 'refused'; readonly refusal: PhoneRefusal };

/** What the outbox needs of the phone. */
export type OutboxPort = {
  load(): OutboxState | undefined;
  save(state: OutboxState): void;
  /** One attempt. */
  send(intent: Intent): Promise<Answer<unknown>>;
  /** The person signed in now. */
  personId(): string | undefined;
  /** The server has decided about it. */
  decided(intent: Intent): void;
};

export const EMPTY: OutboxState = { waiting: [], refused: [] };

const rank = ({ urgent, photo }: Intent): number => (urgent ? 0 : photo === undefined ? 1 : 2);
/** Urgent first and pictures last, else in the order in which they were meant. */
const inOrder = (intents: readonly Intent[]) => [...intents].sort((a, b) => rank(a) - rank(b));

export class Outbox {
  readonly #port: OutboxPort;
  readonly #listeners = new Set<() => void>();
  /** Pages that wait for the outcome of their own intent. */
  readonly #awaited = new Map<string, (outcome: Outcome<unknown>) => void>();
  /** Pages that were told `queued` and still want to know. */
  readonly #later = new Map<string, (outcome: Outcome<unknown>) => void>();
  #state: OutboxState | undefined;
  #running: Promise<void> | undefined;

  constructor(port: OutboxPort) {
    this.#port = port;
  }

  state(): OutboxState {
    return (this.#state ??= this.#port.load() ?? EMPTY);
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Writes the intent down, then tries to send it. `queued` means: on this phone, not yet at the server. */
  submit<T>(intent: Intent): Promise<Outcome<T>> {
    this.#change({ ...this.state(), waiting: [...this.state().waiting, intent] });
    return new Promise(resolve => {
      this.#awaited.set(intent.key, resolve as (outcome: Outcome<unknown>) => void);
      void this.flush();
    });
  }

  /** What became of an intent that was queued, once the server has decided; a page that is gone simply never asks. */
  settled<T>(key: string): Promise<Outcome<T>> {
    return new Promise(resolve => {
      this.#later.set(key, resolve as (outcome: Outcome<unknown>) => void);
    });
  }

  /** Sends what waits. Safe to call at any time: one run at a time, and a call during a run has another follow. */
  async flush(): Promise<void> {
    const before = this.#running;
    const run = (before ?? Promise.resolve()).then(() => this.#drain());
    this.#running = run;
    await run;
    if (this.#running === run) this.#running = undefined;
  }

  /** The person has read why it was refused. */
  dismiss(key: string): void {
    this.#change({ ...this.state(), refused: this.state().refused.filter(each => each.intent.key !== key) });
  }

  async #drain(): Promise<void> {
    const due = inOrder(this.state().waiting);
    for (const intent of due) {
      if (intent.personId !== this.#port.personId()) continue;
      const answer = await this.#port.send(intent);
      if (answer.ok) this.#settle(intent, { at: 'saved', value: answer.value });
      else if (answer.refusal.unreached || answer.refusal.code === 'SIGN_IN_NEEDED') break;
      else this.#settle(intent, { at: 'refused', refusal: answer.refusal });
    }
    // What was submitted during this run has a run of its own coming; only those of this run have had their try.
    for (const { key } of due) {
      const tell = this.#awaited.get(key);
      this.#awaited.delete(key);
      tell?.({ at: 'queued' });
    }
  }

  #settle(intent: Intent, outcome: Outcome<unknown>): void {
    const tell = this.#awaited.get(intent.key);
    this.#awaited.delete(intent.key);
    const { waiting, refused } = this.state();
    const unseen = outcome.at === 'refused' && !tell ? [...refused, { intent, say: outcome.refusal.say }] : refused;
    this.#change({ waiting: waiting.filter(each => each.key !== intent.key), refused: unseen });
    this.#port.decided(intent);
    tell?.(outcome);
    this.#later.get(intent.key)?.(outcome);
    this.#later.delete(intent.key);
  }

  #change(next: OutboxState): void {
    this.#state = next;
    this.#port.save(next);
    for (const listener of this.#listeners) listener();
  }
}
