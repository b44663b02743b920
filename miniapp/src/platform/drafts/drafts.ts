import type { Sealed } from '../storage/sealed/sealed.ts';

/** Forms by name. */
type Forms = Readonly<Record<string, unknown>>;

/**
 * Forms that somebody began on this phone: enciphered, for they name people and tell of them. They outlive a crash and a sign-out, belong
 * to whoever began them, and go when the server has what was written. Read from memory, as everything that a page shows at once.
 */
export class Drafts {
  readonly #sealed: Sealed;
  #open: { readonly personId: string; readonly forms: Forms } | undefined;
  /** One write after the other. */
  #writing: Promise<void> = Promise.resolve();

  constructor(sealed: Sealed) {
    this.#sealed = sealed;
  }

  /** Opens what this person began. A form that was touched meanwhile is newer and stays. */
  async open(personId: string): Promise<void> {
    const before = await this.#sealed.read<Forms>(keyOf(personId));
    const now = this.#open?.personId === personId ? this.#open.forms : {};
    this.#open = { personId, forms: { ...before, ...now } };
  }

  of<T>(personId: string, name: string): T | undefined {
    return (this.#open?.personId === personId ? this.#open.forms[name] : undefined) as T | undefined;
  }

  save(personId: string, name: string, form: unknown): void {
    this.#change(personId, forms => ({ ...forms, [name]: form }));
  }

  drop(personId: string, name: string): void {
    this.#change(personId, ({ [name]: _, ...rest }) => rest);
  }

  #change(personId: string, how: (forms: Forms) => Forms): void {
    if (this.#open?.personId === personId) {
      const forms = how(this.#open.forms);
      this.#open = { personId, forms };
      this.#queue(() => this.#sealed.write(keyOf(personId), forms));
      return;
    }
    // Somebody else is signed in by now: their forms stay open, and the other's are changed where they lie.
    this.#queue(async () => this.#sealed.write(keyOf(personId), how((await this.#sealed.read<Forms>(keyOf(personId))) ?? {})));
  }

  /** Until all is on the phone, as far as it has room. */
  async written(): Promise<void> {
    await this.#writing;
  }

  #queue(act: () => Promise<void>): void {
    this.#writing = this.#writing.then(act).catch(() => undefined);
  }
}

const keyOf = (personId: string) => `drafts:${personId}`;
