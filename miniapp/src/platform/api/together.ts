import type { Answer, Wire } from './answer.ts';

/** A read as it would be sent by itself. */
export type Read = { readonly url: string; readonly body?: unknown };
/** Nobody looks at a page for it: it waits a while for others to go with. */
export type Hurry = 'now' | 'withOthers';

type TogetherPort = {
  /** One read in a request of its own. */
  alone(read: Read): Promise<Answer<unknown>>;
  /** Several in one: their answers in the same order, or why nobody could be asked. */
  all(reads: readonly Read[]): Promise<Answer<readonly Wire[]>>;
  /** Sorts one of those answers. */
  sort(wire: Wire): Answer<unknown>;
  /** Runs this once everything that begins now has begun; `withOthers`: a while later. */
  soon(act: () => void, hurry: Hurry): void;
};

type Asked = Read & { readonly tell: (answer: Answer<unknown>) => void };

/** Reads that begin in the same breath, as a page's do when it opens, travel in one request: the way is long, the server is near to its data. */
export class Together {
  readonly #port: TogetherPort;
  readonly #most: number;
  #asked: Asked[] = [];
  /** How soon what is asked now goes. */
  #going: Hurry | undefined;
  #round = 0;

  constructor(port: TogetherPort, most: number) {
    this.#port = port;
    this.#most = most;
  }

  /** Never throws. */
  ask(read: Read, hurry: Hurry = 'now'): Promise<Answer<unknown>> {
    return new Promise(tell => {
      this.#asked.push({ ...read, tell });
      if (this.#going === hurry || this.#going === 'now') return;
      this.#going = hurry;
      const round = this.#round;
      this.#port.soon(() => {
        if (round === this.#round) this.#go();
      }, hurry);
    });
  }

  #go(): void {
    const asked = this.#asked;
    this.#asked = [];
    this.#going = undefined;
    this.#round += 1;
    for (let from = 0; from < asked.length; from += this.#most) void this.#send(asked.slice(from, from + this.#most));
  }

  async #send(asked: readonly Asked[]): Promise<void> {
    const reads = asked.map(({ tell: _, ...read }) => read);
    const [only] = reads;
    if (only && reads.length === 1) {
      asked[0]?.tell(await this.#port.alone(only));
      return;
    }
    const answer = await this.#port.all(reads);
    asked.forEach(({ tell }, index) => {
      if (!answer.ok) tell(answer);
      else tell(this.#port.sort(answer.value[index] ?? { status: 500, data: undefined }));
    });
  }
}
