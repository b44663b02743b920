import { Agent, type Dispatcher } from 'undici';

export type OutgoingRequest = {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Sent byte for byte as UTF-8. */
  readonly body?: string;
};

export type ExchangeLimits = {
  /** Connecting, sending and receiving together, in milliseconds. */
  readonly timeoutMs: number;
  /** Longest body that is read, in bytes. */
  readonly maxBytes: number;
};

/**
 * `unreachable`: no connection, so nothing was sent. `timeout` and `broken`: the other side may or may not have acted.
 * `too-large`: an answer came, longer than the limit.
 */
export type NoAnswer = { readonly got: false; readonly why: 'unreachable' | 'timeout' | 'broken' | 'too-large' };
export type Answer = {
  readonly got: true;
  readonly status: number;
  /** Value of a header, by its name in any case. */
  readonly header: (name: string) => string | undefined;
  readonly body: Buffer;
};

/**
 * The connections of this process to each of the platforms, kept open between requests; a proxy's or a test's can stand in for it. One request
 * at a time on each: whatever waits behind a request on a connection that breaks would be sent again, and much of ours may be sent only once.
 */
export const outgoing: Dispatcher = new Agent({ connections: 64, pipelining: 1 });

/**
 * One request, one answer, within a time and a size. Never throws: the text of a network error can hold the URL, and ours hold secrets.
 * Redirects are not followed: neither platform uses them, and a signed request must not wander to another host.
 */
export function exchange(dispatcher: Dispatcher, request: OutgoingRequest, limits: ExchangeLimits): Promise<Answer | NoAnswer> {
  const { origin, pathname, search } = new URL(request.url);
  return new Promise(resolve => {
    dispatcher.dispatch(
      { origin, path: pathname + search, method: request.method, headers: { ...request.headers }, body: request.body ?? null },
      new Exchange(limits, resolve),
    );
  });
}

const STOPPED = new Error('stopped');
type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** Hears of one request and answers once. */
class Exchange implements Dispatcher.DispatchHandler {
  readonly #maxBytes: number;
  readonly #resolve: (answer: Answer | NoAnswer) => void;
  readonly #clock: NodeJS.Timeout;
  #controller: Dispatcher.DispatchController | undefined;
  #answered = false;
  #status = 0;
  #headers: Headers = {};
  readonly #chunks: Buffer[] = [];
  #length = 0;

  constructor({ timeoutMs, maxBytes }: ExchangeLimits, resolve: (answer: Answer | NoAnswer) => void) {
    this.#maxBytes = maxBytes;
    this.#resolve = resolve;
    this.#clock = setTimeout(() => {
      this.#end({ got: false, why: 'timeout' });
    }, timeoutMs);
  }

  /** There is a connection; what follows is sent. */
  onRequestStart(controller: Dispatcher.DispatchController): void {
    // Nobody waits for it any more; or it was sent once, and not a second time.
    if (this.#answered || this.#controller) controller.abort(STOPPED);
    this.#controller ??= controller;
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number, headers: Headers): void {
    this.#status = status;
    this.#headers = headers;
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#length += chunk.length;
    if (this.#length > this.#maxBytes) this.#end({ got: false, why: 'too-large' });
    else this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    const headers = this.#headers;
    const header = (name: string) => {
      const value = headers[name.toLowerCase()];
      return Array.isArray(value) ? value.join(', ') : value;
    };
    this.#end({ got: true, status: this.#status, header, body: Buffer.concat(this.#chunks) });
  }

  onResponseError(): void {
    this.#end({ got: false, why: this.#controller ? 'broken' : 'unreachable' });
  }

  #end(answer: Answer | NoAnswer): void {
    if (this.#answered) return;
    this.#answered = true;
    clearTimeout(this.#clock);
    if (!answer.got) this.#controller?.abort(STOPPED);
    this.#resolve(answer);
  }
}
