/** What we need of `fetch`; a parameter so that a proxy agent or a test can stand in for it. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

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

const NEVER_CONNECTED: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/**
 * One request, one answer, within a time and a size. Never throws: the text of a network error can hold the URL, and ours hold secrets.
 * Redirects are not followed: neither platform uses them, and a signed request must not wander to another host.
 */
export async function exchange(fetch: Fetch, request: OutgoingRequest, limits: ExchangeLimits): Promise<Answer | NoAnswer> {
  const signal = AbortSignal.timeout(limits.timeoutMs);
  try {
    const response = await fetch(request.url, {
      method: request.method,
      headers: request.headers,
      redirect: 'manual',
      signal,
      ...(request.body === undefined ? {} : { body: request.body }),
    });
    const body = await readUpTo(response, limits.maxBytes);
    if (body === undefined) return { got: false, why: 'too-large' };
    return { got: true, status: response.status, header: name => response.headers.get(name) ?? undefined, body };
  } catch (error) {
    if (signal.aborted) return { got: false, why: 'timeout' };
    return { got: false, why: NEVER_CONNECTED.has(causeOf(error)) ? 'unreachable' : 'broken' };
  }
}

async function readUpTo(response: Response, maxBytes: number): Promise<Buffer | undefined> {
  if (response.body === null) return Buffer.alloc(0);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
    length += chunk.byteLength;
    if (length > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The system's code of a failed connection. By shape and not by class: the error may come from another realm. */
function causeOf(error: unknown): unknown {
  return fieldOf(fieldOf(error, 'cause'), 'code');
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
