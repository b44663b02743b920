import { mayKeepNoMore } from '@guanhu/shared/care-team/kept-patients.rules';
import type { Sealed } from '../storage/sealed/sealed.ts';

/**
 * The last answers of the reads that today's work needs, so that it can be done without signal: enciphered on this phone, of one person
 * only, and gone after the county's term without contact, when the person leaves, or when the server says that they may not see it.
 *
 * WeChat takes at most 0.7 MB a key, so the answers lie in drawers, and only a drawer that changed is written. They are copies: when the
 * phone is full they give way.
 */
export const DRAWERS = 16;
const MOST_IN_A_DRAWER = 120;
const META = 'kept-meta';
const drawerKey = (drawer: number) => `kept-${String(drawer)}`;
/** Contact is noted at most this often: every note is a write. */
const NOTE_EVERY_MS = 10 * 60_000;
/** Until the server has said otherwise. */
const USUAL_HOURS = 72;

type Meta = { readonly personId: string; readonly lastContact: string; readonly keepHours: number };
type Drawer = readonly (readonly [name: string, value: unknown])[];

/** Names that differ in a patient's id spread over all drawers. */
export const drawerOf = (name: string): number => {
  let hash = 0;
  for (let i = 0; i < name.length; i++) hash = (hash * 31 + name.charCodeAt(i)) >>> 0;
  return hash % DRAWERS;
};

export class KeptAnswers {
  readonly #sealed: Sealed;
  readonly #now: () => Date;
  readonly #listeners = new Set<() => void>();
  #answers = new Map<string, unknown>();
  #meta: Meta | undefined;
  #changed = new Set<number>();
  #opening: { readonly personId: string; readonly done: Promise<void> } | undefined;
  /** What is written, in order: one write at a time. */
  #writing: Promise<void> = Promise.resolve();

  constructor(sealed: Sealed, now: () => Date) {
    this.#sealed = sealed;
    this.#now = now;
  }

  /** Opens what was kept for this person; anything else is erased. What has been answered meanwhile is newer and stays. */
  open(personId: string): Promise<void> {
    if (this.#opening?.personId !== personId) this.#opening = { personId, done: this.#open(personId) };
    return this.#opening.done;
  }

  async #open(personId: string): Promise<void> {
    const [meta, ...drawers] = await Promise.all([
      this.#sealed.read<Meta>(META),
      ...Array.from({ length: DRAWERS }, (_, drawer) => this.#sealed.read<Drawer>(drawerKey(drawer))),
    ]);
    const isTheirs = meta?.personId === personId && !mayKeepNoMore(new Date(meta.lastContact), this.#now(), meta.keepHours);
    if (this.#opening?.personId !== personId) return;
    if (isTheirs)
      for (const [name, value] of drawers.flatMap(drawer => drawer ?? [])) if (!this.#answers.has(name)) this.#answers.set(name, value);
    this.#meta = isTheirs ? meta : { personId, lastContact: this.#now().toISOString(), keepHours: USUAL_HOURS };
    if (!isTheirs) {
      this.#queue(() => this.#erase());
      for (const name of this.#answers.keys()) this.#changed.add(drawerOf(name));
      this.#queue(() => this.#writeChanged());
      this.#write(META, this.#meta);
    }
    await this.#writing;
    this.#tell();
  }

  get(name: string): unknown {
    return this.#answers.get(name);
  }

  keep(name: string, value: unknown): void {
    // Set anew at the end: the oldest of a drawer give way first.
    this.#answers.delete(name);
    this.#answers.set(name, value);
    this.#change(name);
  }

  /** Everything of these names goes. */
  drop(isMeant: (name: string) => boolean): void {
    for (const name of [...this.#answers.keys()].filter(isMeant)) {
      this.#answers.delete(name);
      this.#change(name);
    }
  }

  /** The server has answered this person. */
  contact(keepHours?: number): void {
    if (!this.#meta) return;
    const now = this.#now();
    const isFresh = Math.abs(now.getTime() - new Date(this.#meta.lastContact).getTime()) < NOTE_EVERY_MS;
    if (isFresh && (keepHours === undefined || keepHours === this.#meta.keepHours)) return;
    this.#meta = { ...this.#meta, lastContact: now.toISOString(), keepHours: keepHours ?? this.#meta.keepHours };
    this.#write(META, this.#meta);
  }

  /** At every show: a phone that lay in a drawer for four days opens empty. */
  async expire(): Promise<void> {
    if (this.#meta && mayKeepNoMore(new Date(this.#meta.lastContact), this.#now(), this.#meta.keepHours)) await this.forget();
  }

  /** The person has left, or may no longer keep anything. */
  async forget(): Promise<void> {
    this.#meta = undefined;
    this.#opening = undefined;
    this.#answers = new Map();
    this.#changed = new Set();
    this.#queue(() => this.#erase());
    this.#tell();
    await this.#writing;
  }

  /** Until all that was kept so far is on the phone. */
  async written(): Promise<void> {
    await this.#writing;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #change(name: string): void {
    this.#changed.add(drawerOf(name));
    this.#queue(() => this.#writeChanged());
    this.#tell();
  }

  async #writeChanged(): Promise<void> {
    const changed = [...this.#changed];
    this.#changed = new Set();
    for (const drawer of changed) {
      const all = [...this.#answers].filter(([name]) => drawerOf(name) === drawer);
      for (const [name] of all.slice(0, -MOST_IN_A_DRAWER)) this.#answers.delete(name);
      await this.#sealed.write(drawerKey(drawer), all.slice(-MOST_IN_A_DRAWER)).catch(() => this.#sealed.remove(drawerKey(drawer)));
    }
  }

  async #erase(): Promise<void> {
    await Promise.all([META, ...Array.from({ length: DRAWERS }, (_, drawer) => drawerKey(drawer))].map(key => this.#sealed.remove(key)));
  }

  #write(key: string, value: unknown): void {
    this.#queue(() => this.#sealed.write(key, value));
  }

  /** What cannot be written is only a copy. */
  #queue(act: () => Promise<void>): void {
    this.#writing = this.#writing.then(act).catch(() => undefined);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
