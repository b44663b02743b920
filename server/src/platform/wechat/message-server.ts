import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto';
import { asText, jsonObject } from './json-object.ts';
import { rootOfXml } from './safe-xml.ts';

export type MessageServerOptions = {
  /** The Token typed into the mini-program's console. */
  readonly token: string;
  /** The EncodingAESKey: 43 characters. */
  readonly encodingAesKey: string;
  readonly appid: string;
  readonly now: () => Date;
};

/** Query of the request, still text. */
export type MessageQuery = Readonly<Record<string, string | undefined>>;

export type UrlOutcome =
  /** Answer with `reply` as it is, as plain text. */
  { readonly outcome: 'verified'; readonly reply: string } | { readonly outcome: 'refused'; readonly why: 'query' | 'stale' | 'signature' };

export type OpenedOutcome =
  /** `text` is the event in JSON or XML, for `parseEvents`. */
  | { readonly outcome: 'opened'; readonly text: string }
  | { readonly outcome: 'refused'; readonly why: 'query' | 'stale' | 'body' | 'signature' | 'cipher' | 'appid' };

/** Older or further ahead than this is a replay: the same five minutes as the platform's payments. */
const WINDOW_SECONDS = 300;
/** Ours are below 2 KB. */
const MAX_BODY_BYTES = 64 * 1024;

/** Our end of the platform's message push, in its safe mode (everything encrypted) only. */
export class MessageServer {
  readonly #token: string;
  readonly #key: Buffer;
  readonly #appid: string;
  readonly #now: () => Date;

  /** @throws TypeError when the key does not have its 43 characters. */
  constructor(options: MessageServerOptions) {
    if (!/^[A-Za-z0-9+/]{43}$/.test(options.encodingAesKey)) throw new TypeError('the EncodingAESKey must have 43 characters');
    this.#token = options.token;
    this.#key = Buffer.from(`${options.encodingAesKey}=`, 'base64');
    this.#appid = options.appid;
    this.#now = options.now;
  }

  /** The GET with which the platform checks our address when an administrator saves it. */
  verifyUrl(query: MessageQuery): UrlOutcome {
    const { signature, timestamp, nonce, echostr } = query;
    if (signature === undefined || timestamp === undefined || nonce === undefined || echostr === undefined) {
      return { outcome: 'refused', why: 'query' };
    }
    if (!this.#isFresh(timestamp)) return { outcome: 'refused', why: 'stale' };
    if (!same(signature, this.#signatureOf(timestamp, nonce))) return { outcome: 'refused', why: 'signature' };
    return { outcome: 'verified', reply: echostr };
  }

  /** The event inside a POST. Answer it with 'success' within five seconds; the platform repeats it otherwise. */
  decryptEvent(query: MessageQuery, rawBody: Buffer): OpenedOutcome {
    const { timestamp, nonce, msg_signature: signature } = query;
    // `signature` covers no body; only `msg_signature` proves the event.
    if (timestamp === undefined || nonce === undefined || signature === undefined) return { outcome: 'refused', why: 'query' };
    if (!this.#isFresh(timestamp)) return { outcome: 'refused', why: 'stale' };
    const encrypted = encryptedPart(rawBody);
    if (encrypted === undefined) return { outcome: 'refused', why: 'body' };
    if (!same(signature, this.#signatureOf(timestamp, nonce, encrypted))) return { outcome: 'refused', why: 'signature' };
    const opened = this.#open(encrypted);
    if (opened === undefined) return { outcome: 'refused', why: 'cipher' };
    if (opened.appid !== this.#appid) return { outcome: 'refused', why: 'appid' };
    return { outcome: 'opened', text: opened.text };
  }

  #isFresh(timestamp: string): boolean {
    return /^\d{1,12}$/.test(timestamp) && Math.abs(this.#now().getTime() / 1000 - Number(timestamp)) < WINDOW_SECONDS;
  }

  #signatureOf(...parts: string[]): string {
    return createHash('sha1')
      .update([this.#token, ...parts].sort().join(''))
      .digest('hex');
  }

  /** random(16) + length(4, big-endian) + message + appid, padded by PKCS#7 to blocks of 32 bytes, which OpenSSL's own padding is not. */
  #open(encrypted: string): { text: string; appid: string } | undefined {
    const sealed = Buffer.from(encrypted, 'base64');
    if (sealed.length === 0 || sealed.length % 16 !== 0) return undefined;
    const decipher = createDecipheriv('aes-256-cbc', this.#key, this.#key.subarray(0, 16)).setAutoPadding(false);
    const padded = Buffer.concat([decipher.update(sealed), decipher.final()]);
    const padding = padded.at(-1) ?? 0;
    if (padding < 1 || padding > 32 || !padded.subarray(-padding).every(byte => byte === padding)) return undefined;
    const plain = padded.subarray(0, -padding);
    if (plain.length < 20) return undefined;
    const end = 20 + plain.readUInt32BE(16);
    if (end > plain.length) return undefined;
    return { text: plain.toString('utf8', 20, end), appid: plain.toString('utf8', end) };
  }
}

function encryptedPart(rawBody: Buffer): string | undefined {
  if (rawBody.length > MAX_BODY_BYTES) return undefined;
  const text = rawBody.toString('utf8');
  return asText((text.trimStart().startsWith('<') ? rootOfXml(text) : jsonObject(text))?.['Encrypt']);
}

function same(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
