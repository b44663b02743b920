import type { Answer, PhoneRefusal } from '../api/answer.ts';
import { inOrder, restsOn } from './outbox.rules.ts';

/**
 * What people typed and nobody has acknowledged yet.
 * An *intent* is one thing a person meant, with the key that makes the server do it once. It is written to the phone before
 * it is sent, and removed when the server decided: so nothing is lost, with or without signal, through any crash.
 *
 *   submit → waiting ─ server did it ──→ gone
 *                    ├ server refused ─→ told to the page that waits, or kept in `refused` until the person has chosen: again, or not
 *                    ├ nobody reached ─→ stays waiting with all that follows; sent again at the next show or reconnect
 *                    └ undigested ─────→ stays waiting, and what rests on it; the others go on
 *
 * What the phone has no room for lives in memory, is sent like every other, and the person is told that it is not safe yet.
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
  /** What is meant after it rests on it: it goes in its turn, picture or not. */
  readonly leads?: true;
  /** The version of the contracts that the body was written under; absent before there was one. */
  readonly contract?: number;
  /** The form on this phone in which it was written: kept until the server has it, and opened again at `page` when it was not taken. */
  readonly form?: { readonly draft: string; readonly page: string };
};

export type RefusedIntent = { readonly intent: Intent; readonly say: string };
export type OutboxState = {
  readonly waiting: readonly Intent[];
  readonly refused: readonly RefusedIntent[];
  /** The phone is full: something of what is here would not outlive the app. */
  readonly unsafe?: true;
  /** Of what waits: with what the server was there and could do nothing, in how many rounds, and what was said last. */
  readonly undigested?: readonly { readonly key: string; readonly tries: number; readonly say: string }[];
  /** How many were handed in to the office because their person cannot sign in any more; until somebody has read it. */
  readonly handedIn?: number;
};

export type Outcome<T> =
  { readonly at: 'saved'; readonly value: T } | { readonly at: 'queued' } | { readonly at: 'refused'; readonly refusal: PhoneRefusal };

/** What the outbox needs of the phone. */
export type OutboxPort = {
  load(): Promise<OutboxState | undefined>;
  /** @throws when something of it is not on the phone. */
  save(state: OutboxState): Promise<void>;
  /** One attempt. */
  send(intent: Intent): Promise<Answer<unknown>>;
  /** The person signed in now. */
  personId(): string | undefined;
  /** Hands in what a person wrote who is not signed in here any more; undefined while they may still come back. */
  handIn(intent: Intent): Promise<Answer<unknown>> | undefined;
  /** It has left this phone: done, or let go of by whoever was told that it was refused. */
  gone(intent: Intent, how: 'done' | 'dropped'): void;
};

export const EMPTY: OutboxState = { waiting: [], refused: [] };

export class Outbox {
  readonly #port: OutboxPort;
  readonly #listeners = new Set<() => void>();
  /** Pages that wait for the outcome of their own intent. */
  readonly #awaited = new Map<string, (outcome: Outcome<unknown>) => void>();
  /** Pages that were told `queued` and still want to know. */
  readonly #later = new Map<string, (outcome: Outcome<unknown>) => void>();
  #state: OutboxState = EMPTY;
  /** Until what an earlier run of the app left is here, nothing is added and nothing is sent. */
  readonly #opened: Promise<void>;
  /** States are written one after the other. */
  #writing: Promise<void>;
  /** Keys of what is not on the phone yet: it is shown as waiting, and not sent before it would outlive a crash. */
  readonly #unwritten = new Set<string>();
  #running: Promise<void> | undefined;

  constructor(port: OutboxPort) {
    this.#port = port;
    // A turn later: when this is made the platform may not be there yet.
    this.#opened = Promise.resolve()
      .then(() => port.load())
      .then(before => {
        const { waiting, refused } = this.#state;
        if (before) this.#show({ ...before, waiting: [...before.waiting, ...waiting], refused: [...before.refused, ...refused] });
      });
    this.#writing = this.#opened;
  }

  state(): OutboxState {
    return this.#state;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Writes the intent down, then tries to send it. `queued` means: on this phone, not yet at the server. */
  async submit<T>(intent: Intent): Promise<Outcome<T>> {
    const outcome = new Promise<Outcome<T>>(resolve => {
      this.#awaited.set(intent.key, resolve as (outcome: Outcome<unknown>) => void);
    });
    this.#unwritten.add(intent.key);
    await this.#change(({ waiting, ...rest }) => ({ ...rest, waiting: [...waiting, intent] }));
    this.#unwritten.delete(intent.key);
    void this.flush();
    return outcome;
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
    const run = (before ?? this.#opened).then(() => this.#drain());
    this.#running = run;
    await run;
    if (this.#running === run) this.#running = undefined;
  }

  /** The person has read why it was refused, and lets it be. */
  async dismiss(key: string): Promise<void> {
    const dismissed = this.#state.refused.filter(({ intent }) => intent.key === key);
    await this.#change(({ refused, ...rest }) => ({ ...rest, refused: refused.filter(each => each.intent.key !== key) }));
    for (const { intent } of dismissed) this.#port.gone(intent, 'dropped');
  }

  /** The person has read that the server can do nothing with it, and waits no longer. */
  async giveUp(key: string): Promise<void> {
    const givenUp = this.#state.waiting.filter(intent => intent.key === key);
    await this.#change(state => without(key, state));
    for (const intent of givenUp) this.#port.gone(intent, 'dropped');
  }

  /** Somebody has read that the office has it. */
  dismissHandedIn(): Promise<void> {
    return this.#change(({ handedIn: _, ...rest }) => rest);
  }

  /** The person has read why it was refused, and means it all the same: the same words, under the same key. */
  async retry(key: string): Promise<void> {
    await this.#change(({ waiting, refused, ...rest }) => ({
      ...rest,
      waiting: [...waiting, ...refused.flatMap(({ intent }) => (intent.key === key ? [intent] : []))],
      refused: refused.filter(each => each.intent.key !== key),
    }));
    await this.flush();
  }

  async #drain(): Promise<void> {
    const due = inOrder(this.#state.waiting).filter(({ key }) => !this.#unwritten.has(key));
    const held: Intent[] = [];
    for (const intent of due) {
      if (!this.#state.waiting.includes(intent)) continue;
      if (held.some(before => restsOn(intent, before))) {
        held.push(intent);
        continue;
      }
      if (intent.personId !== this.#port.personId()) {
        const handedIn = await this.#port.handIn(intent);
        if (handedIn?.ok) await this.#settleHandedIn(intent);
        continue;
      }
      const answer = await this.#port.send(intent);
      if (answer.ok) await this.#settle(intent, { at: 'saved', value: answer.value });
      else if (answer.refusal.undigested) {
        held.push(intent);
        await this.#tried(intent.key, answer.refusal.say);
      } else if (answer.refusal.unreached || answer.refusal.code === 'SIGN_IN_NEEDED') break;
      else await this.#settle(intent, { at: 'refused', refusal: answer.refusal });
    }
    // What was submitted during this run has a run of its own coming; only those of this run have had their try.
    for (const { key } of due) {
      const tell = this.#awaited.get(key);
      this.#awaited.delete(key);
      tell?.({ at: 'queued' });
    }
  }

  /** It has left this phone without being done: the office looks at it. */
  async #settleHandedIn(intent: Intent): Promise<void> {
    await this.#change(state => ({ ...without(intent.key, state), handedIn: (state.handedIn ?? 0) + 1 }));
    this.#port.gone(intent, 'done');
  }

  async #settle(intent: Intent, outcome: Exclude<Outcome<unknown>, { at: 'queued' }>): Promise<void> {
    const tell = this.#awaited.get(intent.key);
    this.#awaited.delete(intent.key);
    await this.#change(state => ({
      ...without(intent.key, state),
      ...(outcome.at === 'refused' && !tell ? { refused: [...state.refused, { intent, say: outcome.refusal.say }] } : {}),
    }));
    // What is kept until the person has chosen keeps its picture too: 'again' must have something to send.
    if (outcome.at === 'saved') this.#port.gone(intent, 'done');
    else if (tell) this.#port.gone(intent, 'dropped');
    tell?.(outcome);
    this.#later.get(intent.key)?.(outcome);
    this.#later.delete(intent.key);
  }

  #tried(key: string, say: string): Promise<void> {
    return this.#change(({ undigested = [], ...rest }) => {
      const tries = 1 + (undigested.find(each => each.key === key)?.tries ?? 0);
      return { ...rest, undigested: [...undigested.filter(each => each.key !== key), { key, tries, say }] };
    });
  }

  /** Seen at once. @returns when it is on the phone, or cannot be */
  #change(how: (state: OutboxState) => OutboxState): Promise<void> {
    this.#show(how(this.#state));
    this.#writing = this.#writing.then(async () => {
      const { unsafe: _, ...state } = this.#state;
      const isSafe = await this.#port.save(state).then(
        () => true,
        () => false,
      );
      const { unsafe, ...now } = this.#state;
      if (isSafe === (unsafe === true)) this.#show(isSafe ? now : { ...now, unsafe: true });
    });
    return this.#writing;
  }

  #show(state: OutboxState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

/** It waits no longer. */
function without(key: string, { waiting, undigested = [], ...rest }: OutboxState): OutboxState {
  const troubles = undigested.filter(each => each.key !== key);
  return { ...rest, waiting: waiting.filter(each => each.key !== key), ...(troubles.length > 0 ? { undigested: troubles } : {}) };
}
